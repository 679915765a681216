namespace NetDsl.Tests.Networks.Gradients;

// Convolutions that a minimal filter takes along their last axis, in every position. All of them are checked by GradientTests.
/// <summary>Two convolutions by F(4, 5), the first of them with zeros around and one output less than two pieces have, the other with less than one piece.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 7, 8)]
[Conv2D(16, 5, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(16, 3, 5, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class FilterOfFiveTaps;

/// <summary>F(5, 4) and F(5, 2) with one zero more at the end, along the filter's axis and along the other, where there are none before.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 10, 16)]
[Conv2D(16, 2, 4, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv2D(16, 6, 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class FilterOfEvenTaps;

/// <summary>F(6, 3) for a panel of filters and a narrower one behind it, in front of other layers.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 6, 6)]
[Conv2D(19, 5, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class FilterOfTwoPanels;

/// <summary>F(4, 5) and F(5, 4) at each of six places.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 12, 24)]
[Conv1D(28, 5, Activation = Activation.Tanh)]
[Conv1D(24, 4, Activation = Activation.Softmax)]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
public partial class FilterOfStepsAtPlaces;

/// <summary>F(4, 5) along the only axis, one output less than seven pieces have.</summary>
[Network(Precision = Precision.Double)]
[Input(31, 24)]
[Conv1D(25, 5, UseBias = false, Activation = Activation.Tanh)]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
public partial class FilterOfSteps;

/// <summary>F(4, 5) for three outputs, which are fewer than its taps.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3, 12)]
[Conv2D(12, 5, Padding = Padding.Same, Activation = Activation.Tanh)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class FilterOfLessThanAPiece;

/// <summary>F(2, 3), then a kernel of one column.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 2, 16)]
[Conv2D(16, 5, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(3, 5, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class FilterOfTwoOutputs;

/// <summary>F(4, 3) at each of two places, after a convolution with strides and in front of dropout.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 9, 8, 3)]
[Conv2D(9, 3, StrideHeight = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(9, 5, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Dropout(0.5)]
[Conv2D(2, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class FilterAfterStrides;
