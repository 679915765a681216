using System.IO.Compression;
using System.Text;

namespace NetDsl.Tests;

/// <summary>A file of a test's own, deleted with the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(byte[] content)
    {
        File.WriteAllBytes(this.Path, content);
    }

    public TemporaryFile(string content)
        : this(Encoding.UTF8.GetBytes(content))
    {
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"netdsl-{Guid.NewGuid():N}");

    public static byte[] Pack(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public void Dispose() => File.Delete(this.Path);
}
