using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>The callbacks that need no arguments, by name.</summary>
internal static class Callbacks
{
    private static readonly Type[] Types =
    [
        .. typeof(Callback).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Callback)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .Except([typeof(LambdaCallback)]) // It does nothing without functions.
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Types.Select(type => type.Name);

    /// <summary>One with its defaults.</summary>
    /// <param name="name">Its name, in any case.</param>
    public static Callback Create(string name) =>
        Types.FirstOrDefault(type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } type
            ? (Callback)Activator.CreateInstance(type)!
            : throw new ArgumentTransformationMetadataException(
                $"There is no callback '{name}' that needs no arguments. There are: {string.Join(", ", Names)}; " +
                "one with arguments is written [NetDsl.Training.CSVLogger]::new(\"$PWD/training.csv\").");
}
