using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Takes names of classes, or a table of labels by them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClassTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => ClassArgument.Parse(inputData);
}
