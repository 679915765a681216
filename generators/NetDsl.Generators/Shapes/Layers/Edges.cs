namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What is added or taken away at both ends of a dimension.</summary>
internal readonly record struct Edges(int Before, int After)
{
    public int Sum => this.Before + this.After;
}
