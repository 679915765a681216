using NetDsl.Interchange;
using NetDsl.Tests.Training;

namespace NetDsl.Tests.Interchange;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string ModelPath => this.folder.File("model.safetensors");

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Parameters_of_single_precision_come_back_with_the_same_bits()
    {
        SingleLayerNetwork<float> saved = Network<float>(3, 5, seed: 1);
        ModelFile.SaveParameters(saved, this.ModelPath);
        SingleLayerNetwork<float> loaded = Network<float>(3, 5, seed: 2);
        ModelFile.LoadParameters(loaded, this.ModelPath);
        Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());
    }

    [Fact]
    public void Parameters_of_double_precision_come_back_with_the_same_bits()
    {
        SingleLayerNetwork<double> saved = Network<double>(3, 5, seed: 1);
        ModelFile.SaveParameters(saved, this.ModelPath);
        SingleLayerNetwork<double> loaded = Network<double>(3, 5, seed: 2);
        ModelFile.LoadParameters(loaded, this.ModelPath);
        Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());
    }

    [Fact]
    public void The_file_says_what_it_holds()
    {
        ModelFile.SaveParameters(Network<float>(3, 5, seed: 1), this.ModelPath);
        SafetensorsFile file = SafetensorsFile.Read(this.ModelPath);
        Assert.Equal(["dense_0/bias", "dense_0/kernel"], file.Tensors.Select(t => t.Name));
        Assert.Equal([3, 5], file["dense_0/kernel"].Shape);
        Assert.Equal("1", file.Metadata["netdsl.version"]);
        Assert.Equal("SingleLayer", file.Metadata["netdsl.network"]);
        Assert.Equal("Single", file.Metadata["netdsl.precision"]);
    }

    [Fact]
    public void Another_architecture_is_refused_with_all_that_differs()
    {
        SafetensorsFile.Write(
            this.ModelPath,
            [SafetensorsTensor.Create("dense_0/kernel", [5, 3], new float[15]), SafetensorsTensor.Create("dense_1/kernel", [1], new float[1])],
            new Dictionary<string, string> { ["netdsl.network"] = "Other" });
        string message = this.Refuse(Network<float>(3, 5, seed: 1)).Message;
        Assert.Contains("of 'Other' are not those of the network SingleLayer", message);
        Assert.Contains("'dense_0/kernel' has shape (5, 3), not (3, 5)", message);
        Assert.Contains("'dense_0/bias' is missing", message);
        Assert.Contains("'dense_1/kernel' is not in the network", message);
    }

    [Fact]
    public void Another_precision_is_refused()
    {
        ModelFile.SaveParameters(Network<double>(3, 5, seed: 1), this.ModelPath);
        Assert.Contains("'dense_0/kernel' has precision F64, not F32", this.Refuse(Network<float>(3, 5, seed: 1)).Message);
    }

    [Fact]
    public void Many_differences_are_cut_short()
    {
        SafetensorsFile.Write(
            this.ModelPath, Enumerable.Range(0, 20).Select(i => SafetensorsTensor.Create($"layer_{i}/kernel", [1], new float[1])));
        Assert.EndsWith("; and 10 more.", this.Refuse(Network<float>(3, 5, seed: 1)).Message);
    }

    [Fact]
    public void Values_changed_after_saving_are_refused()
    {
        SingleLayerNetwork<float> network = Network<float>(3, 5, seed: 1);
        ModelFile.SaveParameters(network, this.ModelPath);
        byte[] bytes = File.ReadAllBytes(this.ModelPath);
        bytes[^3] ^= 1;
        File.WriteAllBytes(this.ModelPath, bytes);
        Assert.Contains("were changed since the file was saved", this.Refuse(network).Message);
    }

    [Fact]
    public void A_file_of_another_program_needs_no_metadata()
    {
        SingleLayerNetwork<float> network = Network<float>(1, 2, seed: 1);
        SafetensorsFile.Write(
            this.ModelPath,
            [SafetensorsTensor.Create("dense_0/kernel", [1, 2], [1f, 2f]), SafetensorsTensor.Create("dense_0/bias", [2], [3f, 4f])]);
        ModelFile.LoadParameters(network, this.ModelPath);
        Assert.Equal([1f, 2f], network.Parameters["dense_0/kernel"].ToArray());
        Assert.Equal([3f, 4f], network.Parameters["dense_0/bias"].ToArray());
    }

    [Fact]
    public void Values_that_are_not_finite_are_refused()
    {
        SafetensorsFile.Write(
            this.ModelPath,
            [SafetensorsTensor.Create("dense_0/kernel", [1, 2], [1f, 2f]), SafetensorsTensor.Create("dense_0/bias", [2], [3f, float.NaN])]);
        Assert.Contains("value 1 of 'dense_0/bias' is NaN", this.Refuse(Network<float>(1, 2, seed: 1)).Message);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("next")]
    public void A_newer_version_of_the_format_is_refused(string version)
    {
        SafetensorsFile.Write(this.ModelPath, [], new Dictionary<string, string> { ["netdsl.version"] = version });
        Assert.Contains($"version '{version}'", this.Refuse(Network<float>(1, 2, seed: 1)).Message);
    }

    [Fact]
    public void A_broken_file_leaves_the_network_as_it_was()
    {
        SingleLayerNetwork<float> network = Network<float>(3, 5, seed: 1);
        ModelFile.SaveParameters(network, this.ModelPath);
        byte[] bytes = File.ReadAllBytes(this.ModelPath);
        File.WriteAllBytes(this.ModelPath, bytes[..^1]);
        this.Refuse(Network<float>(3, 5, seed: 2));
    }

    private static SingleLayerNetwork<T> Network<T>(int inputs, int outputs, ulong seed)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        SingleLayerNetwork<T> network = new(inputs, outputs, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(seed);
        return network;
    }

    private ModelFormatException Refuse(SingleLayerNetwork<float> network)
    {
        float[] before = network.Parameters.Values.ToArray();
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => ModelFile.LoadParameters(network, this.ModelPath));
        Assert.Equal(before, network.Parameters.Values.ToArray());
        Assert.StartsWith(this.ModelPath + ": ", error.Message);
        return error;
    }
}
