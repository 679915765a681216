using System.Reflection;
using System.Runtime.Loader;

namespace NetDsl.Compilation;

/// <summary>
/// Where a compiled declaration lives: it goes away with the last network made from it, two of the same name do not meet, and no file is
/// held open. NetDsl is the one of this process, so that its networks are networks to everybody.
/// </summary>
internal sealed class DeclarationContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    private static readonly Assembly Runtime = typeof(NetworkAttribute).Assembly;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == Runtime.GetName().Name ? Runtime : GetLoadContext(Runtime)!.LoadFromAssemblyName(assemblyName);
}
