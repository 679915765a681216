namespace NetDsl.Data;

/// <summary>What a fitted step is made of, and all that is saved of it.</summary>
/// <param name="kind">The name of the step.</param>
internal sealed class StepState(string kind)
{
    /// <summary>The name of the step.</summary>
    public string Kind { get; } = kind;

    /// <summary>The places of the features it works on, ascending; null for all.</summary>
    public int[]? Columns { get; init; }

    /// <summary>Its numbers by name, all finite.</summary>
    public SortedDictionary<string, double[]> Numbers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Its lists of names by name.</summary>
    public SortedDictionary<string, string[]> Names { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How many features of a layout it works on.</summary>
    public int CountColumns(RowLayout layout) => this.Columns?.Length ?? layout.FeatureSize;

    /// <summary>The place of a feature it works on.</summary>
    /// <param name="index">The index among those it works on, from 0.</param>
    public int Place(int index) => this.Columns?[index] ?? index;

    /// <summary>Numbers of which there must be as many as said.</summary>
    /// <exception cref="FormatException">There are not.</exception>
    public double[] Array(string name, params ReadOnlySpan<int> lengths) =>
        this.Numbers.TryGetValue(name, out double[]? numbers) && lengths.Contains(numbers.Length)
            ? numbers
            : throw new FormatException(
                $"the step {this.Kind} needs {string.Join(" or ", lengths.ToArray())} numbers '{name}' and has {numbers?.Length ?? 0}");

    /// <summary>One number that must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public double Number(string name) => this.Array(name, 1)[0];

    /// <summary>Numbers of which none may be zero or below.</summary>
    /// <exception cref="FormatException">One is, or there are not as many as said.</exception>
    public double[] Positive(string name, params ReadOnlySpan<int> lengths)
    {
        double[] numbers = this.Array(name, lengths);
        return numbers.All(number => number > 0)
            ? numbers
            : throw new FormatException($"the step {this.Kind} has numbers '{name}' that are not positive");
    }

    /// <summary>Refuses places that a layout has not, numbers that are not finite, and places that are not ascending.</summary>
    /// <exception cref="FormatException">There are such.</exception>
    public void Check(RowLayout layout)
    {
        int last = -1;
        foreach (int place in this.Columns ?? [])
        {
            if (place <= last || place >= layout.FeatureSize)
            {
                throw new FormatException(
                    $"the step {this.Kind} works on feature {place}, which is not there or not in order; a row has {layout.FeatureSize}");
            }

            last = place;
        }

        foreach ((string name, double[] numbers) in this.Numbers)
        {
            if (!System.Array.TrueForAll(numbers, double.IsFinite))
            {
                throw new FormatException($"the step {this.Kind} has numbers '{name}' that are not finite");
            }
        }
    }
}
