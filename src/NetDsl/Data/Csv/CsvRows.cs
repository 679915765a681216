using System.Buffers;

namespace NetDsl.Data;

/// <summary>
/// Cuts UTF-8 text into rows and cells as RFC 4180 has it. Lines end with a line feed, a carriage return or both; empty ones are no rows. The space
/// around a cell and the quotation marks around what is in it do not belong to it; a quotation mark within a cell that does not
/// begin with one is like any other character.
/// </summary>
internal sealed class CsvRows
{
    /// <summary>What a line may be long, so that a packed file cannot fill the memory.</summary>
    public const int LongestLine = 1 << 24;

    // As an image of 512 x 512 pixels has; a line of nothing but commas must not fill the memory either.
    private const int MostColumns = 1 << 18;

    // Far more than a number or a name; it ends the search for the partner of a stray quotation mark.
    private const int LongestCell = 1 << 16;
    private const int FirstBuffer = 1 << 12;
    private const int LargestBlock = 1 << 18;

    private readonly Stream stream;
    private readonly TableSource source;
    private readonly byte delimiter;
    private readonly bool trims;
    private readonly SearchValues<byte> separators;
    private byte[] buffer;
    private byte[] unquoted = [];
    private int begin;
    private int end;
    private long offset;
    private bool isEnded;
    private long line = 1;
    private Cell[] cells = new Cell[16];

    /// <param name="stream">The text, without a byte order mark.</param>
    /// <param name="source">Names the file in errors, and gets the line of each row.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <param name="line">The line that the text begins with.</param>
    /// <param name="offset">The place in the file that it begins with.</param>
    public CsvRows(Stream stream, TableSource source, byte delimiter, long line = 1, long offset = 0)
    {
        this.stream = stream;
        this.source = source;
        this.delimiter = delimiter;
        this.trims = delimiter != ' ';
        this.separators = SearchValues.Create([delimiter, (byte)'\n', (byte)'\r']);
        this.buffer = new byte[FirstBuffer];
        this.line = line;
        this.offset = offset;
    }

    /// <summary>The number of cells in the row.</summary>
    public int Count { get; private set; }

    /// <summary>The line that the row begins with, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The place of the row in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>The line after the row.</summary>
    public long NextLine => this.line;

    /// <summary>The place in the file after the row.</summary>
    public long NextOffset => this.offset + this.begin;

    /// <summary>For each column, whether its cells are likely to be numbers, which are then read on the way.</summary>
    public bool[] AreNumbers { get; set; } = [];

    /// <summary>The number in a cell that was read on the way; NaN where none was.</summary>
    public float Number(int cell) => this.cells[cell].Number;

    /// <summary>What stands in a cell, until the next cell or row is asked for.</summary>
    public ReadOnlySpan<byte> Text(int cell)
    {
        Cell found = this.cells[cell];
        ReadOnlySpan<byte> text = this.buffer.AsSpan(found.Begin, found.Length);
        return found.HasDoubledQuotes ? this.Unquote(text) : text;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="DataFormatException">A quotation mark lacks its partner, or a line is too long.</exception>
    public bool Next()
    {
        while (true)
        {
            if (this.SkipEmptyLines() && this.TryReadRow())
            {
                return true;
            }

            if (!this.Fill() && this.begin == this.end)
            {
                return false;
            }
        }
    }

    /// <summary>Goes past line ends; false where nothing follows that is known yet.</summary>
    private bool SkipEmptyLines()
    {
        while (this.begin < this.end)
        {
            int length = this.LineEndAt(this.begin);
            if (length <= 0)
            {
                return length == 0;
            }

            this.begin += length;
            this.line++;
        }

        return false;
    }

    /// <summary>The length of a line end; 0 where there is none, and below 0 where more text is needed to know it.</summary>
    private int LineEndAt(int place)
    {
        if (this.buffer[place] != '\r')
        {
            return this.buffer[place] == '\n' ? 1 : 0;
        }

        return place + 1 < this.end ? (this.buffer[place + 1] == '\n' ? 2 : 1) : this.isEnded ? 1 : -1;
    }

    /// <summary>Cuts the row at <see cref="begin"/>; false where it goes on after what is known.</summary>
    private bool TryReadRow()
    {
        this.source.Row = this.line;
        long lineAfter = this.line;
        int at = this.begin;
        int count = 0;
        while (true)
        {
            at = this.ReadNumbers(at, ref count);
            if (count == this.cells.Length)
            {
                this.ExtendCells();
            }

            if (at < this.end || this.isEnded)
            {
                at = this.ReadCell(at, ref this.cells[count], ref lineAfter);
            }

            if (at < 0 || (at == this.end && !this.isEnded))
            {
                return false;
            }

            count++;
            if (at == this.end || this.buffer[at] != this.delimiter)
            {
                return this.EndRow(at, count, lineAfter);
            }

            at++;
        }
    }

    /// <summary>Reads cells as long as they are numbers with a delimiter after them, and gives the place of the first that is not.</summary>
    private int ReadNumbers(int at, ref int count)
    {
        ReadOnlySpan<byte> text = this.buffer.AsSpan(0, this.end);
        Span<Cell> found = this.cells;
        bool[] areNumbers = this.AreNumbers;
        byte separator = this.delimiter;
        int cell = count;
        while (cell < areNumbers.Length && cell < found.Length && areNumbers[cell])
        {
            int length = NumberText.ReadPrefix(text[at..], out float number);
            int after = at + length;
            if (length == 0 || after >= text.Length || text[after] != separator)
            {
                break;
            }

            found[cell++] = new Cell { Begin = at, Length = length, Number = number };
            at = after + 1;
        }

        count = cell;
        return at;
    }

    /// <summary>Notes where the row is and where the next one begins; false where its line end goes on after what is known.</summary>
    private bool EndRow(int at, int count, long lineAfter)
    {
        int length = at < this.end ? this.LineEndAt(at) : 0;
        if (length < 0)
        {
            return false;
        }

        this.Count = count;
        this.Line = this.line;
        this.Offset = this.offset + this.begin;
        this.line = lineAfter + (length > 0 ? 1 : 0);
        this.begin = at + length;
        return true;
    }

    private void ExtendCells()
    {
        if (this.cells.Length >= MostColumns)
        {
            throw this.source.RowError(null, $"the line has more than {MostColumns} cells. Is it a table?");
        }

        Array.Resize(ref this.cells, this.cells.Length * 2);
    }

    /// <summary>Reads a cell, and gives the place of the delimiter or line end after it; below 0 where it goes on after what is known.</summary>
    private int ReadCell(int at, ref Cell cell, ref long lineAfter)
    {
        ReadOnlySpan<byte> text = this.buffer.AsSpan(0, this.end);
        cell = new Cell { Number = float.NaN };
        int first = at;
        while (this.trims && first < text.Length && text[first] == ' ')
        {
            first++;
        }

        if (first < text.Length && text[first] == '"')
        {
            return this.ReadQuoted(first + 1, ref cell, ref lineAfter);
        }

        int stop = text[first..].IndexOfAny(this.separators);
        int last = stop < 0 ? text.Length : first + stop;
        this.CheckLength(last - first);
        int next = last;
        while (this.trims && last > first && text[last - 1] == ' ')
        {
            last--;
        }

        cell.Begin = first;
        cell.Length = last - first;
        return next;
    }

    private int ReadQuoted(int first, ref Cell cell, ref long lineAfter)
    {
        ReadOnlySpan<byte> text = this.buffer.AsSpan(0, this.end);
        int at = first;
        while (true)
        {
            int mark = text[at..].IndexOf((byte)'"');
            this.CheckLength((mark < 0 ? text.Length : at + mark) - first);
            if (mark < 0 || at + mark + 1 == text.Length)
            {
                // The mark may be the first of two, which the next piece of the file tells.
                return !this.isEnded ? -1 : mark < 0 ? throw this.OpenQuotation() : this.EndQuoted(first, at + mark, ref cell, ref lineAfter);
            }

            at += mark + 1;
            if (text[at] != '"')
            {
                return this.EndQuoted(first, at - 1, ref cell, ref lineAfter);
            }

            cell.HasDoubledQuotes = true;
            at++;
        }
    }

    private int EndQuoted(int first, int mark, ref Cell cell, ref long lineAfter)
    {
        ReadOnlySpan<byte> text = this.buffer.AsSpan(0, this.end);
        cell.Begin = first;
        cell.Length = mark - first;
        int at = mark + 1;
        while (this.trims && at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at < text.Length && text[at] != this.delimiter && text[at] != '\n' && text[at] != '\r')
        {
            throw this.OpenQuotation();
        }

        lineAfter += CountLineEnds(text[first..mark]);
        return at;
    }

    private static int CountLineEnds(ReadOnlySpan<byte> text)
    {
        int count = text.Count((byte)'\n');
        for (int at; (at = text.IndexOf((byte)'\r')) >= 0; text = text[(at + 1)..])
        {
            count += at + 1 < text.Length && text[at + 1] == '\n' ? 0 : 1;
        }

        return count;
    }

    private ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> text)
    {
        if (this.unquoted.Length < text.Length)
        {
            this.unquoted = new byte[text.Length];
        }

        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            this.unquoted[length++] = text[i];
            i += text[i] == '"' ? 1 : 0;
        }

        return this.unquoted.AsSpan(0, length);
    }

    private void CheckLength(int length)
    {
        if (length > LongestCell)
        {
            throw this.source.RowError(null, $"a cell has more than {LongestCell} characters. Does a quotation mark lack its partner?");
        }
    }

    private DataFormatException OpenQuotation() => this.source.RowError(
        null, "a cell that begins with a quotation mark does not end with one. A quotation mark in a quoted cell is written twice.");

    /// <summary>Reads more of the file after the row that has begun; false where nothing more comes.</summary>
    private bool Fill()
    {
        if (this.isEnded)
        {
            return false;
        }

        int kept = this.end - this.begin;
        if (kept > LongestLine)
        {
            throw this.source.RowError(null, $"the line has more than {LongestLine} bytes. Is it a table?");
        }

        byte[] target = kept * 2 <= this.buffer.Length && this.buffer.Length >= LargestBlock
            ? this.buffer
            : new byte[Math.Max(kept * 2, Math.Min(LargestBlock, this.buffer.Length * 4))];
        this.buffer.AsSpan(this.begin, kept).CopyTo(target);
        this.buffer = target;
        this.offset += this.begin;
        this.begin = 0;
        this.end = kept;
        int read = this.stream.ReadAtLeast(target.AsSpan(kept), target.Length - kept, throwOnEndOfStream: false);
        this.end += read;
        this.isEnded = read < target.Length - kept;
        return true;
    }

    private struct Cell
    {
        public int Begin;
        public int Length;
        public float Number;
        public bool HasDoubledQuotes;
    }
}
