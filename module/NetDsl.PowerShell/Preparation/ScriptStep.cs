using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>
/// A step that a script block does for each row, in which $_ is the row: a table of its features by name, to which the block may add some and
/// from which it may take some, or the array of them where they have no names, whose values it may change. It runs in a session of its own, since a stream is
/// read by another thread, and so sees no variables and no functions of the session that declares it.
/// </summary>
public sealed class ScriptStep : CustomStep
{
    private const string Sample = "sample";

    private readonly RowScript script;

    /// <summary>A step, which is known by its name from now on, so that models that were prepared by it can be imported.</summary>
    /// <param name="name">What it is saved under.</param>
    /// <param name="text">The text of the script block.</param>
    public ScriptStep(string name, string text)
        : this(name, new RowScript(name, text)) => Register(() => new ScriptStep(name, this.script));

    private ScriptStep(string name, RowScript script)
    {
        this.Name = name;
        this.script = script;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, double[]> Fit(RowSource rows)
    {
        ArgumentNullException.ThrowIfNull(rows);

        // Which features the script gives is seen by what it makes of this row, also where the model is imported.
        double[] first = [.. rows.Read(0, 1).Features(0).ToArray().Select(value => float.IsNaN(value) ? 0.0 : value)];
        return new Dictionary<string, double[]> { [Sample] = first };
    }

    /// <inheritdoc/>
    protected override RowLayout LayoutAfter(RowLayout layout, IReadOnlyDictionary<string, double[]> numbers)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(numbers);
        if (!IsTable(layout))
        {
            return layout;
        }

        OrderedDictionary row = Table(layout, Array.ConvertAll(numbers[Sample], value => (float)value));
        this.script.Run(row);
        string[] names = NamesOf(row);
        Dictionary<int, IReadOnlyList<string>> categories = [];
        foreach ((int place, IReadOnlyList<string> texts) in layout.Categories)
        {
            int now = Array.IndexOf(names, layout.FeatureNames![place]);
            if (now >= 0)
            {
                categories[now] = texts;
            }
        }

        return names.Length > 0
            ? layout with { FeatureShape = [names.Length], FeatureNames = names, Categories = categories }
            : throw new ArgumentException($"The step '{this.Name}' leaves no feature; at least one is needed.");
    }

    /// <inheritdoc/>
    protected override RowTransform Create(RowLayout layout, IReadOnlyDictionary<string, double[]> numbers)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(numbers);
        if (!numbers.TryGetValue(Sample, out double[]? sample) || sample.Length != layout.FeatureSize)
        {
            throw new FormatException($"it has no sample of {layout.FeatureSize} features");
        }

        if (!IsTable(layout))
        {
            return (features, prepared) =>
            {
                float[] values = features.ToArray();
                this.script.Run(values);
                values.CopyTo(prepared);
            };
        }

        string[] names = [.. this.LayoutAfter(layout, numbers).FeatureNames!];
        return (features, prepared) =>
        {
            OrderedDictionary row = Table(layout, features);
            this.script.Run(row);
            this.CopyTo(row, names, prepared);
        };
    }

    private static bool IsTable(RowLayout layout) => layout.FeatureNames is not null && layout.FeatureShape.Count == 1;

    // As everywhere in PowerShell, upper and lower case are the same.
    private static OrderedDictionary Table(RowLayout layout, ReadOnlySpan<float> features)
    {
        OrderedDictionary row = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < features.Length; i++)
        {
            row[layout.FeatureNames![i]] = (double)features[i];
        }

        return row;
    }

    private static string[] NamesOf(OrderedDictionary row) =>
        [.. row.Keys.Cast<object>().Select(key => Convert.ToString(key, CultureInfo.InvariantCulture)!)];

    private void CopyTo(OrderedDictionary row, string[] names, Span<float> prepared)
    {
        if (!NamesOf(row).SequenceEqual(names))
        {
            throw this.script.Error($"gives the features {string.Join(", ", NamesOf(row))}, and of the first row it gave {string.Join(", ", names)}; they must be alike");
        }

        int place = 0;
        foreach (DictionaryEntry entry in row)
        {
            prepared[place++] = LanguagePrimitives.TryConvertTo(entry.Value, CultureInfo.InvariantCulture, out float value) && entry.Value is not null
                ? value
                : throw this.script.Error($"gives '{entry.Value}' for '{entry.Key}'; a number is needed");
        }
    }
}
