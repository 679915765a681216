namespace NetDsl.Tests.Networks.Gradients;

// Layers that only move values, with and without a copy. All of them are checked by GradientTests.
/// <summary>A view: the rows of an image become steps.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[Reshape(12, 3)]
[MaxPooling1D(2)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ReshapeInPlace;

/// <summary>A copy, since what follows wants zeros around it.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, 2)]
[Conv2D(5, 1, Activation = Activation.Sigmoid)]
[Reshape(2, 6, -1)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ReshapeWithZerosAround;

/// <summary>Rows that end within those of the new shape, by way of memory without gaps.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3)]
[Dense(5, Activation.Tanh)]
[Reshape(2, 10)]
[Reshape(5, 4)]
[Dense(3, Activation.Tanh)]
[Reshape(3, 5)]
[MaxPooling1D(2)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ReshapeOfPaddedRows;

/// <summary>Of the samples, into an image.</summary>
[Network(Precision = Precision.Double)]
[Input(36)]
[Reshape(6, 6, 1)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ReshapeFirst;

/// <summary>Of a vector with gaps.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[Flatten]
[Reshape(9, 2)]
[Conv1D(3, 2, Activation = Activation.Tanh)]
[Reshape(-1)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ReshapeAfterFlatten;

/// <summary>As the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(12, Activation.Tanh)]
[Reshape(3, 4)]
[Loss(Loss.MeanSquaredError)]
public partial class ReshapeLast;

/// <summary>As the last layer, of rows with padding.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 6)]
[Dense(5, Activation.Tanh)]
[Reshape(5, 3)]
[Loss(Loss.MeanSquaredError)]
public partial class ReshapeLastOfPaddedRows;

/// <summary>A view: the channels stay where they are.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 2)]
[Conv2D(5, 1, Activation = Activation.Tanh)]
[Permute(2, 1, 3)]
[MaxPooling2D(2, 1)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PermuteOfRows;

/// <summary>A copy in vectors, with zeros around it.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.ReLU)]
[Permute(2, 1, 3)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class PermuteWithZerosAround;

/// <summary>Steps and channels change places, for a layer that reads them one by one.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 3)]
[Conv1D(5, 2, Activation = Activation.Tanh)]
[Permute(2, 1)]
[Dense(3, Activation.Tanh)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PermuteOfChannels;

/// <summary>Steps and channels change places, for layers that read vectors.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 9, 3)]
[Conv1D(9, 1, Activation = Activation.Tanh)]
[Permute(2, 1)]
[MaxPooling1D(3)]
[Permute(3, 1, 2)]
[MaxPooling2D(2, 1)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PermuteTransposes;

/// <summary>Of the samples.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 5)]
[Permute(3, 1, 2)]
[Conv2D(3, 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class PermuteFirst;

/// <summary>As the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2)]
[Dense(5, Activation.Tanh)]
[Permute(2, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class PermuteLast;

/// <summary>Of a vector with gaps, which changes nothing.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[Flatten]
[Permute(1)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PermuteOfVector;

/// <summary>Around steps, before a window that adds zeros of its own.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[Conv1D(3, 1, Activation = Activation.Sigmoid)]
[ZeroPadding1D(2, 1)]
[Conv1D(4, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class ZerosAroundSteps;

/// <summary>Around an image, twice.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[ZeroPadding2D]
[ZeroPadding2D(1, 0, 2, 0)]
[Conv2D(2, 3, Strides = 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class ZerosAroundImage;

/// <summary>Around the samples.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 3)]
[ZeroPadding2D(1, 2)]
[Conv2D(3, 3, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ZerosAroundSamples;

/// <summary>Around a volume at each of two places, before a pooling.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 2, 3, 2, 3)]
[Dense(5, Activation.Tanh)]
[ZeroPadding3D(1, 0, 0, 1, 2, 1)]
[MaxPooling3D(2, Strides = 1)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ZerosAroundVolume;

/// <summary>As the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3)]
[Conv1D(3, 2, Activation = Activation.Tanh)]
[ZeroPadding1D]
[Loss(Loss.MeanSquaredError)]
public partial class ZerosAroundLast;

/// <summary>Before a layer that reads all of it as a vector.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 3, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[ZeroPadding2D(1)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ZerosAroundVector;

/// <summary>The middle of steps.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 3)]
[Conv1D(5, 2, Activation = Activation.Tanh)]
[Cropping1D(2, 1)]
[Conv1D(3, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class MiddleOfSteps;

/// <summary>The middle of an image, with zeros around it.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 6, 2)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[Cropping2D(1, 2, 0, 1)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class MiddleOfImage;

/// <summary>The middle of the samples.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 3)]
[Cropping2D(1)]
[MaxPooling2D(2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class MiddleOfSamples;

/// <summary>The middle of a volume at each of two places.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 4, 3, 5, 2)]
[Dense(3, Activation.Tanh)]
[Cropping3D(1, 0, 2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class MiddleOfVolume;

/// <summary>As the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[Cropping2D(2, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class MiddleLast;

/// <summary>Zeros around an image, some of which are taken away again.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 4, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[ZeroPadding2D(2)]
[Cropping2D(1, 3, 1, 0)]
[Conv2D(2, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class MiddleOfZeros;

/// <summary>For a convolution with zeros around its steps.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Tanh)]
[RepeatVector(4)]
[Conv1D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedVector;

/// <summary>A view that does not move.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 6)]
[Dense(5, Activation.Sigmoid)]
[RepeatVector(3)]
[MaxPooling2D(2, 1)]
[Dense(3, Activation.Tanh)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedInPlace;

/// <summary>A vector with gaps.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[Flatten]
[RepeatVector(2)]
[MaxPooling1D(2, Strides = 1)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedWithGaps;

/// <summary>The samples, as the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[RepeatVector(3)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedSamples;
