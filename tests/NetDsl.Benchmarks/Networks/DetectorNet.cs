namespace NetDsl.Benchmarks.Networks;

/// <summary>
/// detector: waveforms of two layers of 6 x 6 detectors in 128 time bins. Convolutions in time with shared weights give each detector 28 features,
/// then come convolutions over the array, then dense layers.
/// </summary>
[Network]
[Input(6, 6, 128, 2)]
[Conv1D(16, 7, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling1D(4)]
[Conv1D(24, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling1D(4)]
[Conv1D(28, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(96, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Flatten]
[Dense(64, Activation.ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class DetectorNet;
