using System.Numerics;

namespace NetDsl.Training;

/// <summary>
/// What an optimiser remembers of one network: the steps done and, for each slot (momentum, velocity ...), one value a parameter
/// value. Saving <see cref="Steps"/>, <see cref="Slots"/> and, where no schedule gives it, <see cref="LearningRate"/> and setting them
/// again resumes training with the same bits. A step allocates nothing. Not safe from several threads at once.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public abstract class OptimizerState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly MaxNormConstraints<T>? constraints;
    private double learningRate;

    /// <summary>A state before the first step.</summary>
    /// <param name="optimizer">The settings.</param>
    /// <param name="parameters">The parameters that a step changes.</param>
    /// <param name="slots">The names of what is remembered for each parameter value.</param>
    /// <exception cref="InvalidOperationException">More than one kind of clipping is set.</exception>
    protected OptimizerState(Optimizer optimizer, ParameterSet<T> parameters, IEnumerable<string> slots)
    {
        RequireOneClipping(optimizer);
        this.Optimizer = optimizer;
        this.Parameters = parameters;
        this.Slots = slots.ToDictionary(name => name, _ => parameters.CreateLike(), StringComparer.Ordinal);
        this.constraints = MaxNormConstraints<T>.Of(parameters);
        this.learningRate = optimizer.LearningRate;
    }

    /// <summary>The settings.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The parameters that a step changes.</summary>
    public ParameterSet<T> Parameters { get; }

    /// <summary>What is remembered for each parameter value, by the names Keras gives it: momentum, velocity ...</summary>
    public IReadOnlyDictionary<string, ParameterSet<T>> Slots { get; }

    /// <summary>How far the next step goes: what the optimiser's schedule says, or its setting until another is set here.</summary>
    /// <exception cref="InvalidOperationException">It is set where a schedule gives it.</exception>
    public double LearningRate
    {
        get => this.Optimizer.Schedule is { } schedule ? schedule.RateAt(this.Steps) : this.learningRate;
        set => this.learningRate = this.Optimizer.Schedule is null
            ? value
            : throw new InvalidOperationException(
                $"The learning rate follows the optimiser's {this.Optimizer.Schedule.GetType().Name} and cannot be set; make the optimiser without a Schedule.");
    }

    /// <summary>The steps done.</summary>
    public long Steps { get; set; }

    /// <summary>The elements that a step changes: the first ones of the storage.</summary>
    private protected int TrainableLength => this.Parameters.TrainableLength;

    /// <summary>Changes the parameters by one step against the gradient.</summary>
    /// <param name="gradients">The gradient of the loss with respect to each parameter, in the same layout.</param>
    /// <exception cref="ArgumentException">The gradients belong to another network.</exception>
    /// <exception cref="InvalidOperationException">The optimiser needs to know the loss at several points.</exception>
    public void Step(ParameterSet<T> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        this.RequireSameLayout(gradients);
        this.Change(gradients);
        this.Steps++;
        this.constraints?.Apply();
    }

    /// <summary>Changes the parameters by one step that may ask for the loss at other points.</summary>
    /// <param name="objective">What is made small; it was evaluated at the present parameters.</param>
    /// <param name="loss">What it gave.</param>
    /// <exception cref="ArgumentException">The gradients belong to another network.</exception>
    public void Step(IObjective<T> objective, double loss)
    {
        ArgumentNullException.ThrowIfNull(objective);
        this.RequireSameLayout(objective.Gradients);
        this.Change(objective, loss);
        this.Steps++;
        this.constraints?.Apply();
    }

    /// <summary>Does a step; <see cref="Steps"/> does not count it yet.</summary>
    /// <param name="gradients">The gradient, in the layout of the parameters.</param>
    protected abstract void Change(ParameterSet<T> gradients);

    /// <summary>Does a step that may ask for the loss at other points; <see cref="Steps"/> does not count it yet.</summary>
    /// <param name="objective">What is made small; it was evaluated at the present parameters.</param>
    /// <param name="loss">What it gave.</param>
    protected virtual void Change(IObjective<T> objective, double loss)
    {
        ArgumentNullException.ThrowIfNull(objective);
        this.Change(objective.Gradients);
    }

    private static void RequireOneClipping(Optimizer optimizer)
    {
        int kinds = (optimizer.ClipValue is null ? 0 : 1) + (optimizer.ClipNorm is null ? 0 : 1) + (optimizer.GlobalClipNorm is null ? 0 : 1);
        if (kinds > 1)
        {
            throw new InvalidOperationException("Gradients can be clipped in one way: set only one of ClipValue, ClipNorm and GlobalClipNorm.");
        }
    }

    private void RequireSameLayout(ParameterSet<T> gradients)
    {
        int length = this.Parameters.Values.Length;
        if (gradients.Values.Length != length)
        {
            throw new ArgumentException(
                $"The parameters take {length} elements, the gradients {gradients.Values.Length}: they belong to different networks.",
                nameof(gradients));
        }
    }
}
