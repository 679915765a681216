namespace NetDsl.Tests.Networks.Gradients;

// Dense layers of odd widths, over vectors and over leading dimensions. All of them are checked by GradientTests.
/// <summary>One input, layers of 300 and 1.</summary>
[Network(Precision = Precision.Double)]
[Input(1)]
[Dense(300, Activation.Tanh)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class OneToMany;

/// <summary>300 inputs, layers of 33 and 2.</summary>
[Network(Precision = Precision.Double)]
[Input(300)]
[Dense(33, Activation.Sigmoid)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ManyToTwo;

/// <summary>Layers of 1, 2, 3, 5, 17 and 33.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[Dense(33, Activation.Tanh)]
[Dense(17, Activation.Sigmoid)]
[Dense(1, Activation.Tanh)]
[Dense(3)]
[Dense(2, Activation.Tanh)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class OddWidths;

/// <summary>Two wide layers, several panels of columns with a remainder.</summary>
[Network(Precision = Precision.Double)]
[Input(70)]
[Dense(300, Activation.Tanh)]
[Dense(101, Activation.Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class WideLayers;

/// <summary>ReLU between layers and at the end.</summary>
[Network(Precision = Precision.Double)]
[Input(17)]
[Dense(40, Activation.ReLU)]
[Dense(19, Activation.ReLU)]
[Dense(9, Activation.ReLU)]
[Loss(Loss.MeanSquaredError)]
public partial class RectifiedLayers;

/// <summary>Softmax between layers.</summary>
[Network(Precision = Precision.Double)]
[Input(9)]
[Dense(21, Activation.Softmax)]
[Dense(11, Activation.Softmax)]
[Dense(4)]
[Loss(Loss.MeanSquaredError)]
public partial class SoftmaxBetween;

/// <summary>No bias anywhere.</summary>
[Network(Precision = Precision.Double)]
[Input(12)]
[Dense(18, Activation.Tanh, UseBias = false)]
[Dense(6, Activation.Sigmoid, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class WithoutBias;

/// <summary>Three places that share a kernel.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 7)]
[Dense(17, Activation.Tanh)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class FewPlaces;

/// <summary>Fifteen places that share a kernel, a class for each.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3, 6)]
[Dense(35, Activation.Sigmoid)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ManyPlaces;

/// <summary>Places that share a kernel, then all of them together.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 5)]
[Dense(3, Activation.ReLU)]
[Flatten]
[Dense(20, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class PlacesThenFlat;

/// <summary>Samples that are flattened at once.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 5)]
[Flatten]
[Dense(18, Activation.Sigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class FlatInput;
