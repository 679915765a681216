using System.Globalization;

namespace NetDsl.Interchange;

/// <summary>Reads the few Python literals of an NPY header, one after the other.</summary>
/// <param name="text">The header.</param>
internal struct NpyHeaderScanner(string text)
{
    private int next;

    /// <summary>Goes past a character if it comes next.</summary>
    public bool Accept(char wanted)
    {
        this.SkipSpace();
        bool found = this.next < text.Length && text[this.next] == wanted;
        this.next += found ? 1 : 0;
        return found;
    }

    /// <summary>Goes past a character that must come next.</summary>
    public void Expect(char wanted)
    {
        if (!this.Accept(wanted))
        {
            throw this.Unexpected($"'{wanted}'");
        }
    }

    /// <summary>Only space may be left.</summary>
    public void ExpectEnd()
    {
        this.SkipSpace();
        if (this.next < text.Length)
        {
            throw this.Unexpected("the end");
        }
    }

    public string String()
    {
        this.SkipSpace();
        char quote = this.next < text.Length ? text[this.next] : '\0';
        int end = quote is '\'' or '"' ? text.IndexOf(quote, this.next + 1) : -1;
        if (end < 0)
        {
            throw this.Unexpected("a string in quotation marks (arrays of records cannot be read)");
        }

        string value = text[(this.next + 1)..end];
        this.next = end + 1;
        return value;
    }

    public bool Boolean()
    {
        this.SkipSpace();
        foreach (bool value in (ReadOnlySpan<bool>)[true, false])
        {
            string word = value ? "True" : "False";
            if (text.AsSpan(this.next).StartsWith(word, StringComparison.Ordinal))
            {
                this.next += word.Length;
                return value;
            }
        }

        throw this.Unexpected("True or False");
    }

    /// <summary>A tuple of whole numbers.</summary>
    public int[] Tuple()
    {
        List<int> values = [];
        this.Expect('(');
        while (!this.Accept(')'))
        {
            values.Add(this.Number());
            if (!this.Accept(','))
            {
                this.Expect(')');
                break;
            }
        }

        return [.. values];
    }

    private int Number()
    {
        this.SkipSpace();
        int end = this.next;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (!int.TryParse(text.AsSpan(this.next, end - this.next), NumberStyles.None, CultureInfo.InvariantCulture, out int value))
        {
            throw this.Unexpected($"a whole number up to {int.MaxValue}");
        }

        // Python 2 wrote long integers with an L.
        this.next = end < text.Length && text[end] == 'L' ? end + 1 : end;
        return value;
    }

    private void SkipSpace()
    {
        while (this.next < text.Length && text[this.next] is ' ' or '\t' or '\n' or '\r')
        {
            this.next++;
        }
    }

    private readonly FormatException Unexpected(string wanted) =>
        new(FormattableString.Invariant($"expected {wanted} at character {this.next} of the header"));
}
