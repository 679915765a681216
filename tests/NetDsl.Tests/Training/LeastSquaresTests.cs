using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class LeastSquaresTests
{
    [Fact]
    public void A_line_is_found_exactly()
    {
        SingleLayerNetwork<double> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        LeastSquares.Solve(network, Samples.OfLine(100));
        Assert.Equal([1, -2], network.Parameters["dense_0/kernel"].ToArray(), Near(1e-6));
        Assert.Equal(0.5, network.Parameters["dense_0/bias"][0], 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void No_step_makes_the_loss_smaller_than_the_solution(double ridge)
    {
        (SingleLayerNetwork<double> network, Dataset data) = Noisy(rows: 5000, ridge);
        LeastSquares.Solve(network, data);
        RequireNoSlope(network, data);
    }

    [Fact]
    public void A_row_of_weight_2_counts_like_the_row_twice()
    {
        Dataset data = Noisy(rows: 40, ridge: 0).Data;
        SingleLayerNetwork<double> weighted = Noisy(rows: 40, ridge: 0).Network;
        SingleLayerNetwork<double> repeated = Noisy(rows: 40, ridge: 0).Network;
        LeastSquares.Solve(weighted, data.WithSampleWeights([.. Enumerable.Range(0, 40).Select(row => row < 10 ? 2f : row < 20 ? 0f : 1f)]));
        LeastSquares.Solve(repeated, data.Subset([.. Enumerable.Range(0, 10), .. Enumerable.Range(0, 10), .. Enumerable.Range(20, 20)]));
        Assert.Equal(repeated.Parameters.Values.ToArray(), weighted.Parameters.Values.ToArray(), Near(1e-9));
    }

    [Fact]
    public void A_negative_weight_is_refused_with_its_row()
    {
        SingleLayerNetwork<double> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        DataFormatException error = Assert.Throws<DataFormatException>(
            () => LeastSquares.Solve(network, Samples.OfLine(3).WithSampleWeights([1, 1, -1])));
        Assert.Equal(2, error.Row);
    }

    [Fact]
    public void A_ridge_is_the_L2_regulariser_of_the_kernel()
    {
        (SingleLayerNetwork<double> declared, Dataset data) = Noisy(rows: 300, ridge: 0.7);
        (SingleLayerNetwork<double> given, _) = Noisy(rows: 300, ridge: 0);
        LeastSquares.Solve(declared, data);
        LeastSquares.Solve(given, data, ridge: 0.7);
        Assert.Equal(declared.Parameters.Values.ToArray(), given.Parameters.Values.ToArray(), Near(1e-12));
    }

    [Fact]
    public void Fewer_rows_than_columns_give_the_solution_of_the_smallest_norm()
    {
        SingleLayerNetwork<double> network = new(3, 1, Activation.Linear, Loss.MeanSquaredError);

        // x + y + z + bias = 4: all of them 1.
        LeastSquares.Solve(network, new Dataset([1f, 1f, 1f], [3], [4f], [1]));
        Assert.Equal([1, 1, 1], network.Parameters["dense_0/kernel"].ToArray(), Near(1e-9));
        Assert.Equal(1, network.Parameters["dense_0/bias"][0], 1e-9);
    }

    [Fact]
    public void Columns_that_depend_on_each_other_share_the_weight()
    {
        SingleLayerNetwork<double> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        float[] features = [.. Enumerable.Range(0, 40).Select(i => (float)(i / 2))];
        float[] targets = [.. Enumerable.Range(0, 20).Select(i => (4f * i) + 1)];
        LeastSquares.Solve(network, new Dataset(features, [2], targets, [1]));
        Assert.Equal([2, 2], network.Parameters["dense_0/kernel"].ToArray(), Near(1e-8));
        Assert.Equal(1, network.Parameters["dense_0/bias"][0], 1e-8);
    }

    [Fact]
    public void A_row_of_weight_two_counts_as_two_rows()
    {
        float[] features = [1, 2, 3, 5];
        float[] targets = [1, 3, 2, 7];
        SingleLayerNetwork<double> weighted = new(1, 1, Activation.Linear, Loss.MeanSquaredError);
        LeastSquares.Solve(weighted, new Dataset(features, [1], targets, [1]).WithSampleWeights([1, 2, 0, 1]));
        SingleLayerNetwork<double> repeated = new(1, 1, Activation.Linear, Loss.MeanSquaredError);
        LeastSquares.Solve(repeated, new Dataset([1, 2, 2, 5], [1], [1, 3, 3, 7], [1]));
        Assert.Equal(repeated.Parameters.Values.ToArray(), weighted.Parameters.Values.ToArray(), Near(1e-12));
    }

    [Fact]
    public void A_negative_weight_is_refused()
    {
        SingleLayerNetwork<double> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        DataFormatException error = Assert.Throws<DataFormatException>(
            () => LeastSquares.Solve(network, Samples.OfLine(3).WithSampleWeights([1, 1, -1])));
        Assert.Contains("the sample weight is -1", error.Message);
    }

    [Theory]
    [InlineData(Activation.Sigmoid, Loss.MeanSquaredError, "'dense_0' has the activation Sigmoid")]
    [InlineData(Activation.Linear, Loss.BinaryCrossentropy, "its loss is BinaryCrossentropy")]
    public void Another_kind_of_network_is_refused_with_what_is_wrong(Activation activation, Loss loss, string problem)
    {
        SingleLayerNetwork<double> network = new(2, 1, activation, loss);
        ArgumentException error = Assert.Throws<ArgumentException>(() => LeastSquares.Solve(network, Samples.OfLine(10)));
        Assert.Contains("SingleLayer has no closed-form solution: " + problem, error.Message);
    }

    [Fact]
    public void A_regulariser_without_a_closed_form_is_refused()
    {
        SingleLayerNetwork<double> network = new(
            2, 1, Activation.Linear, Loss.MeanSquaredError, declare: definition => definition with { RegularizerL1 = 0.1 });
        Assert.Contains("L1", Assert.Throws<ArgumentException>(() => LeastSquares.Solve(network, Samples.OfLine(10))).Message);
    }

    [Fact]
    public void Data_of_another_shape_and_a_negative_ridge_are_refused()
    {
        SingleLayerNetwork<double> network = new(3, 1, Activation.Linear, Loss.MeanSquaredError);
        Assert.Contains("samples of shape (3)", Assert.Throws<ArgumentException>(() => LeastSquares.Solve(network, Samples.OfLine(10))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => LeastSquares.Solve(network, Samples.OfLine(10), ridge: -1));
    }

    private static Func<double, double, bool> Near(double tolerance) => (a, b) => Math.Abs(a - b) < tolerance;

    private static (SingleLayerNetwork<double> Network, Dataset Data) Noisy(int rows, double ridge)
    {
        Random random = new(3);
        float[] features = [.. Enumerable.Range(0, rows * 6).Select(_ => random.NextSingle() * 5)];
        float[] targets = [.. Enumerable.Range(0, rows * 2).Select(i => features[i] + random.NextSingle())];
        SingleLayerNetwork<double> network = new(6, 2, Activation.Linear, Loss.MeanSquaredError, declare: definition =>
            definition.Name == "dense_0/kernel" ? definition with { RegularizerL2 = ridge } : definition);
        return (network, new Dataset(features, [6], targets, [2]));
    }

    private static void RequireNoSlope(SingleLayerNetwork<double> network, Dataset data)
    {
        NetworkPass<double> pass = network.CreatePass(data.Count);
        for (int i = 0; i < data.AllFeatures.Length; i++)
        {
            pass.Inputs[i] = data.AllFeatures[i];
        }

        for (int i = 0; i < data.AllTargets.Length; i++)
        {
            pass.Targets[i] = data.AllTargets[i];
        }

        pass.ForwardBackward(data.Count, noiseSeed: null);
        Assert.All(pass.Gradients.Values.ToArray(), slope => Assert.True(Math.Abs(slope) < 1e-10, $"slope {slope}"));
    }
}
