using System.Reflection;
using System.Runtime.Loader;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>
/// A compiled assembly with networks in a load context of its own: it may have any dependencies and any name, even this program's. NetDsl itself
/// is the one of this program, or its networks would be of types that are not known here.
/// </summary>
internal sealed class NetworkAssembly : AssemblyLoadContext
{
    private static readonly Assembly Runtime = typeof(INetwork).Assembly;

    private readonly AssemblyDependencyResolver resolver;
    private readonly string path;

    private NetworkAssembly(string path)
        : base(Path.GetFileName(path))
    {
        this.path = path;
        this.resolver = new AssemblyDependencyResolver(path);
    }

    /// <summary>Makes a network of a compiled class.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="typeName">The class, with its namespace or by its name alone.</param>
    /// <exception cref="EvaluationException">There is no such assembly, no such class in it, or the class is no network.</exception>
    public static INetwork CreateNetwork(string path, string typeName)
    {
        if (!File.Exists(path))
        {
            throw new EvaluationException($"There is no assembly {path}.");
        }

        NetworkAssembly context = new(Path.GetFullPath(path));
        Type type = context.Find(typeName);
        try
        {
            // The constructor that the generator adds takes the seed of the initial values; here they are replaced.
            return (INetwork)Activator.CreateInstance(type, 0UL)!;
        }
        catch (TargetInvocationException error)
        {
            throw new EvaluationException($"{type} could not be made: {error.InnerException!.Message}", error);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Runtime.GetName().Name)
        {
            return Runtime;
        }

        string? dependency = this.resolver.ResolveAssemblyToPath(assemblyName);
        return dependency is null ? null : this.LoadFromAssemblyPath(dependency);
    }

    private static bool IsNetwork(Type type) => type is { IsClass: true, IsAbstract: false } && typeof(INetwork).IsAssignableFrom(type)
        && type.GetConstructor([typeof(ulong)]) is not null;

    private Type Find(string typeName)
    {
        try
        {
            Assembly assembly = this.LoadFromAssemblyPath(this.path);

            // By its full name first: that loads no other type, whose dependencies may not be here.
            if (assembly.GetType(typeName) is { } named && IsNetwork(named))
            {
                return named;
            }

            Type[] networks = [.. assembly.GetTypes().Where(IsNetwork)];
            Type[] found = [.. networks.Where(type => type.Name == typeName)];
            return found.Length == 1 ? found[0] : throw new EvaluationException(
                $"{this.path} has {(found.Length == 0 ? "no network" : "several networks")} of the name {typeName}. Its networks are: " +
                (networks.Length == 0 ? "none." : $"{string.Join(", ", networks.Select(type => type.FullName).Order(StringComparer.Ordinal))}."));
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException or FileNotFoundException or ReflectionTypeLoadException)
        {
            throw new EvaluationException($"{this.path} cannot be loaded: {error.Message}", error);
        }
    }
}
