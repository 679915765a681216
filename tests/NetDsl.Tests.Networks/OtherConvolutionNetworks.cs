namespace NetDsl.Tests.Networks;

/// <summary>Gaps between the taps, and all zeros before the first step.</summary>
[Network]
[Input(2, 13, 3)]
[Conv1D(5, 3, DilationRate = 2, Padding = Padding.Causal, Activation = Activation.Tanh)]
[Conv1D(17, 2, DilationRate = 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv1D(3, 4, Strides = 2, Padding = Padding.Causal, Activation = Activation.ReLU)]
[Conv1D(2, 2, DilationRate = 4)]
[Loss(Loss.MeanSquaredError)]
public partial class DilatedSteps;

/// <summary>Gaps between the taps, and all zeros before the first step, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 13, 3)]
[Conv1D(5, 3, DilationRate = 2, Padding = Padding.Causal, Activation = Activation.Tanh)]
[Conv1D(17, 2, DilationRate = 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv1D(3, 4, Strides = 2, Padding = Padding.Causal, Activation = Activation.ReLU)]
[Conv1D(2, 2, DilationRate = 4)]
[Loss(Loss.MeanSquaredError)]
public partial class DilatedStepsDouble;

/// <summary>Kernels over volumes, with strides along one direction.</summary>
[Network]
[Input(5, 4, 6, 2)]
[Conv3D(3, 2, 3, 2, StrideHeight = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv3D(4, 2, 2, 3, StrideDepth = 2, Activation = Activation.Sigmoid)]
[Conv3D(2, 2, 1, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class Volumes;

/// <summary>Kernels over volumes, with strides along one direction, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 6, 2)]
[Conv3D(3, 2, 3, 2, StrideHeight = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv3D(4, 2, 2, 3, StrideDepth = 2, Activation = Activation.Sigmoid)]
[Conv3D(2, 2, 1, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class VolumesDouble;

/// <summary>Channel by channel over images: zeros around, strides, several outputs a channel, gaps.</summary>
[Network]
[Input(8, 7, 5)]
[DepthwiseConv2D(3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[DepthwiseConv2D(2, 3, Strides = 2, DepthMultiplier = 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[DepthwiseConv2D(2, DilationRate = 2, UseBias = false, Activation = Activation.ReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class Depthwise;

/// <summary>Channel by channel over images: zeros around, strides, several outputs a channel, gaps, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 7, 5)]
[DepthwiseConv2D(3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[DepthwiseConv2D(2, 3, Strides = 2, DepthMultiplier = 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[DepthwiseConv2D(2, DilationRate = 2, UseBias = false, Activation = Activation.ReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class DepthwiseDouble;

/// <summary>Channel by channel along steps.</summary>
[Network]
[Input(2, 14, 17)]
[DepthwiseConv1D(5, DilationRate = 2, DepthMultiplier = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[DepthwiseConv1D(3, Strides = 2)]
[Loss(Loss.MeanSquaredError)]
public partial class DepthwiseSteps;

/// <summary>Channel by channel along steps, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 14, 17)]
[DepthwiseConv1D(5, DilationRate = 2, DepthMultiplier = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[DepthwiseConv1D(3, Strides = 2)]
[Loss(Loss.MeanSquaredError)]
public partial class DepthwiseStepsDouble;

/// <summary>Channel by channel, then place by place.</summary>
[Network]
[Input(6, 7, 4)]
[SeparableConv2D(6, 3, Strides = 2, DepthMultiplier = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[SeparableConv2D(18, 2, 3, Activation = Activation.Sigmoid)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class Separable;

/// <summary>Channel by channel, then place by place, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 7, 4)]
[SeparableConv2D(6, 3, Strides = 2, DepthMultiplier = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[SeparableConv2D(18, 2, 3, Activation = Activation.Sigmoid)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SeparableDouble;

/// <summary>Channel by channel, then place by place, along steps.</summary>
[Network]
[Input(2, 11, 3)]
[SeparableConv1D(5, 3, DilationRate = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[SeparableConv1D(3, 4, Strides = 3)]
[Loss(Loss.MeanSquaredError)]
public partial class SeparableSteps;

/// <summary>Channel by channel, then place by place, along steps, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 11, 3)]
[SeparableConv1D(5, 3, DilationRate = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[SeparableConv1D(3, 4, Strides = 3)]
[Loss(Loss.MeanSquaredError)]
public partial class SeparableStepsDouble;

/// <summary>From few places to many over images: strides, an output padding, a stride larger than its kernel.</summary>
[Network]
[Input(3, 4, 5)]
[Conv2DTranspose(6, 3, 2, Strides = 2, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv2DTranspose(3, 4, 3, StrideHeight = 2, OutputPaddingHeight = 1, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2DTranspose(2, 1, 2, StrideWidth = 3)]
[Loss(Loss.MeanSquaredError)]
public partial class Transposed;

/// <summary>From few places to many over images: strides, an output padding, a stride larger than its kernel, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 5)]
[Conv2DTranspose(6, 3, 2, Strides = 2, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv2DTranspose(3, 4, 3, StrideHeight = 2, OutputPaddingHeight = 1, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2DTranspose(2, 1, 2, StrideWidth = 3)]
[Loss(Loss.MeanSquaredError)]
public partial class TransposedDouble;

/// <summary>From few places to many along steps.</summary>
[Network]
[Input(2, 5, 3)]
[Conv1DTranspose(5, 4, Strides = 3, OutputPadding = 2, Activation = Activation.ReLU)]
[Conv1DTranspose(2, 3, DilationRate = 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class TransposedSteps;

/// <summary>From few places to many along steps, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 5, 3)]
[Conv1DTranspose(5, 4, Strides = 3, OutputPadding = 2, Activation = Activation.ReLU)]
[Conv1DTranspose(2, 3, DilationRate = 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class TransposedStepsDouble;
