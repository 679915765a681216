namespace NetDsl.Tests.Networks.Gradients;

// Dropout wherever it can stand; its mask is drawn again on the way back. All of them are checked by GradientTests.
/// <summary>Between dense layers.</summary>
[Network(Precision = Precision.Double)]
[Input(9)]
[Dense(33, Activation.Tanh)]
[Dropout(0.5)]
[Dense(17, Activation.ReLU)]
[Dropout(0.2)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class DropoutBetweenDense;

/// <summary>Of the samples themselves.</summary>
[Network(Precision = Precision.Double)]
[Input(21)]
[Dropout(0.3)]
[Dense(11, Activation.Sigmoid)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class DropoutFirst;

/// <summary>Between convolutions, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 2)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Dropout(0.4)]
[Conv2D(5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class DropoutOfImages;

/// <summary>After a Flatten of padded channels.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.ReLU)]
[Flatten]
[Dropout(0.5)]
[Dense(4, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class DropoutAfterFlatten;

/// <summary>Before a Flatten of padded channels.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[Dropout(0.5)]
[Flatten]
[Dense(4, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class DropoutBeforeFlatten;

/// <summary>After pooling.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 6, 1)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[Dropout(0.25)]
[Conv2D(2, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class DropoutAfterPooling;

/// <summary>One after the other.</summary>
[Network(Precision = Precision.Double)]
[Input(8)]
[Dense(19, Activation.Tanh)]
[Dropout(0.3)]
[Dropout(0.3)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class DropoutTwice;

/// <summary>At a rate of 0.</summary>
[Network(Precision = Precision.Double)]
[Input(8)]
[Dense(19, Activation.Tanh)]
[Dropout(0)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class DropoutOfNothing;
