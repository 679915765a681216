namespace NetDsl.Training;

/// <summary>
/// Makes the learning rate smaller when a value has not become better for some epochs; names, defaults and rules are Keras's.
/// </summary>
/// <example><code>trainer.Fit(train, validation, epochs: 200, callbacks: [new ReduceLROnPlateau { Factor = 0.5, Patience = 5 }]);</code></example>
public sealed class ReduceLROnPlateau : Callback
{
    private MonitoredValue value;
    private double? best;
    private int waited;
    private int cooling;

    /// <summary>The key of the value in the history; <c>val_loss</c> unless told.</summary>
    public string Monitor { get; init; } = History.ValidationLossKey;

    /// <summary>What the learning rate is multiplied by, from 0 to below 1; 0.1 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Factor
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(this.Factor), value, "Factor must be from 0 to below 1.");
    }
    = 0.1;

    /// <summary>The epochs without anything better after which the rate is reduced, at least 0; 10 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience
    {
        get;
        init => field = TrainingChecks.NotNegative(value, nameof(this.Patience));
    }
    = 10;

    /// <summary>Which way the value becomes better.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>By how much the value must become better to count, at least 0; 0.0001 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double MinDelta
    {
        get;
        init => field = TrainingChecks.NotNegative(value, nameof(this.MinDelta));
    }
    = 1e-4;

    /// <summary>The epochs after a reduction that are not counted, at least 0; 0 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Cooldown
    {
        get;
        init => field = TrainingChecks.NotNegative(value, nameof(this.Cooldown));
    }

    /// <summary>The learning rate below which it is not reduced, at least 0; 0 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double MinLearningRate
    {
        get;
        init => field = TrainingChecks.NotNegative(value, nameof(this.MinLearningRate));
    }

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        this.value = new MonitoredValue(this.Monitor, this.Mode, this.MinDelta);
        this.value.Require(this, this.Context.History);
        this.best = null;
        this.waited = 0;
        this.cooling = 0;
        if (this.Context.Optimizer.Schedule is { } schedule)
        {
            throw new InvalidOperationException(
                $"ReduceLROnPlateau cannot change the learning rate, which follows the optimiser's {schedule.GetType().Name}: use one or the other.");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        bool isCooling = this.cooling > 0;
        if (isCooling)
        {
            this.cooling--;
            this.waited = 0;
            isCooling = this.cooling > 0;
        }

        double current = this.value.Of(epoch);
        if (this.value.IsBetter(current, this.best))
        {
            this.best = current;
            this.waited = 0;
        }
        else if (!isCooling && ++this.waited >= this.Patience && this.Context.LearningRate > this.MinLearningRate)
        {
            this.Context.LearningRate = Math.Max(this.Context.LearningRate * this.Factor, this.MinLearningRate);
            this.cooling = this.Cooldown;
            this.waited = 0;
        }
    }

    /// <inheritdoc/>
    public override void SaveState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.value.Save(state);
        state.Set("best", this.best);
        state.Set("waited", this.waited);
        state.Set("cooling", this.cooling);
    }

    /// <inheritdoc/>
    public override void LoadState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.value.RequireSame(this, state);
        this.best = state.GetDouble("best");
        this.waited = (int)(state.GetInt64("waited") ?? 0);
        this.cooling = (int)(state.GetInt64("cooling") ?? 0);
    }
}
