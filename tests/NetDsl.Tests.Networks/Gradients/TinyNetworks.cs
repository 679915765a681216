namespace NetDsl.Tests.Networks.Gradients;

// Networks so small that they are written out without loops. All of them are checked by GradientTests.
/// <summary>One input, one unit.</summary>
[Network(Precision = Precision.Double)]
[Input(1)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class OneUnit;

/// <summary>The truth table of three inputs.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class LogicTable;

/// <summary>Labels.</summary>
[Network(Precision = Precision.Double)]
[Input(2)]
[Dense(5, Activation.ReLU)]
[Dense(3, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class TinyLabels;

/// <summary>Classes.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(5, Activation.Tanh)]
[Dense(2)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class TinyClasses;

/// <summary>No bias.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[Dense(3, Activation.Tanh, UseBias = false)]
[Dense(2, Activation.Tanh, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class TinyWithoutBias;

/// <summary>Samples that are flattened at once.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 2, 1)]
[Flatten]
[Dense(3, Activation.Sigmoid)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.MeanSquaredError)]
public partial class TinyFlattened;

/// <summary>ReLU at the end.</summary>
[Network(Precision = Precision.Double)]
[Input(4)]
[Dense(7, Activation.Tanh)]
[Dense(3, Activation.ReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class TinyRectified;
