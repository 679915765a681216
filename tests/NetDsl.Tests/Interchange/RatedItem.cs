namespace NetDsl.Tests.Interchange;

/// <summary>Inputs of two kinds, measured and looked up, and outputs of two scales.</summary>
[Network]
[Input(3, Name = "measured")]
[Normalization]
[Dense(4, Activation.Tanh, Name = "features")]
[Input(2, Name = "numbers")]
[Embedding(50, 3)]
[Flatten(Name = "vectors")]
[Concatenate("features", "vectors")]
[Dense(5, Activation.ReLU, Name = "common")]
[Dense(1, Name = "price")]
[Output(Loss.MeanSquaredError)]
[Dense(3, Activation.Softmax, From = "common", Name = "kind")]
[Output(Loss.CategoricalCrossentropy)]
internal sealed partial class RatedItem;
