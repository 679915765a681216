namespace NetDsl.Generators.Shapes;

/// <summary>The attribute, or the argument of one, at which a mistake is reported.</summary>
/// <param name="Place">The attribute's place in <see cref="Parsing.NetworkSpec.Layers"/>, or one of the constants.</param>
/// <param name="Argument">The property it sets, with an index for one of several (<c>Shape[1]</c>); null for the attribute.</param>
internal readonly record struct DeclarationSite(int Place, string? Argument)
{
    private const int NetworkPlace = -1;
    private const int LastOutputPlace = -2;

    /// <summary>The [Network] attribute.</summary>
    public static DeclarationSite Network => new(NetworkPlace, null);


    public bool IsNetwork => this.Place == NetworkPlace;

    /// <summary>The place in <see cref="Parsing.NetworkSpec.Outputs"/> of a [Loss] or [Output]; null for another attribute.</summary>
    public int? Output => this.Place <= LastOutputPlace ? LastOutputPlace - this.Place : null;

    /// <summary>A [Loss] or [Output] attribute.</summary>
    /// <param name="index">Its place in <see cref="Parsing.NetworkSpec.Outputs"/>.</param>
    /// <param name="argument">The property it sets; null for the attribute.</param>
    public static DeclarationSite OfOutput(int index, string? argument = null) => new(LastOutputPlace - index, argument);
}
