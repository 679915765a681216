namespace NetDsl.Tests.Networks;

/// <summary>
/// Every kind of layer, dropout at two rates, widths that fill no vector, and more parameters than the optimiser gives to one thread.
/// </summary>
[Network]
[Input(10, 10, 1)]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(201, Activation.Tanh)]
[Dropout(0.5)]
[Dense(33, Activation.ReLU)]
[Dropout(0.2)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class EveryLayer;

/// <summary>Lets values through a mask: with the unit matrix as kernel the outputs are what dropout made of the inputs.</summary>
[Network]
[Input(200)]
[Dropout(0.3)]
[Dropout(0.3)]
[Dense(200, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class MaskedTwice;

/// <summary>Lets values through a mask, once.</summary>
[Network]
[Input(200)]
[Dropout(0.3)]
[Dense(200, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class MaskedOnce;

/// <summary>The exercise of the first lecture: the truth table of three inputs.</summary>
[Network]
[Input(3)]
[Dense(4, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class TruthTable;

/// <summary>Handwritten digits as plain vectors.</summary>
[Network]
[Input(28, 28, 1)]
[Flatten]
[Dense(128, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class Digits;
