namespace NetDsl.Training;

/// <summary>What the generator adds to a declared class.</summary>
/// <typeparam name="T"><see cref="float"/>, or <see cref="double"/> for a network of double precision.</typeparam>
public interface INetwork<T> : INetwork
    where T : unmanaged
{
    /// <summary>The trained values, by name and shape.</summary>
    ParameterSet<T> Parameters { get; }

    /// <summary>Fills the parameters anew as the layers' initialisers say.</summary>
    /// <param name="seed">The same seed gives the same bits on every machine.</param>
    void Initialize(ulong seed);

    /// <summary>
    /// Answers one sample or many, without allocating once warm. Safe from several threads at once, as long as none changes the parameters.
    /// </summary>
    /// <param name="inputs">The samples one after the other, each of the input shape, channels last.</param>
    /// <param name="outputs">Room for as many answers.</param>
    /// <exception cref="ArgumentException">A length is not a whole number of samples, or the two do not fit each other.</exception>
    void Predict(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>Makes the buffers in which batches of up to <paramref name="batchSize"/> samples are computed.</summary>
    /// <param name="batchSize">The largest batch, at least 1.</param>
    /// <param name="threads">The threads that share the work, at least 1; they do not change the bits.</param>
    /// <param name="training">Whether gradients will be asked for; without them the buffers are smaller.</param>
    NetworkPass<T> CreatePass(int batchSize, int threads = 1, bool training = true);
}
