namespace NetDsl.Training;

/// <summary>A copy of all parameters of a network, bit by bit, to go back to or to compare with.</summary>
public abstract class ParameterSnapshot
{
    private protected ParameterSnapshot()
    {
    }

    /// <summary>Copies the parameters of a network.</summary>
    /// <param name="network">The network.</param>
    public static ParameterSnapshot Of(INetwork network) => network switch
    {
        INetwork<float> single => new ParameterSnapshot<float>(single.Parameters),
        INetwork<double> exact => new ParameterSnapshot<double>(exact.Parameters),
        _ => throw new ArgumentException("The network is of neither single nor double precision.", nameof(network)),
    };

    /// <summary>Copies the parameters again, in place of what was copied; nothing is allocated.</summary>
    public abstract void Take();

    /// <summary>Gives the network back the parameters that were copied; nothing is allocated.</summary>
    public abstract void Restore();

    /// <summary>
    /// How far the trained parameters are from what was copied: the root of the sum of squared differences; nothing is allocated.
    /// </summary>
    public abstract double Distance();

    /// <summary>Keeps what was copied.</summary>
    internal abstract void Save(CheckpointState state, string name);

    /// <summary>Takes what was kept in place of what was copied.</summary>
    /// <exception cref="FormatException">It does not fit.</exception>
    internal abstract void Load(CheckpointState state, string name);
}
