using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Tests.Data.Preparations;
using NetDsl.Tests.Training;
using NetDsl.Training;

namespace NetDsl.Tests.Interchange;

/// <summary>How data are prepared is saved with the network that was trained with them.</summary>
public sealed class PreparedModelFileTests : IDisposable
{
    private const string Key = "netdsl.preparation";

    private readonly TemporaryFolder folder = new();

    private string ModelPath => this.folder.File("model.safetensors");

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void The_preparation_comes_back_with_the_network()
    {
        Preparation preparation = Preparation.Fit(MixedTable.Steps, MixedTable.Rows(100, seed: 1));
        this.Save(preparation);

        Assert.Equal(preparation, ModelFile.ReadDescription(this.ModelPath)!.Preparation);
        Preparation loaded = ModelFile.Load(Network(), this.ModelPath)!.Preparation!;
        Dataset other = MixedTable.Rows(20, seed: 2);
        Assert.Equal(preparation.Apply(other).AllFeatures, loaded.Apply(other).AllFeatures);
    }

    [Fact]
    public void A_network_that_takes_data_as_they_come_says_nothing_of_it()
    {
        this.Save(preparation: null);
        Assert.Null(ModelFile.Load(Network(), this.ModelPath)!.Preparation);
    }

    [Fact]
    public void A_preparation_that_was_changed_is_refused()
    {
        this.Save(Preparation.Fit([new StandardScaler()], MixedTable.Rows(100, seed: 1)));
        this.Change(text => text.Replace("mean", "meen", StringComparison.Ordinal), checksum: true);
        Assert.Contains("was changed since the file was saved", this.Refuse());
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_preparation_that_cannot_be_read_is_refused(string text)
    {
        this.Save(Preparation.Fit([new StandardScaler()], MixedTable.Rows(100, seed: 1)));
        this.Change(_ => text, checksum: false);
        Assert.Contains($"'{Key}' in its metadata is no preparation of data", this.Refuse());
    }

    [Fact]
    public void A_step_that_is_not_registered_is_named()
    {
        Dataset data = new([4, 1], [2], [], [0], ["a", "b"]);
        this.Save(Preparation.Fit([new SquareRootStep("missing step")], data));
        Assert.Contains("prepared by the step 'missing step', which this program does not know", this.Refuse());
    }

    private static SingleLayerNetwork<float> Network() => new(3, 2, Activation.Tanh, Loss.MeanSquaredError);

    private void Save(Preparation? preparation) => ModelFile.Save(
        Network(), this.ModelPath, new ModelDescription("SingleLayer", Precision.Single) { Preparation = preparation });

    private string Refuse()
    {
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => ModelFile.Load(Network(), this.ModelPath));
        Assert.StartsWith(this.ModelPath + ": ", error.Message);
        Assert.Equal(error.Message, Assert.Throws<ModelFormatException>(() => ModelFile.ReadDescription(this.ModelPath)).Message);
        return error.Message;
    }

    private void Change(Func<string, string> change, bool checksum)
    {
        SafetensorsFile file = SafetensorsFile.Read(this.ModelPath);
        Dictionary<string, string> metadata = new(file.Metadata);
        metadata[Key] = change(metadata[Key]);
        if (!checksum)
        {
            metadata.Remove("netdsl.description.sha256");
        }

        SafetensorsFile.Write(this.ModelPath, file.Tensors, metadata);
    }
}
