using System.Management.Automation;
using NetDsl.Evaluation;

namespace NetDsl.PowerShell;

/// <summary>Refuses a name or a pattern that is no metric.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MetricTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        foreach (object? item in value is object?[] list ? list : [value])
        {
            string name = item?.ToString() ?? string.Empty;
            if (!MetricNames.Matching(name).Any())
            {
                throw new ArgumentTransformationMetadataException(
                    $"There is no metric '{name}'. There are: {string.Join(", ", Enum.GetNames<Metric>())}; " +
                    "All or a pattern such as *AUC* stand for those that apply.");
            }
        }

        return inputData;
    }
}
