using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class ParameterTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(40)]
    public void Values_of_all_panels_are_written_and_read_in_natural_order(int units)
    {
        SingleLayerNetwork<float> network = new(3, units, Activation.Linear, Loss.MeanSquaredError);
        Parameter<float> kernel = network.Parameters["dense_0/kernel"];
        float[] values = [.. Enumerable.Range(1, 3 * units).Select(i => (float)i)];
        kernel.CopyFrom(values);
        Assert.Equal(values, Enumerable.Range(0, kernel.Count).Select(i => kernel[i]));
        Assert.Equal(values, kernel.ToArray());
        Assert.Equal(values.Length, network.Parameters.Values.ToArray().Count(value => value != 0));
    }
}
