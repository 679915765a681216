using System.Numerics;

namespace NetDsl.Data;

/// <summary>The natural logarithm of one and the magnitude, with the sign of the value.</summary>
internal readonly struct SignedLogMap : IElementMap
{
    public static bool IsVectorized => false;

    public static double Apply(double value, double first, double second) => Math.CopySign(LogMap.Log1P(Math.Abs(value)), value);

    public static Vector<double> Apply(Vector<double> value, Vector<double> first, Vector<double> second) => throw new NotSupportedException();
}
