namespace NetDsl.Tests.Networks;

// A loss from probabilities, without the fused form, is what these test.
#pragma warning disable NETDSL022

/// <summary>Every activation between layers of odd widths.</summary>
[Network]
[Input(17)]
[Dense(19, Activation.Sigmoid)]
[Dense(7, Activation.Softmax)]
[Dense(33, Activation.ReLU)]
[Dense(5, Activation.Tanh, UseBias = false)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class DenseActivations;

/// <summary>Every activation between layers of odd widths, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(17)]
[Dense(19, Activation.Sigmoid)]
[Dense(7, Activation.Softmax)]
[Dense(33, Activation.ReLU)]
[Dense(5, Activation.Tanh, UseBias = false)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class DenseActivationsDouble;

/// <summary>One kernel for all leading positions, a class for each.</summary>
[Network]
[Input(2, 3, 5)]
[Dense(7, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class DenseLeading;

/// <summary>One kernel for all leading positions, a class for each, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 5)]
[Dense(7, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class DenseLeadingDouble;

/// <summary>Squared errors of a softmax.</summary>
[Network]
[Input(4)]
[Dense(6, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.MeanSquaredError)]
public partial class MseSoftmax;

/// <summary>Squared errors of a softmax, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(4)]
[Dense(6, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.MeanSquaredError)]
public partial class MseSoftmaxDouble;

/// <summary>Squared errors of sigmoids.</summary>
[Network]
[Input(3)]
[Dense(4, Activation.Sigmoid)]
[Dense(2, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class MseSigmoid;

/// <summary>Squared errors of sigmoids, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Sigmoid)]
[Dense(2, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class MseSigmoidDouble;

/// <summary>Squared errors of tanh.</summary>
[Network]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class MseTanh;

/// <summary>Squared errors of tanh, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class MseTanhDouble;

/// <summary>Squared errors of ReLU.</summary>
[Network]
[Input(3)]
[Dense(9, Activation.Tanh)]
[Dense(5, Activation.ReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class MseReLU;

/// <summary>Squared errors of ReLU, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(9, Activation.Tanh)]
[Dense(5, Activation.ReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class MseReLUDouble;

/// <summary>Several labels at once.</summary>
[Network]
[Input(6)]
[Dense(8, Activation.Tanh)]
[Dense(7, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class BceLabels;

/// <summary>Several labels at once, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(8, Activation.Tanh)]
[Dense(7, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class BceLabelsDouble;

/// <summary>Binary cross-entropy from probabilities.</summary>
[Network]
[Input(4)]
[Dense(8, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.BinaryCrossentropy)]
public partial class BceSoftmax;

/// <summary>Binary cross-entropy from probabilities, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(4)]
[Dense(8, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.BinaryCrossentropy)]
public partial class BceSoftmaxDouble;

/// <summary>Categorical cross-entropy from probabilities.</summary>
[Network]
[Input(4)]
[Dense(8, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class CceSigmoid;

/// <summary>Categorical cross-entropy from probabilities, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(4)]
[Dense(8, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class CceSigmoidDouble;
