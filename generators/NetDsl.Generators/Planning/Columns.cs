namespace NetDsl.Generators.Planning;

/// <summary>The columns of a contraction, which its vectors run along.</summary>
/// <param name="Count">Those that mean something.</param>
/// <param name="Padded">Those that are stored.</param>
internal sealed record Columns(int Count, int Padded);
