namespace NetDsl.Kernels;

/// <summary>A vector of single precision, with what polynomials for exponentials need besides arithmetic.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
internal interface ISingleLanes<TSelf> : ILaneValue<TSelf, float>
    where TSelf : struct, ISingleLanes<TSelf>
{
    /// <summary>The nearest whole number.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>2^n for whole n from -126 to 127.</summary>
    static abstract TSelf PowerOfTwo(TSelf n);
}
