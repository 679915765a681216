using System.IO.Enumeration;

namespace NetDsl.Data;

/// <summary>Which columns of a table are features, targets, weights and keys, by their places.</summary>
internal sealed class ColumnChoice
{
    private readonly IReadOnlyList<string> names;
    private readonly TableOptions options;
    private readonly TableSource source;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> loosePlaces = new(StringComparer.OrdinalIgnoreCase);

    public ColumnChoice(IReadOnlyList<string> names, TableOptions options, TableSource source)
    {
        this.names = names;
        this.options = options;
        this.source = source;
        for (int place = 0; place < names.Count; place++)
        {
            this.places.TryAdd(names[place], place);
            this.loosePlaces.TryAdd(names[place], place);
        }

        this.Targets = [.. options.Targets.SelectMany(this.Matching).Distinct()];
        this.CheckLabels();
        this.Weights = this.NamedOrNull(options.SampleWeights);
        this.Group = this.NamedOrNull(options.Group);
        this.Time = this.NamedOrNull(options.Time);
        int?[] single = [this.Weights, this.Group, this.Time];
        int[] taken = [.. this.Targets, .. single.OfType<int>()];
        int[] excluded = [.. options.ExcludedFeatures.SelectMany(name => IsPattern(name) ? this.Find(name) : this.Matching(name))];
        this.NamedCategories = [.. options.Categories.Select(this.PlaceOf).Where(place => place >= 0).Except(excluded)];
        this.PossibleCategories = [.. options.Categories.SelectMany(this.Matching).Except([.. taken, .. excluded, .. this.NamedCategories])];
        this.Features = [.. this.ChooseFeatures(taken).Where(feature => !excluded.Contains(feature.Place))];
        this.RefuseTwice([.. this.Features.Where(feature => !feature.MayBeText).Select(feature => feature.Place), .. taken]);
    }

    /// <summary>The columns to be learnt.</summary>
    public int[] Targets { get; }

    /// <summary>The columns to learn from; one that nobody called by its name may turn out to be text.</summary>
    public (int Place, bool MayBeText)[] Features { get; }

    /// <summary>The features that are categories, whatever they hold.</summary>
    public int[] NamedCategories { get; }

    /// <summary>The features that are categories if they hold text.</summary>
    public int[] PossibleCategories { get; }

    /// <summary>The column of weights, or null.</summary>
    public int? Weights { get; }

    /// <summary>The column of groups, or null.</summary>
    public int? Group { get; }

    /// <summary>The column of times, or null.</summary>
    public int? Time { get; }

    private static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');

    private void CheckLabels()
    {
        int count = this.Targets.Length;
        if (count != 1 && (this.options.Classes is not null || this.options.Labels is LabelEncoding.OneHot or LabelEncoding.Binary))
        {
            throw new ArgumentException(
                $"Labels stand in one target column; {count} were chosen. Several target columns can only be values.");
        }

        if (this.options.Classes is not null && this.options.Labels is LabelEncoding.Value)
        {
            throw new ArgumentException("Values have no classes: choose OneHot or Binary labels, or leave the classes out.");
        }
    }

    private IEnumerable<(int Place, bool MayBeText)> ChooseFeatures(int[] taken)
    {
        // A column that is called by its name is wanted, be it taken: that is an error, and no reason to leave it out.
        IEnumerable<(int Place, bool MayBeText)> categories =
            this.NamedCategories.Select(place => (place, false)).Concat(this.PossibleCategories.Select(place => (place, true)));
        int[] left = [.. Enumerable.Range(0, this.names.Count).Except(taken)];
        if (this.options.Features is not { } wanted)
        {
            return left.Union(this.NamedCategories).Order().Select(place => (place, !this.NamedCategories.Contains(place)));
        }

        // A column that is called by its name stands where it is called, whatever a wildcard before it says.
        HashSet<int> called = [.. wanted.Select(this.PlaceOf).Where(place => place >= 0)];
        List<(int Place, bool MayBeText)> chosen = [];
        foreach (string name in wanted)
        {
            int place = this.PlaceOf(name);
            chosen.AddRange(place >= 0
                ? [(place, false)]
                : this.Matching(name).Intersect(left).Where(called.Add).Select(match => (match, !this.NamedCategories.Contains(match))));
        }

        chosen.AddRange(categories.Where(category => called.Add(category.Place)));
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
                    $"Column '{this.names[place]}' is chosen twice; a column is one feature, one target, the weights, the groups or the times.");
            }
        }
    }

    private int? NamedOrNull(string? name) => name is null ? null : this.Named(name);

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
    private int PlaceOf(string name) =>
        this.places.TryGetValue(name, out int place) || (this.options.IgnoreCase && this.loosePlaces.TryGetValue(name, out place)) ? place : -1;

    private DataFormatException Missing(string name) => this.source.MissingColumn(name, this.names);
}
