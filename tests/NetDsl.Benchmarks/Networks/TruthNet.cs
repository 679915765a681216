namespace NetDsl.Benchmarks.Networks;

/// <summary>truth: a truth table of three inputs, the smallest network of use.</summary>
[Network]
[Input(3)]
[Dense(4, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class TruthNet;
