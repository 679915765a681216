namespace NetDsl.Tests.Networks;

// Networks whose squared error has a smallest value in closed form.
/// <summary>Several outputs from a flattened image.</summary>
[Network(Precision = Precision.Double)]
[Input(3, 4)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class LinearImages;

/// <summary>One layer at each of six places, without a bias.</summary>
[Network]
[Input(6, 3)]
[Dense(2, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class LinearPlaces;

/// <summary>A layer that takes the largest of each two steps, which has nothing to train, before the linear one.</summary>
[Network(Precision = Precision.Double)]
[Input(10, 1)]
[MaxPooling1D(2)]
[Flatten]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class LinearMaxima;

/// <summary>Raw features, brought to mean 0 and variance 1 first.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[Normalization]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class LinearRawFeatures;
