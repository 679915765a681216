namespace NetDsl.Generators.Planning;

/// <summary>
/// A convolution along one axis with fewer products than outputs x taps: F(m, r) of Winograd (Arithmetic Complexity of Computations, 1980,
/// chapter V), which takes m outputs of r taps from m + r - 1 products,
/// outputs = <see cref="Output"/> ((<see cref="Filter"/> taps) x (<see cref="Input"/> inputs)), product by product.
/// An input that is infinite or not a number makes NaN of all outputs of its piece.
/// The products are the values of two polynomials at so many points, one of them at infinity. Points in pairs of both signs share their
/// sums; small ones and their inverses keep the rounding errors near those of the direct sum (Barabasz, Anderson, Soodhalter, Gregg:
/// Error Analysis and Improving the Accuracy of Winograd Convolution for Deep Neural Networks, 2020).
/// </summary>
/// <param name="Outputs">The outputs of one piece, m.</param>
/// <param name="Taps">The taps, r.</param>
internal sealed record MinimalFilter(int Outputs, int Taps)
{
    private static readonly double[] AllPoints = [0, 1, -1, 2, -2, 0.5, -0.5];

    /// <summary>The products that there are matrices for. More would need points whose powers lose a float's digits.</summary>
    public static IReadOnlyList<int> ProductCounts { get; } = [4, 6, 8];

    /// <summary>The products of one piece; also the inputs it reads.</summary>
    public int Products => this.Outputs + this.Taps - 1;

    /// <summary>What the inputs are multiplied by: row j holds the coefficients of the product of all (x - point) but the j-th, the last row those of all.</summary>
    public Matrix Input
    {
        get
        {
            int products = this.Products;
            double[][] rows = [.. Enumerable.Range(0, products).Select(row =>
                Polynomial(Enumerable.Range(0, products - 1).Where(i => i != row).Select(i => AllPoints[i])))];
            return new(products, products, (row, column) => column < rows[row].Length ? rows[row][column] : 0);
        }
    }

    /// <summary>What the taps are multiplied by: their polynomial at each point, over what the other matrices have too much.</summary>
    public Matrix Filter => new(this.Products, this.Taps, (row, column) =>
        row == this.Products - 1 ? (column == this.Taps - 1 ? 1 : 0) : Power(AllPoints[row], column) / Scale(row));

    /// <summary>What the products are multiplied by: the powers of the points.</summary>
    public Matrix Output => new(this.Outputs, this.Products, (row, column) =>
        column == this.Products - 1 ? (row == this.Outputs - 1 ? 1 : 0) : Power(AllPoints[column], row));

    private double Scale(int point) => Enumerable.Range(0, this.Products - 1)
        .Where(i => i != point)
        .Aggregate(1.0, (product, i) => product * (AllPoints[point] - AllPoints[i]));

    /// <summary>The coefficients of the polynomial with these zeros, lowest first.</summary>
    private static double[] Polynomial(IEnumerable<double> zeros)
    {
        double[] coefficients = [1];
        foreach (double zero in zeros)
        {
            coefficients = [.. Enumerable.Range(0, coefficients.Length + 1).Select(i =>
                (i > 0 ? coefficients[i - 1] : 0) - (i < coefficients.Length ? zero * coefficients[i] : 0))];
        }

        return coefficients;
    }

    // Not Math.Pow, whose last bit may differ between machines: the generated code must not.
    private static double Power(double value, int exponent) => Enumerable.Range(0, exponent).Aggregate(1.0, (power, _) => power * value);
}
