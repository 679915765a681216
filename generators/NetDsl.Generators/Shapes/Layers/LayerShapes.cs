namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The kinds of layers there are. A new layer is added here, and nowhere else for its shapes.</summary>
internal static class LayerShapes
{
    private static readonly LayerShape[] All =
    [
        new Conv2DShape(),
        new DenseShape(),
        new DropoutShape(),
        new FlattenShape(),
        new InputShape(),
        new MaxPooling2DShape(),
    ];

    /// <summary>The kinds that are layers, in ordinal order.</summary>
    public static IEnumerable<string> LayerKinds => All.Select(s => s.Kind).Where(k => k != InputShape.InputKind);

    /// <summary>The kind's shapes; null where there is no such kind.</summary>
    public static LayerShape? Find(string kind) => Array.Find(All, s => s.Kind == kind);
}
