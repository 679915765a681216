namespace NetDsl.Tests.Networks;

/// <summary>normalized_by_batch and normalized_by_batch_training of networks.py.</summary>
[Network]
[Input(4, 4, 3)]
[Conv2D(5, 3, Padding = Padding.Same)]
[BatchNormalization]
[Conv2D(18, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[BatchNormalization(Scale = false)]
[Flatten]
[Dense(9)]
[BatchNormalization(Epsilon = 0.01, Center = false)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class NormalizedByBatch;

/// <summary>The same in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 4, 3)]
[Conv2D(5, 3, Padding = Padding.Same)]
[BatchNormalization]
[Conv2D(18, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[BatchNormalization(Scale = false)]
[Flatten]
[Dense(9)]
[BatchNormalization(Epsilon = 0.01, Center = false)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class NormalizedByBatchDouble;

/// <summary>normalized_by_layer of networks.py.</summary>
[Network]
[Input(2, 6)]
[Normalization]
[Dense(33, Activation.Tanh)]
[LayerNormalization]
[Dense(8)]
[LayerNormalization(Epsilon = 0.01, Scale = false)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class NormalizedByLayer;

/// <summary>The same in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 6)]
[Normalization]
[Dense(33, Activation.Tanh)]
[LayerNormalization]
[Dense(8)]
[LayerNormalization(Epsilon = 0.01, Scale = false)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class NormalizedByLayerDouble;

/// <summary>All normalisations, convolutions by minimal filters, and widths that threads share.</summary>
[Network]
[Input(6, 9, 3)]
[Normalization]
[Conv2D(20, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Conv2D(17, 3, Activation = Activation.ReLU)]
[BatchNormalization]
[MaxPooling2D(2)]
[LayerNormalization]
[Dropout(0.2)]
[Flatten]
[Dense(150)]
[BatchNormalization(Momentum = 0.9)]
[Dense(10, Activation.Tanh)]
[BatchNormalization]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class EveryNormalization;

/// <summary>Layers of vectors alone, whose single samples are predicted on the stack.</summary>
[Network]
[Input(6)]
[Normalization]
[Dense(40)]
[BatchNormalization]
[Dense(33, Activation.Tanh)]
[BatchNormalization]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class NormalizedFeatures;

/// <summary>The samples normalised by the batch and nothing else.</summary>
[Network]
[Input(5, 2)]
[BatchNormalization(Momentum = 0.75, Epsilon = 0.001)]
[Loss(Loss.MeanSquaredError)]
public partial class NormalizedSamples;

/// <summary>Two inputs, of which one is normalised by its data, and one by statistics that are known.</summary>
[Network]
[Input(3, Name = "first")]
[Input(2, 2, Name = "second")]
[Flatten]
[Normalization(Name = "known", Mean = new[] { 5.0 }, Variance = new[] { 4.0 })]
[Normalization(Name = "learnt", From = "first")]
[Concatenate("known", "learnt")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class NormalizedInputs;

/// <summary>The samples normalised by their data and nothing else.</summary>
[Network]
[Input(2)]
[Normalization]
[Loss(Loss.MeanSquaredError)]
public partial class NormalizedSamplesByData;
