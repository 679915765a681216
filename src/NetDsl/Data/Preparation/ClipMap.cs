using System.Numerics;

namespace NetDsl.Data;

/// <summary>The value, or the nearer of the two numbers where it lies outside them.</summary>
internal readonly struct ClipMap : IElementMap
{
    public static bool IsVectorized => true;

    public static double Apply(double value, double first, double second) => value < first ? first : value > second ? second : value;

    public static Vector<double> Apply(Vector<double> value, Vector<double> first, Vector<double> second) => Vector.ConditionalSelect(
        Vector.LessThan(value, first), first, Vector.ConditionalSelect(Vector.GreaterThan(value, second), second, value));
}
