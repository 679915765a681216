namespace NetDsl.Tests.Networks;

/// <summary>Numbers of two tables, one of them read by another as well, beside values.</summary>
[Network]
[Input(1, Name = "kind")]
[Input(1, Name = "place")]
[Input(1, Name = "hour")]
[Embedding(5, 3, From = "kind", Name = "kinds")]
[Flatten(From = "kinds", Name = "flat_kinds")]
[Embedding(11, 2, From = "hour", Name = "hours")]
[Flatten(From = "hours", Name = "flat_hours")]
[Embedding(24, 2, From = "hour", Name = "more_hours")]
[Flatten(From = "more_hours", Name = "flat_more_hours")]
[Concatenate("flat_kinds", "place", "flat_hours", "flat_more_hours")]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class TwoTablesAndValues;

/// <summary>A table whose numbers are computed, which no samples at random make whole.</summary>
[Network]
[Input(2)]
[Dense(2)]
[Embedding(5, 2)]
[Flatten]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class ComputedNumbers;
