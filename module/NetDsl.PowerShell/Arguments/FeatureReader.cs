using System.Collections;
using System.Globalization;
using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>
/// Reads the features of an object: each is a number, text of a number with a decimal point whatever the culture, a truth value, or an
/// array of them.
/// </summary>
/// <param name="names">The properties to read, in the order of the model's inputs.</param>
/// <param name="raw">What rows are made of before they are prepared, or null where they are not: then some may hold categories or miss values.</param>
internal sealed class FeatureReader(IReadOnlyList<string> names, RowLayout? raw = null)
{
    // Where each was in the last object; those that follow mostly look the same.
    private readonly int[] places = new int[names.Count];

    /// <summary>What is to be said of a category in the last object that was in no training row; null where there was none.</summary>
    public string? UnknownCategory { get; private set; }

    /// <summary>Reads an object.</summary>
    /// <param name="row">Its properties.</param>
    /// <param name="item">The object itself, which an error is about.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="features">Room for one sample.</param>
    /// <exception cref="CommandErrorException">
    /// A property is missing or holds no finite number, or there are more or fewer numbers.
    /// </exception>
    public void Read(ObjectRow row, PSObject item, long number, Span<float> features)
    {
        int filled = 0;
        this.UnknownCategory = null;
        for (int i = 0; i < names.Count; i++)
        {
            object? value = row.Values[this.PlaceOf(i, row, item, number)];
            if (value is IList list and not IDictionary)
            {
                foreach (object? element in list)
                {
                    Put(element, names[i], features, ref filled);
                }
            }
            else
            {
                Put(value, names[i], features, ref filled);
            }
        }

        if (filled != features.Length)
        {
            throw Error(
                "InvalidData", item, number, $"{filled} features were read; the model takes {features.Length}. Check the arrays and -Feature.");
        }

        void Put(object? cell, string name, Span<float> into, ref int next)
        {
            object? plain = cell is PSObject wrapped ? wrapped.BaseObject : cell;
            if (!this.TryPrepared(plain, name, next, out float feature) && (!TryNumber(plain, out feature) || !float.IsFinite(feature)))
            {
                string text = string.Create(CultureInfo.InvariantCulture, $"{cell}");
                string held = text.Length == 0 ? "is empty" : $"is '{text}'";
                throw Error(
                    "InvalidData",
                    item,
                    number,
                    $"the property '{name}' {held}; a finite number is needed. Mend the object, or leave it out with Where-Object.");
            }

            if (next < into.Length)
            {
                into[next] = feature;
            }

            next++;
        }
    }

    // A category by its number, and NaN for what may be missing.
    private bool TryPrepared(object? cell, string name, int place, out float feature)
    {
        feature = float.NaN;
        if (raw is null)
        {
            return false;
        }

        string text = string.Create(CultureInfo.InvariantCulture, $"{cell}").Trim();
        if (text.Length == 0 || text.Equals("NaN", StringComparison.OrdinalIgnoreCase))
        {
            return raw.MayMissFeatures;
        }

        if (!raw.Categories.TryGetValue(place, out IReadOnlyList<string>? categories))
        {
            return false;
        }

        int number = 0;
        while (number < categories.Count && categories[number] != text)
        {
            number++;
        }

        if (number == categories.Count)
        {
            this.UnknownCategory ??= $"the property '{name}' is '{text}', a category that was in no training row; there were {string.Join(", ", categories)}.";
        }

        feature = number;
        return true;
    }

    private static bool TryNumber(object? cell, out float number)
    {
        switch (cell)
        {
            case string text:
                return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
            case double or float or int or long or decimal or bool or byte or short or uint or ulong or ushort or sbyte:
                number = Convert.ToSingle(cell, CultureInfo.InvariantCulture);
                return true;
            default:
                number = 0;
                return false;
        }
    }

    internal static CommandErrorException Error(string id, PSObject item, long number, string problem) =>
        new(id, ErrorCategory.InvalidData, item, FormattableString.Invariant($"Object {number}: {problem}"));

    private int PlaceOf(int feature, ObjectRow row, PSObject item, long number)
    {
        string name = names[feature];
        int place = this.places[feature];
        if (place < row.Names.Count && row.Names[place].Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return place;
        }

        place = row.IndexOf(name);
        if (place < 0)
        {
            throw Error(
                "MissingProperty",
                item,
                number,
                $"there is no property '{name}', which the model takes. " +
                $"{(row.Names.Count == 0 ? "It has none at all" : "There are: " + string.Join(", ", row.Names))}. " +
                "Give the object the property, or say with -Feature which ones the model takes.");
        }

        this.places[feature] = place;
        return place;
    }
}
