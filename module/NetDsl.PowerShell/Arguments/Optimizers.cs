using System.Management.Automation;
using System.Reflection;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>The optimisers by name.</summary>
internal static class Optimizers
{
    private static readonly Type[] Types =
    [
        .. typeof(Optimizer).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Optimizer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Types.Select(type => type.Name);

    /// <summary>One with its defaults.</summary>
    /// <param name="name">Its name, in any case.</param>
    public static Optimizer Create(string name) =>
        Types.FirstOrDefault(type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } type
            ? (Optimizer)Activator.CreateInstance(type)!
            : throw new ArgumentTransformationMetadataException(
                $"There is no optimiser '{name}'. There are: {string.Join(", ", Names)}; with settings it is written (SGD -Momentum 0.9).");

    /// <summary>
    /// The same optimiser with another learning rate in place of its own or its schedule. Its settings are those properties that can be set when it is
    /// made.
    /// </summary>
    public static Optimizer WithLearningRate(Optimizer optimizer, double learningRate)
    {
        object copy = Activator.CreateInstance(optimizer.GetType())!;
        foreach (PropertyInfo setting in optimizer.GetType().GetProperties().Where(p => p.CanWrite))
        {
            setting.SetValue(copy, setting.Name switch
            {
                nameof(Optimizer.LearningRate) => learningRate,
                nameof(Optimizer.Schedule) => null,
                _ => setting.GetValue(optimizer),
            });
        }

        return (Optimizer)copy;
    }

    /// <summary>An optimiser with its settings, for a person to read.</summary>
    public static string Describe(Optimizer optimizer)
    {
        IEnumerable<string> settings = optimizer.GetType().GetProperties()
            .Where(p => p.CanWrite && p.GetValue(optimizer) is not null)
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => FormattableString.Invariant($"{p.Name} {p.GetValue(optimizer)}"));
        return $"{optimizer.GetType().Name}: {string.Join(", ", settings)}.";
    }
}
