namespace NetDsl.Training;

/// <summary>
/// Passes for prediction, handed out so that several threads can predict with one network at once: <c>Predict</c> of generated code.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="network">The network that predicts.</param>
public sealed class PredictionPool<T>(INetwork<T> network)
    where T : unmanaged
{
    /// <summary>
    /// Samples a pass computes at once: enough to use each weight often, few enough that the activations stay in the cache.
    /// </summary>
    private const int BatchSize = 64;

    private readonly Stack<NetworkPass<T>> spare = new();
    private NetworkPass<T>? latest;

    /// <summary>Answers one sample or many.</summary>
    /// <param name="inputs">The samples one after the other.</param>
    /// <param name="outputs">Room for as many answers.</param>
    /// <exception cref="ArgumentException">A length is not a whole number of samples, or the two do not fit each other.</exception>
    public void Predict(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        NetworkPass<T> pass = Interlocked.Exchange(ref this.latest, null) ?? this.Take();
        try
        {
            int samples = CheckLengths(pass, inputs.Length, outputs.Length);
            for (int first = 0; first < samples; first += BatchSize)
            {
                int count = Math.Min(BatchSize, samples - first);
                pass.Predict(inputs[(first * pass.InputSize)..], outputs[(first * pass.OutputSize)..], count);
            }
        }
        finally
        {
            NetworkPass<T>? other = Interlocked.Exchange(ref this.latest, pass);
            if (other is not null)
            {
                this.Keep(other);
            }
        }
    }

    private static int CheckLengths(NetworkPass<T> pass, int inputs, int outputs)
    {
        int samples = inputs / pass.InputSize;
        if (samples * pass.InputSize != inputs)
        {
            throw new ArgumentException(
                $"{pass.Network.Summary.Name} takes {pass.InputSize} values a sample; {inputs} values are no whole number of samples.", nameof(inputs));
        }

        if (outputs != samples * pass.OutputSize)
        {
            throw new ArgumentException(
                $"{samples} samples of {pass.Network.Summary.Name} have {samples * pass.OutputSize} outputs; there is room for {outputs}.", nameof(outputs));
        }

        return samples;
    }

    private NetworkPass<T> Take()
    {
        lock (this.spare)
        {
            if (this.spare.TryPop(out NetworkPass<T>? pass))
            {
                return pass;
            }
        }

        return network.CreatePass(BatchSize, threads: 1, training: false);
    }

    private void Keep(NetworkPass<T> pass)
    {
        lock (this.spare)
        {
            this.spare.Push(pass);
        }
    }
}
