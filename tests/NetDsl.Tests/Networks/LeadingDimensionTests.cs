using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>A layer with fewer dimensions than its input does the same at each place of those before its own.</summary>
public sealed class LeadingDimensionTests
{
    private const float Tolerance = 1e-6f;

    [Fact]
    public void Layers_over_leading_dimensions_answer_as_a_loop_over_their_places()
    {
        const int Samples = 5;
        OneWaveform one = new(seed: 1);
        SixWaveforms six = new(seed: 2);
        foreach (Parameter<float> parameter in one.Parameters)
        {
            six.Parameters[parameter.Name].CopyFrom(parameter.ToArray());
        }

        Random random = new(3);
        float[] input = [.. Enumerable.Range(0, Samples * six.Summary.InputSize).Select(_ => random.NextSingle() - 0.5f)];
        float[] together = new float[Samples * six.Summary.OutputSize];
        six.Predict(input, together);
        float[] apart = new float[together.Length];
        int places = six.Summary.InputSize / one.Summary.InputSize;
        for (int i = 0; i < Samples * places; i++)
        {
            one.Predict(
                input.AsSpan(i * one.Summary.InputSize, one.Summary.InputSize), apart.AsSpan(i * one.Summary.OutputSize, one.Summary.OutputSize));
        }

        Assert.Equal(6, places);
        Assert.All(together.Zip(apart), pair => Assert.InRange(pair.First, pair.Second - Tolerance, pair.Second + Tolerance));
        Assert.True(together.Distinct().Count() > together.Length / 2);
    }
}
