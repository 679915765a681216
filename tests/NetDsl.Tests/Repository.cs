namespace NetDsl.Tests;

/// <summary>Files that tests read where they lie.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file of the repository.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of the data too large for the repository, in the folder shared/data beside it; skips the test where it is missing.</summary>
    public static string SharedData(params string[] parts)
    {
        string path = Path.Combine([Root, "..", "shared", "data", .. parts]);
        if (!System.IO.File.Exists(path))
        {
            Assert.Skip($"{string.Join('/', parts)} is not in shared/data beside the repository.");
        }

        return path;
    }

    private static string Find(string folder)
    {
        DirectoryInfo? place = new(folder);
        while (place is not null && !System.IO.File.Exists(Path.Combine(place.FullName, "NetDsl.sln")))
        {
            place = place.Parent;
        }

        return place?.FullName ?? throw new DirectoryNotFoundException($"NetDsl.sln is in no folder above {folder}.");
    }
}
