using System.Numerics;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.Tests.Vectors;

/// <summary>What PyTorch made of one network, by networks.py.</summary>
internal sealed class VectorFile
{
    private readonly SafetensorsFile file;

    /// <summary>Reads the vectors of a network.</summary>
    public VectorFile(string network) =>
        this.file = SafetensorsFile.Read(Repository.File("tests", "NetDsl.Tests", "Vectors", "Networks", $"{network}.safetensors"));

    /// <summary>The number of samples.</summary>
    public int Samples => this.file["input"].Shape[0];

    /// <summary>One array.</summary>
    public SafetensorsTensor this[string name] => this.file[name];

    /// <summary>The arrays that are parameters.</summary>
    public IEnumerable<SafetensorsTensor> Parameters => this.file.Tensors.Where(t => this.file.Contains($"grad/{t.Name}") && t.Name != "input");

    /// <summary>Sets a network's parameters by their names, all of them.</summary>
    public void SetParameters<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(this.Parameters.Select(t => t.Name).Order(), network.Parameters.Select(p => p.Name).Order());
        foreach (Parameter<T> parameter in network.Parameters)
        {
            Assert.Equal(this[parameter.Name].Shape, parameter.Shape);
            parameter.CopyFrom(this[parameter.Name].ToArray<T>());
        }
    }
}
