namespace NetDsl.Generators.Shapes;

/// <summary>One trained array of a layer.</summary>
/// <param name="Name">Its name within the layer: kernel, bias ...</param>
/// <param name="Shape">Its extents.</param>
/// <param name="Initializer">The member of the Initializer enum.</param>
/// <param name="FanIn">The terms that flow into a unit.</param>
/// <param name="FanOut">The terms that flow out of a unit.</param>
internal sealed record ParameterNode(string Name, Shape Shape, string Initializer, int FanIn, int FanOut)
{
    private readonly int? storedColumns;

    /// <summary>The columns of the matrix as which it is stored, in the order of its values: its last extent unless told.</summary>
    public int StoredColumns
    {
        get => this.storedColumns ?? this.Shape.Last;
        init => this.storedColumns = value;
    }
}
