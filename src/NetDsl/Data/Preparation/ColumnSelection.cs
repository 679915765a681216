using System.IO.Enumeration;

namespace NetDsl.Data;

/// <summary>Which features a step works on.</summary>
internal static class ColumnSelection
{
    /// <summary>The features that a step calculates with: none of them may be a category. Null for all features.</summary>
    /// <param name="layout">What a row is made of.</param>
    /// <param name="columns">Names and wildcards, or null for all that fit.</param>
    /// <param name="step">The name of the step.</param>
    /// <exception cref="ArgumentException">There is no such feature, or one that was named is a category.</exception>
    public static int[]? Numbers(RowLayout layout, IReadOnlyList<string>? columns, string step)
    {
        if (columns is not null)
        {
            int[] places = Matching(layout, columns, step, isLeftOut: layout.Categories.ContainsKey);
            foreach (int place in places)
            {
                if (layout.Categories.ContainsKey(place))
                {
                    throw new ArgumentException(
                        $"{step} cannot calculate with column '{layout.NameOfFeature(place)}', which holds categories: encode it before, " +
                        "or leave it out.");
                }
            }

            return places;
        }

        if (layout.Categories.Count == 0)
        {
            return null;
        }

        int[] numbers = [.. Enumerable.Range(0, layout.FeatureSize).Where(place => !layout.Categories.ContainsKey(place))];
        return numbers.Length > 0
            ? numbers
            : throw new ArgumentException($"{step} has nothing to work on: all features are categories. Encode them before.");
    }

    /// <summary>The features of any kind; null for all.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public static int[]? Any(RowLayout layout, IReadOnlyList<string>? columns, string step) =>
        columns is null ? null : Matching(layout, columns, step, isLeftOut: _ => false);

    /// <summary>The features that a step encodes: those named, or else the categories.</summary>
    /// <exception cref="ArgumentException">There is no such feature, or no category.</exception>
    public static int[] Categories(RowLayout layout, IReadOnlyList<string>? columns, string step)
    {
        if (columns is not null)
        {
            return Matching(layout, columns, step, isLeftOut: _ => false);
        }

        return layout.Categories.Count > 0
            ? [.. layout.Categories.Keys.Order()]
            : throw new ArgumentException(
                $"{step} has nothing to encode: no feature holds categories. Name the columns whose numbers are to be taken as such.");
    }

    /// <summary>A wildcard passes over columns that a step does not take; a name does not.</summary>
    private static int[] Matching(RowLayout layout, IReadOnlyList<string> columns, string step, Predicate<int> isLeftOut)
    {
        SortedSet<int> places = [];
        string[] names = [.. Enumerable.Range(0, layout.FeatureSize).Select(layout.NameOfFeature)];
        foreach (string column in columns)
        {
            int exact = Array.IndexOf(names, column);
            int[] found = exact >= 0
                ? [exact]
                : [.. Enumerable.Range(0, names.Length)
                    .Where(place => FileSystemName.MatchesSimpleExpression(column, names[place], ignoreCase: false) && !isLeftOut(place))];
            if (found.Length == 0)
            {
                string all = string.Join(", ", names.Take(20)) + (names.Length > 20 ? " ..." : string.Empty);
                throw new ArgumentException($"{step} is to work on column '{column}', which is not there or does not fit. There are: {all}.");
            }

            places.UnionWith(found);
        }

        return places.Count > 0 ? [.. places] : throw new ArgumentException($"{step} is given an empty list of columns; leave it out for all.");
    }
}
