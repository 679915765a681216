using System.Numerics;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>
/// Compares the gradients that a network computes with central differences of its loss, (L(x + h) - L(x - h)) / 2h: the test of a layer of your own,
/// or of a network on your data. Each parameter is moved in random directions, in which every value takes part, so that none can be wrong unseen;
/// then some values by themselves, so that a disagreement says where. In double precision they agree within 1e-6 of the gradient's length; in
/// single precision rounding hides all that is smaller than about 1 percent, so declare the network with Precision.Double to be sure.
/// </summary>
public static class GradientCheck
{
    /// <summary>The samples of a check unless told: more make it slower and no sharper.</summary>
    private const int DefaultSamples = 16;

    /// <summary>Checks a network on the first rows of some data, with its parameters as they are, which it leaves so.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Rows with targets.</param>
    /// <param name="samples">How many of them, at least 1; 16, or all, unless told.</param>
    /// <param name="noiseSeed">What dropout and noise draw from; null switches them off.</param>
    /// <param name="cancellationToken">Looked at each time the loss is computed.</param>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="DataFormatException">A target has a value that the loss cannot use; the message names the row.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GradientReport Run<T>(
        INetwork<T> network, Dataset data, int? samples = null, ulong? noiseSeed = null, CancellationToken cancellationToken = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        TrainingChecks.Features(network.Summary, data, nameof(data));
        TrainingChecks.Targets(network.Summary, data, nameof(data));
        int rows = samples ?? Math.Min(DefaultSamples, data.Count);
        if (rows < 1 || rows > data.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(samples), rows, $"The data have {data.Count} rows to check with.");
        }

        int threads = network.Summary.UsefulThreads(rows, Environment.ProcessorCount, training: true);
        NetworkPass<T> pass = network.CreatePass(rows, threads);
        new MemoryBatches<T>(data, pass, rows, weights: RowWeights.Of(network.Summary, data, classWeights: null)).Load(0);
        return Run(pass, rows, noiseSeed, cancellationToken);
    }

    /// <summary>Checks a pass whose samples and targets are written.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="pass">The pass, made for training.</param>
    /// <param name="samples">The samples of the batch.</param>
    /// <param name="noiseSeed">What dropout and noise draw from; null switches them off.</param>
    /// <param name="cancellationToken">Looked at each time the loss is computed.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GradientReport Run<T>(
        NetworkPass<T> pass, int samples, ulong? noiseSeed = null, CancellationToken cancellationToken = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(pass);
        ParameterSet<T> parameters = pass.Network.Parameters;
        T[] before = parameters.Values.ToArray();
        try
        {
            return new GradientComparer<T>(pass, samples, noiseSeed, cancellationToken).Run();
        }
        finally
        {
            // Those that were moved when it ended early, and what normalisations learn from a batch, which no comparison moves.
            before.CopyTo(parameters.Values);
        }
    }
}
