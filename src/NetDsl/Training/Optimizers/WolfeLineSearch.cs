namespace NetDsl.Training;

/// <summary>
/// Looks along a line for a point of the strong Wolfe conditions (Nocedal and Wright, equations 3.7): it brackets one by longer and longer
/// steps (algorithm 3.5) and then narrows the bracket (algorithm 3.6). New points are the lowest of cubics, kept away from the ends of
/// their interval, as in minFunc (Schmidt 2005) and PyTorch.
/// </summary>
/// <param name="evaluate">Gives the point at a length.</param>
/// <param name="mostEvaluations">How many it may ask for.</param>
internal sealed class WolfeLineSearch(Func<double, LineSearchPoint> evaluate, int mostEvaluations)
{
    /// <summary>The constants c1 and c2 that Nocedal and Wright recommend for quasi-Newton methods.</summary>
    private const double SufficientDecrease = 1e-4;
    private const double Curvature = 0.9;

    /// <summary>How much longer a step of the bracketing becomes: by at least a hundredth of the last interval, at most tenfold.</summary>
    private const double LeastGrowth = 0.01;
    private const double MostGrowth = 10;

    /// <summary>The part of a bracket within which of an end a point makes too little progress.</summary>
    private const double Margin = 0.1;

    /// <summary>A bracket that is this small against its own place, that is rounding alone, is not narrowed.</summary>
    private const double SmallestBracket = 1e-15;

    private LineSearchPoint start;
    private int evaluations;
    private bool noProgress;

    /// <summary>Searches.</summary>
    /// <param name="start">The point at 0, with a negative slope.</param>
    /// <param name="first">The length that is tried first.</param>
    /// <returns>The point found, or the lowest one met that is sufficiently low; the start where there is none.</returns>
    public LineSearchPoint Search(LineSearchPoint start, double first)
    {
        this.start = start;
        this.evaluations = 0;
        this.noProgress = false;
        LineSearchPoint previous = start;
        LineSearchPoint point = this.Evaluate(first);
        while (true)
        {
            if (this.IsTooHigh(point) || (this.evaluations > 1 && point.Loss >= previous.Loss))
            {
                return this.Narrow(previous, point);
            }

            if (this.IsFlat(point))
            {
                return point;
            }

            if (point.Slope >= 0)
            {
                return this.Narrow(point, previous);
            }

            if (this.evaluations >= mostEvaluations)
            {
                return point;
            }

            double least = point.Length + (LeastGrowth * (point.Length - previous.Length));
            double next = LineSearchPoint.LowestOfCubic(previous, point, least, point.Length * MostGrowth);
            previous = point;
            point = this.Evaluate(next);
        }
    }

    // Between the lowest point so far and one on its other side there is a point of the conditions.
    private LineSearchPoint Narrow(LineSearchPoint low, LineSearchPoint high)
    {
        while (this.evaluations < mostEvaluations && Math.Abs(high.Length - low.Length) > SmallestBracket * Math.Max(high.Length, low.Length))
        {
            LineSearchPoint point = this.Evaluate(this.Between(low, high));
            if (this.IsTooHigh(point) || point.Loss >= low.Loss)
            {
                high = point;
                continue;
            }

            if (this.IsFlat(point))
            {
                return point;
            }

            if (point.Slope * (high.Length - low.Length) >= 0)
            {
                high = low;
            }

            low = point;
        }

        return low;
    }

    // A point twice in a row within the margin of an end is moved to the edge of the margin, so that the bracket shrinks.
    private double Between(LineSearchPoint low, LineSearchPoint high)
    {
        double least = Math.Min(low.Length, high.Length);
        double most = Math.Max(low.Length, high.Length);
        double length = high.IsFinite ? LineSearchPoint.LowestOfCubic(low, high, least, most) : (least + most) / 2;
        double margin = Margin * (most - least);
        if (Math.Min(most - length, length - least) >= margin)
        {
            this.noProgress = false;
            return length;
        }

        if (!this.noProgress && length > least && length < most)
        {
            this.noProgress = true;
            return length;
        }

        this.noProgress = false;
        return most - length < length - least ? most - margin : least + margin;
    }

    private bool IsTooHigh(LineSearchPoint point) =>
        !point.IsFinite || point.Loss > this.start.Loss + (SufficientDecrease * point.Length * this.start.Slope);

    private bool IsFlat(LineSearchPoint point) => Math.Abs(point.Slope) <= -Curvature * this.start.Slope;

    private LineSearchPoint Evaluate(double length)
    {
        this.evaluations++;
        return evaluate(length);
    }
}
