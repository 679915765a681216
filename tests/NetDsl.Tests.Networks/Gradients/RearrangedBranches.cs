namespace NetDsl.Tests.Networks.Gradients;

// Layers that rearrange, pool or change values beside other readers of the same input, whose gradients are added up. All of them are checked by GradientTests.
/// <summary>Zeros around, and the middle of, one and the same image.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh, Name = "a")]
[ZeroPadding2D(1, 0, 0, 1, Name = "b")]
[Conv2D(3, 2, Activation = Activation.ReLU, Name = "c")]
[Cropping2D(1, 1, 1, 0, From = "a")]
[UpSampling2D(2, Name = "d")]
[Cropping2D(0, 0, 0, 1)]
[Flatten(Name = "e")]
[Flatten(From = "c", Name = "g")]
[Concatenate("e", "g")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchOfZeros;

/// <summary>One and the same image in other orders.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, 2)]
[Conv2D(5, 1, Activation = Activation.Sigmoid, Name = "a")]
[Permute(2, 1, 3)]
[Permute(2, 1, 3, Name = "b")]
[Permute(3, 1, 2, From = "a")]
[Permute(2, 3, 1, Name = "c")]
[Reshape(12, 5, From = "a")]
[Reshape(4, 3, 5, Name = "d")]
[Add("a", "b", "c", "d")]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchOfOrders;

/// <summary>One and the same rows, that end within those of another shape.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3)]
[Dense(5, Activation.Tanh, Name = "a")]
[Reshape(5, 4, Name = "b")]
[Permute(2, 1)]
[Add("a", "permute_0")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchOfPaddedRows;

/// <summary>Pools that leave values out, beside others of the same image.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 7, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh, Name = "a")]
[AveragePooling2D(2, Strides = 3, Name = "b")]
[MinPooling2D(2, Strides = 3, From = "a", Name = "c")]
[GlobalMaxPooling2D(From = "a", KeepDims = true)]
[UpSampling2D(1, 2, Interpolation = Interpolation.Bilinear, Name = "d")]
[MaxPooling2D(2, Strides = 3, From = "a", Name = "e")]
[Concatenate("b", "c", "e")]
[Conv2D(3, 1)]
[Add("conv2d_1", "d")]
[Loss(Loss.MeanSquaredError)]
public partial class BranchOfPools;

/// <summary>Lines between pixels beside the pixels themselves, repeated.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 3, 2)]
[Conv2D(3, 2, Activation = Activation.Sigmoid, Name = "a")]
[UpSampling2D(2, Interpolation = Interpolation.Bilinear, Name = "b")]
[UpSampling2D(2, From = "a", Name = "c")]
[Multiply("b", "c")]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchOfLines;

/// <summary>A vector that is repeated, and itself.</summary>
[Network(Precision = Precision.Double)]
[Input(4)]
[Dense(5, Activation.Tanh, Name = "a")]
[RepeatVector(3)]
[GlobalAveragePooling1D(Name = "b")]
[Add("a", "b")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchOfRepetitions;

/// <summary>Noise of several kinds beside what it changes.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3)]
[Conv1D(5, 2, Activation = Activation.Tanh, Name = "a")]
[GaussianNoise(0.3, Name = "b")]
[GaussianDropout(0.3, From = "a", Name = "c")]
[SpatialDropout1D(0.4, From = "a", Name = "d")]
[AlphaDropout(0.3, From = "a", Name = "e")]
[Add("a", "b", "c", "d", "e")]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class NoiseBesideItself;
