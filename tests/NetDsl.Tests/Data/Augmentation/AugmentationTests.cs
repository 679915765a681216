using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data.Augmentations;

public class AugmentationTests
{
    private static readonly int[] Shape = [4, 4, 2];

    public static TheoryData<Augmentation> All =>
    [
        new RandomTranslation(0.5, 0.25), new RandomTranslation(1, 1) { FillMode = FillMode.Constant, FillValue = -1 },
        new RandomTranslation(0.3, 1) { FillMode = FillMode.Wrap }, new RandomTranslation(1, 0) { FillMode = FillMode.Nearest },
        new RandomFlip(), new RandomFlip(FlipMode.Horizontal), new RandomFlip(FlipMode.Vertical), new RandomRotation90(), new GaussianNoise(0.1),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void What_happens_depends_on_seed_epoch_and_row_alone(Augmentation augmentation)
    {
        AugmentationPipeline pipeline = new([augmentation, augmentation], Shape, seed: 5);
        float[][] samples = [.. Enumerable.Range(0, 60).Select(i => Changed(pipeline, epoch: i / 20, row: i % 20))];
        foreach (int i in new[] { 59, 3, 20, 3 })
        {
            Assert.Equal(samples[i], Changed(new AugmentationPipeline([augmentation, augmentation], Shape, seed: 5), i / 20, i % 20));
        }

        Assert.True(samples.DistinctBy(sample => string.Join(" ", sample)).Count() > 1);
        AugmentationPipeline other = new([augmentation, augmentation], Shape, seed: 6);
        Assert.Contains(Enumerable.Range(0, 60), i => !samples[i].SequenceEqual(Changed(other, i / 20, i % 20)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_allocated(Augmentation augmentation)
    {
        AugmentationPipeline pipeline = new([augmentation, augmentation, augmentation], Shape, seed: 5);
        float[] sample = Numbers();
        pipeline.Apply(0, 0, sample);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int row = 0; row < 100; row++)
        {
            pipeline.Apply(1, row, sample);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Translations_move_whole_places_and_fill_the_edge()
    {
        Assert.Equal(
            ["1 2 3", "2 3 0", "3 0 0", "0 0 0", "0 0 1", "0 1 2"],
            Drawn(FillMode.Constant).OrderBy(Rank));
        Assert.Equal(["1 1 1", "1 1 2", "1 2 3", "2 3 3", "3 3 3"], Drawn(FillMode.Nearest));
        Assert.Equal(["1 2 3", "2 3 1", "3 1 2"], Drawn(FillMode.Wrap));
        Assert.Equal(["1 1 2", "1 2 3", "2 1 1", "2 3 3", "3 2 1", "3 3 2"], Drawn(FillMode.Reflect));
    }

    [Fact]
    public void Flips_and_turns_are_those_of_numpy()
    {
        int[] shape = [2, 2, 1];
        Assert.Equal(["1 2 3 4", "2 1 4 3", "3 4 1 2", "4 3 2 1"], Drawn(new RandomFlip(), shape));
        Assert.Equal(["1 2 3 4", "2 1 4 3"], Drawn(new RandomFlip(FlipMode.Horizontal), shape));
        Assert.Equal(["1 2 3 4", "3 4 1 2"], Drawn(new RandomFlip(FlipMode.Vertical), shape));

        // numpy.rot90 of [[1, 2], [3, 4]] is [[2, 4], [1, 3]].
        Assert.Equal(["1 2 3 4", "2 4 1 3", "3 1 4 2", "4 3 2 1"], Drawn(new RandomRotation90(), shape));
    }

    [Fact]
    public void What_lies_at_a_place_moves_together()
    {
        float[] sample = Changed(new AugmentationPipeline([new RandomRotation90(), new RandomFlip(), new RandomTranslation(1, 1)], Shape, 1), 0, 3);
        Assert.All(sample.Chunk(2), pair => Assert.Equal((pair[0] % 2, pair[0] + 1), (1, pair[1])));
    }

    [Fact]
    public void Noise_has_the_size_that_was_asked_for()
    {
        AugmentationPipeline pipeline = new([new GaussianNoise(0.5)], [100_000], seed: 1);
        float[] noise = new float[100_000];
        pipeline.Apply(0, 0, noise);
        Assert.InRange(noise.Average(), -0.01, 0.01);
        Assert.InRange(noise.Average(value => value * value), 0.245, 0.255);
    }

    [Fact]
    public void Noise_does_not_depend_on_how_many_values_a_vector_holds()
    {
        float[] together = new float[64];
        new AugmentationPipeline([new GaussianNoise(1)], [64], seed: 1).Apply(2, 3, together);
        RandomStream random = new(1, RandomStreams.Augmentation + 3) { Position = 2UL << 32 };
        Assert.Equal(together.Select(_ => NormalLanes.Of(random.NextUInt32())), together);
    }

    [Fact]
    public void Samples_of_a_wrong_shape_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new AugmentationPipeline([new RandomRotation90()], [2, 3, 1], 0));
        Assert.Throws<ArgumentException>(() => new AugmentationPipeline([new RandomFlip()], [64, 2], 0));
        Assert.Throws<ArgumentException>(() => new AugmentationPipeline([new RandomTranslation(0.1)], [64], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomTranslation(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianNoise(double.NaN));
        AugmentationPipeline waveforms = new([new RandomFlip(FlipMode.Vertical), new RandomTranslation(0.1)], [64, 2], 0);
        Assert.Throws<ArgumentException>(() => waveforms.Apply(0, 0, new float[64]));
        Assert.Throws<ArgumentOutOfRangeException>(() => waveforms.Apply(-1, 0, new float[128]));
    }

    private static int Rank(string text) => Array.IndexOf(["1 2 3", "2 3 0", "3 0 0", "0 0 0", "0 0 1", "0 1 2"], text);

    private static string[] Drawn(FillMode mode) => Drawn(new RandomTranslation(1) { FillMode = mode }, [3, 1]);

    /// <summary>Every sample that comes of 1 2 3 ...</summary>
    private static string[] Drawn(Augmentation augmentation, int[] shape)
    {
        HashSet<string> texts = [];
        for (ulong i = 0; i < 200; i++)
        {
            RandomStream random = new(1, i);
            float[] source = [.. Enumerable.Range(1, shape.Aggregate(1, (a, b) => a * b)).Select(value => (float)value)];
            float[] destination = new float[source.Length];
            augmentation.Apply(source, destination, shape, ref random);
            texts.Add(string.Join(" ", destination));
        }

        return [.. texts.Order(StringComparer.Ordinal)];
    }

    private static float[] Numbers() => [.. Enumerable.Range(1, 32).Select(i => (float)i)];

    private static float[] Changed(AugmentationPipeline pipeline, int epoch, int row)
    {
        float[] sample = Numbers();
        pipeline.Apply(epoch, row, sample);
        return sample;
    }
}
