namespace NetDsl.Tests.Networks.Lectures;

/// <summary>
/// The network of Krizhevsky, Sutskever and Hinton (2012) for images of a detector of 64 x 64 pixels: five convolutions, overlapping pooling, three dense
/// layers with dropout; narrower, as the images have one channel and two classes.
/// </summary>
[Network]
[Input(64, 64, 1)]
[Conv2D(32, 7, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3, StrideHeight = 2, StrideWidth = 2)]
[Conv2D(64, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3, StrideHeight = 2, StrideWidth = 2)]
[Conv2D(96, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(96, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3, StrideHeight = 2, StrideWidth = 2)]
[Flatten]
[Dense(256, Activation.ReLU)]
[Dropout(0.5)]
[Dense(256, Activation.ReLU)]
[Dropout(0.5)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class AlexNet;
