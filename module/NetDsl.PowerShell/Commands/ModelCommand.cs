using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>What works with a model.</summary>
public abstract class ModelCommand : NetCommand
{
    /// <summary>The model, from New-NetModel, or what has one as its property Model: the result of Invoke-NetTraining.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public NetModel Model { get; set; } = null!;

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Model;
}
