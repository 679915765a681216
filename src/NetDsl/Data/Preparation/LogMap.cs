using System.Numerics;

namespace NetDsl.Data;

/// <summary>The natural logarithm of the value and the first number together.</summary>
internal readonly struct LogMap : IElementMap
{
    public static bool IsVectorized => false;

    public static double Apply(double value, double first, double second) => first == 1 ? Log1P(value) : Math.Log(first + value);

    public static Vector<double> Apply(Vector<double> value, Vector<double> first, Vector<double> second) => throw new NotSupportedException();

    /// <summary>
    /// log(1 + x), also where 1 + x has lost digits of x (W. Kahan's form; D. Goldberg, "What every computer scientist should know about
    /// floating-point arithmetic", ACM Computing Surveys 23, 1991, theorem 4).
    /// </summary>
    internal static double Log1P(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
