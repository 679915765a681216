namespace NetDsl.Tests.Networks;

/// <summary>Regularisers and bounds on dense layers and convolutions, large enough that threads share them.</summary>
[Network]
[Input(12, 12, 3)]
[Conv2D(24, 3, Activation = Activation.ReLU, KernelInitializer = Initializer.Orthogonal, KernelRegularizerL2 = 1e-3, KernelMaxNorm = 1.5)]
[Flatten]
[Dense(40, Activation.Tanh, KernelInitializer = Initializer.RandomNormal, KernelInitializerScale = 0.02, KernelRegularizerL1 = 1e-4, BiasMaxNorm = 0.01)]
[Dense(3, Activation.Softmax, BiasInitializer = Initializer.Constant, BiasInitializerMean = 0.25, BiasRegularizerL2 = 1e-2)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class RegularizedNetwork;
