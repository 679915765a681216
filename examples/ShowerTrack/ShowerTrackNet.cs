using NetDsl;

namespace Lecture;

/// <summary>Tells images of particle showers from images of tracks. All of its code is made by the compiler from these lines.</summary>
[Network]
[Input(32, 32, 1)]
[Conv2D(32, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(1024, Activation.ReLU)]
[Dropout(0.5)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ShowerTrackNet;
