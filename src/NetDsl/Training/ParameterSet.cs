using System.Collections;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>
/// All parameters of a network in one flat, 64-byte aligned block that an optimiser can sweep over, and each of them by its name.
/// Gradients and optimiser states have the same layout. The padding between and inside the parameters is zero and stays zero.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public sealed class ParameterSet<T> : IReadOnlyList<Parameter<T>>
    where T : unmanaged
{
    private readonly AlignedMemory<T> memory;
    private readonly Parameter<T>[] parameters;
    private readonly Dictionary<string, Parameter<T>> byName;

    /// <summary>Room for the given parameters, all zero.</summary>
    /// <param name="definitions">What the network declares, in order.</param>
    public ParameterSet(IReadOnlyList<ParameterDefinition> definitions)
    {
        this.Definitions = definitions;
        int length = 0;
        foreach (ParameterDefinition definition in definitions)
        {
            length = Math.Max(length, definition.Layout.Offset + definition.Layout.Length);
        }

        this.memory = new AlignedMemory<T>(length);
        this.TrainableLength = definitions.Where(d => !d.IsTrainable).Select(d => d.Layout.Offset).Append(length).Min();
        this.parameters = [.. definitions.Select(d => new Parameter<T>(this, d))];
        this.byName = this.parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>What the network declares, in order.</summary>
    public IReadOnlyList<ParameterDefinition> Definitions { get; }

    /// <summary>The whole storage, padding included.</summary>
    public Span<T> Values => this.memory.Span;

    /// <summary>The elements of the storage that an optimiser changes, padding included: the first ones. What is not trained lies after them.</summary>
    public int TrainableLength { get; }

    /// <summary>The number of parameters, each a whole array.</summary>
    public int Count => this.parameters.Length;

    /// <summary>The number of values of all parameters together, padding not counted.</summary>
    public int ValueCount => this.parameters.Sum(p => p.Count);

    /// <summary>The parameter at a place in the order of declaration.</summary>
    /// <param name="index">From 0.</param>
    public Parameter<T> this[int index] => this.parameters[index];

    /// <summary>The parameter of a name.</summary>
    /// <param name="name">LAYER/kernel, LAYER/bias ...</param>
    /// <exception cref="KeyNotFoundException">There is none of that name; the message lists those there are.</exception>
    public Parameter<T> this[string name] => this.byName.TryGetValue(name, out Parameter<T>? parameter)
        ? parameter
        : throw new KeyNotFoundException(
            $"The network has no parameter '{name}'. It has: {string.Join(", ", this.parameters.Select(p => p.Name))}.");

    /// <summary>Whether there is a parameter of a name.</summary>
    /// <param name="name">LAYER/kernel, LAYER/bias ...</param>
    public bool Contains(string name) => this.byName.ContainsKey(name);

    /// <summary>A block of the same layout, all zero: for gradients and for the state of an optimiser.</summary>
    public ParameterSet<T> CreateLike() => new(this.Definitions);

    /// <summary>Takes the values of a set of the same layout.</summary>
    /// <param name="source">The set to copy.</param>
    public void CopyFrom(ParameterSet<T> source) => source.Values.CopyTo(this.Values);

    /// <inheritdoc/>
    public IEnumerator<Parameter<T>> GetEnumerator() => ((IEnumerable<Parameter<T>>)this.parameters).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();

    /// <summary>The start of the storage, for generated code.</summary>
    internal ref T Reference => ref this.memory.Reference;
}
