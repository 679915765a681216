using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Classes as a person gives them: their names in order, or a table that says which labels stand for each.</summary>
public sealed class ClassArgument
{
    private ClassArgument(IReadOnlyList<string> names, IReadOnlyDictionary<string, IReadOnlyList<string>>? labels)
    {
        this.Names = names;
        this.Labels = labels;
    }

    /// <summary>The names of the classes, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The labels that stand for each class, or null where each stands for itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Labels { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this.Names);

    /// <summary>Reads what was given.</summary>
    /// <param name="value">A name, several, or a table of labels by the names of classes.</param>
    /// <exception cref="ArgumentTransformationMetadataException">There is no class, or one has no label.</exception>
    internal static ClassArgument Parse(object? value)
    {
        object? plain = PlainValue.Of(value);
        if (plain is ClassArgument parsed)
        {
            return parsed;
        }

        if (plain is IDictionary table)
        {
            Dictionary<string, IReadOnlyList<string>> labels = new(StringComparer.Ordinal);
            List<string> names = [];
            foreach (DictionaryEntry entry in table)
            {
                string name = Text(entry.Key);
                labels[name] = Texts(PlainValue.Of(entry.Value));
                names.Add(name);
            }

            // A hashtable has no order, and may have another one in the next session.
            return new ClassArgument(table is IOrderedDictionary ? names : [.. names.Order(StringComparer.Ordinal)], NotEmpty(labels));
        }

        return new ClassArgument(Texts(plain), labels: null);
    }

    private static Dictionary<string, IReadOnlyList<string>> NotEmpty(Dictionary<string, IReadOnlyList<string>> labels) => labels.Count > 0
        ? labels
        : throw new ArgumentTransformationMetadataException("The table of classes is empty. Write [ordered]@{ blazar = 'bll', 'fsrq'; pulsar = 'psr' }.");

    private static string[] Texts(object? value)
    {
        string[] texts = value is IList list ? [.. list.Cast<object?>().Select(Text)] : [Text(value)];
        return texts.Length > 0 && !texts.Contains(string.Empty)
            ? texts
            : throw new ArgumentTransformationMetadataException(
                "A class is empty. Give names of classes, or a table of their labels: [ordered]@{ blazar = 'bll', 'fsrq'; pulsar = 'psr' }.");
    }

    private static string Text(object? value) => Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) ?? string.Empty;
}
