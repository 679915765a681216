namespace NetDsl;

/// <summary>Layers one after the other along an axis; in the others their shapes are the same.</summary>
/// <param name="layers">The names of layers or inputs above; where it is one, it is joined with the layer written above.</param>
/// <example><code>[Concatenate("1x1", "3x3", "5x5")]</code></example>
public sealed class ConcatenateAttribute(params string[] layers) : JoinAttribute(layers)
{
    /// <summary>The axis: below 0 counted from the last, -1 being the channels; from 1 counted from the first after the batch, as in Keras.</summary>
    public int Axis { get; set; } = -1;
}
