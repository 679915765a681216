namespace NetDsl.Data;

/// <summary>
/// The cells of one column in rows that follow each other. It can be filled again and again; the numbers of its texts stay the same.
/// </summary>
/// <param name="place">The place of the column in <see cref="TableFile.Fields"/>.</param>
/// <param name="content">As what its cells are read.</param>
public sealed class ColumnBlock(int place, ColumnContent content)
{
    private float[] singles = [];
    private double[] doubles = [];
    private int[] codes = [];
    private int length;

    /// <summary>The place of the column in <see cref="TableFile.Fields"/>.</summary>
    public int Place => place;

    /// <summary>As what its cells are read.</summary>
    public ColumnContent Content => content;

    /// <summary>[rows, cell shape], where the content is <see cref="ColumnContent.Single"/>; NaN where a number is missing.</summary>
    public Span<float> Singles => this.singles.AsSpan(0, content == ColumnContent.Single ? this.length : 0);

    /// <summary>[rows, cell shape], where the content is <see cref="ColumnContent.Double"/>; NaN where a number is missing.</summary>
    public Span<double> Doubles => this.doubles.AsSpan(0, content == ColumnContent.Double ? this.length : 0);

    /// <summary>
    /// [rows], where the content is <see cref="ColumnContent.Text"/>: the places of the texts in <see cref="Texts"/>,
    /// <see cref="TextCodes.Missing"/> where one is missing.
    /// </summary>
    public Span<int> Codes => this.codes.AsSpan(0, content == ColumnContent.Text ? this.length : 0);

    /// <summary>The different texts read so far.</summary>
    public TextCodes Texts { get; private init; } = new();

    /// <summary>Makes room for some values; what is there is lost.</summary>
    /// <param name="count">The rows times the values in a cell.</param>
    internal void Resize(int count)
    {
        this.length = count;
        switch (content)
        {
            case ColumnContent.Single: Grow(ref this.singles, count); break;
            case ColumnContent.Double: Grow(ref this.doubles, count); break;
            default: Grow(ref this.codes, count); break;
        }
    }

    /// <summary>A block for some of the rows, whose texts have the same numbers.</summary>
    internal ColumnBlock Part() => new(place, content) { Texts = this.Texts };

    /// <summary>Copies all values into a larger block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="start">The place of the first value there.</param>
    internal void CopyTo(ColumnBlock block, int start)
    {
        this.Singles.CopyTo(block.Singles[Math.Min(start, block.Singles.Length)..]);
        this.Doubles.CopyTo(block.Doubles[Math.Min(start, block.Doubles.Length)..]);
        this.Codes.CopyTo(block.Codes[Math.Min(start, block.Codes.Length)..]);
    }

    private static void Grow<T>(ref T[] values, int count)
    {
        if (values.Length < count)
        {
            values = new T[count];
        }
    }
}
