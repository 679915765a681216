namespace NetDsl;

/// <summary>
/// The largest value of each window along the steps, channel by channel; of several that are largest the first takes the gradient.
/// Input [..., steps, channels], output [..., output steps, channels]; dimensions before the steps are kept.
/// </summary>
/// <param name="poolSize">The steps under the window.</param>
/// <example><code>[MaxPooling1D(4)]</code></example>
public sealed class MaxPooling1DAttribute(int poolSize = 2) : Pooling1DAttribute(poolSize);
