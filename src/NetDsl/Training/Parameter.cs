namespace NetDsl.Training;

/// <summary>One named array of a network: its values in natural order, whatever the order they are stored in.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public sealed class Parameter<T>
    where T : unmanaged
{
    private readonly ParameterSet<T> set;

    internal Parameter(ParameterSet<T> set, ParameterDefinition definition)
    {
        this.set = set;
        this.Definition = definition;
        this.Count = definition.Layout.Rows * definition.Layout.Columns;
    }

    /// <summary>LAYER/kernel, LAYER/bias ...</summary>
    public string Name => this.Definition.Name;

    /// <summary>The extents, for example [inputs, units].</summary>
    public IReadOnlyList<int> Shape => this.Definition.Shape;

    /// <summary>The number of values, padding not counted.</summary>
    public int Count { get; }

    /// <summary>The declaration of this parameter.</summary>
    public ParameterDefinition Definition { get; }

    /// <summary>One value.</summary>
    /// <param name="index">Its place in natural (row-major) order.</param>
    public T this[int index]
    {
        get => this.set.Values[this.Place(index)];
        set => this.set.Values[this.Place(index)] = value;
    }

    /// <summary>Writes the values in natural (row-major) order.</summary>
    /// <param name="destination">Room for at least <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(Span<T> destination)
    {
        if (destination.Length < this.Count)
        {
            throw new ArgumentException(
                $"Parameter '{this.Name}' has {this.Count} values; the destination has room for {destination.Length}.", nameof(destination));
        }

        ParameterLayout layout = this.Definition.Layout;
        for (int row = 0; row < layout.Rows; row++)
        {
            for (int column = 0; column < layout.Columns; column += layout.PanelWidth)
            {
                this.Run(row, column).CopyTo(destination[((row * layout.Columns) + column)..]);
            }
        }
    }

    /// <summary>Takes the values from natural (row-major) order.</summary>
    /// <param name="source">Exactly <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentException">The source has another length.</exception>
    public void CopyFrom(ReadOnlySpan<T> source)
    {
        if (source.Length != this.Count)
        {
            throw new ArgumentException(
                $"Parameter '{this.Name}' has {this.Count} values; {source.Length} were given.", nameof(source));
        }

        ParameterLayout layout = this.Definition.Layout;
        for (int row = 0; row < layout.Rows; row++)
        {
            for (int column = 0; column < layout.Columns; column += layout.PanelWidth)
            {
                Span<T> run = this.Run(row, column);
                source.Slice((row * layout.Columns) + column, run.Length).CopyTo(run);
            }
        }
    }

    /// <summary>The values in natural (row-major) order, as a new array.</summary>
    public T[] ToArray()
    {
        T[] values = new T[this.Count];
        this.CopyTo(values);
        return values;
    }

    // What lies together in natural order and in storage: a row of a panel, from its first column on.
    private Span<T> Run(int row, int column)
    {
        ParameterLayout layout = this.Definition.Layout;
        return this.set.Values.Slice(layout.IndexOf(row, column), Math.Min(layout.PanelWidth, layout.Columns - column));
    }

    private int Place(int index)
    {
        (int row, int column) = Math.DivRem(index, this.Definition.Layout.Columns);
        return this.Definition.Layout.IndexOf(row, column);
    }
}
