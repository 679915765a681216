namespace NetDsl.Data.Simulators;

/// <summary>
/// The truth table of the first exercise: four of the eight rows of three inputs a, b, c, of which the first alone is the answer. A network
/// that has found this out answers the other rows as well.
/// </summary>
public static class Logic
{
    /// <summary>The table: features a, b and c, one target of 0 and 1 for the classes "0" and "1".</summary>
    public static Dataset Table() => new(
        [
            0, 0, 1,
            0, 1, 1,
            1, 0, 1,
            1, 1, 1,
        ],
        [3],
        [0, 0, 1, 1],
        [1],
        featureNames: ["a", "b", "c"],
        classes: ["0", "1"]);
}
