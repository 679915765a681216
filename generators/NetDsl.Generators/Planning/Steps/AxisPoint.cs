namespace NetDsl.Generators.Planning.Steps;

/// <summary>A row or a column of an axis's matrix, and where its values are within a piece.</summary>
internal readonly record struct AxisPoint(int Index, Place Place);
