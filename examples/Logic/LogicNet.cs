using NetDsl;

namespace Lecture;

/// <summary>Four hidden units and one answer: the smallest network that learns a truth table.</summary>
[Network]
[Input(3)]
[Dense(4, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class LogicNet;
