using System.Collections;
using System.Runtime.InteropServices;

namespace NetDsl.Training;

/// <summary>What a training run reached, epoch by epoch; by epoch as a list, and by Keras's keys as one list each.</summary>
public sealed class History : IReadOnlyList<EpochLog>
{
    internal const string LossKey = "loss";
    internal const string AccuracyKey = "accuracy";
    internal const string ValidationLossKey = "val_loss";
    internal const string ValidationAccuracyKey = "val_accuracy";
    internal const string LearningRateKey = "learning_rate";

    private readonly List<double> losses = [];
    private readonly List<double> accuracies = [];
    private readonly List<double> validationLosses = [];
    private readonly List<double> validationAccuracies = [];
    private readonly List<double> seconds = [];
    private readonly List<double> rates = [];
    private readonly List<double> learningRates = [];
    private readonly Dictionary<string, List<double>> byKey = new(StringComparer.Ordinal);

    internal History(bool hasAccuracy, bool hasValidation)
    {
        this.byKey.Add(LossKey, this.losses);
        if (hasAccuracy)
        {
            this.byKey.Add(AccuracyKey, this.accuracies);
        }

        if (hasValidation)
        {
            this.byKey.Add(ValidationLossKey, this.validationLosses);
        }

        if (hasAccuracy && hasValidation)
        {
            this.byKey.Add(ValidationAccuracyKey, this.validationAccuracies);
        }

        this.byKey.Add(LearningRateKey, this.learningRates);
        this.Keys = [.. this.byKey.Keys];
    }

    /// <summary>
    /// What there is: loss; accuracy where outputs are decisions; val_loss and val_accuracy where there were validation data;
    /// learning_rate, that of the epoch's last step.
    /// </summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The epochs that were completed.</summary>
    public int Count => this.losses.Count;

    /// <summary>Whether training was cancelled before all epochs were done.</summary>
    public bool WasCancelled { get; internal set; }

    /// <summary>
    /// Why training ended before all epochs were done, in the words of the callback that stopped it; null where none did.
    /// </summary>
    public string? StopReason { get; internal set; }

    /// <summary>The time of each epoch, validation included, in seconds.</summary>
    public IReadOnlyList<double> Seconds => this.seconds;

    /// <summary>The training samples a second of each epoch, the time of the validation not counted.</summary>
    public IReadOnlyList<double> SamplesPerSecond => this.rates;

    /// <summary>One epoch.</summary>
    /// <param name="index">From 0.</param>
    public EpochLog this[int index] => (uint)index < (uint)this.Count
        ? new EpochLog(this, index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The history has {this.Count} epochs, counted from 0.");

    /// <summary>The values of a key, one for each epoch.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such key; the message lists those there are.</exception>
    public IReadOnlyList<double> this[string key] => this.byKey.TryGetValue(key, out List<double>? values)
        ? values
        : throw new KeyNotFoundException($"The history has no '{key}'. It has: {string.Join(", ", this.Keys)}.");

    /// <inheritdoc/>
    public IEnumerator<EpochLog> GetEnumerator()
    {
        for (int i = 0; i < this.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();

    internal void Add(
        EvaluationResult training, EvaluationResult? validation, double learningRate, double epochSeconds, double samplesPerSecond)
    {
        this.losses.Add(training.Loss);
        this.learningRates.Add(learningRate);
        this.seconds.Add(epochSeconds);
        this.rates.Add(samplesPerSecond);
        if (training.Accuracy is { } accuracy)
        {
            this.accuracies.Add(accuracy);
        }

        if (validation is { } result)
        {
            this.validationLosses.Add(result.Loss);
            if (result.Accuracy is { } validationAccuracy)
            {
                this.validationAccuracies.Add(validationAccuracy);
            }
        }
    }

    /// <summary>Keeps all epochs and why training stopped.</summary>
    internal void Save(CheckpointState state)
    {
        foreach ((string key, List<double> values) in this.Columns())
        {
            state.Set(key, CollectionsMarshal.AsSpan(values));
        }

        state.Set(nameof(this.StopReason), this.StopReason);
    }

    /// <summary>Takes the epochs that were kept into a history that has none.</summary>
    /// <exception cref="FormatException">Values are missing.</exception>
    internal void Load(CheckpointState state)
    {
        foreach ((string key, List<double> values) in this.Columns())
        {
            values.AddRange(state.GetArray<double>(key) ?? throw new FormatException($"The history has no '{key}'."));
        }

        this.StopReason = state.GetString(nameof(this.StopReason));
    }

    private IEnumerable<(string Key, List<double> Values)> Columns() =>
        this.byKey.Select(entry => (entry.Key, entry.Value)).Append(("seconds", this.seconds)).Append(("samples_per_second", this.rates));
}
