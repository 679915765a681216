using Microsoft.Win32.SafeHandles;

namespace NetDsl.Data;

/// <summary>The bytes of a file as it lies on the disk.</summary>
internal sealed class FileBytes : StoredBytes
{
    private readonly SafeFileHandle file;

    /// <param name="path">The file; others may read it meanwhile.</param>
    public FileBytes(string path)
        : this(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.RandomAccess))
    {
    }

    private FileBytes(string path, SafeFileHandle file)
        : base(path, RandomAccess.GetLength(file)) => this.file = file;

    protected internal override void ReadInside(long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(this.file, bytes, offset);
            if (read == 0)
            {
                // It was longer when it was opened.
                throw this.CutOff(offset);
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    protected override void Dispose(bool disposing)
    {
        this.file.Dispose();
        base.Dispose(disposing);
    }
}
