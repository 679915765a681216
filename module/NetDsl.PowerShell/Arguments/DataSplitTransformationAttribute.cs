using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>
/// Takes a whole data set where a split one is wanted: all of it is to train with; says what to do where there is nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DataSplitTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => throw new ArgumentTransformationMetadataException(
                "There are no data here. A split has the parts that were asked for: Split-NetData -Test 0.2 makes a part Test."),
            Dataset data => new DataSplit(data),
            _ => value,
        };
    }
}
