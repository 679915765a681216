namespace NetDsl.Tests.Networks.Gradients;

// Each loss with each last activation, over vectors and over images. All of them are checked by GradientTests.
// A loss from probabilities, without the fused form, is part of what is checked.
#pragma warning disable NETDSL022

/// <summary>Squared errors of sigmoids.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(17, Activation.Tanh)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class SquaredErrorOfSigmoids;

/// <summary>Squared errors of tanh.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(17, Activation.Tanh)]
[Dense(5, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class SquaredErrorOfTanh;

/// <summary>Squared errors of a softmax.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(17, Activation.Tanh)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.MeanSquaredError)]
public partial class SquaredErrorOfSoftmax;

/// <summary>Squared errors of images of sigmoids.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 1)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class SquaredErrorOfImages;

/// <summary>A label for each pixel.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 2)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(3, 1, Activation = Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
public partial class LabelOfImages;

/// <summary>Binary cross-entropy of a softmax, not fused.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(17, Activation.Tanh)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.BinaryCrossentropy)]
public partial class LabelsFromProbabilities;

/// <summary>Categorical cross-entropy of sigmoids, not fused.</summary>
[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(17, Activation.Tanh)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ClassesFromProbabilities;

/// <summary>A class for each pixel.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 2)]
[Conv2D(7, 3, Padding = Padding.Same, Activation = Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ClassesOfImages;

/// <summary>A softmax over channels, flattened at the end.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, 2)]
[Conv2D(5, 2, Activation = Activation.Softmax)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
public partial class FlattenedSoftmax;

/// <summary>Binary cross-entropy of a softmax, written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.BinaryCrossentropy)]
public partial class TinyLabelsFromProbabilities;

/// <summary>Categorical cross-entropy of sigmoids, written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class TinyClassesFromProbabilities;
