namespace NetDsl.Tests.Networks.Gradients;

// Joins, several inputs and outputs, shared parameters. All of them are checked by GradientTests.
/// <summary>A residual block: what a layer gives is added to what it took.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 7, 3)]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.ReLU, Name = "stem")]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(6, 3, Padding = Padding.Same)]
[Add("stem")]
[Flatten]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ResidualBlock;

/// <summary>Branches of different windows, one after the other along the channels, none of them a multiple of a vector.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 3)]
[Conv2D(4, 1, Activation = Activation.Sigmoid, Name = "stem")]
[Conv2D(3, 1, Activation = Activation.ReLU, Name = "a")]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.Tanh, From = "stem", Name = "b")]
[MaxPooling2D(3, StrideHeight = 1, StrideWidth = 1, Padding = Padding.Same, From = "stem", Name = "c")]
[Concatenate("a", "b", "c")]
[Conv2D(2, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class Inception;

/// <summary>Each join of vectors.</summary>
[Network(Precision = Precision.Double)]
[Input(5, Name = "event")]
[Dense(21, Activation.Tanh, Name = "a")]
[Dense(21, Activation.Sigmoid, From = "event", Name = "b")]
[Dense(21, From = "event", Name = "c")]
[Multiply("a", "b", "c", Name = "product")]
[Maximum("a", "b", "c", Name = "largest")]
[Minimum("a", "c", Name = "smallest")]
[Subtract("product", "smallest", Name = "difference")]
[Average("difference", "largest", "b")]
[Concatenate("event")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class AllJoins;

/// <summary>An image, and what a join sees of it as one axis.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 3, Name = "image")]
[Flatten(Name = "flat")]
[Dense(36, Activation.Tanh)]
[Multiply("flat")]
[Add("flat")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class JoinsWithFlattened;

/// <summary>One after the other along an axis before the last.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, Name = "waveform")]
[Conv1D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh, Name = "filtered")]
[Concatenate("waveform", "filtered", "filtered", Axis = 1)]
[Conv1D(4, 5)]
[Loss(Loss.MeanSquaredError)]
public partial class LongerWaveform;

/// <summary>Two inputs, two outputs with a loss and a weight each, one of which other layers read as well.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 6, 2, Name = "image")]
[Input(3, Name = "event")]
[Conv2D(5, 3, Activation = Activation.ReLU, From = "image")]
[Flatten]
[Concatenate("event")]
[Dense(9, Activation.Tanh, Name = "features")]
[Dense(3, Activation.Softmax, Name = "kind")]
[Output(Loss.CategoricalCrossentropy, Weight = 0.3)]
[Concatenate("features")]
[Dense(1, Name = "energy")]
[Output(Loss.MeanSquaredError, Weight = 2)]
[Dense(2, Activation.Sigmoid, From = "features", Name = "flags")]
[Output(Loss.BinaryCrossentropy)]
public partial class TwoEnds;

/// <summary>An output for each place, beside one for the sample.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 3)]
[Conv1D(4, 2, Activation = Activation.Tanh, Name = "steps")]
[Dense(3, Activation.Softmax)]
[Output(Loss.CategoricalCrossentropy)]
[GlobalAveragePooling1D(From = "steps")]
[Dense(2)]
[Output(Loss.MeanSquaredError)]
public partial class EndsOfPlacesAndSample;

/// <summary>Two branches with one set of parameters, and a third use of them on the way.</summary>
[Network(Precision = Precision.Double)]
[Input(6, Name = "left")]
[Input(6, Name = "right")]
[Dense(6, Activation.Tanh, From = "left", Name = "shared")]
[Dense(6, Activation.Tanh, From = "right", WeightsFrom = "shared", Name = "second")]
[Dense(6, Activation.Sigmoid, WeightsFrom = "second", Name = "third")]
[Subtract("shared", "second")]
[Multiply("third")]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class SharedDense;

/// <summary>A convolution with a minimal filter and one without, each used twice.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 8, 16)]
[Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.Tanh, Name = "filtered")]
[Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.Tanh, WeightsFrom = "filtered")]
[Conv2D(16, 2, Strides = 2, Name = "strided")]
[Conv2D(16, 2, Strides = 2, WeightsFrom = "strided")]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
public partial class SharedConvolutions;
