using NetDsl.Data;
using NetDsl.Data.Simulators;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data.Simulators;

public class ShowerTrackTests
{
    private static readonly Dataset Raw = Simulate(600, raw: true);
    private static readonly Dataset Normalized = Simulate(600, raw: false);

    [Fact]
    public void Half_of_the_images_are_showers_and_half_tracks()
    {
        Assert.Equal(["shower", "track"], Raw.Classes);
        Assert.Equal([32, 32, 1], Raw.FeatureShape);
        Assert.Equal([2], Raw.TargetShape);
        Assert.Equal(300, Rows(Raw, 0).Count());
        Assert.Equal(300, Rows(Raw, 1).Count());
    }

    [Fact]
    public void Raw_pixels_lie_between_the_background_and_a_full_pixel()
    {
        foreach (float pixel in Raw.AllFeatures)
        {
            Assert.InRange(pixel, 6, 255);
        }
    }

    [Fact]
    public void Normalized_images_are_the_raw_ones_divided_by_their_own_maximum()
    {
        for (int row = 0; row < 20; row++)
        {
            float brightest = Brightest(Raw, row);
            Assert.Equal(1, Brightest(Normalized, row));
            for (int i = 0; i < Raw.FeatureSize; i++)
            {
                Assert.Equal(Raw.Features(row)[i] / brightest, Normalized.Features(row)[i]);
            }
        }
    }

    [Fact]
    public void A_longer_series_begins_with_the_shorter_one()
    {
        Assert.Equal(Raw.AllFeatures[..(50 * 1024)], Simulate(50, raw: true).AllFeatures);
    }

    [Fact]
    public void Another_seed_gives_other_images()
    {
        Dataset other = ShowerTrack.Simulate(1, seed: 2, raw: true, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(other.Features(0).SequenceEqual(Raw.Features(0)));
    }

    [Fact]
    public void One_thread_draws_the_same_bits_as_many_in_whatever_order()
    {
        ShowerTrackParameters parameters = new();
        ShowerTrackImage painter = new(parameters);
        float[] image = new float[1024];
        for (int row = 99; row >= 0; row--)
        {
            RandomStream random = new(1, RandomStreams.Simulation + (ulong)row);
            painter.Draw(row % 2 == 0 ? parameters.Shower : parameters.Track, ref random, image);
            Assert.True(Raw.Features(row).SequenceEqual(image), $"image {row}");
        }
    }

    /// <summary>A hash (FNV-1a) of the bits, so that a change of the simulation, or a machine that rounds otherwise, is seen.</summary>
    [Fact]
    public void The_images_are_the_same_on_every_machine()
    {
        ulong hash = 14695981039346656037;
        foreach (float pixel in Raw.AllFeatures[..(100 * 1024)])
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(pixel)) * 1099511628211;
        }

        Assert.Equal(2983397214744125875UL, hash);
    }

    [Fact]
    public void One_cut_on_the_brightest_raw_pixel_separates_most_images()
    {
        double best = Enumerable.Range(20, 100).Max(cut => Share(cut));

        Assert.InRange(best, 0.96, 0.995);

        static double Share(float cut) => Enumerable.Range(0, Raw.Count).Average(row => Brightest(Raw, row) > cut == (Raw.ClassOf(row) == 0) ? 1 : 0);
    }

    [Fact]
    public void Showers_end_near_the_entry_and_tracks_reach_far()
    {
        (double near, double far) shower = Excess(0);
        (double near, double far) track = Excess(1);

        Assert.True(shower.near > 2 * track.near, $"{shower} {track}");
        Assert.True(shower.far < 0.5 * track.far, $"{shower} {track}");
        Assert.True(shower.near > 10 * shower.far, $"{shower} {track}");

        // Mean brightness above the mean background of 12, next to the entry and in the outer half of the canvas.
        static (double Near, double Far) Excess(int label)
        {
            double near = 0;
            double far = 0;
            int images = 0;
            foreach (int row in Rows(Raw, label))
            {
                images++;
                for (int y = 0; y < 32; y++)
                {
                    for (int x = 0; x < 32; x++)
                    {
                        double excess = (Raw.Features(row)[(y * 32) + x] - 12) / 1024;
                        near += y < 6 && x is >= 12 and < 20 ? excess : 0;
                        far += y >= 16 ? excess : 0;
                    }
                }
            }

            return (near / images, far / images);
        }
    }

    [Fact]
    public void A_particle_that_neither_branches_nor_scatters_light_leaves_a_straight_line()
    {
        ParticleParameters straight = new(0, 0.5, 0, 0);
        Dataset line = ShowerTrack.Simulate(
            1,
            seed: 3,
            raw: true,
            new ShowerTrackParameters { Shower = straight, MaximumBackground = 0, MinimumEnergy = 50, MaximumEnergy = 50 },
            TestContext.Current.CancellationToken);

        // 100 steps of 255 x (0.5 to 0.6) over the area of 8 x 8 pixels that one pixel of the image stands for.
        float sum = 0;
        foreach (float pixel in line.AllFeatures)
        {
            sum += pixel;
        }

        Assert.InRange(sum, 0.9f * 100 * 255 * 0.5f / 64, 1.1f * 100 * 255 * 0.6f / 64);
    }

    [Fact]
    public void Impossible_constants_are_refused()
    {
        ShowerTrackParameters good = new();
        ShowerTrackParameters[] bad =
        [
            good with { MinimumEnergy = 0 },
            good with { MaximumEnergy = 50 },
            good with { MaximumEnergy = double.PositiveInfinity },
            good with { MaximumBackground = 256 },
            good with { Shower = good.Shower with { Deposit = 0 } },
            good with { Shower = good.Shower with { BranchingProbability = double.NaN } },
            good with { Track = good.Track with { InvisibleProbability = 1.5 } },
            good with { Track = good.Track with { MaximumDaughterEnergy = -1 } },
        ];

        Assert.All(bad, parameters => Assert.Throws<ArgumentException>(
            () => ShowerTrack.Simulate(1, 1, parameters: parameters, cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShowerTrack.Simulate(0, 1, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_simulation_can_be_cancelled()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => ShowerTrack.Simulate(100_000, 1, cancellationToken: new CancellationToken(true)));
    }

    private static Dataset Simulate(int count, bool raw) =>
        ShowerTrack.Simulate(count, seed: 1, raw, cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<int> Rows(Dataset data, int label) => Enumerable.Range(0, data.Count).Where(row => data.ClassOf(row) == label);

    private static float Brightest(Dataset data, int row) => System.Numerics.Tensors.TensorPrimitives.Max(data.Features(row));
}
