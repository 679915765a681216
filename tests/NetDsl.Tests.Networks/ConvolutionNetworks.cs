namespace NetDsl.Tests.Networks;

/// <summary>Valid windows, ReLU, pooling, softmax and cross-entropy fused.</summary>
[Network]
[Input(9, 8, 3)]
[Conv2D(5, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(6, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ConvolutionValid;

/// <summary>Valid windows, ReLU, pooling, softmax and cross-entropy fused, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 8, 3)]
[Conv2D(5, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(6, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ConvolutionValidDouble;

/// <summary>Rectangular and 1 x 1 kernels, odd padding, overlapping pooling, sigmoid and cross-entropy fused.</summary>
[Network]
[Input(9, 8, 2)]
[Conv2D(5, 3, 2, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(6, 1, Activation = Activation.Sigmoid)]
[MaxPooling2D(3, Strides = 1, Padding = Padding.Same)]
[Conv2D(4, 2, 4, StrideWidth = 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Flatten]
[Dropout(0.4)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class ConvolutionSame;

/// <summary>Rectangular and 1 x 1 kernels, odd padding, overlapping pooling, sigmoid and cross-entropy fused, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 8, 2)]
[Conv2D(5, 3, 2, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(6, 1, Activation = Activation.Sigmoid)]
[MaxPooling2D(3, Strides = 1, Padding = Padding.Same)]
[Conv2D(4, 2, 4, StrideWidth = 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Flatten]
[Dropout(0.4)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class ConvolutionSameDouble;

/// <summary>Steps longer than the kernel, no bias, more channels than a vector of doubles, a kernel of the full size.</summary>
[Network]
[Input(12, 14, 1)]
[Conv2D(17, 2, Strides = 3, Activation = Activation.Tanh, UseBias = false)]
[MaxPooling2D(2, 3, StrideHeight = 1, StrideWidth = 2, Padding = Padding.Same)]
[Conv2D(6, 4, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class ConvolutionStrided;

/// <summary>Steps longer than the kernel, no bias, more channels than a vector of doubles, a kernel of the full size, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(12, 14, 1)]
[Conv2D(17, 2, Strides = 3, Activation = Activation.Tanh, UseBias = false)]
[MaxPooling2D(2, 3, StrideHeight = 1, StrideWidth = 2, Padding = Padding.Same)]
[Conv2D(6, 4, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class ConvolutionStridedDouble;

/// <summary>An image as the answer, softmax over channels.</summary>
[Network]
[Input(5, 7, 2)]
[Conv2D(4, 3, 5, Padding = Padding.Same, Activation = Activation.Softmax)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class ConvolutionOutput;

/// <summary>An image as the answer, softmax over channels, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 7, 2)]
[Conv2D(4, 3, 5, Padding = Padding.Same, Activation = Activation.Softmax)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class ConvolutionOutputDouble;

/// <summary>Pooling as the last layer.</summary>
[Network]
[Input(7, 5, 3)]
[Conv2D(4, 2)]
[MaxPooling2D(3, 2, Strides = 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolingOutput;

/// <summary>Pooling as the last layer, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 5, 3)]
[Conv2D(4, 2)]
[MaxPooling2D(3, 2, Strides = 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolingOutputDouble;
