using System.Numerics;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>A training that is done once in one go and once in parts, each with objects of its own, as processes would have them.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed record InterruptedTraining<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes the network, with the parameters of a seed.</summary>
    public required Func<ulong, INetwork<T>> Network { get; init; }

    public required Dataset Train { get; init; }

    public Dataset? Validation { get; init; }

    public Func<Optimizer> Optimizer { get; init; } = () => new Adam { LearningRate = 0.05 };

    public Func<Callback[]> Callbacks { get; init; } = () => [];

    public IReadOnlyDictionary<int, double>? ClassWeights { get; init; }

    public int Epochs { get; init; } = 3;

    public int BatchSize { get; init; } = 5;

    public int Threads { get; init; } = 1;

    /// <summary>What training in one go reaches, without checkpoints.</summary>
    public TrainingOutcome InOneGo() => this.Fit(seed: 1, this.Threads, backup: null, batches: null, this.Callbacks());

    /// <summary>What training in parts reaches that are cancelled after so many batches each, and one to the end.</summary>
    public TrainingOutcome InParts(string path, params ReadOnlySpan<int> batches)
    {
        ulong seed = 1;
        foreach (int part in batches)
        {
            // Only the first part may begin with the right parameters.
            BackupAndRestore backup = new(path);
            this.Fit(seed, threads: 1, backup, part, this.Callbacks());
            Assert.Equal(seed > 1, backup.WasRestored);
            seed++;
        }

        BackupAndRestore last = new(path);
        TrainingOutcome outcome = this.Fit(seed, this.Threads, last, batches: null, this.Callbacks());
        Assert.True(last.WasRestored);
        return outcome;
    }

    /// <summary>Trains once, until it is cancelled behind a batch.</summary>
    public TrainingOutcome Fit(ulong seed, int threads, BackupAndRestore? backup, int? batches, params Callback[] callbacks)
    {
        using CancellationTokenSource cancellation = new();
        int done = 0;
        LambdaCallback cancel = new()
        {
            TrainBegin = _ => CancelAt(0),
            BatchEnd = (_, _) => CancelAt(++done),
        };
        INetwork<T> network = this.Network(seed);
        Trainer<T> trainer = new(network, this.Optimizer()) { Seed = 7, Threads = threads, ClassWeights = this.ClassWeights };

        // In the middle: what comes behind it must be saved as well.
        Callback[] all = backup is null ? [cancel, .. callbacks] : [cancel, .. callbacks.Take(1), backup, .. callbacks.Skip(1)];
        History history = trainer.Fit(this.Train, this.Validation, this.Epochs, this.BatchSize, all, cancellation.Token);
        return new TrainingOutcome(
            Doubles(network.Parameters.Values),
            trainer.OptimizerState.Slots.ToDictionary(slot => slot.Key, slot => Doubles(slot.Value.Values)),
            (trainer.OptimizerState.Steps, trainer.OptimizerState.LearningRate, trainer.EpochsTrained),
            history);

        void CancelAt(int count)
        {
            if (count == batches)
            {
                cancellation.Cancel();
            }
        }
    }

    private static double[] Doubles(ReadOnlySpan<T> values) => Array.ConvertAll(values.ToArray(), double.CreateTruncating);
}
