using NetDsl.Interchange;
using NetDsl.Tests.Training;
using NetDsl.Training;

namespace NetDsl.Tests.Interchange;

public sealed class WholeModelFileTests : IDisposable
{
    private static readonly ModelDescription Description = new("SingleLayer", Precision.Single)
    {
        Declaration = "using NetDsl;\n// \"quoted\", größer\n",
        Classes = ["shower", "track \"\\ ü"],
        FeatureNames = ["x", "y", "z"],
        TargetNames = [],
        EpochsTrained = 7,
        Seed = ulong.MaxValue,
    };

    private readonly TemporaryFolder folder = new();

    private string ModelPath => this.folder.File("model.safetensors");

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void What_the_file_is_to_say_comes_back()
    {
        ModelFile.Save(Network(seed: 1), this.ModelPath, Description);
        ModelDescription description = ModelFile.ReadDescription(this.ModelPath)!;
        Assert.Equivalent(Description, description, strict: true);
        Assert.Equal(Description.ToMetadata(), description.ToMetadata());
    }

    [Fact]
    public void A_network_is_loaded_with_the_same_bits_and_its_description()
    {
        SingleLayerNetwork<float> saved = Network(seed: 1);
        ModelFile.Save(saved, this.ModelPath, Description);
        SingleLayerNetwork<float> loaded = Network(seed: 2);
        Assert.Equivalent(Description, ModelFile.Load(loaded, this.ModelPath), strict: true);
        Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_network_of_double_precision_is_loaded_with_the_same_bits()
    {
        SingleLayerNetwork<double> saved = new(3, 2, Activation.Tanh, Loss.MeanSquaredError);
        saved.Initialize(1);
        ModelFile.Save(saved, this.ModelPath);
        SingleLayerNetwork<double> loaded = new(3, 2, Activation.Tanh, Loss.MeanSquaredError);
        Assert.Equal(Precision.Double, ModelFile.Load(loaded, this.ModelPath)!.Precision);
        Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());
    }

    [Fact]
    public void The_same_network_gives_the_same_file()
    {
        ModelFile.Save(Network(seed: 1), this.ModelPath, Description);
        ModelFile.Save(Network(seed: 1), this.folder.File("other.safetensors"), Description);
        Assert.Equal(File.ReadAllBytes(this.ModelPath), File.ReadAllBytes(this.folder.File("other.safetensors")));
    }

    [Fact]
    public void Parameters_alone_can_be_loaded_from_a_whole_model()
    {
        SingleLayerNetwork<float> saved = Network(seed: 1);
        ModelFile.Save(saved, this.ModelPath, Description);
        SingleLayerNetwork<float> loaded = Network(seed: 2);
        ModelFile.LoadParameters(loaded, this.ModelPath);
        Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_file_of_parameters_alone_says_only_whose_they_are()
    {
        ModelFile.SaveParameters(Network(seed: 1), this.ModelPath);
        Assert.Equal(new ModelDescription("SingleLayer", Precision.Single), ModelFile.ReadDescription(this.ModelPath));
        Assert.Equal(new ModelDescription("SingleLayer", Precision.Single), ModelFile.Load(Network(seed: 2), this.ModelPath));
    }

    [Fact]
    public void A_file_of_another_program_says_nothing_and_can_be_loaded()
    {
        SingleLayerNetwork<float> network = Network(seed: 1);
        SafetensorsFile.Write(
            this.ModelPath,
            [SafetensorsTensor.Create("dense_0/kernel", [3, 2], new float[6]), SafetensorsTensor.Create("dense_0/bias", [2], [3f, 4f])],
            new Dictionary<string, string> { ["format"] = "pt" });
        Assert.Null(ModelFile.ReadDescription(this.ModelPath));
        Assert.Null(ModelFile.Load(network, this.ModelPath));
        Assert.Equal([3f, 4f], network.Parameters["dense_0/bias"].ToArray());
    }

    [Fact]
    public void Tensors_that_belong_to_a_training_are_no_parameters()
    {
        SingleLayerNetwork<float> network = Network(seed: 1);
        ModelFile.Save(network, this.ModelPath, Description);
        SafetensorsFile file = SafetensorsFile.Read(this.ModelPath);
        Dictionary<string, string> metadata = new(file.Metadata);
        metadata.Remove("netdsl.sha256");
        metadata["netdsl.training/epoch"] = "3";
        SafetensorsFile.Write(this.ModelPath, [.. file.Tensors, SafetensorsTensor.Create("netdsl.training/moments", [1], [1f])], metadata);
        Assert.Equivalent(Description, ModelFile.Load(Network(seed: 2), this.ModelPath), strict: true);
    }

    [Fact]
    public void A_network_that_computes_something_else_is_refused_and_stays_as_it_was()
    {
        ModelFile.Save(Network(seed: 1), this.ModelPath);
        ModelFormatException error = this.Refuse(new SingleLayerNetwork<float>(3, 2, Activation.Sigmoid, Loss.MeanSquaredError));
        Assert.Contains("does not answer as the one that was saved: value 0 of 'dense_0' for sample 0 is ", error.Message);
    }

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(3, false)]
    public void Answers_may_differ_by_rounding_relative_to_the_largest_of_the_output(double tolerances, bool isTaken)
    {
        SingleLayerNetwork<float> network = Network(seed: 1);
        float[] answers = Answers(network, [1, 0, 0, 0, 1, 0]);
        answers[1] += (float)tolerances * 1e-4f * answers.Max(Math.Abs);
        Assert.Equal(isTaken, new SelfTest<float>([1, 0, 0, 0, 1, 0], answers).Mismatch(network) is null);
    }

    [Fact]
    public void An_answer_that_was_not_finite_must_be_the_same_again()
    {
        SingleLayerNetwork<float> network = Network(seed: 1);
        float[] inputs = [float.PositiveInfinity, 1, 1];
        Assert.Null(new SelfTest<float>(inputs, Answers(network, inputs)).Mismatch(network));
        Assert.NotNull(new SelfTest<float>([1, 1, 1], [float.NaN, float.NaN]).Mismatch(network));
    }

    [Fact]
    public void Samples_are_drawn_as_each_input_takes_them()
    {
        RatedItem network = new(seed: 3);
        network.Parameters["normalization_0/mean"].CopyFrom([1e6f, -1e6f, 0]);
        network.Parameters["normalization_0/variance"].CopyFrom([100, 100, 1e-6f]);
        float[] samples = new SelfTestSamples<float>(network, 64).Draw()!;

        float[][] rows = [.. samples.Chunk(5)];
        Assert.All(rows, row => Assert.InRange(row[0], 1e6f - 60, 1e6f + 60));
        Assert.All(rows, row => Assert.InRange(row[1], -1e6f - 60, -1e6f + 60));
        Assert.All(rows, row => Assert.InRange(row[2], -6e-3f, 6e-3f));
        Assert.All(rows.SelectMany(row => row[3..]), number => Assert.Contains((int)number, Enumerable.Range(0, 50)));
        Assert.True(rows.SelectMany(row => row[3..]).Distinct().Count() > 25);
        Assert.True(rows.Select(row => row[0]).Distinct().Count() > 10);
    }

    [Fact]
    public void A_network_of_several_inputs_and_outputs_is_tested_when_it_is_loaded()
    {
        RatedItem saved = new(seed: 3);
        ModelFile.Save(saved, this.ModelPath);
        RatedItem loaded = new(seed: 4);
        ModelFile.Load(loaded, this.ModelPath);
        Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());

        // Each value of both outputs is looked at, in the scale of its own output.
        SelfTest<float> test = SelfTest<float>.Of(loaded)!;
        loaded.Parameters["price/bias"][0] = 1e6f;
        Assert.Contains("'price'", test.Mismatch(loaded));
        test = SelfTest<float>.Of(loaded)!;
        loaded.Parameters["kind/bias"][2] += 0.01f;
        Assert.Contains("'kind'", test.Mismatch(loaded));
    }

    [Fact]
    public void A_network_of_many_inputs_does_not_swell_the_file()
    {
        SingleLayerNetwork<float> network = new(100_000, 1, Activation.Linear, Loss.MeanSquaredError);
        ModelFile.Save(network, this.ModelPath);
        Assert.InRange(new FileInfo(this.ModelPath).Length, 800_000, 1_000_000);
    }

    [Fact]
    public void Parameters_that_are_not_finite_are_not_saved()
    {
        SingleLayerNetwork<float> network = Network(seed: 1);
        network.Parameters["dense_0/kernel"][2] = float.NaN;
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => ModelFile.Save(network, this.ModelPath));
        Assert.Contains("value 2 of 'dense_0/kernel' is NaN", error.Message);
        Assert.Empty(this.folder.FileNames);
    }

    [Fact]
    public void The_description_of_another_network_is_not_saved()
    {
        void Save(ModelDescription description) => ModelFile.Save(Network(seed: 1), this.ModelPath, description);
        Assert.Throws<ArgumentException>(() => Save(Description with { NetworkName = "Other" }));
        Assert.Throws<ArgumentException>(() => Save(Description with { Precision = Precision.Double }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Save(Description with { EpochsTrained = -1 }));
        Assert.Empty(this.folder.FileNames);
    }

    [Theory]
    [InlineData("netdsl.classes", "[\"a\",\"b\"]", "was changed since the file was saved")]
    [InlineData("netdsl.declaration", null, "was changed since the file was saved")]
    [InlineData("netdsl.version", "2", "version '2'")]
    [InlineData("netdsl.version", "0", "version '0'")]
    [InlineData("netdsl.network", null, "no 'netdsl.network'")]
    [InlineData("netdsl.precision", null, "no 'netdsl.precision'")]
    [InlineData("netdsl.precision", "Half", "neither Single nor Double")]
    public void A_description_that_was_changed_is_refused(string key, string? value, string expected)
    {
        ModelFile.Save(Network(seed: 1), this.ModelPath, Description);
        this.Change(key, value);
        Assert.Contains(expected, this.Refuse(Network(seed: 2)).Message);
        Assert.Contains(expected, Assert.Throws<ModelFormatException>(() => ModelFile.ReadDescription(this.ModelPath)).Message);
    }

    [Theory]
    [InlineData("netdsl.classes", "a, b", "no list of names")]
    [InlineData("netdsl.features", "[1]", "no list of names")]
    [InlineData("netdsl.targets", "[null]", "no list of names")]
    [InlineData("netdsl.epochs", "-1", "no whole number from 0 to 2147483647")]
    [InlineData("netdsl.seed", "1e3", "no whole number")]
    public void A_description_that_cannot_be_read_is_refused(string key, string value, string expected)
    {
        ModelFile.Save(Network(seed: 1), this.ModelPath, Description);
        this.Change("netdsl.description.sha256", null);
        this.Change(key, value);
        Assert.Contains($"'{key}' in its metadata is {expected}", this.Refuse(Network(seed: 2)).Message);
    }

    [Theory]
    [InlineData("netdsl.selftest.inputs", null, "no 'netdsl.selftest.inputs'")]
    [InlineData("netdsl.selftest.outputs", null, "no 'netdsl.selftest.outputs'")]
    [InlineData("netdsl.selftest.inputs", "?", "is no base64")]
    [InlineData("netdsl.selftest.inputs", "AAA=", "no whole number of values")]
    [InlineData("netdsl.selftest.inputs", "", "has 0 values for 8 answers")]
    [InlineData("netdsl.selftest.outputs", "AAAAAA==", "has 12 values for 1 answers")]
    [InlineData("netdsl.selftest.outputs", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "does not answer")]
    public void Answers_that_were_changed_are_refused(string key, string? value, string expected)
    {
        ModelFile.Save(Network(seed: 1), this.ModelPath, Description);
        this.Change(key, value);
        Assert.Contains(expected, this.Refuse(Network(seed: 2)).Message);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        ModelFile.Save(Network(seed: 1), this.ModelPath, Description);
        byte[] bytes = File.ReadAllBytes(this.ModelPath);
        for (int length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(this.ModelPath, bytes[..length]);
            this.Refuse(Network(seed: 2));
            Assert.Throws<ModelFormatException>(() => ModelFile.ReadDescription(this.ModelPath));
        }
    }

    [Fact]
    public void A_bit_turned_anywhere_is_refused_or_changes_nothing()
    {
        SingleLayerNetwork<float> saved = Network(seed: 1);
        ModelFile.Save(saved, this.ModelPath, Description);
        byte[] bytes = File.ReadAllBytes(this.ModelPath);
        int refused = 0;
        for (int place = 0; place < bytes.Length; place++)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= (byte)(1 << (place % 8));
            File.WriteAllBytes(this.ModelPath, damaged);
            SingleLayerNetwork<float> loaded = Network(seed: 2);
            try
            {
                // What the self-test was, a checksum's key, or the name of the network may have changed: they leave the model as it is.
                Assert.Equivalent(Description, ModelFile.Load(loaded, this.ModelPath)! with { NetworkName = "SingleLayer" }, strict: true);
                Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());
            }
            catch (ModelFormatException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, bytes.Length / 2, bytes.Length);
    }

    private static SingleLayerNetwork<float> Network(ulong seed)
    {
        SingleLayerNetwork<float> network = new(3, 2, Activation.Tanh, Loss.MeanSquaredError);
        network.Initialize(seed);
        return network;
    }

    private static float[] Answers(SingleLayerNetwork<float> network, float[] inputs)
    {
        float[] answers = new float[inputs.Length / 3 * 2];
        network.Predict(inputs, answers);
        return answers;
    }

    private void Change(string key, string? value)
    {
        SafetensorsFile file = SafetensorsFile.Read(this.ModelPath);
        Dictionary<string, string> metadata = new(file.Metadata);
        Assert.True(metadata.Remove(key));
        if (value is not null)
        {
            metadata.Add(key, value);
        }

        SafetensorsFile.Write(this.ModelPath, file.Tensors, metadata);
    }

    private ModelFormatException Refuse(SingleLayerNetwork<float> network)
    {
        float[] before = network.Parameters.Values.ToArray();
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => ModelFile.Load(network, this.ModelPath));
        Assert.Equal(before, network.Parameters.Values.ToArray());
        Assert.StartsWith(this.ModelPath + ": ", error.Message);
        return error;
    }
}
