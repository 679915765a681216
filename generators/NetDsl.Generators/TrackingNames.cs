namespace NetDsl.Generators;

/// <summary>The steps of the pipeline, by the names under which a test finds them in a run.</summary>
internal static class TrackingNames
{
    /// <summary>What was parsed, with its locations: changes whenever a line moves.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>The declarations that can be generated, without locations.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>The specs whose shapes are known and right: what source is emitted from.</summary>
    public const string Graphs = nameof(Graphs);

    /// <summary>The mistakes, each with its location.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
