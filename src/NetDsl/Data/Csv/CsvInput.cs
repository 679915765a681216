using System.Text;

namespace NetDsl.Data;

/// <summary>The text of a CSV file as UTF-8 without a byte order mark, unpacked where it is packed.</summary>
internal sealed class CsvInput : IDisposable
{
    private const int LongestMark = 4;

    private readonly DataFile file;

    /// <param name="path">The file.</param>
    public CsvInput(string path)
    {
        this.file = new DataFile(path);
        try
        {
            this.Path = path;
            this.Stream = this.SkipMark();
        }
        catch
        {
            this.file.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>The text.</summary>
    public Stream Stream { get; }

    /// <summary>The place of the text in the file.</summary>
    public long Start { get; private set; }

    /// <summary>Why rows cannot be read from the middle of the file; null where they can.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The error for a packed file that cannot be unpacked.</summary>
    public DataFormatException BrokenPacking(InvalidDataException error) => this.file.BrokenPacking(error);

    /// <inheritdoc/>
    public void Dispose()
    {
        this.Stream.Dispose();
        this.file.Dispose();
    }

    /// <summary>Goes past a byte order mark, and makes UTF-8 of what another one announces.</summary>
    private Stream SkipMark()
    {
        Span<byte> beginning = stackalloc byte[LongestMark];
        beginning = beginning[..this.file.Read(beginning)];
        Encoding? encoding = null;
        foreach (Encoding known in new[] { Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (encoding is null && beginning.StartsWith(known.Preamble))
            {
                (encoding, this.Start) = (known, known.Preamble.Length);
            }
        }

        Stream text = this.file.Stream;
        if (text.CanSeek)
        {
            text.Position = this.Start;
        }
        else
        {
            this.Obstacle = "the file is packed with gzip";
            text = new PrefixedStream(beginning[(int)this.Start..].ToArray(), text);
        }

        if (encoding is null or UTF8Encoding)
        {
            return text;
        }

        this.Obstacle = $"the file is not in UTF-8 but in {encoding.WebName}";
        return Encoding.CreateTranscodingStream(text, encoding, Encoding.UTF8);
    }
}
