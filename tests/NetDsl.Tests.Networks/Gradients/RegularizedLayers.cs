namespace NetDsl.Tests.Networks.Gradients;

// Layers with regularisers; the loss that a pass gives has their penalty, and the gradients its gradient. All of them are checked by GradientTests.
/// <summary>L1 and L2 on kernels and biases of odd widths.</summary>
[Network(Precision = Precision.Double)]
[Input(13)]
[Dense(37, Activation.Tanh, KernelRegularizerL1 = 0.01, BiasRegularizerL2 = 0.3)]
[Dense(5, KernelRegularizerL2 = 0.1, BiasRegularizerL1 = 0.02)]
[Loss(Loss.MeanSquaredError)]
public partial class RegularizedDense;

/// <summary>A kernel of several blocks, both regularisers on one array, and layers without any.</summary>
[Network(Precision = Precision.Double)]
[Input(120)]
[Dense(90, Activation.Tanh, KernelRegularizerL1 = 0.001, KernelRegularizerL2 = 0.002)]
[Dense(7, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class RegularizedWide;

/// <summary>L1 and L2 on the filters of a convolution.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 7, 3)]
[Conv2D(9, 3, Activation = Activation.Tanh, KernelRegularizerL1 = 0.01, KernelRegularizerL2 = 0.05, BiasRegularizerL2 = 0.1)]
[Flatten]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class RegularizedImages;

/// <summary>L2 on a convolution whose last window is taken by a minimal filter.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 8, 16)]
[Conv2D(32, 3, Padding = Padding.Same, Activation = Activation.Tanh, KernelRegularizerL2 = 0.01)]
[Flatten]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class RegularizedFilters;

/// <summary>A network so small that it is one unrolled step.</summary>
[Network(Precision = Precision.Double)]
[Input(2)]
[Dense(2, Activation.Tanh, KernelRegularizerL2 = 0.1, KernelRegularizerL1 = 0.1)]
[Dense(1, Activation.Sigmoid, BiasRegularizerL1 = 0.05)]
[Loss(Loss.BinaryCrossentropy)]
public partial class RegularizedTiny;
