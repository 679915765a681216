using System.Reflection;
using System.Runtime.ExceptionServices;
using NetDsl.Training;

namespace NetDsl.Compilation;

/// <summary>The class of a network, compiled at run time or before.</summary>
public sealed class CompiledNetwork
{
    /// <summary>The property of a generated class that says what the network is.</summary>
    private const string DescriptionName = "Description";

    private readonly ConstructorInfo constructor;

    internal CompiledNetwork(Type type, string source, object? owner)
    {
        this.Type = type;
        this.Source = source;
        this.Owner = owner;
        this.constructor = type.GetConstructor([typeof(ulong)])
            ?? throw new DeclarationException($"{type.FullName} has no constructor that takes a seed, so it is no generated network.");
    }

    /// <summary>The name of the class, its namespace included.</summary>
    public string Name => this.Type.FullName!;

    /// <summary>The class; it is an <see cref="INetwork{T}"/> of float or double.</summary>
    public Type Type { get; }

    /// <summary>
    /// The C# text that declares it: what was compiled here, or what a class that was compiled elsewhere says of itself. Empty for one that nobody
    /// generated.
    /// </summary>
    public string Source { get; }

    /// <summary>
    /// Where the class is loaded. The runtime holds a context only weakly; without it, what a network needs later could no longer be found.
    /// </summary>
    internal object? Owner { get; }

    /// <summary>A network's class that is loaded already.</summary>
    /// <param name="type">The class that the generator made a network.</param>
    /// <exception cref="DeclarationException">It is none, or one of another NetDsl.</exception>
    public static CompiledNetwork Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Of(type, owner: null);
    }

    /// <summary>Makes a network with fresh parameters.</summary>
    /// <param name="seed">The same seed gives the same parameters on every machine.</param>
    public INetwork Create(ulong seed = 0)
    {
        try
        {
            return (INetwork)this.constructor.Invoke([seed]);
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }

    /// <summary>Whether a type is the class of a network.</summary>
    internal static bool IsNetwork(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(INetwork));

    /// <summary>A class that was compiled elsewhere.</summary>
    internal static CompiledNetwork Of(Type type, object? owner)
    {
        if (IsNetwork(type))
        {
            string source = type.GetProperty(DescriptionName, BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is NetworkSummary summary
                ? summary.Declaration
                : string.Empty;
            return new CompiledNetwork(type, source, owner);
        }

        string reason = type.GetInterfaces().FirstOrDefault(i => i.FullName == typeof(INetwork).FullName) is { } other
            ? $"is a network of another NetDsl ({other.Assembly.FullName}) than the loaded one ({typeof(INetwork).Assembly.FullName}). " +
              "Compile it against this one."
            : "is no network. A network is a class with [Network] and its layers as attributes, compiled with NetDsl's generator.";
        throw new DeclarationException($"The type {type.FullName} {reason}");
    }
}
