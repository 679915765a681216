namespace NetDsl.Benchmarks.Networks;

/// <summary>jet-latency: the jet tagger of a trigger, where each event must be answered at once.</summary>
[Network]
[Input(16)]
[Dense(64, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class JetLatencyNet;
