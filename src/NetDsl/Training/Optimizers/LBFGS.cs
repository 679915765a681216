namespace NetDsl.Training;

/// <summary>
/// Limited-memory BFGS (Nocedal and Wright, "Numerical Optimization", 2nd edition, algorithms 7.4 and 7.5) with a line search for the
/// strong Wolfe conditions (algorithms 3.5 and 3.6), for full batches: a step goes from one point of the search to the next and computes
/// the loss of all rows at some points, most often one or two. The learning rate multiplies the first point that a line search tries.
/// Dropout and noise draw the same at all points of a step, but others at the next, so leave them out.
/// </summary>
public sealed class LBFGS : Optimizer
{
    /// <summary>L-BFGS with a learning rate of 1.</summary>
    public LBFGS()
        : base(learningRate: 1)
    {
    }

    /// <summary>
    /// The steps whose changes of parameters and of gradients are remembered, at least 1; 10 unless told. Each takes the memory of the
    /// parameters twice.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int HistorySize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(this.HistorySize));
            field = value;
        }
    }
    = 10;

    /// <summary>The most points at which a line search computes the loss, at least 1; 25 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxEvaluations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(this.MaxEvaluations));
            field = value;
        }
    }
    = 25;

    /// <inheritdoc/>
    protected internal override bool NeedsAllRows => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Clipping or weight decay is set, with which no loss belongs to the step.</exception>
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1) => this.IsConditioned
        ? throw new InvalidOperationException(
            "LBFGS takes no ClipValue, ClipNorm, GlobalClipNorm or WeightDecay, with which a step would not be that of the loss; declare a regulariser on the layers.")
        : new LbfgsState<T>(this, parameters);
}
