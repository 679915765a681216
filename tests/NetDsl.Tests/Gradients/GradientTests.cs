using NetDsl.Training;

namespace NetDsl.Tests.Gradients;

/// <summary>Gradients of every layer, activation and loss against differences of the loss, for batches that fill a tile and that do not.</summary>
public sealed class GradientTests
{
    /// <summary>What the names of networks begin with that training computes otherwise than prediction.</summary>
    private static readonly string[] Changing = ["Dropout", "Noise", "BatchNormalization"];

    private static readonly int[] BatchSizes = [1, 2, 7, 8, 9, 21, 64];

    public static TheoryData<string> Names => [.. CheckedNetworks.Names];

    public static TheoryData<string> NamesThatTrainingChanges => [.. CheckedNetworks.Names.Where(name =>
        Changing.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_the_differences_of_the_loss(string name)
    {
        foreach (int samples in BatchSizes)
        {
            NetworkPass<double> pass = CheckedNetworks.Create(name).CreatePass(samples);
            CheckedNetworks.Fill(pass);
            Verify(pass, samples, noiseSeed: null);
        }
    }

    [Theory]
    [MemberData(nameof(NamesThatTrainingChanges))]
    public void In_training_gradients_are_the_differences_of_the_loss_under_the_same_noise_and_through_the_batch_s_statistics(string name)
    {
        foreach (int samples in BatchSizes)
        {
            NetworkPass<double> pass = CheckedNetworks.Create(name).CreatePass(samples);
            CheckedNetworks.Fill(pass);
            Verify(pass, samples, noiseSeed: 5);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_sample_weights_gradients_are_the_differences_of_the_weighted_loss(string name)
    {
        const int Samples = 9;
        NetworkPass<double> pass = CheckedNetworks.Create(name).CreatePass(Samples);
        CheckedNetworks.Fill(pass);
        double plain = pass.Evaluate(Samples);
        double[] losses = pass.Losses.ToArray();
        Random random = new(3);
        foreach (ref double weight in pass.SampleWeights)
        {
            weight = (3 * random.NextDouble()) - 1;
        }

        Verify(pass, Samples, noiseSeed: null);
        double[] weights = pass.SampleWeights.ToArray();

        // What regularisers add to the mean loss is no sample's, and has no weight.
        double penalty = plain - losses.Average();
        double expected = (losses.Zip(weights, (loss, weight) => loss * weight).Sum() / Samples) + penalty;
        Assert.Equal(expected, pass.Evaluate(Samples), 1e-12 * Math.Max(1, Math.Abs(plain)));
    }

    private static void Verify(NetworkPass<double> pass, int samples, ulong? noiseSeed)
    {
        GradientReport report = GradientCheck.Run(pass, samples, noiseSeed, TestContext.Current.CancellationToken);

        Assert.True(report.Agrees, report.ToString());
    }
}
