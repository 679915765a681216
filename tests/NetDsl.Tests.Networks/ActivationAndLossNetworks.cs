namespace NetDsl.Tests.Networks;

// Those of Vectors/activations_losses.py, in both precisions.

/// <summary>Activations with exponentials.</summary>
[Network]
[Input(9)]
[Dense(17, Activation.SiLU)]
[Dense(11, Activation.GELU)]
[Dense(9, Activation.ELU)]
[Dense(7, Activation.SELU)]
[Dense(19, Activation.Softplus)]
[Dense(6, Activation.Softsign)]
[Dense(5, Activation.Exponential)]
[Dense(4, Activation.LogSoftmax)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ActivationsSmooth;

/// <summary>Activations with exponentials, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(9)]
[Dense(17, Activation.SiLU)]
[Dense(11, Activation.GELU)]
[Dense(9, Activation.ELU)]
[Dense(7, Activation.SELU)]
[Dense(19, Activation.Softplus)]
[Dense(6, Activation.Softsign)]
[Dense(5, Activation.Exponential)]
[Dense(4, Activation.LogSoftmax)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ActivationsSmoothDouble;

/// <summary>Activations of straight pieces.</summary>
[Network]
[Input(9)]
[Dense(17, Activation.HardSigmoid)]
[Dense(11, Activation.ReLU6)]
[Dense(33, Activation.LeakyReLU)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ActivationsPiecewise;

/// <summary>Activations of straight pieces, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(9)]
[Dense(17, Activation.HardSigmoid)]
[Dense(11, Activation.ReLU6)]
[Dense(33, Activation.LeakyReLU)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class ActivationsPiecewiseDouble;

/// <summary>Activations as layers.</summary>
[Network]
[Input(6, 5, 2)]
[Conv2D(5, 2)]
[LeakyReLU]
[MaxPooling2D(2)]
[GELU(Approximate = true)]
[Flatten]
[Dense(9)]
[ELU(Alpha = 0.5)]
[Dense(5)]
[ReLU(MaxValue = 0.8, NegativeSlope = 0.1, Threshold = 0.1)]
[Dense(3)]
[Activation(Activation.SiLU)]
[Loss(Loss.MeanSquaredError)]
public partial class ActivationLayers;

/// <summary>Activations as layers, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 2)]
[Conv2D(5, 2)]
[LeakyReLU]
[MaxPooling2D(2)]
[GELU(Approximate = true)]
[Flatten]
[Dense(9)]
[ELU(Alpha = 0.5)]
[Dense(5)]
[ReLU(MaxValue = 0.8, NegativeSlope = 0.1, Threshold = 0.1)]
[Dense(3)]
[Activation(Activation.SiLU)]
[Loss(Loss.MeanSquaredError)]
public partial class ActivationLayersDouble;

/// <summary>PReLU with a slope for each channel, each value and each unit.</summary>
[Network]
[Input(5, 4, 3)]
[Conv2D(19, 2)]
[PReLU(1, 2)]
[Conv2D(4, 2)]
[PReLU]
[Flatten]
[Dense(5)]
[PReLU]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class TrainedSlopes;

/// <summary>PReLU with a slope for each channel, each value and each unit, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 3)]
[Conv2D(19, 2)]
[PReLU(1, 2)]
[Conv2D(4, 2)]
[PReLU]
[Flatten]
[Dense(5)]
[PReLU]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class TrainedSlopesDouble;

/// <summary>MeanAbsoluteError.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.MeanAbsoluteError)]
public partial class LossMae;

/// <summary>MeanAbsoluteError, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.MeanAbsoluteError)]
public partial class LossMaeDouble;

/// <summary>MeanSquaredLogarithmicError.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Softplus)]
[Loss(Loss.MeanSquaredLogarithmicError)]
public partial class LossMsle;

/// <summary>MeanSquaredLogarithmicError, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Softplus)]
[Loss(Loss.MeanSquaredLogarithmicError)]
public partial class LossMsleDouble;

/// <summary>MeanAbsolutePercentageError.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.MeanAbsolutePercentageError)]
public partial class LossMape;

/// <summary>MeanAbsolutePercentageError, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.MeanAbsolutePercentageError)]
public partial class LossMapeDouble;

/// <summary>Huber.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.Huber, Delta = 0.7)]
public partial class LossHuber;

/// <summary>Huber, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.Huber, Delta = 0.7)]
public partial class LossHuberDouble;

/// <summary>LogCosh.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.LogCosh)]
public partial class LossLogCosh;

/// <summary>LogCosh, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.LogCosh)]
public partial class LossLogCoshDouble;

/// <summary>Poisson.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Exponential)]
[Loss(Loss.Poisson)]
public partial class LossPoisson;

/// <summary>Poisson, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Exponential)]
[Loss(Loss.Poisson)]
public partial class LossPoissonDouble;

/// <summary>CosineSimilarity.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.CosineSimilarity)]
public partial class LossCosine;

/// <summary>CosineSimilarity, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.CosineSimilarity)]
public partial class LossCosineDouble;

/// <summary>Hinge.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Tanh)]
[Loss(Loss.Hinge)]
public partial class LossHinge;

/// <summary>Hinge, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Tanh)]
[Loss(Loss.Hinge)]
public partial class LossHingeDouble;

/// <summary>SquaredHinge.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.SquaredHinge)]
public partial class LossSquaredHinge;

/// <summary>SquaredHinge, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.SquaredHinge)]
public partial class LossSquaredHingeDouble;

/// <summary>Perceptron.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.Perceptron)]
public partial class LossPerceptron;

/// <summary>Perceptron, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.Perceptron)]
public partial class LossPerceptronDouble;

/// <summary>CategoricalHinge.</summary>
[Network]
[Input(6)]
[Dense(5)]
[Loss(Loss.CategoricalHinge)]
public partial class LossCategoricalHinge;

/// <summary>CategoricalHinge, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5)]
[Loss(Loss.CategoricalHinge)]
public partial class LossCategoricalHingeDouble;

/// <summary>KullbackLeiblerDivergence.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.KullbackLeiblerDivergence)]
public partial class LossKld;

/// <summary>KullbackLeiblerDivergence, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.KullbackLeiblerDivergence)]
public partial class LossKldDouble;

/// <summary>SparseCategoricalCrossentropy.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class LossSparse;

/// <summary>SparseCategoricalCrossentropy, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class LossSparseDouble;

/// <summary>SparseCategoricalCrossentropy.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.LogSoftmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class LossSparseLogs;

/// <summary>SparseCategoricalCrossentropy, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.LogSoftmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class LossSparseLogsDouble;

/// <summary>BinaryFocalCrossentropy.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryFocalCrossentropy, Alpha = 0.3, ApplyClassBalancing = true, Gamma = 1.5, LabelSmoothing = 0.1)]
public partial class LossBinaryFocal;

/// <summary>BinaryFocalCrossentropy, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryFocalCrossentropy, Alpha = 0.3, ApplyClassBalancing = true, Gamma = 1.5, LabelSmoothing = 0.1)]
public partial class LossBinaryFocalDouble;

/// <summary>CategoricalFocalCrossentropy.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalFocalCrossentropy)]
public partial class LossCategoricalFocal;

/// <summary>CategoricalFocalCrossentropy, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalFocalCrossentropy)]
public partial class LossCategoricalFocalDouble;

/// <summary>BinaryCrossentropy.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy, LabelSmoothing = 0.2)]
public partial class LossBceSmoothed;

/// <summary>BinaryCrossentropy, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy, LabelSmoothing = 0.2)]
public partial class LossBceSmoothedDouble;

/// <summary>CategoricalCrossentropy.</summary>
[Network]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy, LabelSmoothing = 0.2)]
public partial class LossCceSmoothed;

/// <summary>CategoricalCrossentropy, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy, LabelSmoothing = 0.2)]
public partial class LossCceSmoothedDouble;
