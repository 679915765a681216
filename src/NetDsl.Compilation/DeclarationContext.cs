using System.Reflection;
using System.Runtime.Loader;

namespace NetDsl.Compilation;

/// <summary>
/// Where compiled networks live: it goes away with the last network made from it, two of the same name do not meet, and no file is
/// held open. NetDsl is the one of this process, so that its networks are networks to everybody.
/// </summary>
/// <param name="name">A name to see in a debugger.</param>
/// <param name="folder">Where the assemblies lie that the networks use and the process does not have; null for nowhere.</param>
internal sealed class DeclarationContext(string name, string? folder) : AssemblyLoadContext(name, isCollectible: true)
{
    private static readonly Assembly Runtime = typeof(NetworkAttribute).Assembly;

    /// <summary>Loads an assembly without its file.</summary>
    /// <param name="image">Its bytes.</param>
    public Assembly LoadFromBytes(byte[] image)
    {
        using MemoryStream stream = new(image, writable: false);
        return this.LoadFromStream(stream);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Runtime.GetName().Name)
        {
            return Runtime;
        }

        // What the process has is shared: a folder of build output may hold copies of what NetDsl itself uses, or of the framework.
        string? file = folder is null ? null : Path.Combine(folder, assemblyName.Name + ".dll");
        try
        {
            return GetLoadContext(Runtime)!.LoadFromAssemblyName(assemblyName);
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException && File.Exists(file))
        {
            return this.LoadFromBytes(File.ReadAllBytes(file));
        }
    }
}
