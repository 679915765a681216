using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class RegularizationTests
{
    [Fact]
    public void The_loss_has_the_penalty_of_Keras_and_those_of_single_samples_do_not()
    {
        SingleLayerNetwork<double> network = Network(kernel => kernel with { RegularizerL1 = 0.1, RegularizerL2 = 0.01 });
        SingleLayerNetwork<double> plain = Network(kernel => kernel);
        NetworkPass<double> pass = Pass(network);
        NetworkPass<double> plainPass = Pass(plain);
        double[] kernel = network.Parameters["dense_0/kernel"].ToArray();
        double penalty = (0.1 * kernel.Sum(Math.Abs)) + (0.01 * kernel.Sum(w => w * w));
        Assert.Equal(plainPass.Evaluate(4) + penalty, pass.Evaluate(4), 1e-14);
        Assert.Equal(plainPass.ForwardBackward(4, noiseSeed: null) + penalty, pass.ForwardBackward(4, noiseSeed: null), 1e-14);
        Assert.Equal(plainPass.Losses.ToArray(), pass.Losses.ToArray());
        for (int i = 0; i < kernel.Length; i++)
        {
            double expected = plainPass.Gradients["dense_0/kernel"][i] + (0.1 * Math.Sign(kernel[i])) + (0.02 * kernel[i]);
            Assert.Equal(expected, pass.Gradients["dense_0/kernel"][i], 1e-14);
        }

        Assert.Equal(plainPass.Gradients["dense_0/bias"].ToArray(), pass.Gradients["dense_0/bias"].ToArray());
    }

    [Fact]
    public void The_training_history_has_the_penalty()
    {
        SingleLayerNetwork<double> network = Network(kernel => kernel with { RegularizerL2 = 10 });
        double sum = network.Parameters["dense_0/kernel"].ToArray().Sum(w => w * w);
        double loss = new Trainer<double>(Network(kernel => kernel), new SGD()).Evaluate(Samples.OfLargest(8), Token).Loss;
        Trainer<double> trainer = new(network, new SGD { LearningRate = 0 });
        History history = trainer.Fit(Samples.OfLargest(8), Samples.OfLargest(8), batchSize: 4, cancellationToken: Token);
        Assert.Equal(loss + (10 * sum), history[0].Loss, 1e-12);
        Assert.Equal(loss + (10 * sum), history[0].ValidationLoss!.Value, 1e-12);
        Assert.Equal(loss + (10 * sum), trainer.Evaluate(Samples.OfLargest(8), Token).Loss, 1e-12);
    }

    [Fact]
    public void A_value_of_zero_has_no_gradient_and_padding_stays_zero()
    {
        ParameterDefinition definition = new("kernel", [20, 3], new(0, 20, 3, 16, 16), Initializer.Zeros, 1, 1) { RegularizerL1 = 1, RegularizerL2 = 1 };
        ParameterSet<float> parameters = new([definition]);
        ParameterSet<float> gradients = parameters.CreateLike();
        RegularizationPenalty<float> penalty = RegularizationPenalty<float>.Of(parameters, gradients)!;
        penalty.Compute(0, penalty.BlockCount, withGradient: true);
        Assert.Equal(0, penalty.Value);
        Assert.All(gradients.Values.ToArray(), g => Assert.Equal(0, g));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8_191)]
    [InlineData(8_192)]
    [InlineData(30_003)]
    public void Every_length_has_the_sum_and_the_gradient_of_the_formula(int length)
    {
        ParameterDefinition definition = new("kernel", [length], new(0, 1, length, length, length), Initializer.Zeros, 1, 1)
        {
            RegularizerL1 = 0.5,
            RegularizerL2 = 0.25,
        };
        ParameterSet<float> parameters = ParameterSets.Randomize(new ParameterSet<float>([definition]), 1);
        ParameterSet<float> gradients = ParameterSets.Randomize(parameters.CreateLike(), 2);
        float[] before = gradients.Values.ToArray();
        RegularizationPenalty<float> penalty = RegularizationPenalty<float>.Of(parameters, gradients)!;
        penalty.Compute(0, penalty.BlockCount, withGradient: true);
        float[] values = parameters.Values.ToArray();
        double expected = values.Sum(w => (0.5 * Math.Abs(w)) + (0.25 * w * (double)w));
        Assert.Equal(1, penalty.Value / expected, 1e-5);
        Assert.Equal(values.Select((w, i) => before[i] + ((w * 0.5f) + (0.5f * Math.Sign(w)))), gradients.Values.ToArray());
    }

    [Fact]
    public void A_network_without_regularisers_has_no_penalty_and_one_without_bounds_no_constraint()
    {
        ParameterSet<float> parameters = ParameterSets.OfLength<float>(5);
        Assert.Null(RegularizationPenalty<float>.Of(parameters, parameters));
        Assert.Null(MaxNormConstraints<float>.Of(parameters));
    }

    [Fact]
    public void Units_that_a_step_makes_too_long_are_shortened_and_others_left()
    {
        SingleLayerNetwork<double> network = Network(kernel => kernel with { MaxNorm = 2 });
        network.Parameters["dense_0/kernel"].CopyFrom([3, 0.1, -2, 4, 0.2, 0, 0, 0.3, 2.5]);
        new SGD().CreateState(network.Parameters).Step(network.Parameters.CreateLike());
        double[] kernel = network.Parameters["dense_0/kernel"].ToArray();
        double last = Math.Sqrt(4 + 6.25);
        Assert.Equal([1.2, 0.1, -4 / last, 1.6, 0.2, 0, 0, 0.3, 5 / last], kernel, (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(0.1, kernel[1]);
    }

    [Fact]
    public void A_bias_is_bounded_as_a_whole()
    {
        SingleLayerNetwork<double> network = new(3, 3, Activation.Linear, Loss.MeanSquaredError, declare: definition =>
            definition.Name == "dense_0/bias" ? definition with { MaxNorm = 1 } : definition);
        network.Parameters["dense_0/bias"].CopyFrom([0, 3, 4]);
        new SGD().CreateState(network.Parameters).Step(network.Parameters.CreateLike());
        Assert.Equal([0, 0.6, 0.8], network.Parameters["dense_0/bias"].ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Bounds_hold_over_several_panels_and_allocate_nothing()
    {
        ParameterDefinition definition = new("kernel", [3, 3, 40], new(0, 9, 40, 48, 32), Initializer.RandomNormal, 1, 1)
        {
            InitializerScale = 1,
            MaxNorm = 2.5,
        };
        ParameterSet<float> parameters = new([definition]);
        Initializers.Fill(parameters, 1);
        float[] before = parameters[0].ToArray();
        MaxNormConstraints<float> bounds = MaxNormConstraints<float>.Of(parameters)!;
        bounds.Apply();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        bounds.Apply();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        float[] after = parameters[0].ToArray();
        for (int unit = 0; unit < 40; unit++)
        {
            double Norm(float[] values) => Math.Sqrt(Enumerable.Range(0, 9).Sum(row => values[(row * 40) + unit] * (double)values[(row * 40) + unit]));
            Assert.Equal(Math.Min(Norm(before), 2.5), Norm(after), 1e-5);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SingleLayerNetwork<double> Network(Func<ParameterDefinition, ParameterDefinition> declareKernel)
    {
        SingleLayerNetwork<double> network = new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy, declare: definition =>
            definition.Name == "dense_0/kernel" ? declareKernel(definition) : definition);
        network.Initialize(1);
        return network;
    }

    private static NetworkPass<double> Pass(SingleLayerNetwork<double> network)
    {
        NetworkPass<double> pass = network.CreatePass(4);
        Random random = new(1);
        foreach (ref double value in pass.Inputs)
        {
            value = random.NextDouble();
        }

        pass.Targets.Fill(1 / 3.0);
        return pass;
    }
}
