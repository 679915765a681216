using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Tests.Training;
using NetDsl.Training;

namespace NetDsl.Tests.Evaluation;

public sealed class PerformanceMeasurementTests
{
    private const double Seconds = 0.01;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_rate_is_there_in_both_precisions()
    {
        Rates(new SingleLayerNetwork<float>(3, 2, Activation.Softmax, Loss.CategoricalCrossentropy));
        Rates(new SingleLayerNetwork<double>(3, 2, Activation.Softmax, Loss.CategoricalCrossentropy));
    }

    [Fact]
    public void Only_training_changes_the_parameters()
    {
        SingleLayerNetwork<float> network = new(3, 2, Activation.Softmax, Loss.CategoricalCrossentropy);
        network.Initialize(1);
        float[] before = network.Parameters.Values.ToArray();
        PerformanceMeasurement<float> measurement = new(network, RandomSamples.Draw(network, 8));

        measurement.PredictionRate(Seconds, Token);
        measurement.SingleRate(Seconds, Token);
        measurement.Latency(Seconds, Token);
        Assert.Equal(before, network.Parameters.Values.ToArray());

        measurement.TrainingRate(new SGD(), Seconds, Token);
        Assert.NotEqual(before, network.Parameters.Values.ToArray());
    }

    [Fact]
    public void Data_of_another_shape_are_refused()
    {
        SingleLayerNetwork<float> network = new(3, 2, Activation.Softmax, Loss.CategoricalCrossentropy);
        ArgumentException features = Assert.Throws<ArgumentException>(() => new PerformanceMeasurement<float>(network, new Dataset(new float[8], [4], [], [0])));
        Assert.Contains("samples of shape (3)", features.Message);

        PerformanceMeasurement<float> withoutTargets = new(network, new Dataset(new float[6], [3], [], [0]));
        ArgumentException targets = Assert.Throws<ArgumentException>(() => withoutTargets.TrainingRate(new SGD(), Seconds, Token));
        Assert.Contains("no targets", targets.Message);
        Assert.True(withoutTargets.PredictionRate(Seconds, Token) > 0);
    }

    [Fact]
    public void A_throughput_says_what_part_of_the_peak_it_is()
    {
        Throughput throughput = new(SamplesPerSecond: 2e6, OperationsPerSample: 5000, PeakOperationsPerSecond: 4e10);
        Assert.Equal(10, throughput.GflopPerSecond);
        Assert.Equal(0.25, throughput.FractionOfPeak);
    }

    [Fact]
    public void A_vector_holds_half_as_many_doubles_as_floats()
    {
        Assert.Equal(PeakThroughput.VectorBits, 32 * PeakThroughput.Lanes(Precision.Single));
        Assert.Equal(Math.Max(1, PeakThroughput.Lanes(Precision.Single) / 2), PeakThroughput.Lanes(Precision.Double));
    }

    [Fact]
    public void The_peak_is_measured_by_any_number_of_threads()
    {
        Assert.True(PeakThroughput.OperationsPerSecond(1, Seconds, cancellationToken: Token) > 0);
        Assert.True(PeakThroughput.OperationsPerSecond(2, Seconds, Precision.Double, Token) > 0);
    }

    private static void Rates<T>(SingleLayerNetwork<T> network)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        network.Initialize(1);
        PerformanceMeasurement<T> measurement = new(network, RandomSamples.Draw(network, 8), threads: 2);
        Assert.Equal(new OperationCount(2 * 3 * 2, 2 * 2 * 3 * 2), measurement.Operations);
        Assert.True(measurement.TrainingRate(new Adam(), Seconds, Token) > 0);
        Assert.True(measurement.PredictionRate(Seconds, Token) > 0);
        Assert.True(measurement.SingleRate(Seconds, Token) > 0);
        Assert.True(measurement.Latency(Seconds, Token).P50Microseconds > 0);
    }
}
