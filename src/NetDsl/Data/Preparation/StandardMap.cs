using System.Numerics;

namespace NetDsl.Data;

/// <summary>The distance from the first number in units of the second.</summary>
internal readonly struct StandardMap : IElementMap
{
    public static bool IsVectorized => true;

    public static double Apply(double value, double first, double second) => (value - first) / second;

    public static Vector<double> Apply(Vector<double> value, Vector<double> first, Vector<double> second) => (value - first) / second;
}
