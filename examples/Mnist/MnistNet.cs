using NetDsl;

namespace Lecture;

/// <summary>Reads handwritten digits as plain vectors of pixels.</summary>
[Network]
[Input(28, 28, 1)]
[Flatten]
[Dense(128, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class MnistNet;
