namespace NetDsl.Tests.Networks.Gradients;

// Layers that go along steps with a state. All of them are checked by GradientTests.
/// <summary>Units that fill no vector, the state after the last step.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[SimpleRNN(3)]
[Loss(Loss.MeanSquaredError)]
public partial class SimpleStates;

/// <summary>A state after each step, into another layer with another activation that goes back.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 2)]
[SimpleRNN(9, Activation.Sigmoid, ReturnSequences = true)]
[SimpleRNN(4, Activation.Linear, GoBackwards = true)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SimpleSequences;

/// <summary>A single step.</summary>
[Network(Precision = Precision.Double)]
[Input(1, 3)]
[LSTM(5)]
[Loss(Loss.MeanSquaredError)]
public partial class OneStepMemory;

/// <summary>Units that fill no vector, the states of all steps the answer.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 2)]
[LSTM(3, ReturnSequences = true)]
[Loss(Loss.MeanSquaredError)]
public partial class MemorySequences;

/// <summary>Two layers, the second back from the end; units of whole vectors and some more.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3)]
[LSTM(17, ReturnSequences = true, GoBackwards = true)]
[LSTM(8, ReturnSequences = true, UseBias = false)]
[LSTM(2, Activation.Linear, RecurrentActivation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class DeepMemory;

/// <summary>A waveform at each of six places.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 5, 2)]
[LSTM(6)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class MemoryAtPlaces;

/// <summary>A sequence between convolutions with zeros around it.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 2)]
[Conv1D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[LSTM(5, ReturnSequences = true)]
[Conv1D(2, 5, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class MemoryAmongConvolutions;

/// <summary>The reset gate after the product.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[GRU(7, ReturnSequences = true)]
[GRU(3, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class GatedStates;

/// <summary>The reset gate after the product, without a bias, at two places.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 4, 2)]
[GRU(17, UseBias = false, ReturnSequences = true, GoBackwards = true)]
[GRU(4)]
[Loss(Loss.MeanSquaredError)]
public partial class GatedAtPlaces;

/// <summary>The reset gate before the product.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[GRU(7, ResetAfter = false, ReturnSequences = true)]
[GRU(3, ResetAfter = false, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class ResetBeforeProduct;

/// <summary>The reset gate before the product, at five places.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3, 2)]
[GRU(9, ResetAfter = false, ReturnSequences = true, GoBackwards = true)]
[GRU(2, ResetAfter = false, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class ResetBeforeAtPlaces;

/// <summary>Two layers that share their parameters, one of them back from the end.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, Name = "wave")]
[GRU(5, Name = "forth")]
[GRU(5, Name = "back", From = "wave", WeightsFrom = "forth", GoBackwards = true)]
[Concatenate("forth", "back")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SharedStates;

/// <summary>Both directions, the states after all steps and then after the last, under shared parameters the second time.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[LSTM(3, Bidirectional = true, ReturnSequences = true)]
[GRU(3, Bidirectional = true, ReturnSequences = true, Name = "first")]
[GRU(3, Bidirectional = true, GoBackwards = true, WeightsFrom = "first")]
[Loss(Loss.MeanSquaredError)]
public partial class BothDirections;

/// <summary>Both directions at six places, among convolutions with zeros around them.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 4, 2)]
[Conv1D(3, 3, Padding = Padding.Same)]
[SimpleRNN(5, Bidirectional = true, ReturnSequences = true)]
[Conv1D(2, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class BothDirectionsAtPlaces;

/// <summary>Activations whose derivatives are told from what they return.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2)]
[LSTM(3, Activation.Softsign, RecurrentActivation = Activation.HardSigmoid, ReturnSequences = true)]
[GRU(5, Activation.LeakyReLU, RecurrentActivation = Activation.Softsign, ReturnSequences = true)]
[SimpleRNN(3, Activation.Exponential, ReturnSequences = true)]
[SimpleRNN(3, Activation.ReLU6)]
[Loss(Loss.MeanSquaredError)]
public partial class OtherActivationsOfSteps;
