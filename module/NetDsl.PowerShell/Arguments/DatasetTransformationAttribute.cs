using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Says what to do where a split is given and one of its parts is wanted, or a part that the split does not have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DatasetTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => throw new ArgumentTransformationMetadataException(
                "There are no data here. A split has the parts that were asked for: Split-NetData -Test 0.2 makes a part Test."),
            DataSplit => throw new ArgumentTransformationMetadataException(
                "These data are split; choose a part: .Train, .Validation or .Test."),

            // Not its base object: that of an object of properties alone has none of them.
            _ => inputData,
        };
    }
}
