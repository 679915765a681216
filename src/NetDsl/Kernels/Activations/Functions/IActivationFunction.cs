namespace NetDsl.Kernels;

/// <summary>
/// An activation of each value by itself. Its formulas are written once, in terms of <see cref="ILaneValue{TSelf, TElement}"/>; the activation of
/// a NaN is one.
/// </summary>
internal interface IActivationFunction
{
    /// <summary>f(x).</summary>
    TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged;

    /// <summary>
    /// The derivative: of y = f(x) where that is all it takes, which saves the memory of x (<see cref="ActivationGradients.TakesSums"/> says which).
    /// </summary>
    TLanes Derivative<TLanes, T>(TLanes v)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged;
}
