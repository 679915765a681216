namespace NetDsl.Data;

/// <summary>What a column that is being read is wanted for, before it is known what it holds.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Use">What it becomes, unless it is left out.</param>
/// <param name="IsNamed">Whether it was called by its name, so that it may not be left out.</param>
/// <param name="MayBeText">Whether text makes it what it is wanted for as well.</param>
/// <param name="MayBeNumbers">Whether numbers make it what it is wanted for.</param>
internal sealed record ColumnRole(string Name, ColumnUse Use, bool IsNamed, bool MayBeText, bool MayBeNumbers)
{
    /// <summary>Whether a row needs it, so that it cannot be filled in.</summary>
    public bool IsRequired => this.Use is not (ColumnUse.Feature or ColumnUse.Category);

    /// <summary>What the columns of a table are wanted for; null for those that are not.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="choice">Which columns are what.</param>
    /// <param name="options">What is made of the target.</param>
    public static ColumnRole?[] Of(IReadOnlyList<string> names, ColumnChoice choice, TableOptions options)
    {
        ColumnRole?[] roles = new ColumnRole?[names.Count];
        foreach ((int place, bool mayBeLeftOut) in choice.Features)
        {
            bool isCategory = choice.NamedCategories.Contains(place);
            bool mayBeCategory = isCategory || choice.PossibleCategories.Contains(place);
            roles[place] = new ColumnRole(
                names[place], isCategory ? ColumnUse.Category : ColumnUse.Feature, !mayBeLeftOut, mayBeCategory, !isCategory);
        }

        bool isValue = choice.Targets.Length > 1 || options.Labels == LabelEncoding.Value;
        bool isClass = !isValue && (options.Labels is not null || options.Classes is not null);
        foreach (int place in choice.Targets)
        {
            roles[place] = new ColumnRole(names[place], isClass ? ColumnUse.Label : ColumnUse.Target, true, !isValue, !isClass);
        }

        Set(choice.Weights, ColumnUse.SampleWeight, mayBeText: false);
        Set(choice.Group, ColumnUse.Group, mayBeText: true);
        Set(choice.Time, ColumnUse.Time, mayBeText: false);
        return roles;

        void Set(int? place, ColumnUse use, bool mayBeText)
        {
            if (place is { } found)
            {
                roles[found] = new ColumnRole(names[found], use, true, mayBeText, true);
            }
        }
    }
}
