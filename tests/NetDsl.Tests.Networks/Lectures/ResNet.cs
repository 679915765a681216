namespace NetDsl.Tests.Networks.Lectures;

/// <summary>
/// A residual network (He et al. 2016) for images of a detector of 64 x 64 pixels: blocks of two convolutions, each followed by a batch normalisation,
/// whose result is added to what they took; where the image shrinks, the shortcut is a convolution of 1 x 1 pixels. The moving statistics follow in tens of steps,
/// since training takes few.
/// </summary>
[Network]
[Input(64, 64, 1)]
[Conv2D(16, 5, Strides = 2, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.ReLU)]
[MaxPooling2D(2, Name = "stem")]

// 16 x 16 x 16
[Conv2D(16, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.ReLU)]
[Conv2D(16, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Add("stem")]
[Activation(Activation.ReLU, Name = "first")]

// 8 x 8 x 32
[Conv2D(32, 1, Strides = 2, UseBias = false)]
[BatchNormalization(Momentum = 0.9, Name = "shortcut")]
[Conv2D(32, 3, Strides = 2, Padding = Padding.Same, UseBias = false, From = "first")]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.ReLU)]
[Conv2D(32, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Add("shortcut")]
[Activation(Activation.ReLU, Name = "second")]

// 4 x 4 x 64
[Conv2D(64, 1, Strides = 2, UseBias = false)]
[BatchNormalization(Momentum = 0.9, Name = "shortcut2")]
[Conv2D(64, 3, Strides = 2, Padding = Padding.Same, UseBias = false, From = "second")]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.ReLU)]
[Conv2D(64, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Add("shortcut2")]
[Activation(Activation.ReLU)]

[GlobalAveragePooling2D]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ResNet;
