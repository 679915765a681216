namespace NetDsl.Benchmarks.Networks;

/// <summary>tabular: rows of a table in two classes.</summary>
[Network]
[Input(26)]
[Dense(64, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class TabularNet;
