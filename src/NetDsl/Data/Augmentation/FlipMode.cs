namespace NetDsl.Data;

/// <summary>Along which axes samples are mirrored.</summary>
public enum FlipMode
{
    /// <summary>Left and right, up and down, each in half of the cases.</summary>
    HorizontalAndVertical,

    /// <summary>Left and right, in half of the cases.</summary>
    Horizontal,

    /// <summary>Up and down, the first axis, in half of the cases; of a waveform its beginning and its end.</summary>
    Vertical,
}
