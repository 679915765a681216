using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>
/// The variables and the current folder of a session at a moment, to put back what a script has changed of them since. Of scopes with
/// variables of one name it knows the innermost, the script's and the global one; of objects which they are, not what is in them.
/// </summary>
internal sealed class SessionSnapshot
{
    private const string Locations = "NetDsl.New-NetModel";

    // What PowerShell itself sets as a script runs.
    private static readonly HashSet<string> Automatic = new(
        [
            "?", "^", "$", "_", "args", "Error", "foreach", "input", "LASTEXITCODE", "Matches", "MyInvocation", "NestedPromptLevel",
            "PSBoundParameters", "PSCmdlet", "PSCommandPath", "PSItem", "PSScriptRoot", "PWD", "StackTrace", "switch", "this",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly (string Scope, ScriptBlock Variables)[] Scopes =
    [
        (string.Empty, ScriptBlock.Create(@"Microsoft.PowerShell.Utility\Get-Variable")),
        ("script:", ScriptBlock.Create(@"Microsoft.PowerShell.Utility\Get-Variable -Scope Script")),
        ("global:", ScriptBlock.Create(@"Microsoft.PowerShell.Utility\Get-Variable -Scope Global")),
    ];

    private readonly SessionState session;
    private readonly Dictionary<string, object?> variables;
    private readonly string location;

    private SessionSnapshot(SessionState session)
    {
        this.session = session;
        this.variables = this.Variables().ToDictionary(v => v.Key, v => (object?)v.Value.Value, StringComparer.OrdinalIgnoreCase);
        this.location = session.Path.CurrentLocation.Path;
        session.Path.PushCurrentLocation(Locations);
    }

    /// <summary>A session as it is now.</summary>
    /// <param name="session">The session.</param>
    public static SessionSnapshot Take(SessionState session) => new(session);

    /// <summary>Makes the session what it was.</summary>
    /// <returns>What had been changed, as a script writes it.</returns>
    public IReadOnlyList<string> Restore() => [.. this.RestoreVariables(), .. this.RestoreLocation()];

    private static bool AreSame(object? left, object? right) =>
        ReferenceEquals(left, right) || (left is ValueType or string && left.Equals(right));

    // What a module brings when it is loaded is not what a script changed.
    private static bool IsOfScript(PSVariable variable) =>
        (variable.Options & (ScopedItemOptions.Constant | ScopedItemOptions.ReadOnly)) == 0
        && !Automatic.Contains(variable.Name)
        && variable.Module is null;

    private Dictionary<string, PSVariable> Variables()
    {
        Dictionary<string, PSVariable> found = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string scope, ScriptBlock list) in Scopes)
        {
            foreach (PSObject item in this.session.InvokeCommand.InvokeScript(this.session, list))
            {
                if (item.BaseObject is PSVariable variable && IsOfScript(variable))
                {
                    found[scope + variable.Name] = variable;
                }
            }
        }

        return found;
    }

    // The innermost scope comes first, and its variables may be the script's and the global ones as well.
    private HashSet<string> RestoreVariables()
    {
        Dictionary<string, PSVariable> now = this.Variables();
        HashSet<string> changed = [];
        foreach ((string name, PSVariable variable) in now.Where(v => !this.variables.ContainsKey(v.Key)))
        {
            this.session.PSVariable.Remove(name);
            changed.Add("$" + variable.Name);
        }

        foreach ((string name, object? value) in this.variables)
        {
            if (!now.TryGetValue(name, out PSVariable? variable))
            {
                this.session.PSVariable.Set(name, value);
            }
            else if (!AreSame(variable.Value, value))
            {
                variable.Value = value;
            }
            else
            {
                continue;
            }

            changed.Add("$" + name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }

        return changed;
    }

    private IEnumerable<string> RestoreLocation()
    {
        bool isElsewhere = this.session.Path.CurrentLocation.Path != this.location;
        this.session.Path.PopLocation(Locations);
        return isElsewhere ? ["the current folder"] : [];
    }
}
