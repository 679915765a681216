using System.Management.Automation;
using NetDsl.Evaluation;

namespace NetDsl.PowerShell;

/// <summary>The metrics that names and wildcards stand for.</summary>
internal static class MetricNames
{
    /// <summary>Stands for all metrics, as * does.</summary>
    public const string All = "All";

    /// <summary>Whether a name stands for those metrics that apply, however many there are, and not for a certain one.</summary>
    /// <param name="name">The name.</param>
    public static bool IsPattern(string name) =>
        WildcardPattern.ContainsWildcardCharacters(name) || name.Equals(All, StringComparison.OrdinalIgnoreCase);

    /// <summary>The metrics that a name stands for.</summary>
    /// <param name="name">A metric, in any case, a pattern with wildcards, or All.</param>
    public static IEnumerable<Metric> Matching(string name)
    {
        WildcardPattern pattern = new(name.Equals(All, StringComparison.OrdinalIgnoreCase) ? "*" : name, WildcardOptions.IgnoreCase);
        return Enum.GetValues<Metric>().Where(metric => pattern.IsMatch(metric.ToString()));
    }
}
