using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NetDsl.PowerShell;

/// <summary>
/// Keeps the compiler and the libraries that only this module uses away from everybody else: PowerShell ships a compiler of another
/// version, and another module may use another CsvHelper. They lie in the folder private and are loaded into a context of their own; the
/// rest of the process sees only NetDsl itself, which compiled networks share.
/// </summary>
internal sealed class PrivateAssemblies : AssemblyLoadContext
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!, "private");

    // First those that hold machine code for this system.
    private static readonly string[] Places = [Path.Combine(Folder, Runtime()), Folder];

    private static readonly PrivateAssemblies Instance = new();

    private PrivateAssemblies()
        : base("NetDsl.PowerShell")
    {
    }

    /// <summary>
    /// Lets this assembly and NetDsl find what is private. Once for the process, which several runspaces with the module share; so it is
    /// not taken back when one of them removes it.
    /// </summary>
    public static void Register()
    {
        Default.Resolving -= Resolve;
        Default.Resolving += Resolve;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        Find(assemblyName) is { } path ? this.LoadFromAssemblyPath(path) : null;

    // The name that .NET builds for the system have; RuntimeInformation's own would be that of the distribution that built this one.
    private static string Runtime()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        Find(name) is { } path && AssemblyName.GetAssemblyName(path).Version == name.Version ? Instance.LoadFromAssemblyPath(path) : null;

    private static string? Find(AssemblyName name) =>
        Places.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);
}
