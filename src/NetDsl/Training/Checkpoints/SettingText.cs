using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Writes settings as texts that are equal if and only if the settings are, and that a person can read.</summary>
internal static class SettingText
{
    /// <summary>What a setting that is not set reads as.</summary>
    public const string None = "none";

    /// <summary>The text of a value.</summary>
    public static string Of(object? value) => value switch
    {
        null => None,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        LearningRateSchedule schedule => Of(schedule),
        IDictionary entries => List(
            entries.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(entries[key])}").Order(StringComparer.Ordinal)),
        IEnumerable values => List(values.Cast<object?>().Select(Of)),
        _ => value.ToString() ?? None,
    };

    /// <summary>All that is public of an optimiser, name by name: so an optimiser of a user's own needs to say nothing.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Optimizer optimizer) => OfProperties(optimizer, optimizer.GetType().GetProperties());

    /// <summary>All that is public of an augmentation, name by name: so one of a user's own needs to say nothing.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Augmentation augmentation) =>
        OfProperties(augmentation, augmentation.GetType().GetProperties());

    private static IEnumerable<KeyValuePair<string, string>> OfProperties(object settings, PropertyInfo[] properties) => properties
        .Where(property => property.CanRead && !property.GetMethod!.IsStatic && property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => KeyValuePair.Create(property.Name, Of(property.GetValue(settings))));

    // A schedule keeps the arguments that it was made with in fields, and remembers nothing besides them.
    private static string Of(LearningRateSchedule schedule)
    {
        IEnumerable<string> arguments = schedule.GetType()
            .GetFields(BindingFlags.NonPublic | BindingFlags.Instance)
            .OrderBy(NameOf, StringComparer.Ordinal)
            .Select(field => $"{NameOf(field)}: {Of(field.GetValue(schedule))}");
        return $"{schedule.GetType().Name}({string.Join(", ", arguments)})";
    }

    // The compiler calls the field of an argument <name>P, and that of a property <Name>k__BackingField.
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static string List(IEnumerable<string> values) => $"({string.Join(", ", values)})";
}
