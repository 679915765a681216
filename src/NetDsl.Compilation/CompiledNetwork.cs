using System.Reflection;
using System.Runtime.ExceptionServices;
using NetDsl.Training;

namespace NetDsl.Compilation;

/// <summary>A network class that was compiled at run time.</summary>
public sealed class CompiledNetwork
{
    private readonly ConstructorInfo constructor;

    internal CompiledNetwork(CompiledDeclaration declaration, Type type)
    {
        this.Declaration = declaration;
        this.Type = type;
        this.constructor = type.GetConstructor([typeof(ulong)])
            ?? throw new InvalidOperationException($"The class {type.FullName} has no constructor that takes a seed.");
    }

    /// <summary>The declaration it comes from.</summary>
    public CompiledDeclaration Declaration { get; }

    /// <summary>The name of the class, its namespace included.</summary>
    public string Name => this.Type.FullName!;

    /// <summary>The class; it is an <see cref="INetwork{T}"/> of float or double.</summary>
    public Type Type { get; }

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
}
