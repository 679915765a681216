using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>A place in a person's script.</summary>
public sealed class ScriptPosition
{
    internal ScriptPosition(InvocationInfo invocation)
        : this(invocation.ScriptName, invocation.ScriptLineNumber, invocation.Line)
    {
    }

    internal ScriptPosition(IScriptExtent extent)
        : this(extent.File, extent.StartLineNumber, extent.Text.Split('\n')[0])
    {
    }

    private ScriptPosition(string? path, int line, string text)
    {
        this.Path = string.IsNullOrEmpty(path) ? null : path;
        this.Line = line;
        this.Text = text.Trim();
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
