using System.Globalization;

namespace NetDsl.Data;

/// <summary>What the cells of a column of a binary table hold: TFORM, for example 48E (FITS standard 4.0, table 18).</summary>
/// <param name="Repeat">The number of elements.</param>
/// <param name="Letter">What an element is.</param>
/// <param name="Rest">What follows: of arrays of any length, what their elements are.</param>
internal readonly record struct FitsForm(int Repeat, char Letter, string Rest)
{
    private const int BitsPerByte = 8;

    /// <summary>The bytes of a cell.</summary>
    public long CellSize => this.Letter == 'X' ? ((long)this.Repeat + BitsPerByte - 1) / BitsPerByte : (long)this.Repeat * SizeOf(this.Letter);

    /// <summary>Whether cells hold where in the heap their array lies.</summary>
    public bool IsVariable => this.Letter is 'P' or 'Q';

    /// <summary>Reads a form; null where it is none.</summary>
    public static FitsForm? Parse(string text)
    {
        int digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        int repeat = 1;
        return digits >= 0 && SizeOf(text[digits]) > 0 &&
            (digits == 0 || int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out repeat))
            ? new FitsForm(repeat, text[digits], text[(digits + 1)..])
            : null;
    }

    /// <summary>How a number lies in a cell; null where elements are none. Complex numbers are two.</summary>
    public static NumberFormat? Number(char letter) => letter switch
    {
        'B' => new NumberFormat('u', sizeof(byte), true),
        'I' => new NumberFormat('i', sizeof(short), true),
        'J' => new NumberFormat('i', sizeof(int), true),
        'K' => new NumberFormat('i', sizeof(long), true),
        'E' or 'C' => new NumberFormat('f', sizeof(float), true),
        'D' or 'M' => new NumberFormat('f', sizeof(double), true),
        _ => null,
    };

    /// <summary>The bytes of an element; 0 for a letter that is none.</summary>
    public static int SizeOf(char letter) => letter switch
    {
        'L' or 'X' or 'B' or 'A' => 1,
        'I' => 2,
        'J' or 'E' => 4,
        'K' or 'D' or 'C' or 'P' => 8,
        'M' or 'Q' => 16,
        _ => 0,
    };

    /// <summary>The extents of TDIM, for example (3,4), the slowest first; empty where it is none, or does not have so many elements.</summary>
    /// <param name="text">TDIM, or null.</param>
    /// <param name="count">The number of elements.</param>
    public static int[] Extents(string? text, long count)
    {
        if (text is null || !text.StartsWith('(') || !text.EndsWith(')'))
        {
            return [];
        }

        List<int> extents = [];
        UInt128 product = 1;
        foreach (string part in text[1..^1].Split(','))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int extent)
                || extent < 1)
            {
                return [];
            }

            extents.Insert(0, extent);
            product = UInt128.Min(product * (uint)extent, ulong.MaxValue);
        }

        return product == (UInt128)count ? [.. extents] : [];
    }
}
