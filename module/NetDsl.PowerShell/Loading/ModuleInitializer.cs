using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>What PowerShell calls when the module is imported.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport() => PrivateAssemblies.Register();
}
