using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// How a gradient changes the parameters. An optimiser only holds settings, so one object serves any number of networks; what it
/// remembers from step to step lives in the <see cref="OptimizerState{T}"/> it makes for each. Names and defaults are Keras's.
/// </summary>
public abstract class Optimizer
{
    /// <summary>An optimiser of the given default learning rate.</summary>
    /// <param name="learningRate">The learning rate unless another is set.</param>
    protected Optimizer(double learningRate) => this.LearningRate = learningRate;

    /// <summary>How far a step goes; finite and not negative. Training starts with it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LearningRate
    {
        get;
        init => field = InRange(value, value >= 0 && double.IsFinite(value), "a finite number of at least 0");
    }

    /// <summary>Makes what this optimiser remembers of one network, all zero as before the first step.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="parameters">The parameters it will change.</param>
    /// <param name="threads">The threads that share a step, at least 1; they do not change the bits.</param>
    public abstract OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Passes a setting on, or says which values it may have.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="valid">Whether it may have that value; false for NaN.</param>
    /// <param name="expected">The values it may have, in words.</param>
    /// <param name="name">The setting's name.</param>
    private protected static double InRange(double value, bool valid, string expected, [CallerMemberName] string name = "") =>
        valid ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {expected}.");
}
