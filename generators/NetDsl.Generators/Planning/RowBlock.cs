namespace NetDsl.Generators.Planning;

/// <summary>Some of the values of a row, as one of several outputs has some of an answer's.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Row">The values of the whole row.</param>
internal readonly record struct RowBlock(int First, int Count, int Row);
