namespace NetDsl.Tests.Networks;

// What PyTorch is asked about recurrent layers and embeddings, in both precisions, and what their tests train.
/// <summary>States that are their own output, forth and back.</summary>
[Network]
[Input(6, 3)]
[SimpleRNN(18, Activation.ReLU, ReturnSequences = true)]
[SimpleRNN(4, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class SimpleRnn;

/// <summary>States that are their own output, forth and back, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[SimpleRNN(18, Activation.ReLU, ReturnSequences = true)]
[SimpleRNN(4, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class SimpleRnnDouble;

/// <summary>Memories, forth and back.</summary>
[Network]
[Input(7, 3)]
[LSTM(17, ReturnSequences = true)]
[LSTM(5, GoBackwards = true)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class Lstm;

/// <summary>Memories, forth and back, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 3)]
[LSTM(17, ReturnSequences = true)]
[LSTM(5, GoBackwards = true)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class LstmDouble;

/// <summary>Memories at each of six places.</summary>
[Network]
[Input(2, 3, 5, 2)]
[LSTM(6, ReturnSequences = true, GoBackwards = true)]
[LSTM(3)]
[Loss(Loss.MeanSquaredError)]
public partial class LstmLeading;

/// <summary>Memories at each of six places, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 5, 2)]
[LSTM(6, ReturnSequences = true, GoBackwards = true)]
[LSTM(3)]
[Loss(Loss.MeanSquaredError)]
public partial class LstmLeadingDouble;

/// <summary>Memories of both directions.</summary>
[Network]
[Input(6, 3)]
[LSTM(7, Bidirectional = true, ReturnSequences = true)]
[LSTM(3, Bidirectional = true)]
[Loss(Loss.MeanSquaredError)]
public partial class LstmBidirectional;

/// <summary>Memories of both directions, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[LSTM(7, Bidirectional = true, ReturnSequences = true)]
[LSTM(3, Bidirectional = true)]
[Loss(Loss.MeanSquaredError)]
public partial class LstmBidirectionalDouble;

/// <summary>Gated units, forth and back.</summary>
[Network]
[Input(6, 3)]
[GRU(13, ReturnSequences = true)]
[GRU(4, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class Gru;

/// <summary>Gated units, forth and back, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 3)]
[GRU(13, ReturnSequences = true)]
[GRU(4, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class GruDouble;

/// <summary>Gated units with the reset gate before the product.</summary>
[Network]
[Input(5, 3)]
[GRU(7, ResetAfter = false, ReturnSequences = true)]
[GRU(4, ResetAfter = false, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class GruResetBefore;

/// <summary>Gated units with the reset gate before the product, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[GRU(7, ResetAfter = false, ReturnSequences = true)]
[GRU(4, ResetAfter = false, GoBackwards = true)]
[Loss(Loss.MeanSquaredError)]
public partial class GruResetBeforeDouble;

/// <summary>Vectors by whole numbers, and a memory of them.</summary>
[Network]
[Input(6)]
[Embedding(11, 5)]
[LSTM(4)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class Embedded;

/// <summary>Vectors by whole numbers, and a memory of them, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Embedding(11, 5)]
[LSTM(4)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class EmbeddedDouble;

/// <summary>Vectors that fill no whole vector of the machine, by the numbers of two dimensions.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4)]
[Embedding(7, 9)]
[Flatten]
[Dense(2, Activation.Tanh)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class EmbeddedDouble2D;

/// <summary>A waveform, told by its shape.</summary>
[Network]
[Input(24, 1)]
[LSTM(12)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class PulseShape;

/// <summary>Each kind of recurrent layer after another, of widths that fill no vector.</summary>
[Network]
[Input(9, 2)]
[SimpleRNN(20, ReturnSequences = true)]
[LSTM(33, ReturnSequences = true)]
[GRU(18, ReturnSequences = true, GoBackwards = true)]
[GRU(5, ResetAfter = false)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class RecurrentLayers;
