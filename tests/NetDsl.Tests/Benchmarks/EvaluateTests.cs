using System.Numerics;
using NetDsl.Benchmarks;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Interchange;
using NetDsl.Tests.Vectors;

namespace NetDsl.Tests.Benchmarks;

/// <summary>The contract of evaluate: a network of any assembly against another framework, file in, file out.</summary>
public sealed class EvaluateTests : IDisposable
{
    private readonly VectorFile vectors = new("convolution_same");
    private readonly EvaluateFiles files;

    public EvaluateTests() => this.files = new EvaluateFiles(this.vectors);

    public void Dispose() => this.files.Dispose();

    [Fact]
    public void In_single_precision_the_file_has_what_PyTorch_computed()
    {
        CommandLine.Parse(this.files.Arguments("ConvolutionSame"))();
        this.Verify<float>(Dtype.F32, outputTolerance: 1e-5, gradientTolerance: 1e-4);
    }

    [Fact]
    public void In_double_precision_the_file_has_what_PyTorch_computed()
    {
        CommandLine.Parse(this.files.Arguments("ConvolutionSameDouble"))();
        this.Verify<double>(Dtype.F64, outputTolerance: 1e-9, gradientTolerance: 1e-9);
    }

    [Fact]
    public void A_network_is_found_by_its_name_alone()
    {
        string[] arguments = this.files.Arguments("ConvolutionSame");
        arguments[2] = "ConvolutionSame";
        CommandLine.Parse(arguments)();
        Assert.True(File.Exists(this.files.Output));
    }

    [Fact]
    public void A_name_that_no_network_has_is_answered_with_those_there_are() =>
        Assert.Contains("NetDsl.Tests.Networks.ConvolutionSame,", this.Refuse(this.files.Arguments("Missing")));

    [Fact]
    public void A_missing_assembly_is_named()
    {
        string[] arguments = this.files.Arguments("ConvolutionSame");
        arguments[1] = "missing.dll";
        Assert.Equal("There is no assembly missing.dll.", this.Refuse(arguments));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_refused()
    {
        string[] arguments = this.files.Arguments("ConvolutionSame");
        arguments[1] = this.files.Input;
        Assert.Contains("input.npy cannot be loaded", this.Refuse(arguments));
    }

    [Fact]
    public void Parameters_of_another_network_are_refused_with_all_that_differs()
    {
        string message = this.Refuse(this.files.Arguments("ConvolutionStrided"));
        Assert.Contains("'conv2d_0/kernel' has shape (3, 2, 2, 5), not (2, 2, 1, 17)", message);
        Assert.Contains("'dense_0/bias' has shape (1), not (3)", message);
        Assert.Contains("'conv2d_2/kernel' is not in the network", message);
    }

    [Fact]
    public void A_missing_parameter_is_named_with_its_shape()
    {
        SafetensorsFile.Write(this.files.Parameters, [.. this.vectors.Parameters.Where(t => t.Name != "conv2d_1/bias")]);
        Assert.Contains("'conv2d_1/bias' (6) is missing", this.Refuse(this.files.Arguments("ConvolutionSame")));
    }

    [Fact]
    public void Samples_of_another_shape_are_refused()
    {
        NpyFile.Write(this.files.Input, new NpyArray(new float[4 * 9 * 2], [4, 9, 2]));
        string message = this.Refuse(this.files.Arguments("ConvolutionSame"));
        Assert.Contains("input.npy has the shape (4, 9, 2); samples of this network have (samples, 9, 8, 2)", message);
    }

    [Fact]
    public void More_targets_than_samples_are_refused()
    {
        NpyFile.Write(this.files.Target, new NpyArray(new float[10], [10, 1]));
        Assert.Contains("has 10 targets for the 9 samples", this.Refuse(this.files.Arguments("ConvolutionSame")));
    }

    [Fact]
    public void A_sample_that_is_not_finite_is_refused_with_its_place()
    {
        float[] values = this.vectors["input"].ToArray<float>();
        values[(2 * 144) + 5] = float.NaN;
        NpyFile.Write(this.files.Input, new NpyArray(values, this.vectors["input"].Shape));
        Assert.Contains("value 5 of sample 2 is NaN", this.Refuse(this.files.Arguments("ConvolutionSame")));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(this.files.Target);
        Assert.Contains("target.npy", this.Refuse(this.files.Arguments("ConvolutionSame")));
    }

    private string Refuse(string[] arguments)
    {
        string message = Assert.Throws<EvaluationException>(CommandLine.Parse(arguments)).Message;
        Assert.False(File.Exists(this.files.Output));
        return message;
    }

    private void Verify<T>(Dtype dtype, double outputTolerance, double gradientTolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsFile file = SafetensorsFile.Read(this.files.Output);
        string[] gradients = ["grad/input", .. this.vectors.Parameters.Select(t => $"grad/{t.Name}")];
        Assert.Equal([.. gradients.Append("loss").Append("output").Order(StringComparer.Ordinal)], file.Tensors.Select(t => t.Name).Order(StringComparer.Ordinal));
        foreach (SafetensorsTensor tensor in file.Tensors)
        {
            Assert.Equal(dtype, tensor.Dtype);
            Assert.Equal(this.vectors[tensor.Name].Shape, tensor.Shape);
            double tolerance = gradients.Contains(tensor.Name) ? gradientTolerance : outputTolerance;
            Closeness.Verify<T>(tensor.Name, this.vectors[tensor.Name].ToArray<double>(), tensor.ToArray<T>(), tolerance);
        }
    }
}
