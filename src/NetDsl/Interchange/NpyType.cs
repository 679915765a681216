using System.Globalization;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>The type of an element of an NPY file: NumPy's letter, as in '&lt;f4', or the fields of a record.</summary>
/// <param name="Kind">
/// The kind: f, i, u, b (a truth value), S (text of bytes), U (text of UTF-32), V (bytes without a meaning, or a record), M (a point in time), or
/// another letter for what cannot be read.
/// </param>
/// <param name="Size">The bytes of an element.</param>
/// <param name="IsBigEndian">Whether the highest byte comes first.</param>
/// <param name="Text">As it stands in the file.</param>
/// <param name="Fields">The fields of a record; empty for anything else.</param>
internal sealed record NpyType(char Kind, int Size, bool IsBigEndian, string Text, IReadOnlyList<NpyField> Fields)
{
    // A character of text and the unit of a time are counted in these.
    private const int Utf32 = 4;
    private const int TimeSize = 8;

    /// <summary>The numbers that can be read.</summary>
    private static readonly string[] Numbers = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"];

    /// <summary>How a number lies in the file; null where it is none that can be read.</summary>
    public NumberFormat? Number =>
        Numbers.Contains(FormattableString.Invariant($"{this.Kind}{this.Size}"), StringComparer.Ordinal)
            ? new NumberFormat(this.Kind, this.Size, this.IsBigEndian)
            : null;

    /// <summary>How a text lies in the file; null where it is none.</summary>
    public TextFormat? Characters => this.Kind switch
    {
        'S' => new TextFormat(this.Size, TextCoding.Utf8),
        'U' => new TextFormat(this.Size, this.IsBigEndian ? TextCoding.BigEndianUtf32 : TextCoding.LittleEndianUtf32),
        _ => null,
    };

    /// <summary>Whether it is a record.</summary>
    public bool IsRecord => this.Fields.Count > 0;

    /// <summary>A record.</summary>
    /// <param name="fields">Its fields.</param>
    /// <exception cref="FormatException">It has none, or is too large; the message is a clause that says so.</exception>
    public static NpyType Record(IReadOnlyList<NpyField> fields)
    {
        if (fields.Count == 0)
        {
            throw new FormatException("a record has no fields");
        }

        NpyField last = fields[^1];
        string text = $"[{string.Join(", ", fields.Select(field => $"('{field.Name}', {field.Type.Text}{ShapeText(field.Shape)})"))}]";
        return new NpyType('V', CheckSize((long)last.Offset + last.Size), false, text, fields);
    }

    /// <summary>A type by its letters, for example &lt;f4.</summary>
    /// <param name="text">A sign of the order of bytes, a letter, and a size or for a time its unit.</param>
    /// <exception cref="FormatException">It is no type; the message is a clause that says so.</exception>
    public static NpyType Parse(string text)
    {
        bool hasOrder = text.Length > 0 && "<>|=".Contains(text[0], StringComparison.Ordinal);
        ReadOnlySpan<char> rest = text.AsSpan(hasOrder ? 1 : 0);
        int end = rest.IndexOf('[');
        bool isTime = rest.Length > 0 && rest[0] is 'M' or 'm';
        ReadOnlySpan<char> digits = rest.IsEmpty ? rest : rest[1..(end < 0 || !isTime ? rest.Length : end)];
        int count = rest is "O" ? TimeSize : 0;
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0]) ||
            (rest is not "O" && !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count)))
        {
            throw new FormatException($"'{text}' is no type of values");
        }

        bool isBigEndian = text[0] == '>' || (text[0] == '=' && !BitConverter.IsLittleEndian);
        long size = rest[0] == 'U' ? (long)Utf32 * count : count;
        return new NpyType(rest[0], CheckSize(size), isBigEndian, text, []);
    }

    /// <summary>Why the type cannot be read as numbers; a clause.</summary>
    public string WhyNoNumber() => this switch
    {
        { IsRecord: true } => "it holds records, which are a table of named columns and no array: open it with NpyFile.OpenTable",
        { Kind: 'S' or 'U' } => $"it holds text ('{this.Text}'), which can only be labels or a column of a table",
        { Kind: 'O' } => "it holds Python objects ('|O'), which could be any program: they are never unpacked. Convert the array with astype",
        { Kind: 'c' } => $"values of type '{this.Text}' cannot be read: save the real and the imaginary part as arrays of their own",
        _ => $"values of type '{this.Text}' cannot be read, only {string.Join(", ", Numbers)}, " +
            "each after <, > or |; convert the array with astype('float32')",
    };

    private static string ShapeText(IReadOnlyList<int> shape) => shape.Count == 0 ? string.Empty : $", ({string.Join(", ", shape)})";

    private static int CheckSize(long size) => size is > 0 and <= int.MaxValue
        ? (int)size
        : throw new FormatException(FormattableString.Invariant($"an element is said to have {size} bytes"));
}
