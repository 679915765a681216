using System.Globalization;

namespace NetDsl.Data;

/// <summary>
/// Reads FITS, the format of astronomy (FITS standard 4.0): binary tables, such as the catalogues of the Fermi telescope, and images; packed with
/// gzip or not. Numbers are scaled as the header says; a missing value (TNULL, NaN, an empty text) is one of the table. Arrays in cells are array
/// columns: NAME[0], NAME[1] ... among the features. Arrays of any length are read where all rows have the same; texts in an array are columns of
/// their own. Complex numbers are two. What is not read: tables of text, and tables that pack an image (tile compression).
/// </summary>
public static class FitsFile
{
    // Numbers of an image that are read together.
    private const int ImageBlock = 1 << 16;

    /// <summary>Whether a file, packed or not, begins as FITS files do. It is also text, so ask before a reader of text does.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The file is packed, and that is broken.</exception>
    public static bool IsFits(string path)
    {
        using DataFile file = new(path);
        Span<byte> start = stackalloc byte[FitsPart.StartLength];
        return file.Read(start) == start.Length && FitsPart.IsStart(start);
    }

    /// <summary>The parts of a file, with the columns of their tables.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no FITS file, or cut off, or broken.</exception>
    public static IReadOnlyList<FitsHdu> List(string path)
    {
        using StoredBytes bytes = StoredBytes.Open(path);
        return [.. FitsPart.ReadAll(bytes).Select(part => new FitsHdu(
            part.Index,
            part.Name,
            part.Kind,
            part.Kind == FitsHduKind.BinaryTable ? [part.Axes[1]] : [.. part.Axes.Reverse()],
            part.Kind == FitsHduKind.BinaryTable ? new FitsColumns(bytes, part).All : []))];
    }

    /// <summary>Reads a table into a data set.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">
    /// Which table it is, and which columns are what; null for the first, and columns of numbers, none of them a target.
    /// </param>
    /// <exception cref="DataFormatException">The file is broken, a column is missing, or a cell is no number or no label.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Dataset Read(string path, FitsOptions? options = null) => Read(path, options, out _);

    /// <summary>Reads a table into a data set, and says what was found.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">
    /// Which table it is, and which columns are what; null for the first, and columns of numbers, none of them a target.
    /// </param>
    /// <param name="report">What each column holds, and what became of it.</param>
    /// <exception cref="DataFormatException">The file is broken, a column is missing, or a cell is no number or no label.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Dataset Read(string path, FitsOptions? options, out TableReport report)
    {
        options ??= new FitsOptions();
        using FitsTable table = OpenTable(StoredBytes.Open(path), options.Hdu);
        table.CheckAskedFor(options);
        return table.Read(options, out report);
    }

    /// <summary>Opens a table as a stream of rows, of which only those asked for are in memory. The file must not be packed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">
    /// Which table it is, and which columns are what; null for the first, and columns of numbers, none of them a target.
    /// </param>
    /// <exception cref="DataFormatException">The file is broken or packed, or a column is missing, or holds no numbers or labels.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static RowSource Open(string path, FitsOptions? options = null)
    {
        options ??= new FitsOptions();
        FitsTable table = OpenTable(StoredBytes.OpenUnpacked(path), options.Hdu);
        try
        {
            table.CheckAskedFor(options);
            return table.Open(options);
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>Opens a table, to be read column by column. A file packed with gzip is unpacked into memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hdu">The part of the file by its name or its place from 0; null for its first binary table.</param>
    /// <exception cref="DataFormatException">The file is broken, or there is no such table, or none of its columns can be read.</exception>
    public static TableFile OpenTable(string path, string? hdu = null) => OpenTable(StoredBytes.Open(path), hdu);

    /// <summary>Reads an image.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hdu">The part of the file by its name or its place from 0; null for the first image that has data.</param>
    /// <exception cref="DataFormatException">The file is broken, or there is no such image, or it has more values than an array can hold.</exception>
    public static FitsImage ReadImage(string path, string? hdu = null)
    {
        using StoredBytes bytes = StoredBytes.Open(path);
        FitsPart part = Find(bytes, hdu, "image with data", part => part.Kind == FitsHduKind.Image && part.Length > 0);
        NumberFormat format = FitsForm.Number(LetterOf(part.Header.Integer("BITPIX") ?? 0))!.Value;
        long count = part.Length / format.Size;
        if (count > Array.MaxLength || part.Axes.Any(extent => extent > int.MaxValue))
        {
            throw part.Header.Error(FormattableString.Invariant($"the image has {count} values, more than an array can hold."));
        }

        RecordNumbers numbers = FitsScaling.Column(
            new TableField(part.Name, TableFieldKind.Number),
            offset: 0,
            format,
            part.Header.Number("BSCALE", 1),
            part.Header.Number("BZERO", 0),
            FitsScaling.Missing(part.Header.Integer("BLANK"), format));
        float[] values = new float[count];
        ColumnBlock block = new(0, ColumnContent.Single);
        byte[] buffer = new byte[Math.Min(count, ImageBlock) * format.Size];
        for (long done = 0; done < count; done += ImageBlock)
        {
            int together = (int)Math.Min(ImageBlock, count - done);
            Span<byte> raw = buffer.AsSpan(0, together * format.Size);
            bytes.Read(part.Begin + (done * format.Size), raw);
            block.Resize(together);
            numbers.Read(raw, block, 0);
            block.Singles.CopyTo(values.AsSpan((int)done));
        }

        return new FitsImage([.. part.Axes.Reverse().Select(extent => (int)extent)], values);
    }

    private static char LetterOf(long bits) => bits switch { 8 => 'B', 16 => 'I', 32 => 'J', 64 => 'K', -32 => 'E', _ => 'D' };

    private static FitsTable OpenTable(StoredBytes bytes, string? hdu)
    {
        try
        {
            FitsPart part = Find(bytes, hdu, "binary table", part => part.Kind == FitsHduKind.BinaryTable);
            FitsColumns columns = new(bytes, part);
            return columns.Readable.Count > 0
                ? new FitsTable(bytes, part, columns)
                : throw part.Header.Error("the table has no column that can be read.");
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    private static FitsPart Find(StoredBytes bytes, string? hdu, string what, Func<FitsPart, bool> fits)
    {
        List<FitsPart> parts = FitsPart.ReadAll(bytes);
        FitsPart? found = hdu is null
            ? parts.FirstOrDefault(fits)
            : parts.FirstOrDefault(part => part.Name.Equals(hdu, StringComparison.OrdinalIgnoreCase)) ??
                parts.FirstOrDefault(part => part.Index.ToString(CultureInfo.InvariantCulture) == hdu);
        return found is not null && fits(found) ? found : throw DataFormatException.InFile(
            bytes.Path,
            (hdu is null ? $"there is no {what}. " : found is null ? $"there is no part (HDU) '{hdu}'. " : $"the part (HDU) '{hdu}' is no {what}. ") +
            $"There are: {string.Join(", ", parts.Select(part => $"{part.Index} {part.Name} ({part.Kind})"))}.");
    }
}
