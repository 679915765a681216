namespace NetDsl.Benchmarks.Networks;

/// <summary>higgs: the deep network for collision events of Baldi, Sadowski and Whiteson 2014.</summary>
[Network]
[Input(28)]
[Dense(300, Activation.Tanh)]
[Dense(300, Activation.Tanh)]
[Dense(300, Activation.Tanh)]
[Dense(300, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class HiggsNet;
