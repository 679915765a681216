namespace NetDsl;

/// <summary>
/// The mean of the values of each window along the steps, channel by channel; at the edge of padding Same it is the mean of those inside,
/// as in TensorFlow.
/// Input [..., steps, channels], output [..., output steps, channels]; dimensions before the steps are kept.
/// </summary>
/// <param name="poolSize">The steps under the window.</param>
/// <example><code>[AveragePooling1D(4)]</code></example>
public sealed class AveragePooling1DAttribute(int poolSize = 2) : Pooling1DAttribute(poolSize);
