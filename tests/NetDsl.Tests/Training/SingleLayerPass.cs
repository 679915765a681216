using System.Numerics;
using NetDsl.Kernels;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Forward, loss and backward of <see cref="SingleLayerNetwork{T}"/>; sample by sample, term by term.</summary>
internal sealed class SingleLayerPass<T>(SingleLayerNetwork<T> network, int batchSize, int threads, bool training)
    : NetworkPass<T>(network, batchSize, threads, training, arenaPerSample: network.Summary.OutputSize, arenaShared: 0)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterLayout kernel = network.Parameters[0].Definition.Layout;
    private readonly ParameterLayout bias = network.Parameters[1].Definition.Layout;
    private readonly Loss loss = network.Summary.Loss;
    private readonly Activation activation = network.Summary.OutputActivation;

    protected override int SampleGroup => this.BatchSize;

    protected override int PrepareItems => 0;

    protected override int GradientItems => 1;

    protected override void Prepare(int begin, int end)
    {
    }

    protected override void ComputeSamples(int begin, int end)
    {
        if (this.NoiseEnabled)
        {
            network.NoiseSeeds?.Add(this.NoiseSeed);
        }

        for (int sample = 0; sample < this.Samples; sample++)
        {
            for (int unit = 0; unit < this.OutputSize; unit++)
            {
                T sum = this.ParameterAt(this.bias.IndexOf(0, unit));
                for (int term = 0; term < this.InputSize; term++)
                {
                    sum += this.Input(sample, term) * this.ParameterAt(this.kernel.IndexOf(term, unit));
                }

                this.Result(sample, unit) = this.activation == Activation.Linear ? sum
                    : this.activation == Activation.Sigmoid ? T.One / (T.One + T.Exp(-sum))
                    : T.Exp(sum);
            }

            if (this.activation == Activation.Softmax)
            {
                this.Normalize(sample);
            }
        }

        if (this.Mode != PassMode.Predict)
        {
            this.ComputeLosses();
        }
    }

    protected override void SumGradients(int begin, int end)
    {
        for (int unit = 0; unit < this.OutputSize; unit++)
        {
            for (int term = -1; term < this.InputSize; term++)
            {
                T sum = T.Zero;
                for (int sample = 0; sample < this.Samples; sample++)
                {
                    sum += this.Arena((sample * this.OutputSize) + unit) * (term < 0 ? T.One : this.Input(sample, term));
                }

                this.GradientAt(term < 0 ? this.bias.IndexOf(0, unit) : this.kernel.IndexOf(term, unit)) = sum;
            }
        }
    }

    private void ComputeLosses()
    {
        for (int sample = 0; sample < this.Samples; sample++)
        {
            double sum = 0;
            for (int unit = 0; unit < this.OutputSize; unit++)
            {
                sum += this.LossOf(this.Result(sample, unit), this.Target(sample, unit));
                this.Arena((sample * this.OutputSize) + unit) =
                    this.SampleWeightAt(sample) * this.GradientOf(this.Result(sample, unit), this.Target(sample, unit));
            }

            double weight = double.CreateTruncating(this.SampleWeightAt(sample));
            this.LossAt(sample) = weight * (this.loss == Loss.CategoricalCrossentropy ? sum : sum / this.OutputSize);
        }
    }

    private double LossOf(T output, T target)
    {
        double y = double.CreateTruncating(output);
        double t = double.CreateTruncating(target);
        return this.loss switch
        {
            Loss.MeanSquaredError => (y - t) * (y - t),
            Loss.BinaryCrossentropy => -(t == 0 ? 0 : t * Math.Log(y)) - (t == 1 ? 0 : (1 - t) * Math.Log(1 - y)),
            _ => t == 0 ? 0 : -t * Math.Log(y),
        };
    }

    private T GradientOf(T output, T target)
    {
        T gradient = (output - target) / T.CreateTruncating(this.Samples);
        return this.loss switch
        {
            Loss.CategoricalCrossentropy => gradient,
            Loss.BinaryCrossentropy => gradient / T.CreateTruncating(this.OutputSize),
            _ => gradient * T.CreateTruncating(2.0 / this.OutputSize)
                * (this.activation == Activation.Sigmoid ? output * (T.One - output) : T.One),
        };
    }

    private void Normalize(int sample)
    {
        T sum = T.Zero;
        for (int unit = 0; unit < this.OutputSize; unit++)
        {
            sum += this.Result(sample, unit);
        }

        for (int unit = 0; unit < this.OutputSize; unit++)
        {
            this.Result(sample, unit) /= sum;
        }
    }

    private ref T Input(int sample, int term) => ref System.Runtime.CompilerServices.Unsafe.Add(ref this.InputAt(sample), term);

    private ref T Result(int sample, int unit) => ref System.Runtime.CompilerServices.Unsafe.Add(ref this.OutputAt(sample), unit);

    private ref T Target(int sample, int unit) => ref System.Runtime.CompilerServices.Unsafe.Add(ref this.TargetAt(sample), unit);
}
