using NetDsl.Interchange;
using NetDsl.Tests.Interchange;
using NetDsl.Tests.Vectors;

namespace NetDsl.Tests.Benchmarks;

/// <summary>The files that evaluate reads and writes, in a folder of their own.</summary>
internal sealed class EvaluateFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Writes parameters, samples and targets of a network.</summary>
    public EvaluateFiles(VectorFile vectors)
    {
        SafetensorsFile.Write(this.Parameters, [.. vectors.Parameters]);
        NpyFile.Write(this.Input, new NpyArray(vectors["input"].ToArray<float>(), vectors["input"].Shape));
        NpyFile.Write(this.Target, new NpyArray(vectors["target"].ToArray<float>(), vectors["target"].Shape));
    }

    public string Parameters => this.folder.File("parameters.safetensors");

    public string Input => this.folder.File("input.npy");

    public string Target => this.folder.File("target.npy");

    public string Output => this.folder.File("output.safetensors");

    /// <summary>The arguments for a network of the tests.</summary>
    public string[] Arguments(string network) =>
    [
        "evaluate", Path.Combine(AppContext.BaseDirectory, "NetDsl.Tests.Networks.dll"), $"NetDsl.Tests.Networks.{network}",
        "--parameters", this.Parameters, "--input", this.Input, "--target", this.Target, "--output", this.Output,
    ];

    public void Dispose() => this.folder.Dispose();
}
