using System.Numerics;
using NetDsl.Tests.Networks;
using NetDsl.Training;

namespace NetDsl.Tests.Vectors;

/// <summary>A training step with the statistics of the batch against PyTorch's; the other vectors are taken with dropout and batch statistics off.</summary>
public sealed class BatchNormalizationVectorTests
{
    private readonly VectorFile vectors = new("normalized_by_batch_training");

    [Fact]
    public void A_training_step_in_single_precision_is_that_of_PyTorch() => this.Verify(new NormalizedByBatch(), 1e-5, 1e-4);

    [Fact]
    public void A_training_step_in_double_precision_is_that_of_PyTorch() => this.Verify(new NormalizedByBatchDouble(), 1e-9, 1e-9);

    private void Verify<T>(INetwork<T> network, double outputTolerance, double gradientTolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        this.vectors.SetParameters(network);
        NetworkPass<T> pass = network.CreatePass(this.vectors.Samples);
        this.vectors["input"].ToArray<T>().CopyTo(pass.Inputs);
        this.vectors["target"].ToArray<T>().CopyTo(pass.Targets);

        double loss = pass.ForwardBackward(this.vectors.Samples, noiseSeed: 1, inputGradients: true);

        Closeness.Verify("output", this.vectors["output"].ToArray<double>(), pass.Outputs, outputTolerance);
        Closeness.Verify("loss", this.vectors["loss"].ToArray<double>(), [loss], outputTolerance);
        Closeness.Verify("grad/input", this.vectors["grad/input"].ToArray<double>(), pass.InputGradients, gradientTolerance);

        // The gradients of a bias, or of a channel's kernel, before a normalisation over the batch are 0 but for rounding: held against the largest of all.
        double largest = pass.Gradients.Max(gradient => this.vectors[$"grad/{gradient.Name}"].ToArray<double>().Max(Math.Abs));
        foreach (Parameter<T> gradient in pass.Gradients)
        {
            double[] expected = this.vectors[$"grad/{gradient.Name}"].ToArray<double>();
            T[] actual = gradient.ToArray();
            Assert.All(expected.Zip(actual), pair =>
                Assert.InRange(double.CreateTruncating(pair.Second), pair.First - (gradientTolerance * largest), pair.First + (gradientTolerance * largest)));
        }

        foreach (Parameter<T> statistic in network.Parameters.Where(p => !p.Definition.IsTrainable))
        {
            Closeness.Verify<T>(statistic.Name, this.vectors[$"after/{statistic.Name}"].ToArray<double>(), statistic.ToArray(), outputTolerance);
        }
    }
}
