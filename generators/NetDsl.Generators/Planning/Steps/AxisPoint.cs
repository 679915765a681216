namespace NetDsl.Generators.Planning.Steps;

/// <summary>A row or a column of an axis's matrix, and where its values are within a piece.</summary>
internal readonly record struct AxisPoint(int Index, Place Place)
{
    /// <summary>All rows or columns, in order.</summary>
    public static EquatableArray<AxisPoint> All(IEnumerable<Place> places) => new(places.Select((place, i) => new AxisPoint(i, place)));
}
