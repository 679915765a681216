// The first exercise of the lecture: from four rows of a truth table a network finds out that the answer is the first input,
// and answers a row that it has never seen.
using System.Diagnostics;
using System.Text.Json;
using Lecture;
using NetDsl.Data;
using NetDsl.Training;

const int Steps = 100_000;

float[] inputs =
[
    0, 0, 1,
    0, 1, 1,
    1, 0, 1,
    1, 1, 1,
];
float[] targets = [0, 0, 1, 1];
float[] unseen = [1, 1, 0];
Dataset table = new(inputs, [3], targets, [1]);

// All four rows in each step. The lecture goes down half the sum of the squared errors: a rate of 2 takes the same steps down their mean,
// this one steps twice as large.
LogicNet network = new(seed: 1);
Trainer<float> trainer = new(network, new SGD { LearningRate = 4 });
long start = Stopwatch.GetTimestamp();
History history = trainer.Fit(table, epochs: Steps, batchSize: table.Count);
double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

for (int step = 1; step <= Steps; step *= 10)
{
    Console.WriteLine(FormattableString.Invariant($"step {step,6}: loss {history[step - 1].Loss:E2}"));
}

Console.WriteLine();
float[] answers = trainer.Predict(table);
for (int row = 0; row < table.Count; row++)
{
    Console.WriteLine(FormattableString.Invariant($"{string.Join(' ', table.Features(row).ToArray())} -> {answers[row]:F4}, should be {targets[row]}"));
}

float[] answer = new float[1];
network.Predict(unseen, answer);
Console.WriteLine(FormattableString.Invariant($"{string.Join(' ', unseen)} -> {answer[0]:F4}, never seen before"));

Console.WriteLine(JsonSerializer.Serialize(new
{
    mean_error = answers.Zip(targets, (y, t) => Math.Abs(y - t)).Average(),
    unseen_answer = answer[0],
    steps = Steps,
    seconds = Math.Round(seconds, 3),
}));
