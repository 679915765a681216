using System.Numerics;

namespace NetDsl.Kernels;

/// <summary>What noise makes of values, given the random bits drawn for each; for single values and for vectors alike.</summary>
internal interface INoise
{
    /// <summary>The changed value.</summary>
    float Of(float value, uint bits);

    /// <summary>The changed value.</summary>
    double Of(double value, uint bits);

    /// <summary>The changed values.</summary>
    Vector<float> Of(Vector<float> values, Vector<uint> bits);

    /// <summary>The changed values, of which the second vector has those of the upper half of the bits.</summary>
    (Vector<double> Lower, Vector<double> Upper) Of(Vector<double> lower, Vector<double> upper, Vector<uint> bits);
}
