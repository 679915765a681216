namespace NetDsl.Generators.Planning;

/// <summary>Zeros before and after the values of one dimension.</summary>
internal readonly record struct Margin(int Before, int After);
