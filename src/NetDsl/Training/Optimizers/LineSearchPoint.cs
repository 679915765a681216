namespace NetDsl.Training;

/// <summary>A loss along a line.</summary>
/// <param name="Length">How far along it.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Slope">The derivative of the loss along the line there.</param>
internal readonly record struct LineSearchPoint(double Length, double Loss, double Slope)
{
    public bool IsFinite => double.IsFinite(this.Loss) && double.IsFinite(this.Slope);

    /// <summary>
    /// The lowest point between two bounds of the cubic through two points and their slopes (Nocedal and Wright, equation 3.59); their
    /// middle where the cubic has none.
    /// </summary>
    public static double LowestOfCubic(LineSearchPoint a, LineSearchPoint b, double least, double most)
    {
        double d1 = a.Slope + b.Slope - (3 * (a.Loss - b.Loss) / (a.Length - b.Length));
        double square = (d1 * d1) - (a.Slope * b.Slope);
        if (!(square >= 0))
        {
            return (least + most) / 2;
        }

        double d2 = Math.CopySign(Math.Sqrt(square), b.Length - a.Length);
        double lowest = b.Length - ((b.Length - a.Length) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2))));
        return double.IsFinite(lowest) ? Math.Clamp(lowest, least, most) : (least + most) / 2;
    }
}
