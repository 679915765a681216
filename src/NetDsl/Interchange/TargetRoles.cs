using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>What the array of targets of a data set is.</summary>
/// <param name="AreLabels">Whether numbers in it are those of classes; text always is labels.</param>
/// <param name="Classes">The number of classes of labels, or null for those that are found.</param>
/// <param name="ClassNames">The names of the classes, or null.</param>
internal sealed record TargetRoles(bool AreLabels, int? Classes, IReadOnlyList<string>? ClassNames)
{
    /// <summary>Values, or classes that are one-hot already.</summary>
    public static TargetRoles Of(IReadOnlyList<string>? classNames) => new(false, null, classNames);

    /// <summary>Labels.</summary>
    public static TargetRoles OfLabels(int? classes, IReadOnlyList<string>? classNames) => new(true, classes, classNames);

    /// <summary>The arrays that make a data set together.</summary>
    /// <param name="files">The files, closed with the data.</param>
    /// <param name="features">The features.</param>
    /// <param name="targets">What is to be learnt, or null.</param>
    /// <param name="weights">The weights of the rows, or null.</param>
    /// <param name="layout">What else is known of a row, or null.</param>
    /// <exception cref="DataFormatException">An array does not hold what it is to be.</exception>
    public ArrayParts Parts(
        IReadOnlyList<StoredBytes> files, NpyContent features, NpyContent? targets, NpyContent? weights, RowLayout? layout = null)
    {
        bool areLabels = targets is not null && (this.AreLabels || targets.Header.Type.Characters is not null);
        return new ArrayParts(files)
        {
            Features = features.Rows(),
            Targets = areLabels ? null : targets?.Rows(),
            Labels = areLabels ? targets!.Labels(this.Classes, this.ClassNames) : null,
            SampleWeights = weights?.Rows(),
            Layout = (layout ?? new RowLayout { FeatureShape = [1] }) with { Classes = this.ClassNames },
        };
    }
}
