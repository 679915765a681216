using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NetDsl.Compilation;

/// <summary>
/// An assembly of a user's own with networks, which a project compiled. It is loaded from its bytes into a context of its own, so that
/// the file can be built over and two versions of one name do not meet; what it uses besides NetDsl is found beside it.
/// </summary>
public static class NetworkAssembly
{
    private static readonly AssemblyName Runtime = typeof(NetworkAttribute).Assembly.GetName();

    /// <summary>The networks of an assembly in order of their names; at least one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DeclarationException">It is no assembly of .NET, has no network, or was built against another NetDsl.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<CompiledNetwork> Load(string path)
    {
        byte[] image = File.ReadAllBytes(path);
        RequireThisRuntime(image, path);
        DeclarationContext context = new(Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path)));
        Type[] types = TypesOf(context.LoadFromBytes(image), path);
        CompiledNetwork[] networks =
        [
            .. types.Where(CompiledNetwork.IsNetwork)
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => CompiledNetwork.Of(type, context)),
        ];
        return networks.Length > 0 ? networks : throw NoNetwork(path);
    }

    // Before anything is loaded: code of another version would fail only where it calls what has changed.
    private static void RequireThisRuntime(byte[] image, string path)
    {
        using PEReader file = new(new MemoryStream(image, writable: false));
        if (!HasMetadata(file))
        {
            throw new DeclarationException($"{path} is no assembly of .NET. Give the .dll that dotnet build makes of a project.");
        }

        MetadataReader metadata = file.GetMetadataReader();
        Version? version = metadata.AssemblyReferences
            .Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())
            .FirstOrDefault(reference => reference.Name == Runtime.Name)?.Version;
        if (version is null)
        {
            throw NoNetwork(path);
        }

        if (version != Runtime.Version)
        {
            throw new DeclarationException(
                $"{path} was built against NetDsl {version}, and this is NetDsl {Runtime.Version}. Build it against this version.");
        }
    }

    private static bool HasMetadata(PEReader file)
    {
        try
        {
            return file.HasMetadata && file.GetMetadataReader().IsAssembly;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static Type[] TypesOf(Assembly assembly, string path)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException error)
        {
            string reason = error.LoaderExceptions.FirstOrDefault(e => e is not null)?.Message ?? error.Message;
            throw new DeclarationException(
                $"{path} cannot be loaded: {reason} What it uses must lie beside it, as dotnet publish puts it there.", error);
        }
    }

    private static DeclarationException NoNetwork(string path) =>
        new($"{path} has no network: no class with [Network] was compiled into it with NetDsl's generator.");
}
