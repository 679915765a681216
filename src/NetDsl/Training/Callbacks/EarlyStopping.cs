namespace NetDsl.Training;

/// <summary>Stops training when a value has not become better for some epochs; names, defaults and rules are Keras's.</summary>
/// <example><code>trainer.Fit(train, validation, epochs: 1000, callbacks: [new EarlyStopping { Patience = 5, RestoreBestWeights = true }]);</code></example>
public sealed class EarlyStopping : Callback
{
    private MonitoredValue value;
    private ParameterSnapshot? best;
    private int waited;

    /// <summary>The key of the value in the history; <c>val_loss</c> unless told.</summary>
    public string Monitor { get; init; } = History.ValidationLossKey;

    /// <summary>By how much the value must become better to count, at least 0; 0 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double MinDelta
    {
        get;
        init => field = TrainingChecks.NotNegative(value, nameof(this.MinDelta));
    }

    /// <summary>
    /// The epochs without anything better after which training stops, at least 0; 0 unless told. It never stops after its first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience
    {
        get;
        init => field = TrainingChecks.NotNegative(value, nameof(this.Patience));
    }

    /// <summary>Which way the value becomes better.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>A value that must be beaten as well for the patience to begin anew; null for none.</summary>
    public double? Baseline { get; init; }

    /// <summary>
    /// Whether the network ends with the parameters of the best epoch, bit by bit; otherwise with those of the last. False unless told.
    /// </summary>
    public bool RestoreBestWeights { get; init; }

    /// <summary>The first epochs, which are not looked at; 0 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int StartFromEpoch
    {
        get;
        init => field = TrainingChecks.NotNegative(value, nameof(this.StartFromEpoch));
    }

    /// <summary>The best value so far, or null where there was none.</summary>
    public double? Best { get; private set; }

    /// <summary>The epoch of the best value, from 1; 0 where there was none.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The epoch after which training was stopped, from 1; 0 where it was not.</summary>
    public int StoppedEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        this.value = new MonitoredValue(this.Monitor, this.Mode, this.MinDelta);
        this.value.Require(this, this.Context.History);
        this.Best = null;
        this.BestEpoch = 0;
        this.StoppedEpoch = 0;
        this.waited = 0;
        this.best = null;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        if (epoch.Epoch <= this.StartFromEpoch)
        {
            return;
        }

        double current = this.value.Of(epoch);
        this.waited++;
        if (this.value.IsBetter(current, this.Best))
        {
            this.Remember(current, epoch.Epoch);
            this.waited = this.Baseline is not { } baseline || this.value.IsBetter(current, baseline) ? 0 : this.waited;
        }
        else if (this.waited >= this.Patience && epoch.Epoch > 1)
        {
            this.StoppedEpoch = epoch.Epoch;
            this.Context.StopTraining(FormattableString.Invariant(
                $"EarlyStopping: {this.Monitor} was not better than {this.Best} of epoch {this.BestEpoch} for {this.waited} epochs."));
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(History history)
    {
        this.best?.Restore();
        this.best = null;
    }

    /// <inheritdoc/>
    public override void SaveState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.value.Save(state);
        state.Set("best", this.Best);
        state.Set("best_epoch", this.BestEpoch);
        state.Set("stopped_epoch", this.StoppedEpoch);
        state.Set("waited", this.waited);
        state.Set("best_weights", this.best);
    }

    /// <inheritdoc/>
    public override void LoadState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.value.RequireSame(this, state);
        this.Best = state.GetDouble("best");
        this.BestEpoch = (int)(state.GetInt64("best_epoch") ?? 0);
        this.StoppedEpoch = (int)(state.GetInt64("stopped_epoch") ?? 0);
        this.waited = (int)(state.GetInt64("waited") ?? 0);
        this.best = this.RestoreBestWeights ? state.GetSnapshot("best_weights", this.Context.Network) : null;
    }

    private void Remember(double current, int epoch)
    {
        this.Best = current;
        this.BestEpoch = epoch;
        if (this.RestoreBestWeights)
        {
            if (this.best is null)
            {
                this.best = ParameterSnapshot.Of(this.Context.Network);
            }
            else
            {
                this.best.Take();
            }
        }
    }
}
