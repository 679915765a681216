namespace NetDsl.Tests.Networks;

/// <summary>Windows along steps at each place of two dimensions before them: padding, overlapping pooling, 1 step, all steps.</summary>
[Network]
[Input(2, 3, 11, 3)]
[Conv1D(5, 4, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling1D(3, Strides = 1, Padding = Padding.Same)]
[Conv1D(17, 1, Strides = 3, Activation = Activation.Sigmoid, UseBias = false)]
[Conv1D(4, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class Conv1DLeading;

/// <summary>Windows along steps at each place of two dimensions before them: padding, overlapping pooling, 1 step, all steps, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 11, 3)]
[Conv1D(5, 4, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling1D(3, Strides = 1, Padding = Padding.Same)]
[Conv1D(17, 1, Strides = 3, Activation = Activation.Sigmoid, UseBias = false)]
[Conv1D(4, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class Conv1DLeadingDouble;

/// <summary>Windows over images at each place of a dimension before them.</summary>
[Network]
[Input(3, 6, 5, 2)]
[Conv2D(5, 3, 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2, 3, StrideWidth = 1)]
[Conv2D(6, 2, StrideWidth = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Flatten]
[Dense(2, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class Conv2DLeading;

/// <summary>Windows over images at each place of a dimension before them, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 6, 5, 2)]
[Conv2D(5, 3, 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2, 3, StrideWidth = 1)]
[Conv2D(6, 2, StrideWidth = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Flatten]
[Dense(2, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class Conv2DLeadingDouble;

/// <summary>Waveforms of an array of detectors: windows in time with shared weights, then over the array.</summary>
[Network]
[Input(4, 4, 32, 2)]
[Conv1D(5, 7, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling1D(4)]
[Conv1D(6, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling1D(2)]
[Conv1D(7, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(9, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Flatten]
[Dense(10, Activation.ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class Detector;

/// <summary>Waveforms of an array of detectors: windows in time with shared weights, then over the array, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 4, 32, 2)]
[Conv1D(5, 7, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling1D(4)]
[Conv1D(6, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling1D(2)]
[Conv1D(7, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(9, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Flatten]
[Dense(10, Activation.ReLU)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class DetectorDouble;

/// <summary>Every layer that works along steps.</summary>
[Network]
[Input(19, 3)]
[Conv1D(6, 4, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling1D(3)]
[Conv1D(18, 3, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
public partial class OneWaveform;

/// <summary>The same layers at each of six places.</summary>
[Network]
[Input(2, 3, 19, 3)]
[Conv1D(6, 4, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling1D(3)]
[Conv1D(18, 3, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
public partial class SixWaveforms;
