namespace NetDsl.Tests.Networks.Gradients;

// Convolutions with gaps, over volumes, channel by channel, and the way back as a layer. All of them are checked by GradientTests.
/// <summary>Gaps of different sizes in both directions.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 9, 2)]
[Conv2D(5, 3, 2, DilationHeight = 2, DilationWidth = 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(3, 2, DilationRate = 3)]
[Loss(Loss.MeanSquaredError)]
public partial class WindowWithGaps;

/// <summary>All zeros before the first step, with gaps and with strides.</summary>
[Network(Precision = Precision.Double)]
[Input(11, 3)]
[Conv1D(5, 3, DilationRate = 2, Padding = Padding.Causal, Activation = Activation.Sigmoid)]
[Conv1D(2, 4, Strides = 3, Padding = Padding.Causal)]
[Loss(Loss.MeanSquaredError)]
public partial class CausalWindow;

/// <summary>All zeros before the first step, by a minimal filter.</summary>
[Network(Precision = Precision.Double)]
[Input(13, 16)]
[Conv1D(16, 4, Padding = Padding.Causal, Activation = Activation.Tanh)]
[Conv1D(16, 3, Padding = Padding.Causal)]
[Loss(Loss.MeanSquaredError)]
public partial class CausalFilter;

/// <summary>Three directions, strides along one of them.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 5, 4, 2)]
[Conv3D(3, 2, 3, 2, StrideHeight = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv3D(9, 2, 2, 3, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class WindowOverVolumes;

/// <summary>Windows over each channel, a first layer and others, more channels than a vector.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 6, 11)]
[DepthwiseConv2D(3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[DepthwiseConv2D(2, 3, Strides = 2, Activation = Activation.Tanh)]
[DepthwiseConv2D(1, 2, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class ChannelByChannel;

/// <summary>Two, three and five outputs of each channel, in and beyond vectors.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 9, 3)]
[DepthwiseConv1D(3, DepthMultiplier = 2, DilationRate = 2, Activation = Activation.Tanh)]
[DepthwiseConv1D(2, DepthMultiplier = 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[DepthwiseConv1D(2, DepthMultiplier = 5)]
[Loss(Loss.MeanSquaredError)]
public partial class SeveralOutputsOfAChannel;

/// <summary>Strides longer than the kernel.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 7, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[DepthwiseConv2D(1, 2, StrideHeight = 3, StrideWidth = 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class ChannelsThatAStrideLeavesOut;

/// <summary>More taps than are written out one after the other.</summary>
[Network(Precision = Precision.Double)]
[Input(23, 3)]
[DepthwiseConv1D(37, Padding = Padding.Same, Activation = Activation.Tanh)]
[DepthwiseConv1D(23)]
[Loss(Loss.MeanSquaredError)]
public partial class LongRowOfTaps;

/// <summary>Channel by channel, then place by place.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 3)]
[SeparableConv2D(5, 3, DepthMultiplier = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[SeparableConv2D(2, 2, 3, StrideHeight = 2, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class ChannelsThenPlaces;

/// <summary>Transposed windows with strides, after an activation that is not 0 at 0.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 3)]
[Conv2D(5, 2, Activation = Activation.Sigmoid)]
[Conv2DTranspose(3, 3, 2, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2DTranspose(2, 2, 1, StrideHeight = 1, StrideWidth = 3)]
[Loss(Loss.MeanSquaredError)]
public partial class FromFewToMany;

/// <summary>Transposed windows over the samples, with an output padding and with gaps.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 5, 3)]
[Conv1DTranspose(5, 4, Strides = 3, OutputPadding = 2, Activation = Activation.ReLU)]
[Conv1DTranspose(2, 3, DilationRate = 2, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class FromFewToManyAlongSteps;
