namespace NetDsl.Generators.Shapes;

/// <summary>The attribute, or the argument of one, at which a mistake is reported.</summary>
/// <param name="Place">The attribute's place in <see cref="Parsing.NetworkSpec.Layers"/>, or one of the constants.</param>
/// <param name="Argument">The property it sets, with an index for one of several (<c>Shape[1]</c>); null for the attribute.</param>
internal readonly record struct DeclarationSite(int Place, string? Argument)
{
    private const int NetworkPlace = -2;
    private const int LossPlace = -1;

    /// <summary>The [Network] attribute.</summary>
    public static DeclarationSite Network => new(NetworkPlace, null);

    /// <summary>The [Loss] attribute.</summary>
    public static DeclarationSite Loss => new(LossPlace, null);

    public bool IsNetwork => this.Place == NetworkPlace;

    public bool IsLoss => this.Place == LossPlace;
}
