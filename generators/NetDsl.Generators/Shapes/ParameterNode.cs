namespace NetDsl.Generators.Shapes;

/// <summary>One array of a layer.</summary>
/// <param name="Name">Its name within the layer: kernel, bias ...</param>
/// <param name="Shape">Its extents.</param>
/// <param name="Initializer">The member of the Initializer enum.</param>
/// <param name="FanIn">The terms that flow into a unit.</param>
/// <param name="FanOut">The terms that flow out of a unit.</param>
internal sealed record ParameterNode(string Name, Shape Shape, string Initializer, int FanIn, int FanOut)
{
    private readonly int? columns;

    /// <summary>Whether the optimiser changes it.</summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>The values that the declaration gives it, or one for all; empty where the initialiser makes them.</summary>
    public EquatableArray<double> InitialValues { get; init; } = EquatableArray<double>.Empty;

    /// <summary>The columns of the matrix that it is stored as: its last extent, or its last few as one.</summary>
    public int Columns
    {
        get => this.columns ?? this.Shape.Last;
        init => this.columns = value;
    }

    /// <summary>Whether the matrix is stored in panels of columns, as tiles read it; otherwise row after row.</summary>
    public bool IsInPanels { get; init; } = true;

    /// <summary>What else was declared, in the order of declaration: properties of ParameterDefinition and their values.</summary>
    public EquatableArray<ParameterRule> Rules { get; init; } = EquatableArray<ParameterRule>.Empty;
}
