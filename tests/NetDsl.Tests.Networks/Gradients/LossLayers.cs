namespace NetDsl.Tests.Networks.Gradients;

// Each loss with an activation that it fits, and some with one that it does not. All of them are checked by GradientTests.
#pragma warning disable NETDSL022

/// <summary>MeanAbsoluteError of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(129)]
[Dense(5)]
[Loss(Loss.MeanAbsoluteError)]
public partial class MeanAbsoluteErrorOfLinear;

/// <summary>MeanSquaredLogarithmicError of Softplus.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softplus)]
[Loss(Loss.MeanSquaredLogarithmicError)]
public partial class MeanSquaredLogarithmicErrorOfSoftplus;

/// <summary>MeanAbsolutePercentageError of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5)]
[Loss(Loss.MeanAbsolutePercentageError)]
public partial class MeanAbsolutePercentageErrorOfLinear;

/// <summary>LogCosh of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5)]
[Loss(Loss.LogCosh)]
public partial class LogCoshOfLinear;

/// <summary>Huber of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5)]
[Loss(Loss.Huber)]
public partial class HuberOfLinear;

/// <summary>Poisson of Exponential.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Exponential)]
[Loss(Loss.Poisson)]
public partial class PoissonOfExponential;

/// <summary>Hinge of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(129)]
[Dense(5)]
[Loss(Loss.Hinge)]
public partial class HingeOfLinear;

/// <summary>SquaredHinge of Tanh.</summary>
[Network(Precision = Precision.Double)]
[Input(129)]
[Dense(5, Activation.Tanh)]
[Loss(Loss.SquaredHinge)]
public partial class SquaredHingeOfTanh;

/// <summary>Perceptron of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(129)]
[Dense(5)]
[Loss(Loss.Perceptron)]
public partial class PerceptronOfLinear;

/// <summary>CategoricalHinge of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5)]
[Loss(Loss.CategoricalHinge)]
public partial class CategoricalHingeOfLinear;

/// <summary>CosineSimilarity of Linear.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5)]
[Loss(Loss.CosineSimilarity)]
public partial class CosineSimilarityOfLinear;

/// <summary>KullbackLeiblerDivergence of Softmax.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.KullbackLeiblerDivergence)]
public partial class KullbackLeiblerDivergenceOfSoftmax;

/// <summary>SparseCategoricalCrossentropy of Softmax.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class SparseCategoricalCrossentropyOfSoftmax;

/// <summary>BinaryFocalCrossentropy of Sigmoid.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryFocalCrossentropy)]
public partial class BinaryFocalCrossentropyOfSigmoid;

/// <summary>CategoricalFocalCrossentropy of Softmax.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalFocalCrossentropy)]
public partial class CategoricalFocalCrossentropyOfSoftmax;

/// <summary>CategoricalCrossentropy of logarithms.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.LogSoftmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class CategoricalCrossentropyOfLogSoftmax;

/// <summary>SparseCategoricalCrossentropy of logarithms.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.LogSoftmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class SparseCategoricalCrossentropyOfLogSoftmax;

/// <summary>KullbackLeiblerDivergence of logarithms.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.LogSoftmax)]
[Loss(Loss.KullbackLeiblerDivergence)]
public partial class KullbackLeiblerDivergenceOfLogSoftmax;

/// <summary>CategoricalFocalCrossentropy of logarithms.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.LogSoftmax)]
[Loss(Loss.CategoricalFocalCrossentropy)]
public partial class CategoricalFocalCrossentropyOfLogSoftmax;

/// <summary>BinaryFocalCrossentropy, not from sums.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.BinaryFocalCrossentropy)]
public partial class BinaryFocalCrossentropyOfProbabilities;

/// <summary>CategoricalFocalCrossentropy, not from sums.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.CategoricalFocalCrossentropy)]
public partial class CategoricalFocalCrossentropyOfProbabilities;

/// <summary>KullbackLeiblerDivergence, not from sums.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.KullbackLeiblerDivergence)]
public partial class KullbackLeiblerDivergenceOfProbabilities;

/// <summary>SparseCategoricalCrossentropy, not from sums.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class SparseCategoricalCrossentropyOfProbabilities;

/// <summary>Errors on both sides of delta.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5)]
[Loss(Loss.Huber, Delta = 0.3)]
public partial class SmallHuber;

/// <summary>Smoothed labels.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy, LabelSmoothing = 0.2)]
public partial class SmoothedLabels;

/// <summary>Smoothed labels, not from sums.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.BinaryCrossentropy, LabelSmoothing = 0.2)]
public partial class SmoothedLabelsOfProbabilities;

/// <summary>Smoothed classes.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy, LabelSmoothing = 0.2)]
public partial class SmoothedClasses;

/// <summary>Smoothed classes, not from sums.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.CategoricalCrossentropy, LabelSmoothing = 0.2)]
public partial class SmoothedClassesOfProbabilities;

/// <summary>Focal, balanced, with a power below 1.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Sigmoid)]
[Loss(Loss.BinaryFocalCrossentropy, Alpha = 0.3, Gamma = 0.7, ApplyClassBalancing = true, LabelSmoothing = 0.1)]
public partial class BalancedFocal;

/// <summary>Focal, smoothed.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CategoricalFocalCrossentropy, Alpha = 0.4, Gamma = 1.5, LabelSmoothing = 0.1)]
public partial class SmoothedFocal;

/// <summary>Focal of one output, smoothed.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryFocalCrossentropy, LabelSmoothing = 0.1)]
public partial class FocalOfOne;

/// <summary>One smoothed label.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy, LabelSmoothing = 0.1)]
public partial class SmoothedLabel;

/// <summary>One output of a function that takes the sums.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(1, Activation.GELU)]
[Loss(Loss.MeanSquaredError)]
public partial class GELUOfOne;

/// <summary>One output of a hinge.</summary>
[Network(Precision = Precision.Double)]
[Input(129)]
[Dense(1)]
[Loss(Loss.Hinge)]
public partial class HingeOfOne;

/// <summary>The number of a class for each pixel.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 2)]
[Conv2D(7, 3, Padding = Padding.Same, Activation = Activation.Softmax)]
[Loss(Loss.SparseCategoricalCrossentropy)]
public partial class SparseClassesOfImages;

/// <summary>Values of each pixel.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 2)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Loss(Loss.Huber, Delta = 0.5)]
public partial class HuberOfImages;

/// <summary>A direction for each pixel.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 2)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(3, 1)]
[Loss(Loss.CosineSimilarity)]
public partial class CosineOfImages;

/// <summary>Outputs with losses of several kinds and settings, one of them of class numbers.</summary>
[Network(Precision = Precision.Double)]
[Input(7)]
[Dense(9, Activation.Tanh, Name = "trunk")]
[Dense(4, Activation.Softmax)]
[Output(Loss.SparseCategoricalCrossentropy, Weight = 0.3)]
[Dense(3, From = "trunk")]
[Output(Loss.Huber, Delta = 0.2, Weight = 2)]
[Dense(1, Activation.Sigmoid, From = "trunk")]
[Output(Loss.BinaryFocalCrossentropy, Gamma = 3)]
public partial class OutputsOfSeveralKinds;

/// <summary>MeanAbsoluteError of Sigmoid, written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
[Loss(Loss.MeanAbsoluteError)]
public partial class TinyMeanAbsoluteErrorOfSigmoid;

/// <summary>Hinge of Tanh, written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
[Loss(Loss.Hinge)]
public partial class TinyHingeOfTanh;

/// <summary>SquaredHinge of Linear, written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Linear)]
[Loss(Loss.SquaredHinge)]
public partial class TinySquaredHingeOfLinear;

/// <summary>Perceptron of Linear, written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Linear)]
[Loss(Loss.Perceptron)]
public partial class TinyPerceptronOfLinear;

/// <summary>Perceptron of Softmax, written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.Perceptron)]
public partial class TinyPerceptronOfSoftmax;
