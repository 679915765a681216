using System.Globalization;
using System.Text;

namespace NetDsl.Data;

/// <summary>The header of a part of a FITS file: cards of 80 characters in blocks of 2880 bytes (FITS standard 4.0, section 4).</summary>
internal sealed class FitsHeader
{
    /// <summary>Headers and data are filled up to a multiple of this.</summary>
    public const int BlockSize = 2880;

    private const int CardSize = 80;
    private const int KeywordSize = 8;

    // A text goes on from card to card; nobody has one as long as this.
    private const int LongestText = 1 << 16;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly int index;

    private FitsHeader(string path, int index)
    {
        this.path = path;
        this.index = index;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="index">The number of the part, for errors.</param>
    /// <param name="position">Where it begins; behind it, when it was read.</param>
    /// <exception cref="DataFormatException">It does not end.</exception>
    public static FitsHeader Read(StoredBytes bytes, int index, ref long position)
    {
        FitsHeader header = new(bytes.Path, index);
        byte[] block = new byte[BlockSize];
        string? continued = null;
        while (bytes.Length - position >= BlockSize)
        {
            bytes.Read(position, block);
            position += BlockSize;
            for (int i = 0; i < BlockSize; i += CardSize)
            {
                string card = Encoding.Latin1.GetString(block, i, CardSize);
                string keyword = card[..KeywordSize].TrimEnd(' ');
                if (keyword == "END")
                {
                    return header;
                }

                continued = header.Take(keyword, card, continued);
            }
        }

        throw header.Error("the header has no END. The file is cut off or broken.");
    }

    /// <summary>A text, or null where the keyword is missing or holds something else.</summary>
    public string? Text(string keyword) =>
        this.values.TryGetValue(keyword, out string? value) && value.StartsWith('\'') ? value[1..] : null;

    /// <summary>A truth value; false where the keyword is missing.</summary>
    public bool Truth(string keyword) => this.values.TryGetValue(keyword, out string? value) && value == "T";

    /// <summary>A whole number, or null where the keyword is missing.</summary>
    /// <exception cref="DataFormatException">It is no whole number.</exception>
    public long? Integer(string keyword) =>
        !this.values.TryGetValue(keyword, out string? value) ? null :
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number :
        throw this.Error($"{keyword} is {value}; a whole number was expected.");

    /// <summary>A size: a whole number that is not negative.</summary>
    /// <exception cref="DataFormatException">It is missing, or no such number.</exception>
    public long Size(string keyword) => this.Integer(keyword) is { } size and >= 0
        ? size
        : throw this.Error($"{keyword} is {this.values.GetValueOrDefault(keyword, "missing")}; a number of 0 or more was expected.");

    /// <summary>A number.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="absent">What it is where the keyword is missing.</param>
    /// <exception cref="DataFormatException">It is no finite number.</exception>
    public double Number(string keyword, double absent)
    {
        if (!this.values.TryGetValue(keyword, out string? value))
        {
            return absent;
        }

        // Fortran's exponent of double precision.
        string text = value.Replace('D', 'E').Replace('d', 'e');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw this.Error($"{keyword} is {value}; a finite number was expected.");
    }

    /// <summary>The error for this part of the file.</summary>
    public DataFormatException Error(string problem, string? column = null) =>
        DataFormatException.InFile(this.path, FormattableString.Invariant($"in part (HDU) {this.index} {problem}"), column);

    /// <summary>Takes a card; gives the keyword of a text that ends with an ampersand, so that the next card may go on with it.</summary>
    private string? Take(string keyword, string card, string? continued)
    {
        string value;
        if (keyword == "CONTINUE" && continued is not null)
        {
            value = string.Concat(this.values[continued].AsSpan()[..^1], ReadValue(card[KeywordSize..]).TrimStart('\''));
            keyword = continued;
        }
        else if (card.AsSpan(KeywordSize).StartsWith("= ", StringComparison.Ordinal))
        {
            value = ReadValue(card[(KeywordSize + 2)..]);

            // The first of two counts.
            if (this.values.ContainsKey(keyword))
            {
                return null;
            }
        }
        else
        {
            return null;
        }

        this.values[keyword] = value;
        return value.Length > LongestText ? throw this.Error($"the text of {keyword} has more than {LongestText} characters.")
            : value.StartsWith('\'') && value.EndsWith('&') ? keyword
            : null;
    }

    /// <summary>A value without its comment: of a text the quotation mark in front and the text, of anything else the characters.</summary>
    private static string ReadValue(string field)
    {
        string text = field.TrimStart(' ');
        if (!text.StartsWith('\''))
        {
            int slash = text.IndexOf('/', StringComparison.Ordinal);
            return (slash < 0 ? text : text[..slash]).Trim(' ');
        }

        StringBuilder value = new("'");
        for (int i = 1; i < text.Length; i++)
        {
            bool isQuote = text[i] == '\'';
            if (isQuote && (i + 1 == text.Length || text[i + 1] != '\''))
            {
                break;
            }

            // A quotation mark within a text is written twice.
            value.Append(text[i]);
            i += isQuote ? 1 : 0;
        }

        return value.ToString().TrimEnd(' ');
    }
}
