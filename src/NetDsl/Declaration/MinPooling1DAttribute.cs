namespace NetDsl;

/// <summary>
/// The smallest value of each window along the steps, channel by channel; of several that are smallest the first takes the gradient. Keras
/// has no such layer; the arguments are those of its other pooling.
/// Input [..., steps, channels], output [..., output steps, channels]; dimensions before the steps are kept.
/// </summary>
/// <param name="poolSize">The steps under the window.</param>
/// <example><code>[MinPooling1D(4)]</code></example>
public sealed class MinPooling1DAttribute(int poolSize = 2) : Pooling1DAttribute(poolSize);
