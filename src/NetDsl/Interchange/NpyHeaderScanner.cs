using System.Globalization;

namespace NetDsl.Interchange;

/// <summary>Reads the few Python literals of an NPY header, one after the other.</summary>
/// <param name="text">The header.</param>
internal struct NpyHeaderScanner(string text)
{
    // Records within records; NumPy has no limit, and nobody needs more.
    private const int DeepestRecord = 16;

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
            throw this.Unexpected("a string in quotation marks");
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
    public long[] Tuple()
    {
        List<long> values = [];
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

    /// <summary>A type: text, or for records a list of their fields.</summary>
    public NpyType Type() => this.Type(depth: 0);

    private NpyType Type(int depth)
    {
        if (!this.Accept('['))
        {
            return NpyType.Parse(this.String());
        }

        if (depth == DeepestRecord)
        {
            throw new FormatException("records lie in records too deep");
        }

        List<NpyField> fields = [];
        long offset = 0;
        while (!this.Accept(']'))
        {
            fields.Add(this.Field((int)offset, depth));
            offset += fields[^1].Size;
            if (offset > int.MaxValue)
            {
                throw new FormatException("a record has more than 2^31 bytes");
            }

            if (!this.Accept(','))
            {
                this.Expect(']');
                break;
            }
        }

        return NpyType.Record(fields);
    }

    /// <summary>A field: <c>('name', type)</c>, <c>(('title', 'name'), type)</c>, or either with a shape as a third element.</summary>
    private NpyField Field(int offset, int depth)
    {
        this.Expect('(');
        string name;
        if (this.Accept('('))
        {
            _ = this.String();
            this.Expect(',');
            name = this.String();
            this.Expect(')');
        }
        else
        {
            name = this.String();
        }

        this.Expect(',');
        NpyType type = this.Type(depth + 1);
        long[] shape = this.Accept(',') && !this.Peek(')') ? this.Peek('(') ? this.Tuple() : [this.Number()] : [];
        _ = this.Accept(',');
        this.Expect(')');
        UInt128 size = (uint)type.Size;
        foreach (long extent in shape)
        {
            size = UInt128.Min(size * (ulong)extent, ulong.MaxValue);
        }

        return size <= int.MaxValue
            ? new NpyField(name, type, [.. shape.Select(extent => (int)Math.Min(extent, int.MaxValue))], offset, (int)size)
            : throw new FormatException($"the field '{name}' has more than 2^31 bytes");
    }

    private bool Peek(char wanted)
    {
        this.SkipSpace();
        return this.next < text.Length && text[this.next] == wanted;
    }

    private long Number()
    {
        this.SkipSpace();
        int end = this.next;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (!long.TryParse(text.AsSpan(this.next, end - this.next), NumberStyles.None, CultureInfo.InvariantCulture, out long value))
        {
            throw this.Unexpected($"a whole number up to {long.MaxValue}");
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
