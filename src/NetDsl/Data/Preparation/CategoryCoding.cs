using System.Globalization;

namespace NetDsl.Data;

/// <summary>
/// The categories of some features that were found in training rows, and the number of each. A category is known by its name, so that data that number
/// theirs otherwise are coded alike; a feature of plain numbers has its different values as categories.
/// </summary>
internal sealed class CategoryCoding
{
    private const int Unknown = -1;

    private readonly StepState state;
    private readonly RowLayout fitted;
    private readonly int[]?[] ofNumber;
    private readonly Dictionary<float, int>?[] ofValue;

    private CategoryCoding(StepState state, RowLayout fitted, RowLayout source)
    {
        this.state = state;
        this.fitted = fitted;
        int[] columns = state.Columns ?? throw new FormatException($"the step {state.Kind} does not say which features it encodes");
        this.Names = new string[columns.Length][];
        this.ofNumber = new int[columns.Length][];
        this.ofValue = new Dictionary<float, int>[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            string key = Key(columns[i]);
            if (state.Names.TryGetValue(key, out string[]? names))
            {
                this.Names[i] = names;
                this.ofNumber[i] = [.. NumbersIn(source, columns[i], state.Kind).Select(name => Array.IndexOf(names, name))];
            }
            else
            {
                float[] values = state.Numbers.TryGetValue(key, out double[]? numbers)
                    ? [.. numbers.Select(number => (float)number)]
                    : throw new FormatException($"the step {state.Kind} has no categories of feature {key}");
                this.Names[i] = [.. values.Select(value => value.ToString(CultureInfo.InvariantCulture))];
                this.ofValue[i] = values.Index().DistinctBy(entry => entry.Item).ToDictionary(entry => entry.Item, entry => entry.Index);
            }
        }
    }

    /// <summary>The names of the categories of each feature, in their order.</summary>
    public string[][] Names { get; }

    /// <summary>Goes once through training rows and takes the categories that are in them, in the order of the layout or of the values.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="places">The features.</param>
    /// <param name="kind">The name of the step.</param>
    /// <param name="numbers">Further numbers of the step.</param>
    /// <exception cref="DataFormatException">A feature has no category, or too many.</exception>
    public static StepState Learn(RowSource rows, int[] places, string kind, params ReadOnlySpan<(string Name, double Value)> numbers)
    {
        RowLayout layout = rows.Layout;
        HashSet<float>[] found = [.. places.Select(_ => new HashSet<float>())];
        BlockPass.OverFeatures(rows, (_, count, block) =>
        {
            for (int row = 0; row < count; row++)
            {
                for (int i = 0; i < places.Length; i++)
                {
                    float value = block.Features[(row * layout.FeatureSize) + places[i]];
                    if (!float.IsNaN(value) && found[i].Add(value) && found[i].Count > DatasetChecks.MostClasses)
                    {
                        throw DataFormatException.InFile(
                            rows.Name,
                            $"column '{layout.NameOfFeature(places[i])}' has more than {DatasetChecks.MostClasses} different values. " +
                            "Is it a column of categories?",
                            layout.NameOfFeature(places[i]));
                    }
                }
            }
        });
        StepState state = new(kind) { Columns = places };
        foreach ((string name, double value) in numbers)
        {
            state.Numbers[name] = [value];
        }

        for (int i = 0; i < places.Length; i++)
        {
            float[] values = [.. found[i].Order()];
            if (values.Length == 0)
            {
                throw FeatureMoments.Empty(rows.Name, layout.NameOfFeature(places[i]), kind);
            }

            if (layout.Categories.TryGetValue(places[i], out IReadOnlyList<string>? names))
            {
                state.Names[Key(places[i])] = [.. values.Select(value => NameOf(value, names, rows.Name, layout.NameOfFeature(places[i])))];
            }
            else
            {
                state.Numbers[Key(places[i])] = [.. values.Select(value => (double)value)];
            }
        }

        return state;
    }

    /// <summary>The coding that was found.</summary>
    /// <exception cref="FormatException">The state holds none.</exception>
    public static CategoryCoding Restore(StepState state, RowLayout source) => new(state, source, source);

    /// <summary>The same coding for rows that number their categories in another way.</summary>
    /// <exception cref="ArgumentException">A feature that held categories holds none there.</exception>
    public CategoryCoding For(RowLayout source) =>
        this.state.Columns!.All(place => Same(this.fitted, source, place)) ? this : new CategoryCoding(this.state, this.fitted, source);

    /// <summary>The number of a category, from 0; negative for one that was in no training row.</summary>
    /// <param name="index">The feature's index among those that are encoded.</param>
    /// <param name="value">The value, which is not missing.</param>
    public int Find(int index, float value)
    {
        if (this.ofValue[index] is { } values)
        {
            return values.GetValueOrDefault(value, Unknown);
        }

        int[] numbers = this.ofNumber[index]!;
        int number = (int)value;
        return number == value && (uint)number < (uint)numbers.Length ? numbers[number] : Unknown;
    }

    /// <summary>The error of a category that was in no training row.</summary>
    public DataFormatException Refusal(int index, float value, int row, RowLayout source, RowOrigin origin)
    {
        int place = this.state.Columns![index];
        IReadOnlyList<string>? names = source.Categories.GetValueOrDefault(place);
        string shown = names is not null && value >= 0 && value < names.Count && value % 1 == 0
            ? names[(int)value]
            : value.ToString(CultureInfo.InvariantCulture);
        string known = string.Join(", ", this.Names[index].Take(20)) + (this.Names[index].Length > 20 ? " ..." : string.Empty);
        return origin.Error(
            row, source.NameOfFeature(place), $"the category '{shown}' was in no training row; there were {known}. Remove the row, or allow unknown ones.");
    }

    private static string Key(int place) => place.ToString(CultureInfo.InvariantCulture);

    private static bool Same(RowLayout a, RowLayout b, int place) =>
        a.Categories.GetValueOrDefault(place) is { } names
            ? b.Categories.GetValueOrDefault(place) is { } others && names.SequenceEqual(others)
            : !b.Categories.ContainsKey(place);

    private static IReadOnlyList<string> NumbersIn(RowLayout source, int place, string kind) => source.Categories.GetValueOrDefault(place)
        ?? throw new ArgumentException(
            $"{kind} was fitted to categories in column '{source.NameOfFeature(place)}', which holds numbers here: read it as categories.");

    private static string NameOf(float value, IReadOnlyList<string> names, string path, string column) =>
        value >= 0 && value < names.Count && value % 1 == 0
            ? names[(int)value]
            : throw DataFormatException.InFile(
                path,
                FormattableString.Invariant($"column '{column}' has the number {value} for a category; there are 0 to {names.Count - 1}."),
                column);
}
