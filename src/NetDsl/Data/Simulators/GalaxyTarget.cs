namespace NetDsl.Data.Simulators;

/// <summary>What is to be learnt of the image of a galaxy.</summary>
public enum GalaxyTarget
{
    /// <summary>Its class: one-hot for "elliptical" and "spiral".</summary>
    Class,

    /// <summary>
    /// Its shape, five targets: half_light_radius in pixels along the major axis, axis_ratio (minor over major), cos_2pa and sin_2pa of twice the position
    /// angle, which is the same after half a turn, and pitch_angle in degrees, 0 for ellipticals.
    /// </summary>
    Shape,
}
