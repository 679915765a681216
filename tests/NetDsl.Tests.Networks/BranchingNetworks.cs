namespace NetDsl.Tests.Networks;

/// <summary>What a branch gives, added to what it took.</summary>
[Network]
[Input(5, 6, 3)]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(6, 3, Padding = Padding.Same)]
[Add("conv2d_0")]
[Flatten]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class BranchesResidual;

/// <summary>What a branch gives, added to what it took. In double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5, 6, 3)]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(6, 3, Padding = Padding.Same)]
[Add("conv2d_0")]
[Flatten]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CategoricalCrossentropy)]
public partial class BranchesResidualDouble;

/// <summary>Branches one after the other along the channels.</summary>
[Network]
[Input(6, 5, 4)]
[Conv2D(4, 1, Activation = Activation.ReLU)]
[Conv2D(16, 1, Activation = Activation.ReLU)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.Tanh, From = "conv2d_0")]
[MaxPooling2D(3, StrideHeight = 1, StrideWidth = 1, Padding = Padding.Same, From = "conv2d_0")]
[Concatenate("conv2d_1", "conv2d_2", "maxpooling2d_0")]
[Conv2D(2, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchesInception;

/// <summary>Branches one after the other along the channels. In double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6, 5, 4)]
[Conv2D(4, 1, Activation = Activation.ReLU)]
[Conv2D(16, 1, Activation = Activation.ReLU)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.Tanh, From = "conv2d_0")]
[MaxPooling2D(3, StrideHeight = 1, StrideWidth = 1, Padding = Padding.Same, From = "conv2d_0")]
[Concatenate("conv2d_1", "conv2d_2", "maxpooling2d_0")]
[Conv2D(2, 2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchesInceptionDouble;

/// <summary>Each join of vectors.</summary>
[Network]
[Input(5)]
[Dense(21, Activation.Tanh)]
[Dense(21, Activation.Sigmoid, From = "input_0")]
[Dense(21, From = "input_0")]
[Multiply("dense_0", "dense_1", "dense_2")]
[Maximum("dense_0", "dense_1", "dense_2")]
[Minimum("dense_0", "dense_2")]
[Subtract("multiply_0", "minimum_0")]
[Average("subtract_0", "maximum_0", "dense_1")]
[Concatenate("average_0", "input_0")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchesJoins;

/// <summary>Each join of vectors. In double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(5)]
[Dense(21, Activation.Tanh)]
[Dense(21, Activation.Sigmoid, From = "input_0")]
[Dense(21, From = "input_0")]
[Multiply("dense_0", "dense_1", "dense_2")]
[Maximum("dense_0", "dense_1", "dense_2")]
[Minimum("dense_0", "dense_2")]
[Subtract("multiply_0", "minimum_0")]
[Average("subtract_0", "maximum_0", "dense_1")]
[Concatenate("average_0", "input_0")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchesJoinsDouble;

/// <summary>Two inputs; three outputs with a loss and a weight each.</summary>
[Network]
[Input(4, 6, 2)]
[Input(3)]
[Conv2D(5, 3, Activation = Activation.ReLU, From = "input_0")]
[Flatten]
[Concatenate("flatten_0", "input_1")]
[Dense(9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
[Output(Loss.CategoricalCrossentropy, Weight = 0.3)]
[Concatenate("dense_1", "dense_0")]
[Dense(1)]
[Output(Loss.MeanSquaredError, Weight = 2)]
[Dense(2, Activation.Sigmoid, From = "dense_0")]
[Output(Loss.BinaryCrossentropy)]
public partial class BranchesEnds;

/// <summary>Two inputs; three outputs with a loss and a weight each. In double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(4, 6, 2)]
[Input(3)]
[Conv2D(5, 3, Activation = Activation.ReLU, From = "input_0")]
[Flatten]
[Concatenate("flatten_0", "input_1")]
[Dense(9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
[Output(Loss.CategoricalCrossentropy, Weight = 0.3)]
[Concatenate("dense_1", "dense_0")]
[Dense(1)]
[Output(Loss.MeanSquaredError, Weight = 2)]
[Dense(2, Activation.Sigmoid, From = "dense_0")]
[Output(Loss.BinaryCrossentropy)]
public partial class BranchesEndsDouble;

/// <summary>Two branches with one set of parameters.</summary>
[Network]
[Input(6)]
[Input(6)]
[Dense(6, Activation.Tanh, From = "input_0")]
[Dense(6, Activation.Tanh, From = "input_1", WeightsFrom = "dense_0")]
[Subtract("dense_0", "dense_1")]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchesShared;

/// <summary>Two branches with one set of parameters. In double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(6)]
[Input(6)]
[Dense(6, Activation.Tanh, From = "input_0")]
[Dense(6, Activation.Tanh, From = "input_1", WeightsFrom = "dense_0")]
[Subtract("dense_0", "dense_1")]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class BranchesSharedDouble;
