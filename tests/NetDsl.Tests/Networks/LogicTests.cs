using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>The exercise of the first lecture: a truth table in which the first of three inputs is the answer.</summary>
public sealed class LogicTests
{
    [Fact]
    public void After_100_000_steps_the_table_is_learnt_and_an_unseen_row_is_answered()
    {
        float[] inputs = [0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1];
        float[] targets = [0, 0, 1, 1];
        TruthTable network = new(seed: 1);

        // The lecture goes down half the sum of the squared errors; a rate of 2 takes the same steps down their mean, this one twice as large.
        Trainer<float> trainer = new(network, new SGD { LearningRate = 4 });
        Dataset table = new(inputs, [3], targets, [1]);
        trainer.Fit(table, epochs: 100_000, batchSize: 4, cancellationToken: TestContext.Current.CancellationToken);

        float[] answers = new float[4];
        network.Predict(inputs, answers);
        Assert.InRange(answers.Zip(targets, (y, t) => Math.Abs(y - t)).Average(), 0, 0.0015);
        network.Predict([1, 1, 0], answers.AsSpan(0, 1));
        Assert.InRange(answers[0], 0.99, 1);
    }
}
