using System.Collections;
using System.Globalization;
using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Weights of classes as a person gives them: by name or number, or the word Balanced.</summary>
public sealed class ClassWeightArgument
{
    /// <summary>The word for weights that follow from the number of rows of each class.</summary>
    internal const string Balanced = "Balanced";

    // Null stands for Balanced.
    private readonly IReadOnlyDictionary<string, double>? weights;

    private ClassWeightArgument(IReadOnlyDictionary<string, double>? weights) => this.weights = weights;

    /// <summary>Reads what was given.</summary>
    /// <param name="value">The word, or a table of weights.</param>
    /// <exception cref="ArgumentTransformationMetadataException">It is neither, or a weight is no number of at least 0.</exception>
    internal static ClassWeightArgument Parse(object? value) => value switch
    {
        string word when word.Equals(Balanced, StringComparison.OrdinalIgnoreCase) => new ClassWeightArgument(null),
        IDictionary { Count: > 0 } table => new ClassWeightArgument(Read(table)),
        _ => throw new ArgumentTransformationMetadataException(
            $"'{value}' gives no weights of classes. Give the word {Balanced}, or a table of weights: @{{ signal = 2; background = 1 }}."),
    };

    /// <summary>The weights by the numbers of the classes.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="train">The rows to train with, which name the classes.</param>
    /// <param name="cancellation">Ends the counting of a stream's rows.</param>
    /// <exception cref="CommandErrorException">There is no such class, or it has two weights.</exception>
    internal IReadOnlyDictionary<int, double> For(NetworkSummary summary, RowSource train, CancellationToken cancellation)
    {
        if (this.weights is null)
        {
            return ClassWeights.Balanced(summary, train, cancellation);
        }

        Dictionary<int, double> byNumber = [];
        foreach ((string label, double weight) in this.weights)
        {
            if (!byNumber.TryAdd(NumberOf(label, train.Layout.Classes), weight))
            {
                throw new CommandErrorException(
                    "InvalidClassWeight",
                    ErrorCategory.InvalidArgument,
                    label,
                    $"-ClassWeight gives the class '{label}' a second weight, by its name and by its number; give one of them.");
            }
        }

        return byNumber;
    }

    // A name comes before a number: of classes named 1, 2 and 3, 1 is the first.
    private static int NumberOf(string label, IReadOnlyList<string>? names)
    {
        for (int i = 0; i < names?.Count; i++)
        {
            if (names[i].Equals(label, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        if (int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && (names is null || number < names.Count))
        {
            return number;
        }

        string known = names is null
            ? "The classes of these data have no names; give their numbers, from 0"
            : $"There are: {string.Join(", ", names)}";
        throw new CommandErrorException(
            "UnknownClass",
            ErrorCategory.ObjectNotFound,
            label,
            $"-ClassWeight names the class '{label}', which the data do not have. {known}.");
    }

    private static Dictionary<string, double> Read(IDictionary table)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table)
        {
            string label = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            bool isNumber = LanguagePrimitives.TryConvertTo(entry.Value, out double weight) && entry.Value is not null;
            weights[label] = isNumber && weight >= 0 && double.IsFinite(weight)
                ? weight
                : throw new ArgumentTransformationMetadataException(
                    $"The weight of the class '{label}' is '{entry.Value}'; a weight is a finite number of at least 0.");
        }

        return weights;
    }
}
