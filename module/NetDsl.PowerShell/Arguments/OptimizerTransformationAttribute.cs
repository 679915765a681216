using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Takes the name of an optimiser for one with its defaults: <c>-Optimizer SGD</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptimizerTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is string name ? Optimizers.Create(name) : value;
    }
}
