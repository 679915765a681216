using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>Where an argument is written.</summary>
/// <param name="Name">The property it sets, with an index for each of a parameter array (<c>Shape[1]</c>).</param>
/// <param name="Location">The argument.</param>
internal sealed record ArgumentLocation(string Name, LocationInfo Location);
