namespace NetDsl.Training;

/// <summary>A value of the history that a callback watches.</summary>
/// <param name="key">Its key, <c>val_loss</c>.</param>
/// <param name="mode">Which way it becomes better.</param>
/// <param name="minDelta">By how much it must become better to count.</param>
internal readonly struct MonitoredValue(string key, MonitorMode mode, double minDelta)
{
    private static readonly string[] LargerIsBetter = ["acc", "accuracy", "auc", "precision", "recall", "r2"];

    private readonly bool larger = mode == MonitorMode.Max || (mode == MonitorMode.Auto && IsBetterLarger(key));

    /// <summary>Reports that a run has no such value.</summary>
    /// <param name="callback">Who watches it.</param>
    /// <param name="history">What the run has.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public void Require(Callback callback, History history)
    {
        if (!history.Keys.Contains(key))
        {
            string hint = key.StartsWith("val_", StringComparison.Ordinal) && !history.Keys.Contains(History.ValidationLossKey)
                ? " Give validation data, or monitor a value of the training."
                : string.Empty;
            throw new ArgumentException(
                $"{callback.GetType().Name} monitors '{key}', which this training does not have. It has: {string.Join(", ", history.Keys)}.{hint}");
        }
    }

    /// <summary>Keeps what is watched.</summary>
    public void Save(CheckpointState state) => state.Set("monitor", key);

    /// <summary>Reports that another value was watched before, with which this one cannot be compared.</summary>
    /// <param name="callback">Who watches it.</param>
    /// <param name="state">What was kept.</param>
    /// <exception cref="FormatException">It was another.</exception>
    public void RequireSame(Callback callback, CheckpointState state)
    {
        if (state.GetString("monitor") is { } before && before != key)
        {
            throw new FormatException($"{callback.GetType().Name} monitored '{before}' there, and monitors '{key}' here.");
        }
    }

    /// <summary>Its value of an epoch.</summary>
    public double Of(EpochLog epoch) => epoch[key];

    /// <summary>Whether a value is better than another; one that is not a number is not, and anything else is better than none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="reference">The other, or null for none.</param>
    public bool IsBetter(double value, double? reference) => !double.IsNaN(value)
        && (reference is not { } other || (this.larger ? value - minDelta > other : value + minDelta < other));

    private static bool IsBetterLarger(string key) => LargerIsBetter.Any(name =>
        key.EndsWith(name, StringComparison.Ordinal) && (key.Length == name.Length || key[^(name.Length + 1)] == '_'));
}
