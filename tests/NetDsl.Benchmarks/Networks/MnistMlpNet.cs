namespace NetDsl.Benchmarks.Networks;

/// <summary>mnist-mlp: handwritten digits as plain vectors.</summary>
[Network]
[Input(784)]
[Dense(128, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class MnistMlpNet;
