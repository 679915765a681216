using System.IO.Enumeration;

namespace NetDsl.Data;

/// <summary>Which columns of a table are features, targets and weights, by their places.</summary>
internal sealed class ColumnChoice
{
    private readonly IReadOnlyList<string> names;
    private readonly TableOptions options;
    private readonly TableSource source;

    public ColumnChoice(IReadOnlyList<string> names, TableOptions options, TableSource source)
    {
        this.names = names;
        this.options = options;
        this.source = source;
        this.Targets = [.. options.Targets.SelectMany(this.Matching).Distinct()];
        this.Weights = options.SampleWeights is { } weights ? this.Named(weights) : null;
        int[] taken = this.Weights is { } place ? [.. this.Targets, place] : this.Targets;
        int[] excluded = [.. options.ExcludedFeatures.SelectMany(name => IsPattern(name) ? this.Find(name) : this.Matching(name))];
        this.Features = [.. this.ChooseFeatures(taken).Where(feature => !excluded.Contains(feature.Place))];
        this.RefuseTwice([.. this.Features.Where(feature => !feature.MayBeText).Select(feature => feature.Place), .. taken]);
    }

    /// <summary>The columns to be learnt.</summary>
    public int[] Targets { get; }

    /// <summary>The columns to learn from; one that nobody called by its name may turn out to be text.</summary>
    public (int Place, bool MayBeText)[] Features { get; }

    /// <summary>The column of weights, or null.</summary>
    public int? Weights { get; }

    private static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');

    private IEnumerable<(int Place, bool MayBeText)> ChooseFeatures(int[] taken)
    {
        int[] left = [.. Enumerable.Range(0, this.names.Count).Except(taken)];
        if (this.options.Features is not { } wanted)
        {
            return left.Select(place => (place, true));
        }

        // A column that is called by its name stands where it is called, whatever a wildcard before it says.
        HashSet<int> called = [.. wanted.Select(this.PlaceOf).Where(place => place >= 0)];
        List<(int Place, bool MayBeText)> chosen = [];
        foreach (string name in wanted)
        {
            int place = this.PlaceOf(name);
            chosen.AddRange(place >= 0
                ? [(place, false)]
                : this.Matching(name).Intersect(left).Where(called.Add).Select(match => (match, true)));
        }

        return chosen;
    }

    private void RefuseTwice(int[] places)
    {
        HashSet<int> seen = [];
        foreach (int place in places)
        {
            if (!seen.Add(place))
            {
                throw new ArgumentException(
                    $"Column '{this.names[place]}' is chosen twice; a column is one feature, one target or the weights.");
            }
        }
    }

    private int Named(string name) => this.PlaceOf(name) is >= 0 and var place ? place : throw this.Missing(name);

    /// <summary>The columns that a name or a pattern stands for; at least one.</summary>
    private IEnumerable<int> Matching(string name)
    {
        int[] places = this.Find(name);
        return places.Length > 0 ? places : throw this.Missing(name);
    }

    private int[] Find(string name)
    {
        int place = this.PlaceOf(name);
        return place >= 0 || !IsPattern(name)
            ? (place >= 0 ? [place] : [])
            : [.. Enumerable.Range(0, this.names.Count)
                .Where(i => FileSystemName.MatchesSimpleExpression(name, this.names[i], this.options.IgnoreCase))];
    }

    /// <summary>The column of exactly this name before one that differs in upper and lower case; -1 where there is none.</summary>
    private int PlaceOf(string name)
    {
        int loose = -1;
        for (int i = 0; i < this.names.Count; i++)
        {
            if (this.names[i] == name)
            {
                return i;
            }

            if (loose < 0 && this.options.IgnoreCase && this.names[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                loose = i;
            }
        }

        return loose;
    }

    private DataFormatException Missing(string name) => this.source.MissingColumn(name, this.names);
}
