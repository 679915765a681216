namespace NetDsl.Tests.Networks.Gradients;

// Means and smallest values of windows, volumes, and what is made of all places at once. All of them are checked by GradientTests.
/// <summary>2 x 2 after tanh, then a convolution.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 8, 2)]
[Conv2D(5, 1, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Conv2D(3, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class AverageOfWindows;

/// <summary>3 x 2, step 2, beyond the edge, after sigmoid.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 5, 2)]
[Conv2D(9, 2, Activation = Activation.Sigmoid)]
[AveragePooling2D(3, 2, Strides = 2, Padding = Padding.Same)]
[Conv2D(2, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class AverageBeyondTheEdge;

/// <summary>Overlapping means of the samples themselves.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 3)]
[AveragePooling2D(3, Strides = 1, Padding = Padding.Same)]
[Conv2D(4, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class AverageOverlappingFirst;

/// <summary>Along steps at each of three places, leaving steps out.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 11, 2)]
[Conv1D(5, 2, Activation = Activation.Tanh)]
[AveragePooling1D(2, Strides = 3)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class AverageOfSteps;

/// <summary>Of a volume, larger than is written out, beyond the edge.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 5, 2)]
[Dense(3, Activation.Tanh)]
[AveragePooling3D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class AverageOfVolume;

/// <summary>The smallest of 2 x 3 after ReLU, where several are 0.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 7, 2)]
[Conv2D(4, 3, Activation = Activation.ReLU)]
[MinPooling2D(2, 3, Strides = 1)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class SmallestOfWindows;

/// <summary>The smallest of 3 steps, beyond the edge, of the samples themselves.</summary>
[Network(Precision = Precision.Double)]
[Input(10, 3)]
[MinPooling1D(3, Strides = 2, Padding = Padding.Same)]
[Conv1D(4, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class SmallestBeyondTheEdge;

/// <summary>The smallest of a part of a volume.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 4, 3, 2)]
[Dense(5, Activation.Tanh)]
[MinPooling3D(2, 2, 3)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SmallestOfVolume;

/// <summary>The largest of a part of a volume at each of two places, beyond the edge.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 4, 3, 1)]
[Dense(3, Activation.Sigmoid)]
[MaxPooling3D(2, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class LargestOfVolume;

/// <summary>The largest of all places.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(9, 2, Activation = Activation.Tanh)]
[GlobalMaxPooling2D]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class LargestOfAll;

/// <summary>The largest of all steps, which stay as one.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 6, 2)]
[Conv1D(5, 2, Activation = Activation.ReLU)]
[GlobalMaxPooling1D(KeepDims = true)]
[Conv2D(2, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class LargestOfAllKept;

/// <summary>The smallest of a whole volume.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2, 3, 2)]
[Dense(7, Activation.Tanh)]
[GlobalMinPooling3D]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SmallestOfAll;

/// <summary>The smallest of all steps of the samples themselves.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 9, 3)]
[GlobalMinPooling1D]
[Dense(4, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class SmallestOfAllFirst;

/// <summary>The mean of an image, which stays one of a single pixel.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 3)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[GlobalAveragePooling2D(KeepDims = true)]
[Conv2D(4, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class MeanOfAllKept;

/// <summary>The mean of a volume at each of two places, as the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 2, 3, 2, 3)]
[Dense(5, Activation.Tanh)]
[GlobalAveragePooling3D]
[Loss(Loss.MeanSquaredError)]
public partial class MeanOfVolume;

/// <summary>Means of means, none of which leaves a value out.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 8, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[AveragePooling2D(1, 2)]
[GlobalMaxPooling2D]
[Loss(Loss.MeanSquaredError)]
public partial class AveragesOfAverages;
