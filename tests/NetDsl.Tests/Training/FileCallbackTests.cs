using System.Globalization;
using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Callbacks that write files.</summary>
public class FileCallbackTests
{
    [Fact]
    public void A_checkpoint_of_each_epoch_has_its_number_and_loss_in_its_name_and_the_parameters_of_that_epoch()
    {
        using TemporaryFolder folder = new();
        SingleLayerNetwork<float> network = Line();
        List<float[]> after = [];
        LambdaCallback record = new() { EpochEnd = (_, _) => after.Add(network.Parameters.Values.ToArray()) };
        ModelCheckpoint checkpoint = new(folder.File("run/{epoch:000}-{val_loss:0.0000}-x.safetensors"));
        Dataset data = Samples.OfLine(20);
        History history = new Trainer<float>(network, new SGD()).Fit(
            data, data, epochs: 3, callbacks: [checkpoint, record], cancellationToken: Token);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            string file = folder.File(string.Create(
                CultureInfo.InvariantCulture, $"run/{epoch:000}-{history[epoch - 1].ValidationLoss:0.0000}-x.safetensors"));
            SingleLayerNetwork<float> loaded = Line();
            ModelFile.LoadParameters(loaded, file);
            Assert.Equal(after[epoch - 1], loaded.Parameters.Values.ToArray());
        }

        Assert.Equal(3, Directory.GetFiles(folder.File("run")).Length);
        Assert.Contains("003-", checkpoint.LastPath);
    }

    [Fact]
    public void Only_better_epochs_are_saved_where_told()
    {
        using TemporaryFolder folder = new();
        Run(new ModelCheckpoint(folder.File("{epoch}.safetensors")) { Monitor = "loss", SaveBestOnly = true }, [5, 6, 4, 4, 3]);
        Assert.Equal(["1.safetensors", "3.safetensors", "5.safetensors"], folder.FileNames);
    }

    [Fact]
    public void A_threshold_must_be_beaten_before_anything_is_saved()
    {
        using TemporaryFolder folder = new();
        Run(new ModelCheckpoint(folder.File("{epoch}")) { Monitor = "loss", SaveBestOnly = true, InitialValueThreshold = 4.5 }, [5, 4, 3]);
        Assert.Equal(["2", "3"], folder.FileNames);
    }

    [Fact]
    public void Every_second_epoch_is_saved_where_told()
    {
        using TemporaryFolder folder = new();
        Run(new ModelCheckpoint(folder.File("{epoch}-{loss:0}")) { SaveFrequency = 2 }, [5, 4, 3, 2, 1]);
        Assert.Equal(["2-4", "4-2"], folder.FileNames);
    }

    [Fact]
    public void The_best_epoch_stays_the_one_to_beat_in_a_second_call()
    {
        using TemporaryFolder folder = new();
        ModelCheckpoint checkpoint = new(folder.File("{loss:0}")) { Monitor = "loss", SaveBestOnly = true };
        Run(checkpoint, [5, 3]);
        Run(checkpoint, [4, 2]);
        Assert.Equal(["2", "3", "5"], folder.FileNames);
    }

    [Fact]
    public void A_file_name_that_asks_for_what_there_is_not_is_refused_before_training()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Run(new ModelCheckpoint("{epoch}-{val_loss:0.00}"), [1]));
        Assert.Contains("asks for 'val_loss'", error.Message);
        Assert.Contains("It has: epoch, loss, learning_rate.", error.Message);
    }

    [Fact]
    public void A_log_has_a_line_for_each_epoch_with_all_digits()
    {
        using TemporaryFolder folder = new();
        History history = Run(new CSVLogger(folder.File("log.csv")), [0.1, 2]);
        Assert.Equal(
            ["epoch,loss,learning_rate", .. history.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Epoch},{e.Loss:R},0"))],
            File.ReadAllLines(folder.File("log.csv")));
    }

    [Fact]
    public void A_log_is_replaced_or_added_to_as_told()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("log.csv");
        Run(new CSVLogger(path, separator: ';'), [1, 2]);
        Run(new CSVLogger(path, separator: ';', append: true), [3]);
        Assert.Equal(["epoch;loss;learning_rate", "1;", "2;", "1;"], File.ReadAllLines(path).Select((line, i) => i == 0 ? line : line[..2]));
        Run(new CSVLogger(path, separator: ';'), [3]);
        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void A_log_of_other_columns_is_not_added_to()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("log.csv");
        File.WriteAllText(path, "epoch,accuracy\n1,0.5\n");
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Run(new CSVLogger(path, append: true), [1]));
        Assert.Contains("'epoch,accuracy'", error.Message);
        Assert.Equal("epoch,accuracy\n1,0.5\n", File.ReadAllText(path));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SingleLayerNetwork<float> Line()
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        return network;
    }

    // The network answers its bias and the target is 0, so a bias of sqrt(loss), set for each epoch, gives the loss that the test wants.
    private static History Run(Callback callback, double[] losses)
    {
        SingleLayerNetwork<double> network = new(1, 1, Activation.Linear, Loss.MeanSquaredError);
        LambdaCallback set = new() { EpochBegin = (_, epoch) => network.Parameters["dense_0/bias"][0] = Math.Sqrt(losses[epoch - 1]) };
        return new Trainer<double>(network, new SGD { LearningRate = 0 }).Fit(
            new Dataset([0f], [1], [0f], [1]), epochs: losses.Length, callbacks: [set, callback], cancellationToken: Token);
    }
}
