using System.Numerics;

namespace NetDsl.Training;

/// <summary>What an optimiser makes small, where a step compares it at several points: the loss of one batch.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public interface IObjective<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The gradient with respect to each parameter, where it was last evaluated.</summary>
    ParameterSet<T> Gradients { get; }

    /// <summary>Computes the loss and <see cref="Gradients"/> at the present parameters.</summary>
    double Evaluate();
}
