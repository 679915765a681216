namespace NetDsl.Tests.Compilation;

/// <summary>The network of <see cref="NetworkCompilerTests"/>, compiled with this project.</summary>
[Network]
[Input(3)]
[Dense(4, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class CompiledTruthTable;
