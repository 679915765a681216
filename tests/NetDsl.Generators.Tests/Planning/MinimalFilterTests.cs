using NetDsl.Generators.Planning;

namespace NetDsl.Generators.Tests.Planning;

public sealed class MinimalFilterTests
{
    private const double Tolerance = 1e-12;

    /// <summary>Every filter that there are matrices for: (outputs, taps).</summary>
    public static TheoryData<int, int> Filters
    {
        get
        {
            TheoryData<int, int> all = [];
            foreach (int products in MinimalFilter.ProductCounts)
            {
                for (int taps = 1; taps <= products; taps++)
                {
                    all.Add(products - taps + 1, taps);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void The_matrices_have_the_sizes_of_a_piece(int outputs, int taps)
    {
        MinimalFilter filter = new(outputs, taps);
        int products = outputs + taps - 1;

        Assert.Equal(products, filter.Products);
        Assert.Equal((products, products), Size(filter.Input));
        Assert.Equal((products, taps), Size(filter.Filter));
        Assert.Equal((outputs, products), Size(filter.Output));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_piece_is_the_direct_sum_over_the_taps(int outputs, int taps)
    {
        MinimalFilter filter = new(outputs, taps);
        Random random = new(outputs + (10 * taps));
        for (int trial = 0; trial < 20; trial++)
        {
            double[] inputs = Draw(random, filter.Products);
            double[] weights = Draw(random, taps);
            double[] expected = [.. Enumerable.Range(0, outputs).Select(i => Enumerable.Range(0, taps).Sum(tap => weights[tap] * inputs[i + tap]))];

            AssertClose(expected, Times(filter.Output, Product(Times(filter.Filter, weights), Times(filter.Input, inputs))));
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void The_transposed_matrices_give_the_gradients_of_inputs_and_taps(int outputs, int taps)
    {
        MinimalFilter filter = new(outputs, taps);
        Random random = new(outputs + (10 * taps));
        for (int trial = 0; trial < 20; trial++)
        {
            double[] inputs = Draw(random, filter.Products);
            double[] weights = Draw(random, taps);
            double[] delta = Draw(random, outputs);
            double[] points = Times(filter.Output.Transposed, delta);

            double[] ofInputs = new double[inputs.Length];
            double[] ofWeights = new double[taps];
            for (int i = 0; i < outputs; i++)
            {
                for (int tap = 0; tap < taps; tap++)
                {
                    ofInputs[i + tap] += weights[tap] * delta[i];
                    ofWeights[tap] += inputs[i + tap] * delta[i];
                }
            }

            AssertClose(ofInputs, Times(filter.Input.Transposed, Product(Times(filter.Filter, weights), points)));
            AssertClose(ofWeights, Times(filter.Filter.Transposed, Product(Times(filter.Input, inputs), points)));
        }
    }

    [Fact]
    public void What_is_multiplied_into_inputs_and_products_is_exact_in_single_precision()
    {
        // Only the weights' matrix has fractions; it is applied once for a batch.
        foreach (MinimalFilter filter in MinimalFilter.ProductCounts.SelectMany(p => Enumerable.Range(2, p - 2).Select(taps => new MinimalFilter(p - taps + 1, taps))))
        {
            Assert.All(filter.Input.Rows.Concat(filter.Output.Rows).SelectMany(row => row), value => Assert.Equal((double)(float)value, value));
        }
    }

    private static (int Rows, int Columns) Size(Matrix matrix)
    {
        Assert.All(matrix.Rows, row => Assert.Equal(matrix.Columns, row.Count));
        return (matrix.Rows.Count, matrix.Columns);
    }

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];

    private static double[] Times(Matrix matrix, double[] values) => [.. matrix.Rows.Select(row => row.Zip(values, (m, v) => m * v).Sum())];

    private static double[] Product(double[] left, double[] right) => [.. left.Zip(right, (l, r) => l * r)];

    private static void AssertClose(double[] expected, double[] actual)
    {
        double largest = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - (Tolerance * largest), pair.First + (Tolerance * largest)));
    }
}
