namespace NetDsl.Kernels;

/// <summary>
/// Numbers that formulas compute with together: the lanes of a vector of single precision, or one number of double precision. A formula
/// written in terms of it is there once for every length and both precisions; the run-time compiler makes of it what it would of the
/// vector's own operations.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TElement"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface ILaneValue<TSelf, TElement>
    where TSelf : struct, ILaneValue<TSelf, TElement>
    where TElement : unmanaged
{
    /// <summary>The numbers it holds.</summary>
    static abstract int Count { get; }

    /// <summary>Reads <see cref="Count"/> numbers.</summary>
    static abstract TSelf Load(ref TElement source);

    /// <summary>One number in all lanes.</summary>
    static abstract TSelf Of(double value);

    static abstract TSelf operator +(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x, TSelf y);

    static abstract TSelf operator *(TSelf x, TSelf y);

    static abstract TSelf operator /(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x);

    /// <summary>x y + sum, in one rounding where the processor has it.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf sum);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>The smaller one; x where it is NaN.</summary>
    static abstract TSelf Min(TSelf bound, TSelf x);

    /// <summary>The larger one; x where it is NaN.</summary>
    static abstract TSelf Max(TSelf bound, TSelf x);

    /// <summary>One number where a > b, the other elsewhere: also where a or b is NaN.</summary>
    static abstract TSelf WhereGreater(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>exp x.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>exp x - 1 for x of at most 0, with small relative error near 0 as well.</summary>
    static abstract TSelf ExpM1OfNegative(TSelf x);

    /// <summary>log(1 + x) for x from 0 to 1, with small relative error near 0 as well.</summary>
    static abstract TSelf Log1POfUnit(TSelf x);

    /// <summary>1 / (1 + exp(-x)).</summary>
    static abstract TSelf Sigmoid(TSelf x);

    /// <summary>tanh x.</summary>
    static abstract TSelf Tanh(TSelf x);

    /// <summary>
    /// exp(x^2 / 2) times the probability that a standard normal variable exceeds x, for x of at least 0: what is left of the tail when its
    /// exponential is taken out, so that it can be a polynomial, and so that whoever needs the density too computes one exponential.
    /// </summary>
    static abstract TSelf ScaledNormalTail(TSelf x);

    /// <summary>Writes <see cref="Count"/> numbers.</summary>
    void Store(ref TElement destination);
}
