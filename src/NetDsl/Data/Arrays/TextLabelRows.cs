namespace NetDsl.Data;

/// <summary>Labels that are texts of as many bytes each.</summary>
internal sealed class TextLabelRows : LabelRows
{
    private const int BufferSize = 1 << 16;

    private readonly StoredBytes bytes;
    private readonly long begin;
    private readonly TextFormat format;
    private readonly TextCodes texts = new();
    private readonly byte[] buffer;

    // Which class each number of a text is.
    private readonly int[] places;

    /// <param name="bytes">The file, which has all the texts.</param>
    /// <param name="begin">Where the first lies.</param>
    /// <param name="format">How a text lies in the file.</param>
    /// <param name="count">The number of rows, at least 1.</param>
    /// <param name="names">The classes in the order of the targets, or null for the texts found in ordinal order.</param>
    /// <exception cref="DataFormatException">A label is empty or none of the classes, or there are not two.</exception>
    /// <exception cref="ArgumentException">A class is given twice.</exception>
    public TextLabelRows(StoredBytes bytes, long begin, TextFormat format, long count, IReadOnlyList<string>? names)
    {
        this.bytes = bytes;
        this.begin = begin;
        this.format = format;
        this.Count = count;
        this.AreFound = names is null;
        this.buffer = new byte[Math.Max(1, Math.Min(BufferSize / format.Size, count)) * format.Size];
        foreach (string name in names ?? [])
        {
            this.texts.Of(name);
        }

        if (names is not null && this.texts.Count != names.Count)
        {
            throw new ArgumentException($"The classes {string.Join(", ", names)} are not all different.", nameof(names));
        }

        this.places = this.Look(names?.Count ?? DatasetChecks.MostClasses);
        this.Classes = [.. this.places.Zip(this.texts.Texts).OrderBy(text => text.First).Select(text => text.Second)];
    }

    public override string Path => this.bytes.Path;

    public override long Count { get; }

    public override IReadOnlyList<string> Classes { get; }

    public override bool AreFound { get; }

    public override long ByteCount => this.Count * this.format.Size;

    protected override void ReadClasses(long first, Span<int> classes)
    {
        this.ReadTexts(first, classes);
        foreach (ref int label in classes)
        {
            label = this.places[label];
        }
    }

    /// <summary>Reads all labels, so that one that cannot be is an error before anything learns, and gives the class of each text.</summary>
    private int[] Look(int most)
    {
        int[] codes = new int[BlockRows];
        for (long first = 0; first < this.Count; first += BlockRows)
        {
            this.ReadTexts(first, codes.AsSpan(0, (int)Math.Min(BlockRows, this.Count - first)));
            if (this.AreFound && this.texts.Count > most)
            {
                throw DataFormatException.InFile(
                    this.Path, $"the labels are more than {most} different texts. Are they names and not classes?");
            }
        }

        if (this.texts.Count < 2)
        {
            throw DataFormatException.InFile(this.Path, $"all labels are '{string.Concat(this.texts.Texts)}'; at least two classes are needed.");
        }

        int[] classes = [.. Enumerable.Range(0, this.texts.Count)];
        if (this.AreFound)
        {
            int[] order = [.. classes.OrderBy(code => this.texts.Texts[code], StringComparer.Ordinal)];
            for (int place = 0; place < order.Length; place++)
            {
                classes[order[place]] = place;
            }
        }

        return classes;
    }

    private void ReadTexts(long first, Span<int> codes)
    {
        int known = this.places?.Length ?? (this.AreFound ? int.MaxValue : this.texts.Count);
        int size = this.format.Size;
        int together = this.buffer.Length / size;
        for (int i = 0; i < codes.Length; i++)
        {
            int within = i % together;
            if (within == 0)
            {
                this.bytes.Read(this.begin + ((first + i) * size), this.buffer.AsSpan(0, Math.Min(together, codes.Length - i) * size));
            }

            codes[i] = this.format.Read(this.buffer.AsSpan(within * size, size), this.texts);
            if (codes[i] == TextCodes.Missing || codes[i] >= known)
            {
                throw this.Unknown(first + i, codes[i], known);
            }
        }
    }

    private DataFormatException Unknown(long row, int code, int known) => DataFormatException.AtRow(
        this.Path,
        row,
        null,
        code == TextCodes.Missing
            ? "the label is empty. Correct it or remove the row."
            : $"the label '{this.texts.Texts[code]}' is none of the classes {string.Join(", ", this.texts.Texts.Take(known))}.");
}
