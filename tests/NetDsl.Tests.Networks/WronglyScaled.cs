namespace NetDsl.Tests.Networks;

/// <summary>A network with a layer whose gradient is wrong.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(3, Activation.Tanh)]
[Custom(typeof(WrongGradient), KernelShape = new[] { 3 }, Name = "scaled")]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class WronglyScaled;
