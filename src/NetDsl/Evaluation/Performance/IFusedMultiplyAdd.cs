namespace NetDsl.Evaluation;

/// <summary>The operations of <see cref="PeakThroughput"/> on a vector of some width.</summary>
/// <typeparam name="TVector">The vector, or a single value.</typeparam>
internal interface IFusedMultiplyAdd<TVector>
    where TVector : struct
{
    /// <summary>A vector of one value.</summary>
    static abstract TVector Create(float value);

    /// <summary>x y + z, as generated code asks for it: in one operation where the processor has it.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

    /// <summary>The sum of all values.</summary>
    static abstract float Sum(TVector x);
}
