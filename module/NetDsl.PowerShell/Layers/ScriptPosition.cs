using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>A place in a person's script.</summary>
public sealed class ScriptPosition
{
    internal ScriptPosition(InvocationInfo invocation)
    {
        this.Path = string.IsNullOrEmpty(invocation.ScriptName) ? null : invocation.ScriptName;
        this.Line = invocation.ScriptLineNumber;
        this.Text = invocation.Line.Trim();
    }

    /// <summary>The script, or null for what was typed.</summary>
    public string? Path { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The text of the line.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => this.Path is null
        ? FormattableString.Invariant($"Line {this.Line} ({this.Text})")
        : FormattableString.Invariant($"{this.Path}, line {this.Line} ({this.Text})");
}
