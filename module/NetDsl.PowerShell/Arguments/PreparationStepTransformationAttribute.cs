using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Takes names of steps for those with their defaults, and script blocks for steps of a person's own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PreparationStepTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PreparationSteps.Parse(inputData);
}
