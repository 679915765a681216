using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>A function of each lane of a vector, for vectors of every length.</summary>
internal interface ILaneFunction
{
    /// <summary>Its values.</summary>
    /// <param name="x">The arguments.</param>
    static abstract Vector512<float> Of(Vector512<float> x);

    /// <summary>Its values.</summary>
    /// <param name="x">The arguments.</param>
    static abstract Vector256<float> Of(Vector256<float> x);

    /// <summary>Its values.</summary>
    /// <param name="x">The arguments.</param>
    static abstract Vector128<float> Of(Vector128<float> x);
}
