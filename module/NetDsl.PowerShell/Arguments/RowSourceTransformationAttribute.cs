using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>
/// Takes a data set where rows are wanted, wherever they lie; says what to do where a split is given and one of its parts is wanted, or a
/// part that the split does not have.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RowSourceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        DatasetTransformationAttribute.RefuseOthers(value);
        return value is Dataset data ? RowSource.Of(data) : inputData;
    }
}
