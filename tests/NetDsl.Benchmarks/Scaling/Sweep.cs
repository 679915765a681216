using NetDsl.Benchmarks.Networks;

namespace NetDsl.Benchmarks.Scaling;

/// <summary>What is changed while the rest stays.</summary>
/// <param name="Variable">The word for it, as on an axis.</param>
/// <param name="Constant">What stays, in words.</param>
/// <param name="Places">Its values, each with the workload and the batch that have it.</param>
internal sealed record Sweep(string Variable, string Constant, IReadOnlyList<(int Value, string Workload, int Batch)> Places)
{
    /// <summary>A batch that fills the tiles of every program.</summary>
    private const int Batch = 128;

    /// <summary>A width at which neither the start of a call nor the memory is all that counts.</summary>
    private const int Width = 256;

    private const int LargestBatchExponent = 12;

    /// <summary>Widths 8 to 4096.</summary>
    public static Sweep OfWidths { get; } =
        new("width", FormattableString.Invariant($"batch {Batch}"), [.. WidthNetworks.Widths.Select(width => (width, WidthNetworks.NameOf(width), Batch))]);

    /// <summary>Batches 1 to 4096.</summary>
    public static Sweep OfBatches { get; } = new(
        "batch",
        FormattableString.Invariant($"width {Width}"),
        [.. Enumerable.Range(0, LargestBatchExponent + 1).Select(exponent => (1 << exponent, WidthNetworks.NameOf(Width), 1 << exponent))]);
}
