namespace NetDsl.Tests.Networks;

/// <summary>
/// Layers by minimal filters in every position: the first, one after another, at several places, with filters that fill no panel; no sample's answer
/// hangs on how many there are beside it.
/// </summary>
[Network]
[Input(2, 6, 9, 8)]
[Conv2D(20, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(36, 2, 4, Padding = Padding.Same, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[Conv1D(6, 3, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
public partial class FilteredLayers;

/// <summary>F(2, 3) over 80 terms of each product.</summary>
[Network]
[Input(8, 2, 16)]
[Conv2D(16, 5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class TwoOutputsOfThreeTaps;

/// <summary>F(2, 3) over 80 terms of each product, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 2, 16)]
[Conv2D(16, 5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class TwoOutputsOfThreeTapsDouble;

/// <summary>F(4, 3) over 80 terms of each product.</summary>
[Network]
[Input(8, 8, 16)]
[Conv2D(16, 5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class FourOutputsOfThreeTaps;

/// <summary>F(4, 3) over 80 terms of each product, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 8, 16)]
[Conv2D(16, 5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class FourOutputsOfThreeTapsDouble;

/// <summary>F(6, 3) over 80 terms of each product.</summary>
[Network]
[Input(8, 12, 16)]
[Conv2D(16, 5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class SixOutputsOfThreeTaps;

/// <summary>F(6, 3) over 80 terms of each product, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 12, 16)]
[Conv2D(16, 5, 3, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class SixOutputsOfThreeTapsDouble;

/// <summary>F(4, 5) over 80 terms of each product.</summary>
[Network]
[Input(8, 12, 16)]
[Conv2D(16, 5, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class FourOutputsOfFiveTaps;

/// <summary>F(4, 5) over 80 terms of each product, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 12, 16)]
[Conv2D(16, 5, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class FourOutputsOfFiveTapsDouble;

/// <summary>F(5, 4) over 80 terms of each product.</summary>
[Network]
[Input(8, 10, 16)]
[Conv2D(16, 5, 4, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class FiveOutputsOfFourTaps;

/// <summary>F(5, 4) over 80 terms of each product, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 10, 16)]
[Conv2D(16, 5, 4, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class FiveOutputsOfFourTapsDouble;

/// <summary>F(7, 2) over 80 terms of each product.</summary>
[Network]
[Input(8, 14, 16)]
[Conv2D(16, 5, 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class SevenOutputsOfTwoTaps;

/// <summary>F(7, 2) over 80 terms of each product, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(8, 14, 16)]
[Conv2D(16, 5, 2, Padding = Padding.Same)]
[Loss(Loss.MeanSquaredError)]
public partial class SevenOutputsOfTwoTapsDouble;
