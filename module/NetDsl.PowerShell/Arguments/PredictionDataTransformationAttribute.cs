using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Takes data, streams and any objects, and says what to do with a split, or with nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PredictionDataTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        DatasetTransformationAttribute.RefuseOthers(inputData is PSObject wrapped ? wrapped.BaseObject : inputData);

        // Not its base object: that of an object of properties alone has none of them.
        return inputData;
    }
}
