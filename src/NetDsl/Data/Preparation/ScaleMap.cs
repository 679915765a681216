using System.Numerics;

namespace NetDsl.Data;

/// <summary>The product with the first number, and the second added.</summary>
internal readonly struct ScaleMap : IElementMap
{
    public static bool IsVectorized => true;

    public static double Apply(double value, double first, double second) => (value * first) + second;

    public static Vector<double> Apply(Vector<double> value, Vector<double> first, Vector<double> second) => (value * first) + second;
}
