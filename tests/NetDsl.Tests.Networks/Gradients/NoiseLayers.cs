namespace NetDsl.Tests.Networks.Gradients;

// Noise other than dropout of single values; it is drawn again on the way back. All of them are checked by GradientTests.
/// <summary>Whole channels of images are lost, at each of two places others.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 4, 2)]
[Conv2D(5, 2, Activation = Activation.Tanh)]
[SpatialDropout2D(0.4)]
[Conv2D(3, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class NoiseOfChannels;

/// <summary>Whole channels of steps, before a Flatten, are lost.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[Conv1D(17, 2, Activation = Activation.Sigmoid)]
[SpatialDropout1D(0.3)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class NoiseOfChannelsOfSteps;

/// <summary>Whole channels of the samples are lost.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 2, 3)]
[SpatialDropout3D(0.4)]
[Dense(4, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class NoiseOfChannelsOfVolumes;

/// <summary>Normal numbers are added, also to the samples.</summary>
[Network(Precision = Precision.Double)]
[Input(9)]
[GaussianNoise(0.2)]
[Dense(33, Activation.Tanh)]
[GaussianNoise(0.5)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class NoiseAdded;

/// <summary>Normal factors, between convolutions.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 2)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[GaussianDropout(0.3)]
[Conv2D(5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class NoiseMultiplied;

/// <summary>Dropout that keeps mean and variance, after a Flatten of padded channels.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[Flatten]
[AlphaDropout(0.3)]
[Dense(4, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class NoiseOfSelu;
