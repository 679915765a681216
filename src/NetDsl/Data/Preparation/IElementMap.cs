using System.Numerics;

namespace NetDsl.Data;

/// <summary>What a step makes of a single value with two numbers of its column. A missing value stays one unless the map fills it.</summary>
internal interface IElementMap
{
    /// <summary>Whether there is a form for vectors.</summary>
    static abstract bool IsVectorized { get; }

    /// <summary>What becomes of a value.</summary>
    static abstract double Apply(double value, double first, double second);

    /// <summary>What becomes of several, with the same bits.</summary>
    static abstract Vector<double> Apply(Vector<double> value, Vector<double> first, Vector<double> second);
}
