using System.Text;

namespace NetDsl.Generators.Emission;

/// <summary>Writes indented lines that end the same way on every system.</summary>
/// <param name="depth">How deep the first line is nested.</param>
internal sealed class SourceWriter(int depth = 0)
{
    private readonly StringBuilder text = new();
    private int depth = depth;
    private bool isBlank = true;

    /// <summary>Text that another writer wrote at the same depth.</summary>
    public void Block(string lines)
    {
        this.text.Append(lines);
        this.isBlank = lines.EndsWith("\n\n", StringComparison.Ordinal);
    }

    /// <summary>One line; an empty one is left out after an opening brace and after another.</summary>
    public void Line(string line = "")
    {
        if (line.Length == 0)
        {
            if (!this.isBlank)
            {
                this.text.Append('\n');
                this.isBlank = true;
            }

            return;
        }

        this.isBlank = false;
        this.text.Append(' ', this.depth * 4).Append(line).Append('\n');
    }

    /// <summary>A line, unless it is empty, and an opening brace.</summary>
    public void Open(string line)
    {
        if (line.Length > 0)
        {
            this.Line(line);
        }

        this.Line("{");
        this.depth++;
        this.isBlank = true;
    }

    /// <summary>A closing brace; an empty line before it is taken back.</summary>
    public void Close(string end = "")
    {
        if (this.isBlank && this.text.Length > 1 && this.text[this.text.Length - 2] == '\n')
        {
            this.text.Length--;
        }

        this.depth--;
        this.Line("}" + end);
    }

    /// <summary>The lines, one level further in.</summary>
    public void Indented(IEnumerable<string> lines)
    {
        this.depth++;
        foreach (string line in lines)
        {
            this.Line(line);
        }

        this.depth--;
    }

    public override string ToString() => this.text.ToString();
}
