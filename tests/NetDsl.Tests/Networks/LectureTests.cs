using NetDsl.Benchmarks.Networks;
using NetDsl.Data;
using NetDsl.Tests.Networks.Lectures;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>The larger networks of the lectures learn: images of a detector, and waveforms.</summary>
public sealed class LectureTests
{
    private const int Size = 64;
    private const int Steps = 64;

    [Fact]
    public void A_network_like_AlexNet_learns_to_tell_showers_from_tracks() => Learns(new AlexNet(seed: 1), Images(1, outputs: 1), Images(2, outputs: 1));

    [Fact]
    public void A_network_like_GoogLeNet_learns_with_an_auxiliary_output() => Learns(new GoogLeNet(seed: 1), Images(1, outputs: 2), Images(2, outputs: 2));

    [Fact]
    public void A_residual_network_learns_through_its_batch_normalisations() => Learns(new ResNet(seed: 1), Images(1, outputs: 1), Images(2, outputs: 1));

    [Fact]
    public void A_recurrent_network_learns_to_tell_short_pulses_from_long_ones() => Learns(new WaveformLstm(seed: 1), Waveforms(1), Waveforms(2));

    [Fact]
    public void The_network_of_detector_waveforms_learns_where_a_shower_fell_and_how_large_it_was()
    {
        Trainer<float> trainer = new(new DetectorNet(seed: 1), new Adam()) { Seed = 1 };
        trainer.Fit(Showers(1, 800), epochs: 10, batchSize: 16, cancellationToken: TestContext.Current.CancellationToken);

        double loss = trainer.Evaluate(Showers(2, 200), TestContext.Current.CancellationToken).Loss;

        // The targets are uniform in -1 to 1, so that answering 0 costs 1/3.
        Assert.InRange(loss, 0, 0.08);
    }

    private static void Learns(INetwork<float> network, Dataset train, Dataset test)
    {
        Trainer<float> trainer = new(network, new Adam { LearningRate = 0.002 }) { Seed = 1 };
        trainer.Fit(train, epochs: 8, batchSize: 16, cancellationToken: TestContext.Current.CancellationToken);

        double? accuracy = trainer.Evaluate(test, TestContext.Current.CancellationToken).Accuracy;

        Assert.InRange(accuracy!.Value, 0.9, 1);
    }

    // Round showers and straight tracks, anywhere in the image, over noise.
    private static Dataset Images(int seed, int outputs)
    {
        const int Count = 320;
        Random random = new(seed);
        float[] images = new float[Count * Size * Size];
        float[] targets = new float[Count * 2 * outputs];
        for (int i = 0; i < Count; i++)
        {
            int kind = i % 2;
            double x = random.Next(20, 44);
            double y = random.Next(20, 44);
            double angle = Math.PI * random.NextDouble();
            double along = kind == 0 ? 5 : 12;
            double across = kind == 0 ? 5 : 1.5;
            for (int pixel = 0; pixel < Size * Size; pixel++)
            {
                double dx = (pixel % Size) - x;
                double dy = (pixel / Size) - y;
                double a = ((dx * Math.Cos(angle)) + (dy * Math.Sin(angle))) / along;
                double b = ((dy * Math.Cos(angle)) - (dx * Math.Sin(angle))) / across;
                images[(i * Size * Size) + pixel] = (float)(Math.Exp(-((a * a) + (b * b)) / 2) + (0.1 * random.NextDouble()));
            }

            for (int output = 0; output < outputs; output++)
            {
                targets[(((i * outputs) + output) * 2) + kind] = 1;
            }
        }

        return new Dataset(images, [Size, Size, 1], targets, [2 * outputs]);
    }

    // A pulse somewhere in both layers, short or long, over noise.
    private static Dataset Waveforms(int seed)
    {
        const int Count = 400;
        Random random = new(seed);
        float[] waveforms = new float[Count * Steps * 2];
        float[] targets = new float[Count * 2];
        for (int i = 0; i < Count; i++)
        {
            int kind = i % 2;
            double start = random.Next(5, 30);
            double length = kind == 0 ? 3 : 12;
            for (int value = 0; value < Steps * 2; value++)
            {
                double time = ((value / 2) - start) / length;
                waveforms[(i * Steps * 2) + value] = (float)((time > 0 ? time * Math.Exp(1 - time) : 0) + (0.1 * random.NextDouble()));
            }

            targets[(i * 2) + kind] = 1;
        }

        return new Dataset(waveforms, [Steps, 2], targets, [2]);
    }

    // Signals of 6 x 6 stations in 128 time bins of two layers: smaller and later away from the core. Targets: the core's place and the size.
    private static Dataset Showers(int seed, int count)
    {
        const int Stations = 6;
        const int Bins = 128;
        const int Values = Stations * Stations * Bins * 2;
        Random random = new(seed);
        float[] waveforms = new float[count * Values];
        float[] targets = new float[count * 3];
        for (int i = 0; i < count; i++)
        {
            double x = (2 * random.NextDouble()) - 1;
            double y = (2 * random.NextDouble()) - 1;
            double size = (2 * random.NextDouble()) - 1;
            for (int station = 0; station < Stations * Stations; station++)
            {
                double distance = Math.Sqrt(Math.Pow((station / Stations) - 2.5 - x, 2) + Math.Pow((station % Stations) - 2.5 - y, 2));
                double signal = (1.5 + size) * Math.Exp(-distance / 1.5);
                for (int bin = 0; bin < Bins; bin++)
                {
                    double time = (bin - 20 - (10 * distance)) / 8;
                    double value = time > 0 ? signal * time * Math.Exp(1 - time) : 0;
                    int place = (i * Values) + (((station * Bins) + bin) * 2);
                    waveforms[place] = (float)(value + (0.02 * random.NextDouble()));
                    waveforms[place + 1] = (float)((0.5 * value) + (0.02 * random.NextDouble()));
                }
            }

            targets[i * 3] = (float)x;
            targets[(i * 3) + 1] = (float)y;
            targets[(i * 3) + 2] = (float)size;
        }

        return new Dataset(waveforms, [Stations, Stations, Bins, 2], targets, [3]);
    }
}
