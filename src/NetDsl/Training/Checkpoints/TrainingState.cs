using System.Globalization;
using System.Numerics;
using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>
/// All that a training consists of besides its parameters: kept in a checkpoint, checked against one and taken back from it.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="trainer">The trainer.</param>
/// <param name="settings">What decides the bits.</param>
/// <param name="context">What callbacks see of the training.</param>
/// <param name="position">Where it stands.</param>
/// <param name="callbacks">All callbacks in their order.</param>
internal sealed class TrainingState<T>(
    Trainer<T> trainer,
    TrainingSettings settings,
    TrainingContext<T> context,
    TrainingPosition position,
    IEnumerable<Callback> callbacks)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const string SettingsPart = "settings";
    private const string HistoryPart = "history";
    private const string OptimizerPart = "optimizer";
    private const string CallbacksPart = "callbacks";

    private const string IsStoppingName = "is_stopping";
    private const string StepsName = "steps";
    private const string LearningRateName = "learning_rate";
    private const string NamesName = "names";

    private readonly KeyValuePair<string, Callback>[] callbacks = [.. Named(callbacks)];

    /// <summary>Keeps the state.</summary>
    public void Save(Checkpoint checkpoint)
    {
        settings.Save(checkpoint[SettingsPart]);
        position.Save(checkpoint[Checkpoint.PositionPart]);
        context.History.Save(checkpoint[HistoryPart]);
        checkpoint[Checkpoint.PositionPart].Set(Checkpoint.EpochsTrainedName, trainer.EpochsTrained);
        checkpoint[Checkpoint.PositionPart].Set(IsStoppingName, context.IsStopping ? 1 : 0);
        this.SaveOptimizer(checkpoint[OptimizerPart]);
        this.SaveCallbacks(checkpoint[CallbacksPart]);
    }

    /// <summary>Reports that a checkpoint is of another training, before anything of this one was done.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="path">Its file.</param>
    /// <exception cref="CheckpointMismatchException">The data or the settings differ.</exception>
    public void Check(Checkpoint checkpoint, string path)
    {
        if (settings.DifferencesFrom(checkpoint[SettingsPart]) is { Count: > 0 } differences)
        {
            throw new CheckpointMismatchException(path, differences);
        }
    }

    /// <summary>Takes the state back. Network, optimiser and trainer come last, so that they stay as they were where this fails.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="path">Its file.</param>
    /// <param name="parameters">The values of the parameters.</param>
    /// <exception cref="CheckpointMismatchException">The callbacks are others.</exception>
    /// <exception cref="ModelFormatException">Something is missing.</exception>
    public void Load(Checkpoint checkpoint, string path, IReadOnlyList<T[]> parameters)
    {
        try
        {
            CheckpointState at = checkpoint[Checkpoint.PositionPart];
            int epochsTrained = (int)at.RequireInt64(Checkpoint.EpochsTrainedName);
            bool isStopping = at.RequireInt64(IsStoppingName) != 0;
            position.Load(at);
            context.History.Load(checkpoint[HistoryPart]);
            this.LoadCallbacks(checkpoint[CallbacksPart], path);
            this.LoadOptimizer(checkpoint[OptimizerPart]);
            trainer.EpochsTrained = epochsTrained;
            context.IsStopping |= isStopping;
        }
        catch (FormatException error)
        {
            throw new ModelFormatException(path, $"the state of the training cannot be read: {error.Message}", error);
        }

        Fill(trainer.Network.Parameters, parameters);
    }

    // By a name that a callback has in the next run as well: its type, and a number from the second of the type on.
    private static IEnumerable<KeyValuePair<string, Callback>> Named(IEnumerable<Callback> callbacks) => callbacks
        .GroupBy(callback => callback.GetType().Name, StringComparer.Ordinal)
        .SelectMany(group => group.Select((callback, index) => KeyValuePair.Create(
            index == 0 ? group.Key : string.Create(CultureInfo.InvariantCulture, $"{group.Key}_{index + 1}"), callback)));

    private static bool KeepsAnything(Callback callback)
    {
        CheckpointState state = new();
        callback.SaveState(state);
        return !state.IsEmpty;
    }

    private static void Fill(IEnumerable<Parameter<T>> parameters, IEnumerable<T[]> values)
    {
        foreach ((Parameter<T> parameter, T[] kept) in parameters.Zip(values))
        {
            parameter.CopyFrom(kept);
        }
    }

    // Of what it does not train an optimiser remembers nothing.
    private IEnumerable<(string Name, IEnumerable<Parameter<T>> Values)> Slots() => trainer.OptimizerState.Slots.Select(
        slot => (slot.Key, slot.Value.Where(parameter => parameter.Definition.IsTrainable)));

    private void SaveOptimizer(CheckpointState state)
    {
        state.Set(StepsName, trainer.OptimizerState.Steps);
        state.Set(LearningRateName, trainer.OptimizerState.LearningRate);
        foreach ((string name, IEnumerable<Parameter<T>> slot) in this.Slots())
        {
            state.Set(name, slot);
        }
    }

    private void LoadOptimizer(CheckpointState state)
    {
        long steps = state.RequireInt64(StepsName);
        double learningRate = state.RequireDouble(LearningRateName);
        List<IReadOnlyList<T[]>> values = [.. this.Slots().Select(slot => state.GetParameters(slot.Name, slot.Values))];
        foreach (((_, IEnumerable<Parameter<T>> slot), IReadOnlyList<T[]> kept) in this.Slots().Zip(values))
        {
            Fill(slot, kept);
        }

        trainer.OptimizerState.Steps = steps;
        if (trainer.Optimizer.Schedule is null)
        {
            trainer.OptimizerState.LearningRate = learningRate;
        }
    }

    private void SaveCallbacks(CheckpointState state)
    {
        List<string> names = [];
        foreach ((string name, Callback callback) in this.callbacks)
        {
            CheckpointState own = state.Part(name);
            callback.SaveState(own);
            if (!own.IsEmpty)
            {
                names.Add(name);
            }
        }

        state.Set(NamesName, string.Join(',', names));
    }

    private void LoadCallbacks(CheckpointState state, string path)
    {
        string[] kept = (state.GetString(NamesName) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
        string[] differences =
        [
            .. kept.Except(this.callbacks.Select(entry => entry.Key))
                .Select(name => $"{name} is a callback in the checkpoint and none here"),
            .. this.callbacks.Where(entry => !kept.Contains(entry.Key) && KeepsAnything(entry.Value))
                .Select(entry => $"{entry.Key} is a callback here and none in the checkpoint"),
        ];
        if (differences.Length > 0)
        {
            throw new CheckpointMismatchException(path, differences);
        }

        try
        {
            foreach ((string name, Callback callback) in this.callbacks.Where(entry => kept.Contains(entry.Key)))
            {
                callback.LoadState(state.Part(name));
            }
        }
        catch (FormatException error)
        {
            throw new CheckpointMismatchException(path, [error.Message.TrimEnd('.')]);
        }
    }
}
