using NetDsl.Data.Simulators;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data.Simulators;

public class BilinearReductionTests
{
    [Fact]
    public void A_uniform_image_stays_as_it_is_up_to_the_border()
    {
        byte[] image = new byte[64 * 64];
        Array.Fill(image, (byte)200);

        Assert.All(Reduce(image, 64, 8), value => Assert.Equal(200, value, 1e-4f));
    }

    /// <summary>Edge 8 to 2: the weights of the inner taps are 1/8, 3/8, 5/8, 7/8 and back, those beyond the border are left out.</summary>
    [Fact]
    public void A_single_pixel_spreads_as_a_triangle()
    {
        byte[] image = new byte[8 * 8];
        image[(2 * 8) + 3] = 240;

        float[] reduced = Reduce(image, 8, 2);

        // Taps of new pixel 0 are the old pixels 0 to 5, those of new pixel 1 are 2 to 7, mirrored.
        float[] near = [5f / 8, 7f / 8, 7f / 8, 5f / 8, 3f / 8, 1f / 8];
        float sum = near.Sum();
        float[] expected =
        [
            240 * near[2] * near[3] / (sum * sum), 240 * near[2] * near[4] / (sum * sum),
            240 * near[5] * near[3] / (sum * sum), 240 * near[5] * near[4] / (sum * sum),
        ];
        Assert.All(expected.Zip(reduced), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Rows_and_columns_are_treated_alike()
    {
        RandomStream random = new(1, 0);
        byte[] image = [.. Enumerable.Range(0, 32 * 32).Select(_ => (byte)random.NextInt(256))];
        byte[] transposed = [.. Enumerable.Range(0, 32 * 32).Select(i => image[(i % 32 * 32) + (i / 32)])];

        float[] reduced = Reduce(image, 32, 8);
        float[] other = Reduce(transposed, 32, 8);

        for (int i = 0; i < reduced.Length; i++)
        {
            Assert.Equal(reduced[i], other[(i % 8 * 8) + (i / 8)], 1e-4f);
        }
    }

    private static float[] Reduce(byte[] image, int size, int reduced)
    {
        float[] result = new float[reduced * reduced];
        new BilinearReduction(size, reduced).Apply(image, result);
        return result;
    }
}
