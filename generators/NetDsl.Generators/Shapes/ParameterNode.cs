namespace NetDsl.Generators.Shapes;

/// <summary>One trained array of a layer.</summary>
/// <param name="Name">Its name within the layer: kernel, bias ...</param>
/// <param name="Shape">Its extents.</param>
/// <param name="Initializer">The member of the Initializer enum.</param>
/// <param name="FanIn">The terms that flow into a unit.</param>
/// <param name="FanOut">The terms that flow out of a unit.</param>
internal sealed record ParameterNode(string Name, Shape Shape, string Initializer, int FanIn, int FanOut)
{
    /// <summary>Whether it is stored as one row of all its values, and not as a matrix with the last extent's columns.</summary>
    public bool IsFlat { get; init; }
}
