using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public sealed class RandomNoiseTests
{
    private const ulong Seed = 7;
    private const int Stream = 3;
    private const double Rate = 0.3;

    public static TheoryData<NoiseKind> Kinds => [.. Enum.GetValues<NoiseKind>()];

    public static MatrixTheoryData<NoiseKind, bool, int> KindsAndLayouts => new(Enum.GetValues<NoiseKind>(), [false, true], [.. Enumerable.Range(0, Layouts.Length)]);

    // One run; padded rows; rows that several fill a vector, with and without padding; rows apart; and the same for all rows.
    private static NoiseRows[] Layouts =>
    [
        new(1, 157, 157, 0, 0, 0, 5),
        new(6, 19, 32, 32, 32, 19, 11),
        new(23, 3, 4, 4, 4, 3, 2),
        new(23, 2, 2, 2, 2, 2, 2),
        new(5, 7, 8, 8, 8, 7, 0),
        new(4, 9, 9, 13, 16, 9, 1000),
        new(7, 21, 32, 32, 32, 0, 4),
        new(9, 3, 4, 4, 4, 0, 4),
        new(12, 1, 1, 5, 2, 1, 0),
    ];

    [Theory]
    [MemberData(nameof(KindsAndLayouts))]
    public void Vectors_give_the_bits_of_values_drawn_for_one_by_one(NoiseKind kind, bool isGradient, int layout)
    {
        NoiseRows rows = Layouts[layout];
        Compare<float>(rows, kind, isGradient, accumulate: layout % 2 == 0);
        Compare<double>(rows, kind, isGradient, accumulate: layout % 2 == 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Both_precisions_draw_the_same_whatever_their_padding(NoiseKind kind)
    {
        // Rows of 3 are stored as 4 in either precision, rows of 9 as 16 in both; of 5 as 8; the values are those of a run without padding.
        float[] single = Applied<float>(new(10, 9, 16, 16, 16, 9, 0), kind, 160, 1);
        double[] whole = Applied<double>(new(1, 90, 90, 0, 0, 0, 0), kind, 90, 1);
        for (int i = 0; i < whole.Length; i++)
        {
            Assert.Equal(whole[i], single[(i / 9 * 16) + (i % 9)], 1e-6);
        }
    }

    [Fact]
    public void Rows_that_share_what_is_drawn_lose_whole_channels()
    {
        float[] values = Applied<float>(new(50, 40, 40, 40, 40, 0, 0), NoiseKind.Dropout, 2000, 1);
        Assert.All(Enumerable.Range(0, 2000), i => Assert.Equal(values[i % 40], values[i]));
        Assert.InRange(values.Take(40).Count(value => value == 0), 4, 20);
    }

    [Theory]
    [InlineData(NoiseKind.Dropout, 1, Rate / (1 - Rate))]
    [InlineData(NoiseKind.GaussianDropout, 1, Rate / (1 - Rate))]
    [InlineData(NoiseKind.GaussianNoise, 1, Rate * Rate)]
    public void Mean_and_variance_are_those_promised(NoiseKind kind, double mean, double variance)
    {
        const int Count = 1 << 18;
        double[] values = Applied<double>(new(1, Count, Count, 0, 0, 0, 0), kind, Count, 1);
        double average = values.Average();
        Assert.Equal(mean, average, 5 * Math.Sqrt(variance / Count));
        Assert.Equal(variance, values.Average(v => (v - average) * (v - average)), 0.02 * variance);
    }

    [Fact]
    public void Alpha_dropout_keeps_a_mean_of_0_and_a_variance_of_1()
    {
        const int Count = 1 << 18;
        RandomStream stream = new(1, 2);
        double[] normal = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            normal[i] = stream.NextNormal();
        }

        double[] values = new double[Count];
        RandomNoise.Apply(
            ref normal[0], ref values[0], new(1, Count, Count, 0, 0, 0, 0), NoiseKind.AlphaDropout, Rate, true, Seed, Stream, isGradient: false, accumulate: false);
        Assert.Equal(0, values.Average(), 0.01);
        Assert.Equal(1, values.Average(v => v * v), 0.01);
        Assert.Equal(Rate, values.GroupBy(v => v).Max(g => g.Count()) / (double)Count, 0.01);
    }

    [Fact]
    public void Without_noise_values_stay_what_they_are()
    {
        double[] source = [1, -2, 3.5, double.Epsilon, 1e300];
        foreach (NoiseKind kind in Enum.GetValues<NoiseKind>())
        {
            double[] target = new double[5];
            RandomNoise.Apply(ref source[0], ref target[0], new(1, 5, 5, 0, 0, 0, 0), kind, Rate, false, Seed, Stream, isGradient: false, accumulate: false);
            Assert.Equal(source, target);
        }
    }

    [Fact]
    public void A_lost_value_may_be_infinite() =>
        Assert.All(Applied<float>(new(1, 100, 100, 0, 0, 0, 0), NoiseKind.Dropout, 100, float.PositiveInfinity), value => Assert.False(float.IsNaN(value)));

    private static void Compare<T>(NoiseRows rows, NoiseKind kind, bool isGradient, bool accumulate)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Random random = new(1);
        int length = 64 + ((rows.Rows - 1) * Math.Max(rows.SourceStride, rows.DestinationStride)) + rows.Stored;
        T[] source = [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(random.NextDouble() - 0.5))];
        T[] before = [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(random.NextDouble()))];
        T[] actual = [.. before];
        RandomNoise.Apply(ref source[0], ref actual[0], rows, kind, Rate, true, Seed, Stream, isGradient, accumulate);
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                int place = (row * rows.DestinationStride) + i;
                T expected = before[place];
                NoiseRows one = new(1, 1, 1, 0, 0, 0, rows.First + (row * rows.PlaceStride) + i);
                RandomNoise.Apply(ref source[(row * rows.SourceStride) + i], ref expected, one, kind, Rate, true, Seed, Stream, isGradient, accumulate);
                Assert.Equal(expected, actual[place]);
            }
        }

        // Nothing beyond the rows is written.
        int end = ((rows.Rows - 1) * rows.DestinationStride) + rows.Stored;
        Assert.Equal(before[end..], actual[end..]);
    }

    private static T[] Applied<T>(NoiseRows rows, NoiseKind kind, int length, T value)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] source = new T[length];
        Array.Fill(source, value);
        T[] target = new T[length];
        RandomNoise.Apply(ref source[0], ref target[0], rows, kind, Rate, true, Seed, Stream, isGradient: false, accumulate: false);
        return target;
    }
}
