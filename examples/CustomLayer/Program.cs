// A layer that NetDsl has not: radial basis functions, written as a class of three methods. Its gradients are checked first, then a network
// with it learns to tell a disc from the ring around it.
using System.Text.Json;
using Lecture;
using NetDsl.Data;
using NetDsl.Training;

Dataset train = Points(seed: 1, count: 1000);
Dataset test = Points(seed: 2, count: 1000);

GradientReport report = GradientCheck.Run(new CheckedRingNet(seed: 1), train);
Console.WriteLine(report);

RingNet network = new(seed: 1);
Trainer<float> trainer = new(network, new Adam { LearningRate = 0.02 }) { Seed = 1 };
History history = trainer.Fit(train, epochs: 30);
double? accuracy = trainer.Evaluate(test).Accuracy;
Console.WriteLine(FormattableString.Invariant($"loss {history[0].Loss:F3} after the first epoch, {history[^1].Loss:F3} after the last; right {accuracy:P1}"));

Console.WriteLine(JsonSerializer.Serialize(new { gradients_agree = report.Agrees, test_accuracy = accuracy }));

// Within a radius of 0.7 the target is 1, from there to 1.4 it is 0; as many of either.
static Dataset Points(int seed, int count)
{
    Random random = new(seed);
    float[] points = new float[2 * count];
    float[] inside = new float[count];
    for (int i = 0; i < count; i++)
    {
        inside[i] = i % 2;
        double radius = 0.7 * (inside[i] == 1 ? Math.Sqrt(random.NextDouble()) : Math.Sqrt(1 + (3 * random.NextDouble())));
        double angle = 2 * Math.PI * random.NextDouble();
        points[2 * i] = (float)(radius * Math.Cos(angle));
        points[(2 * i) + 1] = (float)(radius * Math.Sin(angle));
    }

    return new Dataset(points, [2], inside, [1]);
}
