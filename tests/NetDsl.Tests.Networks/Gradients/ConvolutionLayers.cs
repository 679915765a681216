namespace NetDsl.Tests.Networks.Gradients;

// Convolutions of every kind of window. All of them are checked by GradientTests.
/// <summary>3 x 3, step 1, inside.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 6, 3)]
[Conv2D(5, 3, Activation = Activation.Tanh)]
[Conv2D(2, 3)]
[Loss(Loss.MeanSquaredError)]
public partial class ValidWindow;

/// <summary>3 x 3, step 1, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 2)]
[Conv2D(17, 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class SameWindow;

/// <summary>4 x 2 with zeros around, one more at the end.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 3)]
[Conv2D(4, 4, 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(3, 2, 4, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class EvenSameWindow;

/// <summary>3 x 3, step 2, inside.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 8, 2)]
[Conv2D(5, 3, Strides = 2, Activation = Activation.Tanh)]
[Conv2D(3, 3, Strides = 2)]
[Loss(Loss.MeanSquaredError)]
public partial class StepOfTwo;

/// <summary>5 x 5, step 2, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 8, 1)]
[Conv2D(8, 5, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(9, 5, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class SameStepOfTwo;

/// <summary>4 x 5, step 3 and 2, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(10, 9, 3)]
[Conv2D(6, 4, 5, StrideHeight = 3, StrideWidth = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(4, 2, Strides = 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class StepOfThree;

/// <summary>2 x 1, step 3, which leaves pixels out.</summary>
[Network(Precision = Precision.Double)]
[Input(11, 10, 2)]
[Conv2D(5, 2, 1, Strides = 3, Activation = Activation.Tanh)]
[Conv2D(3, 1, Strides = 2, Activation = Activation.Sigmoid)]
[Loss(Loss.MeanSquaredError)]
public partial class StepLongerThanWindow;

/// <summary>2 x 2, step 3, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 8, 3)]
[Conv2D(4, 2, Strides = 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(3, 1, Strides = 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class SameStepLongerThanWindow;

/// <summary>1 x 1, as a dense layer over the pixels.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 5, 7)]
[Conv2D(33, 1, Activation = Activation.Tanh)]
[Conv2D(5, 1, Activation = Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class OneByOne;

/// <summary>1 x 1, step 2.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 3)]
[Conv2D(9, 1, Strides = 2, Activation = Activation.Tanh)]
[Conv2D(4, 1, Strides = 2)]
[Loss(Loss.MeanSquaredError)]
public partial class OneByOneStepOfTwo;

/// <summary>A window as large as the image.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 3)]
[Conv2D(17, 5, 4, Activation = Activation.Tanh)]
[Conv2D(3, 1)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
public partial class FullSize;

/// <summary>A window larger than the image, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2, 2)]
[Conv2D(5, 7, 5, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(2, 5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class LargerThanImage;

/// <summary>33 channels to 40.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 5, 33)]
[Conv2D(40, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(1, 3)]
[Loss(Loss.MeanSquaredError)]
public partial class ManyChannels;

/// <summary>No bias.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(6, 2, UseBias = false, Activation = Activation.Sigmoid)]
[Conv2D(3, 2, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class ConvolutionWithoutBias;

/// <summary>Images, then a dense layer over the channels, then classes.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 1)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Dense(5, Activation.Tanh)]
[Flatten]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class ConvolutionThenDense;

/// <summary>An image of one row.</summary>
[Network(Precision = Precision.Double)]
[Input(1, 37, 2)]
[Conv2D(7, 1, 5, Activation = Activation.Tanh, StrideWidth = 2)]
[Conv2D(3, 1, 3, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class WideImage;

/// <summary>An image of one column.</summary>
[Network(Precision = Precision.Double)]
[Input(37, 1, 1)]
[Conv2D(6, 5, 1, Activation = Activation.Tanh, StrideHeight = 3)]
[Conv2D(3, 3, 1, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class TallImage;

/// <summary>Images so large that the gradient of the kernel is summed over three samples at a time.</summary>
[Network(Precision = Precision.Double)]
[Input(24, 24, 2)]
[Conv2D(16, 3, Activation = Activation.Tanh)]
[MaxPooling2D(11)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BlocksOfSamples;
