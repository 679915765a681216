namespace NetDsl.Training;

/// <summary>One epoch of a <see cref="History"/>.</summary>
public readonly struct EpochLog
{
    private readonly History history;
    private readonly int index;

    internal EpochLog(History history, int index)
    {
        this.history = history;
        this.index = index;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch => this.index + 1;

    /// <summary>The mean loss of a training sample, each taken when its batch came, before that batch's step.</summary>
    public double Loss => this.history[History.LossKey][this.index];

    /// <summary>
    /// The fraction of right decisions on the training samples, taken like the loss; null where outputs are no decisions.
    /// </summary>
    public double? Accuracy => this.Find(History.AccuracyKey);

    /// <summary>The mean loss of a validation sample after the epoch; null without validation data.</summary>
    public double? ValidationLoss => this.Find(History.ValidationLossKey);

    /// <summary>The fraction of right decisions on the validation samples after the epoch; null where there are none.</summary>
    public double? ValidationAccuracy => this.Find(History.ValidationAccuracyKey);

    /// <summary>The learning rate of the epoch's last step.</summary>
    public double LearningRate => this.history[History.LearningRateKey][this.index];

    /// <summary>The time the epoch took, validation included, in seconds.</summary>
    public double Seconds => this.history.Seconds[this.index];

    /// <summary>The training samples a second, the time of the validation not counted.</summary>
    public double SamplesPerSecond => this.history.SamplesPerSecond[this.index];

    /// <summary>The value of a key.</summary>
    /// <param name="key">One of the history's keys: loss, accuracy, val_loss, val_accuracy or learning_rate.</param>
    /// <exception cref="KeyNotFoundException">The history has no such key.</exception>
    public double this[string key] => this.history[key][this.index];

    private double? Find(string key) => this.history.Keys.Contains(key) ? this.history[key][this.index] : null;
}
