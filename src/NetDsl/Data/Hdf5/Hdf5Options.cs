namespace NetDsl.Data.Hdf5;

/// <summary>
/// What is read of an HDF5 file. Datasets of as many rows are the columns of a table, each called by its path ("x", "events/x"), its rows'
/// extents being those of a cell; so are the fields of a dataset of rows with named fields, and the columns of a DataFrame of pandas. A file
/// that NetDsl wrote needs none of this.
/// </summary>
public sealed record Hdf5Options : TableOptions
{
    /// <summary>
    /// Where in the file: a table ("/events"), the features ("/events/waveforms"), or the group of the datasets ("/events"). Null where the
    /// file has only one table or one array, or where the datasets are named.
    /// </summary>
    public string? Location { get; init; }

    /// <summary>Whether a column or dataset is named, so that the file need not say what is what.</summary>
    internal bool NamesColumns => this.Names.Any();

    /// <summary>All names and wildcards of columns that there must be.</summary>
    internal IEnumerable<string> Names =>
        [.. this.Features ?? [], .. this.Targets, .. this.Categories, .. new[] { this.SampleWeights, this.Group, this.Time }.OfType<string>()];

    /// <summary>The same, with other names for the columns.</summary>
    /// <param name="rename">Gives the other name.</param>
    internal Hdf5Options Rename(Func<string, string> rename) => this with
    {
        Features = this.Features?.Select(rename).ToArray(),
        Targets = [.. this.Targets.Select(rename)],
        Categories = [.. this.Categories.Select(rename)],
        ExcludedFeatures = [.. this.ExcludedFeatures.Select(rename)],
        SampleWeights = this.SampleWeights is { } weights ? rename(weights) : null,
        Group = this.Group is { } group ? rename(group) : null,
        Time = this.Time is { } time ? rename(time) : null,
    };
}
