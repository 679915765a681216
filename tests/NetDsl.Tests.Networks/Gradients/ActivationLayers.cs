namespace NetDsl.Tests.Networks.Gradients;

// Each activation as the argument of layers in the middle and at the end, as a layer that becomes part of the one before it, and as one that
// cannot. All of them are checked by GradientTests.

/// <summary>HardSigmoid everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.HardSigmoid)]
[MaxPooling1D(2)]
[Activation(Activation.HardSigmoid)]
[Flatten]
[Dense(5)]
[Activation(Activation.HardSigmoid)]
[Dense(3, Activation.HardSigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class HardSigmoidEverywhere;

/// <summary>ReLU6 everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.ReLU6)]
[MaxPooling1D(2)]
[Activation(Activation.ReLU6)]
[Flatten]
[Dense(5)]
[Activation(Activation.ReLU6)]
[Dense(3, Activation.ReLU6)]
[Loss(Loss.MeanSquaredError)]
public partial class ReLU6Everywhere;

/// <summary>LeakyReLU everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.LeakyReLU)]
[MaxPooling1D(2)]
[Activation(Activation.LeakyReLU)]
[Flatten]
[Dense(5)]
[Activation(Activation.LeakyReLU)]
[Dense(3, Activation.LeakyReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class LeakyReLUEverywhere;

/// <summary>ELU everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.ELU)]
[MaxPooling1D(2)]
[Activation(Activation.ELU)]
[Flatten]
[Dense(5)]
[Activation(Activation.ELU)]
[Dense(3, Activation.ELU)]
[Loss(Loss.MeanSquaredError)]
public partial class ELUEverywhere;

/// <summary>SELU everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.SELU)]
[MaxPooling1D(2)]
[Activation(Activation.SELU)]
[Flatten]
[Dense(5)]
[Activation(Activation.SELU)]
[Dense(3, Activation.SELU)]
[Loss(Loss.MeanSquaredError)]
public partial class SELUEverywhere;

/// <summary>GELU everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.GELU)]
[MaxPooling1D(2)]
[Activation(Activation.GELU)]
[Flatten]
[Dense(5)]
[Activation(Activation.GELU)]
[Dense(3, Activation.GELU)]
[Loss(Loss.MeanSquaredError)]
public partial class GELUEverywhere;

/// <summary>SiLU everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.SiLU)]
[MaxPooling1D(2)]
[Activation(Activation.SiLU)]
[Flatten]
[Dense(5)]
[Activation(Activation.SiLU)]
[Dense(3, Activation.SiLU)]
[Loss(Loss.MeanSquaredError)]
public partial class SiLUEverywhere;

/// <summary>Softplus everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.Softplus)]
[MaxPooling1D(2)]
[Activation(Activation.Softplus)]
[Flatten]
[Dense(5)]
[Activation(Activation.Softplus)]
[Dense(3, Activation.Softplus)]
[Loss(Loss.MeanSquaredError)]
public partial class SoftplusEverywhere;

/// <summary>Softsign everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.Softsign)]
[MaxPooling1D(2)]
[Activation(Activation.Softsign)]
[Flatten]
[Dense(5)]
[Activation(Activation.Softsign)]
[Dense(3, Activation.Softsign)]
[Loss(Loss.MeanSquaredError)]
public partial class SoftsignEverywhere;

/// <summary>Exponential everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.Tanh)]
[MaxPooling1D(2)]
[Activation(Activation.Exponential)]
[Flatten]
[Dense(5, Activation.Tanh)]
[Dense(4, Activation.Exponential)]
[Dense(4, Activation.Tanh)]
[Dense(3)]
[Activation(Activation.Exponential)]
[Loss(Loss.MeanSquaredError)]
public partial class ExponentialEverywhere;

/// <summary>LogSoftmax everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.LogSoftmax)]
[MaxPooling1D(2)]
[Activation(Activation.LogSoftmax)]
[Flatten]
[Dense(5)]
[Activation(Activation.LogSoftmax)]
[Dense(3, Activation.LogSoftmax)]
[Loss(Loss.MeanSquaredError)]
public partial class LogSoftmaxEverywhere;

/// <summary>Sigmoid everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.Sigmoid)]
[MaxPooling1D(2)]
[Activation(Activation.Sigmoid)]
[Flatten]
[Dense(5)]
[Activation(Activation.Sigmoid)]
[Dense(3, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class SigmoidEverywhere;

/// <summary>Tanh everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.Tanh)]
[MaxPooling1D(2)]
[Activation(Activation.Tanh)]
[Flatten]
[Dense(5)]
[Activation(Activation.Tanh)]
[Dense(3, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class TanhEverywhere;

/// <summary>ReLU everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.ReLU)]
[MaxPooling1D(2)]
[Activation(Activation.ReLU)]
[Flatten]
[Dense(5)]
[Activation(Activation.ReLU)]
[Dense(3, Activation.ReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class ReLUEverywhere;

/// <summary>Softmax everywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[Dense(3, Activation.Softmax)]
[MaxPooling1D(2)]
[Activation(Activation.Softmax)]
[Flatten]
[Dense(5)]
[Activation(Activation.Softmax)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.MeanSquaredError)]
public partial class SoftmaxEverywhere;

/// <summary>A step and a sign of the samples, before anything learns.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Activation(Activation.Step)]
[Dense(7, Activation.Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class StepOfSamples;

/// <summary>A sign of the samples, before anything learns.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Activation(Activation.Sign)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class SignOfSamples;

/// <summary>Steps everywhere: no gradient.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(7, Activation.Sign)]
[Dense(20, Activation.Step)]
[Dense(3, Activation.Step)]
[Loss(Loss.MeanSquaredError)]
public partial class PredictedSteps;

/// <summary>Keras's general ReLU.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(3, 2)]
[ReLU(MaxValue = 0.4, NegativeSlope = 0.1, Threshold = 0.05)]
[Conv2D(4, 2, Activation = Activation.Tanh)]
[ReLU]
[MaxPooling2D(2)]
[ReLU(MaxValue = 0.3)]
[Loss(Loss.MeanSquaredError)]
public partial class GeneralReLULayers;

/// <summary>Leaky ReLUs with a slope of their own, and with that of the argument.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(3, 2)]
[LeakyReLU]
[Conv2D(4, 2)]
[LeakyReLU(NegativeSlope = 0.2)]
[MaxPooling2D(2)]
[LeakyReLU(NegativeSlope = 0.05)]
[Loss(Loss.MeanSquaredError)]
public partial class LeakyLayers;

/// <summary>ELU with another alpha.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(3, 2)]
[ELU]
[Conv2D(4, 2)]
[ELU(Alpha = 0.4)]
[MaxPooling2D(2)]
[ELU(Alpha = 2)]
[Loss(Loss.MeanSquaredError)]
public partial class ELULayers;

/// <summary>The approximate GELU, and the exact one as a layer.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(3, 2)]
[GELU(Approximate = true)]
[MaxPooling2D(2)]
[GELU]
[Dense(5)]
[GELU(Approximate = true)]
[Loss(Loss.MeanSquaredError)]
public partial class GELULayers;

/// <summary>A softmax as a layer: part of the one before it, and not.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(5, 2)]
[Softmax]
[MaxPooling2D(2)]
[Softmax]
[Dense(17)]
[Softmax]
[Loss(Loss.CategoricalCrossentropy)]
public partial class SoftmaxLayers;

/// <summary>A slope for each channel.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(19, 2)]
[PReLU(1, 2)]
[Conv2D(4, 2)]
[PReLU(1, -2)]
[Loss(Loss.MeanSquaredError)]
public partial class SharedPReLU;

/// <summary>A slope for each value, and one for each row.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(35, 2)]
[PReLU]
[Conv2D(4, 2)]
[PReLU(2, 3)]
[PReLU(3)]
[Loss(Loss.MeanSquaredError)]
public partial class UnsharedPReLU;

/// <summary>Slopes behind a Flatten of padded channels, and one for all values.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 2)]
[Conv2D(3, 2, Activation = Activation.ReLU)]
[Flatten]
[PReLU]
[PReLU(1)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class FlattenedPReLU;

/// <summary>Functions that take the sums, read by two layers, and with shared parameters.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(9, Activation.GELU, Name = "a")]
[Dense(9, Activation.SiLU, Name = "b")]
[Dense(9, Activation.GELU, Name = "c", WeightsFrom = "b")]
[Add("a", "c")]
[Activation(Activation.SiLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchedSiLU;

/// <summary>A log-softmax that is an output and is read.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(5, Activation.LogSoftmax)]
[Output(Loss.CategoricalCrossentropy, Weight = 0.5)]
[Dense(3, Activation.Tanh)]
[Output(Loss.MeanSquaredError)]
public partial class ReadLogSoftmax;

/// <summary>What is written out of tiny networks.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.HardSigmoid)]
[Dense(4, Activation.LeakyReLU)]
[Dense(3)]
[Activation(Activation.ReLU6)]
[Dense(3, Activation.Exponential)]
[Dense(2, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class TinyActivations;

/// <summary>An exponential at the end of a tiny network.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.ReLU6)]
[Dense(2)]
[Activation(Activation.Exponential)]
[Loss(Loss.MeanSquaredError)]
public partial class TinyExponential;
