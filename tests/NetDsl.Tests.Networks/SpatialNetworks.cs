namespace NetDsl.Tests.Networks;

/// <summary>Pooling, upsampling and edges of images.</summary>
[Network]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[ZeroPadding2D(1, 0, 2, 1)]
[AveragePooling2D(3, 2, Strides = 2, Padding = Padding.Same)]
[UpSampling2D(2, 3, Interpolation = Interpolation.Bilinear)]
[Cropping2D(1, 0, 0, 2)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MinPooling2D(2, StrideHeight = 1)]
[UpSampling2D(1, 2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SpatialImages;

/// <summary>Pooling, upsampling and edges of images, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[ZeroPadding2D(1, 0, 2, 1)]
[AveragePooling2D(3, 2, Strides = 2, Padding = Padding.Same)]
[UpSampling2D(2, 3, Interpolation = Interpolation.Bilinear)]
[Cropping2D(1, 0, 0, 2)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MinPooling2D(2, StrideHeight = 1)]
[UpSampling2D(1, 2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SpatialImagesDouble;

/// <summary>Pooling, upsampling and edges of volumes.</summary>
[Network]
[Input(3, 4, 5, 2)]
[Dense(3, Activation.Tanh)]
[MaxPooling3D(2, Padding = Padding.Same)]
[ZeroPadding3D(0, 0, 0, 1, 1, 0)]
[AveragePooling3D(2, 3, 1, Strides = 1, StrideHeight = 2)]
[UpSampling3D(2, 1, 2)]
[MinPooling3D(3, 1, 2, Strides = 1, StrideWidth = 2, Padding = Padding.Same)]
[Cropping3D(1, 0, 0, 0, 0, 0)]
[GlobalMaxPooling3D]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SpatialVolumes;

/// <summary>Pooling, upsampling and edges of volumes, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 5, 2)]
[Dense(3, Activation.Tanh)]
[MaxPooling3D(2, Padding = Padding.Same)]
[ZeroPadding3D(0, 0, 0, 1, 1, 0)]
[AveragePooling3D(2, 3, 1, Strides = 1, StrideHeight = 2)]
[UpSampling3D(2, 1, 2)]
[MinPooling3D(3, 1, 2, Strides = 1, StrideWidth = 2, Padding = Padding.Same)]
[Cropping3D(1, 0, 0, 0, 0, 0)]
[GlobalMaxPooling3D]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SpatialVolumesDouble;

/// <summary>Layers that rearrange values.</summary>
[Network]
[Input(5, 6)]
[Dense(4, Activation.Tanh)]
[Permute(2, 1)]
[Dense(3, Activation.Sigmoid)]
[Reshape(2, -1)]
[UpSampling1D(3)]
[Conv1D(5, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Reshape(5, 2, 3)]
[Permute(3, 1, 2)]
[GlobalMinPooling2D]
[RepeatVector(4)]
[AveragePooling1D(3, Strides = 1, Padding = Padding.Same)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SpatialOrders;

/// <summary>Layers that rearrange values, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6)]
[Dense(4, Activation.Tanh)]
[Permute(2, 1)]
[Dense(3, Activation.Sigmoid)]
[Reshape(2, -1)]
[UpSampling1D(3)]
[Conv1D(5, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Reshape(5, 2, 3)]
[Permute(3, 1, 2)]
[GlobalMinPooling2D]
[RepeatVector(4)]
[AveragePooling1D(3, Strides = 1, Padding = Padding.Same)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SpatialOrdersDouble;
