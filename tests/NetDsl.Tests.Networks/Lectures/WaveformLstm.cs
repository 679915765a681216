namespace NetDsl.Tests.Networks.Lectures;

/// <summary>A recurrent network over the waveform of a detector: 64 time bins of two layers, and the class of the pulse.</summary>
[Network]
[Input(64, 2)]
[LSTM(32)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class WaveformLstm;
