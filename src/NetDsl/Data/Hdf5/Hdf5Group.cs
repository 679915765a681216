using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5;

/// <summary>A group: names that lead to other groups and to datasets.</summary>
public sealed class Hdf5Group : Hdf5Object
{
    // As h5py and libhdf5 bound chains of soft links.
    private const int MostSoftLinks = 16;

    private readonly Lazy<Dictionary<string, Hdf5Link>> links;
    private readonly Lazy<IReadOnlyList<Hdf5Object>> children;

    internal Hdf5Group(Hdf5File file, ObjectHeader header, string path)
        : base(file, header, path)
    {
        this.links = new(() => LinkReader.Read(file.Source, header), LazyThreadSafetyMode.PublicationOnly);
        this.children = new(this.ReadChildren, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>All names in the group in ordinal order, also those that lead nowhere or to another file.</summary>
    /// <exception cref="DataFormatException">The group is broken.</exception>
    public IReadOnlyList<Hdf5Link> Links => [.. this.links.Value.Values];

    /// <summary>The objects in the group in ordinal order of their names. Links that lead nowhere or to another file are left out.</summary>
    /// <exception cref="DataFormatException">The group or one of the objects is broken.</exception>
    public IReadOnlyList<Hdf5Object> Children => this.children.Value;

    /// <summary>The groups among <see cref="Children"/>.</summary>
    /// <exception cref="DataFormatException">The group or one of the objects is broken.</exception>
    public IReadOnlyList<Hdf5Group> Groups => [.. this.Children.OfType<Hdf5Group>()];

    /// <summary>The datasets among <see cref="Children"/>.</summary>
    /// <exception cref="DataFormatException">The group or one of the objects is broken.</exception>
    public IReadOnlyList<Hdf5Dataset> Datasets => [.. this.Children.OfType<Hdf5Dataset>()];

    /// <summary>All objects below the group, each once even where several names lead to it or links go round in a circle; those nearer first.</summary>
    /// <exception cref="DataFormatException">A group or one of the objects is broken.</exception>
    public IEnumerable<Hdf5Object> Descendants()
    {
        HashSet<long> seen = [this.Header.Address];
        Queue<Hdf5Group> groups = new([this]);
        while (groups.TryDequeue(out Hdf5Group? group))
        {
            foreach (Hdf5Object child in group.Children.Where(child => seen.Add(child.Header.Address)))
            {
                yield return child;
                if (child is Hdf5Group inner)
                    groups.Enqueue(inner);
            }
        }
    }

    /// <summary>Finds a group, a dataset or a named type.</summary>
    /// <param name="path">A path from this group; one that begins with "/" is from the file's root.</param>
    /// <exception cref="DataFormatException">There is none; the message lists what there is.</exception>
    public Hdf5Object Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int linksLeft = MostSoftLinks;
        return this.Resolve(path, ref linksLeft, out string problem) ?? throw this.File.Source.Broken(problem);
    }

    /// <summary>Finds a dataset.</summary>
    /// <param name="path">A path from this group; one that begins with "/" is from the file's root.</param>
    /// <exception cref="DataFormatException">There is none, or it is a group; the message lists what there is.</exception>
    public Hdf5Dataset FindDataset(string path) => this.Find(path) switch
    {
        Hdf5Dataset dataset => dataset,
        Hdf5Group group => throw this.File.Source.Broken($"'{group.Path}' is a group, not a dataset. {group.WhatThereIs()}"),
        Hdf5Object other => throw this.File.Source.Broken($"'{other.Path}' is a named type, not a dataset."),
    };

    private static string Combine(string folder, string name) => folder == "/" ? $"/{name}" : $"{folder}/{name}";

    private Hdf5Object? Resolve(string path, ref int linksLeft, out string problem)
    {
        problem = string.Empty;
        Hdf5Object place = path.StartsWith('/') ? this.File.Root : this;
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".")
                continue;

            if (place is not Hdf5Group group)
            {
                problem = $"there is no '{path}': '{place.Path}' is no group.";
                return null;
            }

            if (group.Child(name, ref linksLeft, out problem) is not { } next)
                return null;

            place = next;
        }

        return place;
    }

    private Hdf5Object? Child(string name, ref int linksLeft, out string problem)
    {
        problem = string.Empty;
        if (!this.links.Value.TryGetValue(name, out Hdf5Link? link))
        {
            problem = $"there is no '{name}' in the group '{this.Path}'. {this.WhatThereIs()}";
            return null;
        }

        switch (link.Kind)
        {
            case Hdf5LinkKind.Hard:
                return this.File.Load(link.Address, Combine(this.Path, name));
            case Hdf5LinkKind.Soft when linksLeft-- > 0:
                return this.Resolve(link.Target!, ref linksLeft, out problem) is { } target
                    ? this.File.Load(target.Header.Address, Combine(this.Path, name))
                    : null;
            case Hdf5LinkKind.Soft:
                problem = $"the soft link '{Combine(this.Path, name)}' is the last of a long chain or circle of links.";
                return null;
            default:
                problem = link.Kind == Hdf5LinkKind.External
                    ? $"'{Combine(this.Path, name)}' is a link to another file, {link.Target}. Open that file."
                    : $"'{Combine(this.Path, name)}' is a link of a kind that only the program which wrote it knows.";
                return null;
        }
    }

    private Hdf5Object[] ReadChildren()
    {
        List<Hdf5Object> found = [];
        foreach (string name in this.links.Value.Keys)
        {
            int linksLeft = MostSoftLinks;
            if (this.Child(name, ref linksLeft, out _) is { } child)
                found.Add(child);
        }

        return [.. found];
    }

    private string WhatThereIs()
    {
        const int Most = 20;
        string[] names = [.. this.links.Value.Keys.Take(Most)];
        int more = this.links.Value.Count - names.Length;
        return names.Length == 0
            ? "It is empty."
            : FormattableString.Invariant($"There is {string.Join(", ", names)}{(more == 0 ? "." : $" and {more} more.")}");
    }
}
