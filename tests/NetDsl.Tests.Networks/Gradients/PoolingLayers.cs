namespace NetDsl.Tests.Networks.Gradients;

// Max-pooling of every kind of window, after every activation. All of them are checked by GradientTests.
/// <summary>2 x 2 after tanh, then a convolution.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 6, 2)]
[Conv2D(5, 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling2D]
[Conv2D(3, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolsOfTwo;

/// <summary>2 x 3 after ReLU.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 7, 2)]
[Conv2D(4, 3, Activation = Activation.ReLU)]
[MaxPooling2D(2, 3)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolAfterReLU;

/// <summary>3 x 3, step 1 and 2, after sigmoid.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 8, 3)]
[Conv2D(5, 2, Activation = Activation.Sigmoid)]
[MaxPooling2D(3, StrideHeight = 1, StrideWidth = 2)]
[Conv2D(2, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class OverlappingPools;

/// <summary>3 x 2, step 2, beyond the edge, after a linear convolution.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 5, 2)]
[Conv2D(9, 2)]
[MaxPooling2D(3, 2, Strides = 2, Padding = Padding.Same)]
[Conv2D(2, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class SamePools;

/// <summary>2 x 2, step 3, which leaves pixels out.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 8, 1)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[MaxPooling2D(2, Strides = 3)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class GapsBetweenPools;

/// <summary>Pooling of the samples themselves.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 6, 3)]
[MaxPooling2D(2)]
[Conv2D(4, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolFirst;

/// <summary>Overlapping pooling of the samples themselves.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 1)]
[MaxPooling2D(3, Strides = 1, Padding = Padding.Same)]
[Conv2D(4, 2, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class OverlappingPoolFirst;

/// <summary>Pooling of pooling.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 9, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[MaxPooling2D(2, Strides = 1)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolOfPool;

/// <summary>Pooling as the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 3)]
[Conv2D(17, 2, Activation = Activation.Tanh)]
[MaxPooling2D(2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolLast;

/// <summary>2 x 2 after a softmax over the channels.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 5, 2)]
[Conv2D(4, 2, Activation = Activation.Softmax)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PoolAfterSoftmax;

/// <summary>One window for the whole image, larger than is written out.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 6, 2)]
[Conv2D(5, 2, Activation = Activation.Tanh)]
[MaxPooling2D(6, 5)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class WholeImagePool;

/// <summary>5 x 5, step 2, larger than is written out.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 8, 1)]
[Conv2D(3, 2, Activation = Activation.ReLU)]
[MaxPooling2D(5, Strides = 2, Padding = Padding.Same)]
[Conv2D(2, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class LargeOverlappingPool;

/// <summary>The largest of the largest, then their mean, none of whose windows leave a value out.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 8, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[MaxPooling2D(1, 2)]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
public partial class PoolsOfPools;
