namespace NetDsl.Tests.Networks.Lectures;

/// <summary>
/// The network of Szegedy et al. (2015) for images of a detector of 64 x 64 pixels: inception blocks of four branches, and an auxiliary output in the middle
/// whose loss counts 0.3, as there; three blocks instead of nine.
/// </summary>
[Network]
[Input(64, 64, 1)]
[Conv2D(32, 7, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3, StrideHeight = 2, StrideWidth = 2, Padding = Padding.Same)]
[Conv2D(32, 1, Activation = Activation.ReLU)]
[Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3, StrideHeight = 2, StrideWidth = 2, Padding = Padding.Same, Name = "stem")]

// the first block: 8 x 8 x 64 -> 8 x 8 x 128
[Conv2D(32, 1, Activation = Activation.ReLU, Name = "a1")]
[Conv2D(32, 1, Activation = Activation.ReLU, From = "stem")]
[Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU, Name = "a3")]
[Conv2D(8, 1, Activation = Activation.ReLU, From = "stem")]
[Conv2D(16, 5, Padding = Padding.Same, Activation = Activation.ReLU, Name = "a5")]
[MaxPooling2D(3, StrideHeight = 1, StrideWidth = 1, Padding = Padding.Same, From = "stem")]
[Conv2D(16, 1, Activation = Activation.ReLU, Name = "ap")]
[Concatenate("a1", "a3", "a5", "ap", Name = "a")]

// the auxiliary output
[AveragePooling2D(4, From = "a")]
[Conv2D(32, 1, Activation = Activation.ReLU)]
[Flatten]
[Dense(64, Activation.ReLU)]
[Dropout(0.7)]
[Dense(2, Activation.Softmax, Name = "auxiliary")]
[Output(Loss.CategoricalCrossentropy, Weight = 0.3)]

// the second block: 8 x 8 x 128 -> 8 x 8 x 160
[Conv2D(48, 1, Activation = Activation.ReLU, From = "a", Name = "b1")]
[Conv2D(32, 1, Activation = Activation.ReLU, From = "a")]
[Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU, Name = "b3")]
[Conv2D(16, 1, Activation = Activation.ReLU, From = "a")]
[Conv2D(32, 5, Padding = Padding.Same, Activation = Activation.ReLU, Name = "b5")]
[MaxPooling2D(3, StrideHeight = 1, StrideWidth = 1, Padding = Padding.Same, From = "a")]
[Conv2D(16, 1, Activation = Activation.ReLU, Name = "bp")]
[Concatenate("b1", "b3", "b5", "bp")]
[MaxPooling2D(3, StrideHeight = 2, StrideWidth = 2, Padding = Padding.Same, Name = "b")]

// the third block: 4 x 4 x 160 -> 4 x 4 x 224
[Conv2D(64, 1, Activation = Activation.ReLU, From = "b", Name = "c1")]
[Conv2D(48, 1, Activation = Activation.ReLU, From = "b")]
[Conv2D(96, 3, Padding = Padding.Same, Activation = Activation.ReLU, Name = "c3")]
[Conv2D(16, 1, Activation = Activation.ReLU, From = "b")]
[Conv2D(32, 5, Padding = Padding.Same, Activation = Activation.ReLU, Name = "c5")]
[MaxPooling2D(3, StrideHeight = 1, StrideWidth = 1, Padding = Padding.Same, From = "b")]
[Conv2D(32, 1, Activation = Activation.ReLU, Name = "cp")]
[Concatenate("c1", "c3", "c5", "cp")]

[GlobalAveragePooling2D]
[Dropout(0.4)]
[Dense(2, Activation.Softmax, Name = "class")]
[Output(Loss.CategoricalCrossentropy)]
public partial class GoogLeNet;
