using System.Runtime.Intrinsics;
using NetDsl.Interchange;
using NetDsl.Tests.Vectors;

namespace NetDsl.Tests.Benchmarks;

/// <summary>
/// The code for every width of vectors, each in a process whose environment switches the wider ones off: against PyTorch, against the
/// scalar code, and all gradients against differences.
/// </summary>
public sealed class InstructionSetTests
{
    private static readonly Dictionary<string, (bool IsHere, Dictionary<string, string> Environment)> Widths = new()
    {
        ["Vector512"] = (Vector512.IsHardwareAccelerated, []),
        ["Vector256"] = (Vector256.IsHardwareAccelerated, new() { ["DOTNET_EnableAVX512"] = "0" }),
        ["Vector128"] = (Vector128.IsHardwareAccelerated, new() { ["DOTNET_EnableAVX2"] = "0" }),
        ["Scalar"] = (true, new() { ["DOTNET_EnableHWIntrinsic"] = "0" }),
    };

    public static MatrixTheoryData<string, string> WidthsAndNetworks => new(
        ["Vector512", "Vector256", "Vector128"],
        [
            "convolution_same ConvolutionSame", "convolution_strided ConvolutionStridedDouble", "dense_activations DenseActivations",
            "dense_activations DenseActivationsDouble", "mse_softmax MseSoftmax", "bce_labels BceLabelsDouble",
        ]);

    [Theory]
    [MemberData(nameof(WidthsAndNetworks))]
    public void Every_width_gives_what_scalar_code_gives(string width, string vectorsAndNetwork)
    {
        string[] names = vectorsAndNetwork.Split(' ');
        using EvaluateFiles files = new(new VectorFile(names[0]));
        SafetensorsFile expected = Evaluate("Scalar", files, names[1]);
        SafetensorsFile actual = Evaluate(width, files, names[1]);
        foreach (SafetensorsTensor tensor in expected.Tensors)
        {
            double tolerance = tensor.Dtype == Dtype.F64 ? 1e-12 : 1e-5;
            Closeness.Verify<double>(tensor.Name, tensor.ToArray<double>(), actual[tensor.Name].ToArray<double>(), tolerance);
        }
    }

    [Theory]
    [InlineData("Vector256")]
    [InlineData("Vector128")]
    [InlineData("Scalar")]
    public void All_gradients_and_vectors_hold_in_every_width(string width)
    {
        SkipWhereMissing(width);
        ProcessResult result = ChildProcess.Run(
            "NetDsl.Tests.dll",
            [
                "-class", "NetDsl.Tests.Gradients.GradientTests", "-class", "NetDsl.Tests.Vectors.NetworkVectorTests",
                "-class", "NetDsl.Tests.Kernels.ActivationFunctionsTests", "-noColor",
            ],
            Widths[width].Environment);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Matches("Total: [1-9][0-9]", result.Output);
    }

    private static SafetensorsFile Evaluate(string width, EvaluateFiles files, string network)
    {
        SkipWhereMissing(width);
        ProcessResult result = ChildProcess.Run("NetDsl.Benchmarks.dll", files.Arguments(network), Widths[width].Environment);
        Assert.Equal("", result.Errors);
        Assert.EndsWith($"by {width}.", result.Output.TrimEnd());
        return SafetensorsFile.Read(files.Output);
    }

    private static void SkipWhereMissing(string width)
    {
        if (!Widths[width].IsHere)
        {
            Assert.Skip($"This machine, or the environment, has no {width}.");
        }
    }
}
