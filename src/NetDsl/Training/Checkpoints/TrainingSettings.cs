using System.Numerics;

namespace NetDsl.Training;

/// <summary>
/// What decides the bits of a training besides the parameters it begins with, as texts by name: the network, the settings of trainer and
/// optimiser, and the data by their checksums.
/// </summary>
internal sealed class TrainingSettings
{
    /// <summary>As much of a long value as a person reads in a message: enough of a checksum to tell two apart.</summary>
    private const int ShownLength = 200;

    private readonly List<KeyValuePair<string, string>> values = [];

    private TrainingSettings()
    {
    }

    /// <summary>The settings of a call that trains.</summary>
    public static TrainingSettings Of<T>(Trainer<T> trainer, BatchSource<T> train, BatchSource<T>? validation, int batchSize)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TrainingSettings settings = new();
        settings.Add(trainer.Network.Summary);
        settings.Add("Seed", trainer.Seed);
        settings.Add("BatchSize", batchSize);
        settings.Add("Shuffle", trainer.Shuffle);
        if (trainer.Order is { } order)
        {
            settings.Add("Order.BlockRows", order.BlockRows);
            settings.Add("Order.WindowRows", order.WindowRows);
        }

        for (int i = 0; i < trainer.Augmentation.Count; i++)
        {
            string name = FormattableString.Invariant($"Augmentation.{i}");
            settings.Add(name, trainer.Augmentation[i].GetType().Name);
            foreach ((string property, string text) in SettingText.Of(trainer.Augmentation[i]))
            {
                settings.Add($"{name}.{property}", text);
            }
        }

        settings.Add("ClassWeights", trainer.ClassWeights is { Count: > 0 } weights ? weights.ToDictionary() : null);
        settings.Add("Optimizer", trainer.Optimizer.GetType().Name);
        foreach ((string name, string text) in SettingText.Of(trainer.Optimizer))
        {
            settings.Add($"Optimizer.{name}", text);
        }

        settings.Add("TrainingData", train);
        settings.Add("ValidationData", validation);
        return settings;
    }

    /// <summary>Keeps the settings.</summary>
    public void Save(CheckpointState state)
    {
        foreach ((string name, string text) in this.values)
        {
            state.Set(name, text);
        }
    }

    /// <summary>What differs from settings that were kept, each with both values.</summary>
    public IReadOnlyList<string> DifferencesFrom(CheckpointState state)
    {
        Dictionary<string, string> here = new(this.values, StringComparer.Ordinal);
        Dictionary<string, string> kept = new(state.Texts, StringComparer.Ordinal);
        return
        [
            .. here.Keys.Union(kept.Keys)
                .Where(name => here.GetValueOrDefault(name) != kept.GetValueOrDefault(name))
                .Select(name => $"{name} is {Shown(here, name)} here and {Shown(kept, name)} in the checkpoint"),
        ];
    }

    private static string Shown(Dictionary<string, string> values, string name)
    {
        string text = values.GetValueOrDefault(name, SettingText.None);
        return text.Length <= ShownLength ? text : text[..ShownLength] + "...";
    }

    private void Add(string name, object? value) => this.values.Add(KeyValuePair.Create(name, SettingText.Of(value)));

    private void Add(NetworkSummary summary)
    {
        this.Add("Network", summary.Name);
        string[] declared = [.. summary.Declaration.Split('\n').Where(line => line.StartsWith('['))];
        for (int i = 0; i < declared.Length; i++)
        {
            this.Add(FormattableString.Invariant($"Network.Declaration.{i}"), declared[i]);
        }

        // A network that nobody declared says no more than this of itself.
        foreach (LayerSummary layer in summary.Layers)
        {
            this.Add($"Network.{layer.Name}", $"{layer.Kind} {SettingText.Of(layer.OutputShape)}");
        }

        foreach (OutputSummary output in summary.Outputs)
        {
            this.Add(
                $"Network.{output.Name}.Loss",
                FormattableString.Invariant($"{output.LossWeight:R} {output.Loss} of {output.Activation}"));
        }
    }

    private void Add<T>(string name, BatchSource<T>? data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (data is null)
        {
            this.Add($"{name}.Rows", null);
            return;
        }

        foreach ((string property, object? value) in data.Describe())
        {
            this.Add($"{name}.{property}", value);
        }
    }
}
