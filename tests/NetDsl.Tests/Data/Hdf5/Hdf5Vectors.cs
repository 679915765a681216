using System.Text.Json;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>The small HDF5 files that Vectors/hdf5.py made.</summary>
internal static class Hdf5Vectors
{
    /// <summary>Their names, without ".h5".</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(File(), "*.h5").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>A file beside the script.</summary>
    public static string File(params string[] parts) => Repository.File(["tests", "NetDsl.Tests", "Vectors", "Hdf5", .. parts]);

    /// <summary>What h5py reads from a file.</summary>
    public static JsonDocument Expected(string name) => JsonDocument.Parse(System.IO.File.ReadAllBytes(File($"{name}.json")));
}
