namespace NetDsl.Tests.Networks.Gradients;

// Normalisations wherever they can stand. All of them are checked by GradientTests, those of batches with the batch's statistics as well.
/// <summary>Of dense layers: one whose layer scales its sums in prediction, and one with an activation between.</summary>
[Network(Precision = Precision.Double)]
[Input(9)]
[Dense(33, UseBias = false)]
[BatchNormalization]
[Dense(17, Activation.Tanh)]
[BatchNormalization(Center = false, Epsilon = 0.01)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationOfDense;

/// <summary>Of wide layers, whose columns are shared among threads.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[Dense(150)]
[BatchNormalization]
[Dense(133, Activation.Sigmoid)]
[BatchNormalization]
[Dense(4, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class BatchNormalizationOfWideLayers;

/// <summary>Of images, whose next layer wants zeros around them.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 2)]
[Conv2D(5, 3, Padding = Padding.Same)]
[BatchNormalization]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[BatchNormalization(Scale = false)]
[Conv2D(2, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationOfImages;

/// <summary>Of images of many channels.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 3, 3)]
[Conv2D(45, 2)]
[BatchNormalization]
[Conv2D(7, 1, Activation = Activation.Tanh)]
[BatchNormalization(Scale = false, Center = false)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationOfManyChannels;

/// <summary>Of the samples themselves.</summary>
[Network(Precision = Precision.Double)]
[Input(21)]
[BatchNormalization]
[Dense(11, Activation.Sigmoid)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationFirst;

/// <summary>Of the samples themselves, which are images.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 3)]
[BatchNormalization]
[Conv2D(4, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationOfInputImages;

/// <summary>As the last layer.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Dense(33, Activation.ReLU)]
[Dense(5)]
[BatchNormalization]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationLast;

/// <summary>After a Flatten of padded channels, whose values lie apart.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[Flatten]
[BatchNormalization]
[Dense(4, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationAfterFlatten;

/// <summary>After a Flatten of channels without gaps.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(4, 2, Activation = Activation.Tanh)]
[Flatten]
[BatchNormalization]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationAfterWholeFlatten;

/// <summary>After convolutions by minimal filters, which are scaled where they leave the filter's points.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 9, 16)]
[Conv2D(18, 3, Padding = Padding.Same)]
[BatchNormalization]
[Conv2D(16, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationOfFilters;

/// <summary>One after the other.</summary>
[Network(Precision = Precision.Double)]
[Input(8)]
[Dense(35)]
[BatchNormalization]
[BatchNormalization(Momentum = 0.5)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationTwice;

/// <summary>Before pooling, and over steps.</summary>
[Network(Precision = Precision.Double)]
[Input(9, 3)]
[Conv1D(6, 3)]
[BatchNormalization]
[MaxPooling1D(2)]
[Dense(5, Activation.Tanh)]
[BatchNormalization]
[GlobalAveragePooling1D]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationOfSteps;

/// <summary>Of a single channel, and with dropout behind.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 1)]
[BatchNormalization]
[Conv2D(1, 3)]
[BatchNormalization]
[Dropout(0.3)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BatchNormalizationOfOneChannel;

/// <summary>Of rows that no whole vectors fill.</summary>
[Network(Precision = Precision.Double)]
[Input(9)]
[Dense(33, Activation.Tanh)]
[LayerNormalization]
[Dense(70)]
[LayerNormalization(Center = false, Epsilon = 0.1)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class LayerNormalizationOfDense;

/// <summary>Of images, with zeros around.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 2)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[LayerNormalization]
[Conv2D(3, 3, Padding = Padding.Same)]
[LayerNormalization(Scale = false)]
[Conv2D(2, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class LayerNormalizationOfImages;

/// <summary>First and last, of rows of two and of four.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 2)]
[LayerNormalization(Scale = false, Center = false, Epsilon = 0.5)]
[Dense(11, Activation.Tanh)]
[Dense(4)]
[LayerNormalization]
[Loss(Loss.MeanSquaredError)]
public partial class LayerNormalizationFirstAndLast;

/// <summary>After a Flatten of padded channels.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 4, 2)]
[Conv2D(6, 2, Activation = Activation.Sigmoid)]
[Flatten]
[LayerNormalization]
[Dense(4, Activation.Tanh)]
[Loss(Loss.MeanSquaredError)]
public partial class LayerNormalizationAfterFlatten;

/// <summary>Of the samples, by statistics that are known.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[Normalization(Mean = new[] { 0.5, -0.25, 0, 0.1, 2 }, Variance = new[] { 2.0, 0.5, 1, 4, 0.3 })]
[Dense(19, Activation.Tanh)]
[Normalization(Mean = new[] { 0.25 }, Variance = new[] { 0.5 })]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class NormalizationOfFeatures;

/// <summary>Of images, by statistics that are yet to be learnt.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 3)]
[Normalization]
[Conv2D(4, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public partial class NormalizationOfImages;
