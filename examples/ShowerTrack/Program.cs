using System.Diagnostics;
using NetDsl.Data;
using NetDsl.Data.Simulators;
using NetDsl.Training;
using ShowerTrack;
var watch = Stopwatch.StartNew();
int n = int.Parse(args[0]); int epochs = int.Parse(args[1]); double lr = double.Parse(args[2]); int batch = int.Parse(args[3]); ulong seed = ulong.Parse(args[4]); double f = double.Parse(args[5]);
Dataset train = NetDsl.Data.Simulators.ShowerTrack.Simulate(n, seed);
Dataset test = NetDsl.Data.Simulators.ShowerTrack.Simulate(5000, seed + 1000);
Console.WriteLine($"sim {watch.Elapsed.TotalSeconds}");
ShowerTrackNet net = new();
net.Initialize(seed);
Trainer<float> t = new(net, new Adam() { LearningRate = lr }) { Seed = seed };
for (int e = 0; e < epochs; e++)
{
    var h = t.Fit(train, batchSize: batch);
    t.OptimizerState.LearningRate *= f;
    var r = t.Evaluate(test);
    Console.WriteLine($"{e} loss {h[0].Loss:F4} acc {h[0].Accuracy:F4} test {r.Loss:F4} {r.Accuracy:F4} rate {h[0].SamplesPerSecond:F0} t {watch.Elapsed.TotalSeconds:F1}");
}
