namespace NetDsl.Tests.Networks.Gradients;

// Layers of a user's own. All of them are checked by GradientTests.
/// <summary>An activation.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[Dense(7)]
[Custom(typeof(Mish))]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class CustomActivation;

/// <summary>An activation of an image with padded channels, between layers that want zeros around it.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 3)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[Custom(typeof(Mish))]
[Conv2D(2, 3, Padding = Padding.Same)]
[Custom(typeof(Mish))]
[Loss(Loss.MeanSquaredError)]
public partial class CustomActivationOfImages;

/// <summary>A layer with a kernel, used twice, on the samples and on what a layer makes of them.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Custom(typeof(RadialBasis), OutputShape = new[] { 3 }, KernelShape = new[] { 3, 3 }, Name = "centres")]
[Dense(3, Activation.Tanh)]
[Custom(typeof(RadialBasis), OutputShape = new[] { 3 }, KernelShape = new[] { 3, 3 }, WeightsFrom = "centres")]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class CustomKernel;
