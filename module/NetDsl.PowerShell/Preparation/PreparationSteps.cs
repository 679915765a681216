using System.Collections;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>The steps of a preparation by name, and script blocks as steps.</summary>
internal static class PreparationSteps
{
    private static readonly Type[] Types =
    [
        .. typeof(PreparationStep).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(PreparationStep)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>The names of the library's steps.</summary>
    public static IEnumerable<string> Names => Types.Select(type => type.Name);

    /// <summary>Reads what a person gives for steps: steps, names of steps, script blocks, one or several.</summary>
    /// <param name="value">What was given.</param>
    /// <exception cref="ArgumentTransformationMetadataException">Something in it is no step.</exception>
    public static object? Parse(object? value)
    {
        object? plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        return plain switch
        {
            IList list => list.Cast<object?>().Select(item => One(item is PSObject inner ? inner.BaseObject : item)).ToArray(),
            null => null,
            _ => new[] { One(plain) },
        };
    }

    private static PreparationStep One(object? value) => value switch
    {
        PreparationStep step => step,
        string name => Create(name),
        ScriptBlock script => new ScriptStep(NameOf(script), script.ToString()),
        _ => throw new ArgumentTransformationMetadataException(
            $"'{value}' is no step of a preparation. Give names of steps, steps with settings as in (StandardScaler -Feature energy*), or script blocks."),
    };

    private static PreparationStep Create(string name) =>
        Types.FirstOrDefault(type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } type
            ? (PreparationStep)Activator.CreateInstance(type)!
            : throw new ArgumentTransformationMetadataException(
                $"There is no step '{name}'. There are: {string.Join(", ", Names)}; with settings it is written (StandardScaler -Feature energy*).");

    // The same script has the same name in each session.
    private static string NameOf(ScriptBlock script) =>
        $"Script{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(script.ToString())).AsSpan(0, 4))}";
}
