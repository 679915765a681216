namespace NetDsl.Tests.Networks.Gradients;

// Layers along steps, and layers with dimensions before those they work on. All of them are checked by GradientTests.
/// <summary>3 steps at a time, inside.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 3)]
[Conv1D(5, 3, Activation = Activation.Tanh)]
[Conv1D(2, 3)]
[Loss(Loss.MeanSquaredError)]
public partial class ValidSteps;

/// <summary>5 steps at a time, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 2)]
[Conv1D(17, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv1D(3, 4, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class SameSteps;

/// <summary>Step 2, at each of four places.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 11, 2)]
[Conv1D(5, 3, Strides = 2, Activation = Activation.Tanh)]
[Conv1D(3, 4, Strides = 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class EverySecondStep;

/// <summary>Step 3, longer than one of the kernels, at each of six places.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 13, 2)]
[Conv1D(6, 2, Strides = 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv1D(4, 5, Strides = 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class EveryThirdStep;

/// <summary>A kernel of one step, as a dense layer over the steps.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 5, 4)]
[Conv1D(9, 1, Activation = Activation.Tanh)]
[Conv1D(5, 1, Strides = 2, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class OneStep;

/// <summary>A kernel as long as the steps.</summary>
[Network(Precision = Precision.Double)]
[Input(7, 5, 3)]
[Conv1D(17, 5, Activation = Activation.Tanh)]
[Conv1D(2, 1)]
[Loss(Loss.MeanSquaredError)]
public partial class AllSteps;

/// <summary>A kernel longer than the steps, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 2)]
[Conv1D(5, 9, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv1D(2, 5, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class LongerThanSteps;

/// <summary>A softmax over the channels of each step.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 6, 3)]
[Conv1D(4, 3, Padding = Padding.Same, Activation = Activation.Softmax)]
[Conv1D(5, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class WaveformClasses;

/// <summary>Largest of 4 steps after ReLU, at each of four places, then a mean.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 2, 16, 3)]
[Conv1D(6, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling1D(4)]
[Conv1D(5, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PooledSteps;

/// <summary>Largest of 3 steps, step 2, with zeros around, after tanh.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 9, 2)]
[Conv1D(6, 3, Activation = Activation.Tanh)]
[MaxPooling1D(3, Strides = 2, Padding = Padding.Same)]
[Conv1D(3, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class OverlappingPooledSteps;

/// <summary>Largest of more steps than are written out.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 40, 1)]
[Conv1D(5, 3, Activation = Activation.Tanh)]
[MaxPooling1D(19)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class LongPooledSteps;

/// <summary>Largest of 2 steps of every 3.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 11, 2)]
[Conv1D(3, 2, Activation = Activation.Sigmoid)]
[MaxPooling1D(2, Strides = 3)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class SkippingPooledSteps;

/// <summary>The mean of what a tile does not derive.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 7, 3)]
[Conv1D(4, 2, Activation = Activation.Softmax)]
[GlobalAveragePooling1D]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class MeanOfSoftmax;

/// <summary>The mean over more steps than are written out, as the answer.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 23, 2)]
[Conv1D(3, 3, Activation = Activation.Tanh)]
[GlobalAveragePooling1D]
[Loss(Loss.MeanSquaredError)]
public partial class MeanOfManySteps;

/// <summary>The mean of the samples themselves, with dimensions before them.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2, 5, 3)]
[GlobalAveragePooling1D]
[Conv1D(4, 2, Activation = Activation.Tanh)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class MeanOfInput;

/// <summary>Images at each place of two dimensions, with zeros around, so that the places lie in four loops.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 4, 5, 2)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(4, 3, 2, Strides = 2, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Conv2D(2, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class ImagesWithLeadingDimensions;

/// <summary>Pooling of images at each of three places.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 5, 6, 2)]
[Conv2D(4, 2, Activation = Activation.Tanh)]
[MaxPooling2D(3, Strides = 1, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class PooledImagesWithLeadingDimensions;

/// <summary>Steps first, then the array of their means.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4, 8, 2)]
[Conv1D(5, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class WaveformsThenImage;
