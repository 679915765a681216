using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>What the commands do with a network, whatever its precision.</summary>
internal abstract class ModelEngine
{
    /// <summary>The engine of a network.</summary>
    public static ModelEngine For(INetwork network) => network switch
    {
        INetwork<float> single => new ModelEngine<float>(single),
        INetwork<double> exact => new ModelEngine<double>(exact),
        _ => throw new ArgumentException($"{network.Summary.Name} is a network of neither single nor double precision.", nameof(network)),
    };

    /// <summary>Trains the network.</summary>
    public abstract History Fit(TrainingOptions options, DataSplit data, IReadOnlyList<Callback> callbacks, CancellationToken cancellation);

    /// <summary>Takes loss and accuracy.</summary>
    public abstract EvaluationResult Evaluate(Dataset data, CancellationToken cancellation);

    /// <summary>Answers all rows: [rows, output shape].</summary>
    public abstract double[] Predict(Dataset data, CancellationToken cancellation);

    /// <summary>Saves the network whole.</summary>
    public abstract void Save(string file, ModelDescription description);

    /// <summary>Loads parameters, and lets the network answer what the saved one did.</summary>
    /// <returns>What the file says of the network, or null.</returns>
    public abstract ModelDescription? Load(string file);

    /// <summary>Loads parameters alone.</summary>
    public abstract void LoadParameters(string file);
}
