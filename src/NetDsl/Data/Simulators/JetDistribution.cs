using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>The joint distribution of the features of one kind of jet: a normal one, of features that were brought to the whole line.</summary>
internal sealed class JetDistribution
{
    private const int Size = 4;

    // ptD, which lies between 0 and 1; the others are positive.
    private const int Share = 2;

    private readonly JetKindParameters kind;
    private readonly double[] factor;
    private readonly double logDeterminant;

    /// <param name="kind">The constants, which were checked.</param>
    public JetDistribution(JetKindParameters kind)
    {
        this.kind = kind;
        this.factor = Factorize(kind);
        for (int i = 0; i < Size; i++)
        {
            this.logDeterminant += PortableMath.Log(this.factor[(i * Size) + i]);
        }
    }

    /// <summary>Whether the covariance is positive definite.</summary>
    public static bool IsPossible(JetKindParameters kind)
    {
        double[] factor = Factorize(kind);
        return Enumerable.Range(0, Size).All(i => factor[(i * Size) + i] > 1e-6 * kind.Deviations[i]);
    }

    /// <summary>Draws a jet.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="features">Its four features.</param>
    public void Draw(ref RandomStream random, Span<float> features)
    {
        Span<double> normal = stackalloc double[Size];
        for (int i = 0; i < Size; i++)
        {
            normal[i] = random.NextNormal();
            double value = this.kind.Means[i];
            for (int j = 0; j <= i; j++)
            {
                value += this.factor[(i * Size) + j] * normal[j];
            }

            features[i] = (float)(i == Share ? 1 / (1 + PortableMath.Exp(-value)) : PortableMath.Exp(value));
        }
    }

    /// <summary>
    /// The logarithm of the density, without what is the same for all kinds: powers of 2 pi, and the derivatives of what brings the features to
    /// the whole line.
    /// </summary>
    /// <param name="features">The four features.</param>
    public double LogDensity(ReadOnlySpan<float> features)
    {
        Span<double> solved = stackalloc double[Size];
        double squares = 0;
        for (int i = 0; i < Size; i++)
        {
            double value = OnWholeLine(features, i) - this.kind.Means[i];
            for (int j = 0; j < i; j++)
            {
                value -= this.factor[(i * Size) + j] * solved[j];
            }

            solved[i] = value / this.factor[(i * Size) + i];
            squares += solved[i] * solved[i];
        }

        return (-0.5 * squares) - this.logDeterminant;
    }

    /// <summary>A feature brought to the whole line.</summary>
    private static double OnWholeLine(ReadOnlySpan<float> features, int place)
    {
        double value = features[place];
        if (!(value > 0 && double.IsFinite(value) && (place != Share || value < 1)))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A jet's {Jets.FeatureNames[place]} is {value}; it must be above 0{(place == Share ? " and below 1" : " and finite")}."));
        }

        return place == Share ? PortableMath.Log(value / (1 - value)) : PortableMath.Log(value);
    }

    /// <summary>The lower triangular factor of the covariance (Cholesky), with a 0 or NaN on the diagonal where there is none.</summary>
    private static double[] Factorize(JetKindParameters kind)
    {
        double[] factor = new double[Size * Size];
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = kind.Covariance(i, j);
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[(i * Size) + k] * factor[(j * Size) + k];
                }

                factor[(i * Size) + j] = i == j ? Math.Sqrt(sum) : sum / factor[(j * Size) + j];
            }
        }

        return factor;
    }
}
