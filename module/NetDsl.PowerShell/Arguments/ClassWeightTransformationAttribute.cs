using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Takes a hashtable of weights, or the word Balanced, for weights of classes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClassWeightTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is ClassWeightArgument ? value : ClassWeightArgument.Parse(value);
    }
}
