// Handwritten digits, from the files of MNIST as they were published.
// usage: Mnist [FOLDER]
using System.Diagnostics;
using System.Text.Json;
using Lecture;
using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Training;

const int Epochs = 10;
const double Decay = 0.8;
const ulong Seed = 1;
string[] files = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

string folder = args.Length > 0 ? args[0] : Path.Combine("..", "shared", "data", "mnist");
string[] paths = [.. files.Select(file => Path.Combine(folder, file)).Select(path => File.Exists(path) ? path : path + ".gz")];
string[] missing = [.. paths.Where(path => !File.Exists(path))];
if (missing.Length > 0)
{
    Console.Error.WriteLine($"There is no {string.Join(", no ", missing)}.");
    Console.Error.WriteLine(
        "MNIST is published at http://yann.lecun.com/exdb/mnist/, and mirrored at https://ossci-datasets.s3.amazonaws.com/mnist/ (NAME.gz).");
    Console.Error.WriteLine("Put its four files into a folder, packed or not, and give the folder as the argument of this program.");
    return 1;
}

Dataset train = IdxFile.ReadImages(paths[0], paths[1]);
Dataset test = IdxFile.ReadImages(paths[2], paths[3]);
MnistNet network = new(Seed);
Console.WriteLine(network.Summary);
Console.WriteLine();

Trainer<float> trainer = new(network, new Adam()) { Seed = Seed };
History history = trainer.Fit(train, epochs: Epochs, batchSize: 64, callbacks: [new EpochLines(trainer, Epochs, Decay)]);

Console.WriteLine();
Console.WriteLine($"On {test.Count} images that it has never seen:");
ConfusionMatrix confusion = ConfusionMatrix.Categorical(trainer.Predict(test), test.AllTargets, test.Classes!);
Console.WriteLine(confusion);

Console.WriteLine(JsonSerializer.Serialize(new
{
    test_accuracy = confusion.Accuracy,
    train_samples_per_s = Math.Round(Epochs / history.SamplesPerSecond.Sum(rate => 1 / rate), 1),
    seconds = Math.Round((DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds, 1),
}));
return 0;
