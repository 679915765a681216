using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>One statement of a model's script block: an input, a layer or an output, and where the script says so.</summary>
public sealed class LayerStatement
{
    internal LayerStatement(AttributeDeclaration declaration, ScriptPosition position)
    {
        this.Declaration = declaration;
        this.Position = position;
    }

    /// <summary>The kind of layer, <c>Conv2D</c>.</summary>
    public string Kind => this.Declaration.Kind;

    /// <summary>Where it stands.</summary>
    public ScriptPosition Position { get; }

    internal AttributeDeclaration Declaration { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{this.Kind} ({this.Position})";
}
