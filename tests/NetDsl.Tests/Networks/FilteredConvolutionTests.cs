using System.Reflection;
using NetDsl.Tests.Gradients;
using NetDsl.Tests.Networks.Gradients;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>Convolutions by minimal filters, whose sums are taken in another order than the formula's.</summary>
public sealed class FilteredConvolutionTests
{
    /// <summary>Relative to the largest value.</summary>
    private const double Tolerance = 1e-5;

    private const int Batch = 21;

    public static TheoryData<Type, int> Filtered => new()
    {
        { typeof(FilterOfFiveTaps), 2 },
        { typeof(FilterOfEvenTaps), 2 },
        { typeof(FilterOfTwoPanels), 1 },
        { typeof(FilterOfStepsAtPlaces), 2 },
        { typeof(FilterOfSteps), 1 },
        { typeof(FilterOfLessThanAPiece), 1 },
        { typeof(FilterOfTwoOutputs), 1 },
        { typeof(FilterAfterStrides), 1 },
        { typeof(FilteredLayers), 2 },
        { typeof(TwoOutputsOfThreeTaps), 1 },
        { typeof(FourOutputsOfThreeTaps), 1 },
        { typeof(SixOutputsOfThreeTaps), 1 },
        { typeof(FourOutputsOfFiveTaps), 1 },
        { typeof(FiveOutputsOfFourTaps), 1 },
        { typeof(SevenOutputsOfTwoTaps), 1 },
    };

    [Theory]
    [MemberData(nameof(Filtered))]
    public void The_networks_that_these_and_the_gradient_tests_are_about_take_filters(Type network, int layers)
    {
        Type loops = network.GetNestedType("Pass", BindingFlags.NonPublic)!.GetNestedType("ScalarLoops", BindingFlags.NonPublic)!;

        Assert.Equal(layers, loops.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Count(method => method.Name.EndsWith("_DeltaPoints", StringComparison.Ordinal)));
    }

    [Fact]
    public void In_single_precision_F_2_3_is_within_rounding_of_double() => AssertClose(new TwoOutputsOfThreeTaps(), new TwoOutputsOfThreeTapsDouble());

    [Fact]
    public void In_single_precision_F_4_3_is_within_rounding_of_double() => AssertClose(new FourOutputsOfThreeTaps(), new FourOutputsOfThreeTapsDouble());

    [Fact]
    public void In_single_precision_F_6_3_is_within_rounding_of_double() => AssertClose(new SixOutputsOfThreeTaps(), new SixOutputsOfThreeTapsDouble());

    [Fact]
    public void In_single_precision_F_4_5_is_within_rounding_of_double() => AssertClose(new FourOutputsOfFiveTaps(), new FourOutputsOfFiveTapsDouble());

    [Fact]
    public void In_single_precision_F_5_4_is_within_rounding_of_double() => AssertClose(new FiveOutputsOfFourTaps(), new FiveOutputsOfFourTapsDouble());

    [Fact]
    public void In_single_precision_F_7_2_is_within_rounding_of_double() => AssertClose(new SevenOutputsOfTwoTaps(), new SevenOutputsOfTwoTapsDouble());

    [Fact]
    public void Twenty_steps_give_the_same_bits_by_one_thread_and_by_two() =>
        Assert.Equal(Trained(threads: 1).Parameters.Values.ToArray(), Trained(threads: 2).Parameters.Values.ToArray());

    [Fact]
    public void Twenty_steps_leave_the_padding_between_parameters_zero()
    {
        ParameterSet<float> parameters = Trained(threads: 1).Parameters;
        HashSet<int> values = [.. parameters.Definitions.Select(definition => definition.Layout)
            .SelectMany(layout => Enumerable.Range(0, layout.Rows * layout.Columns).Select(i => layout.IndexOf(i / layout.Columns, i % layout.Columns)))];

        float[] padding = [.. parameters.Values.ToArray().Where((_, i) => !values.Contains(i))];

        Assert.NotEmpty(padding);
        Assert.All(padding, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_sample_gets_the_same_bits_whatever_batch_it_is_in()
    {
        const int Samples = 71;
        FilteredLayers network = new(seed: 2);
        float[] inputs = Batches.Inputs(network, Samples);
        int outputs = network.Summary.OutputSize;
        float[] expected = new float[Samples * outputs];
        network.Predict(inputs, expected);
        foreach (int size in new[] { 1, 2, 7, 40 })
        {
            float[] parts = new float[expected.Length];
            for (int first = 0; first < Samples; first += size)
            {
                int count = Math.Min(size, Samples - first);
                network.Predict(
                    inputs.AsSpan(first * network.Summary.InputSize, count * network.Summary.InputSize), parts.AsSpan(first * outputs, count * outputs));
            }

            Assert.Equal(expected, parts);
        }

        NetworkPass<float> pass = network.CreatePass(Samples, threads: 2);
        inputs.CopyTo(pass.Inputs);
        pass.ForwardBackward(Samples, noiseSeed: null);
        Assert.Equal(expected, pass.Outputs);
    }

    [Fact]
    public void A_smaller_batch_sees_nothing_of_the_larger_one_before_it()
    {
        NetworkPass<float> used = new FilteredLayers(seed: 4).CreatePass(64);
        foreach (int samples in new[] { 64, 7, 1, 21 })
        {
            Batches.Fill(used, seed: samples);
            double loss = used.ForwardBackward(samples, noiseSeed: null, inputGradients: samples != 7);
            NetworkPass<float> fresh = new FilteredLayers(seed: 4).CreatePass(64);
            Batches.Fill(fresh, seed: samples);

            Assert.Equal(fresh.ForwardBackward(samples, noiseSeed: null, inputGradients: samples != 7), loss);
            Assert.Equal(fresh.Outputs, used.Outputs);
            Assert.Equal(fresh.Gradients.Values, used.Gradients.Values);
            if (samples != 7)
            {
                Assert.Equal(fresh.InputGradients, used.InputGradients);
            }
        }
    }

    [Fact]
    public void A_prediction_after_a_change_of_the_parameters_takes_the_new_ones()
    {
        FilteredLayers changed = new(seed: 4);
        float[] inputs = Batches.Inputs(changed, samples: 3);
        float[] answers = new float[3 * changed.Summary.OutputSize];
        changed.Predict(inputs, answers);
        changed.Initialize(seed: 5);
        changed.Predict(inputs, answers);

        float[] expected = new float[answers.Length];
        new FilteredLayers(seed: 5).Predict(inputs, expected);
        Assert.Equal(expected, answers);
    }

    private static void AssertClose(INetwork<float> single, INetwork<double> twofold)
    {
        foreach (Parameter<double> parameter in twofold.Parameters)
        {
            parameter.CopyFrom([.. single.Parameters[parameter.Name].ToArray().Select(value => (double)value)]);
        }

        NetworkPass<double> exact = twofold.CreatePass(Batch);
        NetworkPass<float> pass = single.CreatePass(Batch);
        Batches.Fill(pass);
        pass.Inputs.ToArray().Select(value => (double)value).ToArray().CopyTo(exact.Inputs);
        pass.Targets.ToArray().Select(value => (double)value).ToArray().CopyTo(exact.Targets);
        exact.ForwardBackward(Batch, noiseSeed: null, inputGradients: true);
        pass.ForwardBackward(Batch, noiseSeed: null, inputGradients: true);

        Closeness.Verify("output", exact.Outputs, pass.Outputs, Tolerance);
        Closeness.Verify("grad/input", exact.InputGradients, pass.InputGradients, Tolerance);
        foreach (Parameter<double> gradient in exact.Gradients)
        {
            Closeness.Verify<float>($"grad/{gradient.Name}", gradient.ToArray(), pass.Gradients[gradient.Name].ToArray(), Tolerance);
        }
    }

    private static FilteredLayers Trained(int threads)
    {
        FilteredLayers network = new(seed: 4);
        NetworkPass<float> pass = network.CreatePass(Batch, threads);
        Batches.Fill(pass);
        Batches.Train(pass, new Adam().CreateState(network.Parameters, threads), Batch, steps: 20);
        return network;
    }
}
