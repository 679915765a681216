namespace NetDsl.Tests.Networks.Gradients;

// More places than there were. All of them are checked by GradientTests.
/// <summary>Each step three times.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3)]
[Conv1D(5, 2, Activation = Activation.Tanh)]
[UpSampling1D(3)]
[Conv1D(3, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedSteps;

/// <summary>Each pixel 2 x 3 times, at each of two places, with zeros around them.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[UpSampling2D(2, 3)]
[Conv2D(2, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedPixels;

/// <summary>Each pixel of the samples.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2, 3)]
[UpSampling2D]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedPixelsFirst;

/// <summary>Each voxel.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 2, 2)]
[Dense(3, Activation.Tanh)]
[UpSampling3D(2, 1, 3)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class RepeatedVoxels;

/// <summary>On lines between the pixels, by an even and an odd factor.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[UpSampling2D(2, 3, Interpolation = Interpolation.Bilinear)]
[Conv2D(2, 3, Strides = 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class LinesBetweenPixels;

/// <summary>On lines down an image of a single column, at each of two places.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 1, 2)]
[Dense(9, Activation.Sigmoid)]
[UpSampling2D(4, 1, Interpolation = Interpolation.Bilinear)]
[Conv2D(2, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class LinesBetweenRows;

/// <summary>On lines across the samples, two columns of which become eight.</summary>
[Network(Precision = Precision.Double)]
[Input(1, 2, 3)]
[UpSampling2D(3, 4, Interpolation = Interpolation.Bilinear)]
[Conv2D(2, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class LinesBetweenColumns;

/// <summary>As the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 3, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[UpSampling2D(2, Interpolation = Interpolation.Bilinear)]
[Loss(Loss.MeanSquaredError)]
public partial class LinesLast;
