using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>An error that already knows its record; <see cref="NetCommand"/> reports it.</summary>
/// <param name="id">The id of the error.</param>
/// <param name="category">Its category.</param>
/// <param name="target">What it is about.</param>
/// <param name="message">What was wrong, where, what was expected and what to do.</param>
/// <param name="inner">The error behind it.</param>
internal sealed class CommandErrorException(string id, ErrorCategory category, object? target, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The record.</summary>
    public ErrorRecord ErrorRecord => new(this, id, category, target);
}
