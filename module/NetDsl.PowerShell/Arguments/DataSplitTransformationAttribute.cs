using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Takes a whole data set where a split one is wanted: all of it is to train with.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DataSplitTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is Dataset data ? new DataSplit(data) : value;
    }
}
