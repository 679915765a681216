using NetDsl.Training;

namespace NetDsl.Tests.Networks;

public sealed class EmbeddingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(21)]
    public void The_gradients_of_an_embedding_are_the_differences_of_the_loss(int samples)
    {
        NetworkPass<double> pass = new EmbeddedDouble2D(seed: 1).CreatePass(samples);
        Random random = new(samples);
        foreach (ref double number in pass.Inputs)
        {
            number = random.Next(7);
        }

        foreach (ref double target in pass.Targets)
        {
            target = random.NextDouble();
        }

        GradientReport report = GradientCheck.Run(pass, samples, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(report.Agrees, report.ToString());
        Assert.Contains(pass.Gradients[0].ToArray(), value => value != 0);
    }

    [Fact]
    public void Three_threads_give_the_bits_of_one()
    {
        const int Samples = 50;
        Embedded network = new(seed: 2);
        NetworkPass<float>[] passes = [network.CreatePass(Samples, threads: 1), network.CreatePass(Samples, threads: 3)];
        Random random = new(1);
        foreach (ref float number in passes[0].Inputs)
        {
            number = random.Next(11);
        }

        passes[0].Inputs.CopyTo(passes[1].Inputs);
        Array.ForEach(passes, pass => pass.ForwardBackward(Samples, noiseSeed: null));

        Assert.Equal(passes[0].Gradients.Values.ToArray(), passes[1].Gradients.Values.ToArray());
        Assert.Equal(passes[0].Outputs.ToArray(), passes[1].Outputs.ToArray());
    }

    [Theory]
    [InlineData(11, "11")]
    [InlineData(-1, "-1")]
    [InlineData(2.5f, "2.5")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(3e9f, "3000000000")]
    public void A_number_that_has_no_vector_is_refused_with_its_place(float number, string text)
    {
        float[] inputs = new float[5 * 6];
        inputs[(3 * 6) + 4] = number;
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Embedded().Predict(inputs, new float[5 * 2]));
        Assert.Equal($"'embedding_0' takes whole numbers from 0 to 10; sample 3 of the batch has {text} at place 4.", error.Message);
    }

    [Fact]
    public void A_network_that_refused_a_number_answers_the_next_ones()
    {
        Embedded network = new(seed: 2);
        NetworkPass<float> pass = network.CreatePass(64, threads: 2);
        pass.Inputs.Fill(12);
        Assert.ThrowsAny<Exception>(() => pass.Predict(64));
        pass.Inputs.Fill(10);
        pass.Predict(64);

        float[] expected = new float[2];
        network.Predict(pass.Inputs[..6], expected);
        Assert.Equal(expected[0], pass.Outputs[^2], 1e-6f);
    }

    [Fact]
    public void A_number_within_rounding_of_a_whole_one_is_taken_for_it()
    {
        Embedded network = new(seed: 2);
        float[] exact = new float[2];
        float[] rounded = new float[2];
        network.Predict([1, 2, 3, 4, 5, 10], exact);
        network.Predict([1.0005f, 2, 2.9999f, 4, 5, 9.9999f], rounded);
        Assert.Equal(exact, rounded);
    }
}
