namespace NetDsl.Data;

/// <summary>Layouts of which some columns are new or gone.</summary>
internal static class FeatureColumns
{
    /// <summary>As many columns as such a table may have, and as many letters as their names: what is read from a file must not fill memory.</summary>
    private const int MostColumns = 1 << 16;

    private const int MostLetters = 1 << 20;

    /// <summary>A row of columns.</summary>
    /// <param name="source">What a row is made of before.</param>
    /// <param name="columns">The columns behind the step.</param>
    /// <param name="step">The name of the step.</param>
    /// <exception cref="ArgumentException">The features before are no row of columns, or there are too many.</exception>
    public static RowLayout Arrange(RowLayout source, IReadOnlyList<ArrangedColumn> columns, string step)
    {
        CheckTable(source, columns.Count, step);
        Dictionary<int, IReadOnlyList<string>> categories = [];
        string[] names = new string[columns.Count];
        long letters = 0;
        for (int i = 0; i < columns.Count; i++)
        {
            (int place, bool isNew, string prefix, string suffix) = columns[i];
            string name = source.NameOfFeature(place);
            letters += name.Length + prefix.Length + suffix.Length;
            if (letters > MostLetters)
            {
                throw new ArgumentException($"{step} gives the columns names of more than {MostLetters} letters together; call them shorter.");
            }

            names[i] = isNew ? prefix + name + suffix : name;
            if (!isNew && source.Categories.TryGetValue(place, out IReadOnlyList<string>? known))
            {
                categories[i] = known;
            }
        }

        return source with { FeatureShape = [columns.Count], FeatureNames = names, Categories = categories };
    }

    /// <summary>Refuses images and the like, and more columns than a table has.</summary>
    /// <param name="source">What a row is made of before.</param>
    /// <param name="columns">How many columns there will be.</param>
    /// <param name="step">The name of the step.</param>
    /// <exception cref="ArgumentException">It is such.</exception>
    public static void CheckTable(RowLayout source, long columns, string step)
    {
        if (source.FeatureShape.Count != 1 || Math.Max(columns, source.FeatureSize) > MostColumns)
        {
            throw new ArgumentException(
                $"{step} adds columns, which features of shape ({string.Join(", ", source.FeatureShape)}) cannot have, or there would be too " +
                $"many: a row of at most {MostColumns} columns is needed.");
        }
    }
}
