using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>Where an attribute and its arguments are written.</summary>
/// <param name="Attribute">The attribute, without its brackets.</param>
/// <param name="Arguments">Those of its arguments that are written.</param>
internal sealed record AttributeLocations(LocationInfo Attribute, EquatableArray<ArgumentLocation> Arguments)
{
    /// <summary>The argument where it is written, else the attribute.</summary>
    /// <param name="argument">
    /// The property it sets, or null for the attribute; <c>Shape[1]</c> is the whole of Shape where that is written as one array.
    /// </param>
    public LocationInfo Of(string? argument) =>
        this.Find(argument) ?? this.Find(argument?.Split('[')[0]) ?? this.Attribute;

    private LocationInfo? Find(string? argument) => this.Arguments.FirstOrDefault(a => a.Name == argument)?.Location;
}
