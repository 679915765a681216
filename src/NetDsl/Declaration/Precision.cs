namespace NetDsl;

/// <summary>The element type of a network's parameters and activations.</summary>
public enum Precision
{
    /// <summary>32-bit floating point (<see cref="float"/>).</summary>
    Single,

    /// <summary>64-bit floating point (<see cref="double"/>): half the speed, for checking gradients and for ill-conditioned problems.</summary>
    Double,
}
