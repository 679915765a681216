// The exercise of the lecture: a convolutional network learns to tell particle showers from tracks in simulated detector images.
// usage: ShowerTrack [SEED]
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lecture;
using NetDsl.Data;
using NetDsl.Data.Simulators;
using NetDsl.Evaluation;
using NetDsl.Training;

const int TrainingImages = 8000;
const int ValidationImages = 500;
const int TestImages = 1000;
const int Epochs = 3;
const double Decay = 1.0 / 3;

ulong seed = 1;
if (args.Length > 1 || (args.Length == 1 && !ulong.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
{
    Console.Error.WriteLine("usage: ShowerTrack [SEED]      SEED: a whole number from 0; another one gives other images and another network");
    return 2;
}

// Each image is divided by its brightest pixel: otherwise brightness alone would tell a shower from a track.
const double All = TrainingImages + ValidationImages + TestImages;
DataSplit images = ShowerTrack.Simulate((int)All, seed).Split(ValidationImages / All, TestImages / All, seed, stratify: true);
Dataset train = images.Train;
Dataset test = images.Test!;
Console.WriteLine($"{train.Count} images to train with, of {string.Join("s and ", train.Classes!)}s such as these:");
Console.WriteLine();
Console.Write(Drawing.SideBySide(Drawing.Example(train, kind: 0), Drawing.Example(train, kind: 1)));
Console.WriteLine();

ShowerTrackNet network = new(seed);
Console.WriteLine(network.Summary);
Console.WriteLine();

Trainer<float> trainer = new(network, new Adam()) { Seed = seed };
History history = trainer.Fit(train, images.Validation, Epochs, batchSize: 64, callbacks: [new EpochLines(trainer, Epochs, Decay)]);

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
