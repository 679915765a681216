using System.Globalization;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Takes a plain number for seconds; PowerShell itself would take it for ticks of 100 ns.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        TimeSpan? time = value switch
        {
            int or long or double or float or decimal => Seconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ => LanguagePrimitives.TryConvertTo(value, out TimeSpan span) ? span : null,
        };
        return time is { } valid && valid >= TimeSpan.Zero
            ? valid
            : throw new ArgumentTransformationMetadataException(
                $"'{value}' is no time of at least 0. Give seconds, or a time as in 0:10:00 or (New-TimeSpan -Minutes 10).");
    }

    private static TimeSpan? Seconds(double value) =>
        value >= 0 && value < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(value) : null;
}
