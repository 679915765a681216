using System.Text;

namespace NetDsl.Data;

/// <summary>The different texts of a column, numbered from 0 in the order they come in.</summary>
public sealed class TextCodes
{
    /// <summary>What stands for a text that is missing.</summary>
    public const int Missing = -1;

    // Longer cells are no names; they take the way over the heap.
    private const int LongestOnStack = 256;

    private readonly List<string> texts = [];

    // Most columns have no texts.
    private Dictionary<string, int>? codes;
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>The texts, each at its number.</summary>
    public IReadOnlyList<string> Texts => this.texts;

    /// <summary>The number of different texts.</summary>
    public int Count => this.texts.Count;

    /// <summary>The number of a text, which gets one where it is new.</summary>
    /// <param name="text">The text.</param>
    public int Of(ReadOnlySpan<char> text)
    {
        if (this.codes is null)
        {
            this.codes = new Dictionary<string, int>(StringComparer.Ordinal);
            this.lookup = this.codes.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        if (!this.lookup.TryGetValue(text, out int code))
        {
            code = this.texts.Count;
            string added = text.ToString();
            this.texts.Add(added);
            this.codes.Add(added, code);
        }

        return code;
    }

    /// <summary>The number of a text in UTF-8, which gets one where it is new; what is no UTF-8 is replaced by U+FFFD.</summary>
    /// <param name="text">The bytes.</param>
    public int Of(ReadOnlySpan<byte> text)
    {
        Span<char> characters = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        return this.Of(characters[..Encoding.UTF8.GetChars(text, characters)]);
    }
}
