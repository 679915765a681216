using System.Globalization;

namespace NetDsl.Data.Hdf5;

/// <summary>What the attributes are called that say what a row of a file of this project is made of.</summary>
internal static class Hdf5Layout
{
    /// <summary>Of the file: what it is.</summary>
    public const string Format = "format";

    /// <summary>The value of <see cref="Format"/>.</summary>
    public const string FormatName = "NetDsl data";

    /// <summary>Of the file: the number of this way to write it.</summary>
    public const string Version = "format_version";

    /// <summary>Of the file: the data set of the features.</summary>
    public const string Features = "features";

    /// <summary>Of the file: the data set of the targets.</summary>
    public const string Targets = "targets";

    /// <summary>Of the file: the data set of the weights.</summary>
    public const string Weights = "weights";

    /// <summary>Of the file: the data set of the groups.</summary>
    public const string Groups = "groups";

    /// <summary>Of the file: the data set of the times.</summary>
    public const string Times = "times";

    /// <summary>Of the features and of the targets: the name of each.</summary>
    public const string Names = "names";

    /// <summary>Of the features: whether some may be missing.</summary>
    public const string MayMiss = "may_be_missing";

    /// <summary>Of the features: the places of those that are categories. The names of place p are in the attribute categories_p.</summary>
    public const string Categories = "categories";

    /// <summary>Of the targets: the classes.</summary>
    public const string Classes = "classes";

    /// <summary>Of the targets and of the weights: what the column is called in the table that they come from.</summary>
    public const string Column = "column";

    /// <summary>The attribute with the names of a feature that is a category.</summary>
    public static string CategoriesOf(int place) => string.Create(CultureInfo.InvariantCulture, $"{Categories}_{place}");
}
