using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Weights of classes that follow from data.</summary>
public sealed class ClassWeightTests
{
    [Fact]
    public void Balanced_weights_are_those_of_scikit_learn()
    {
        // compute_class_weight("balanced", classes=[0, 1, 2], y=[0, 0, 0, 0, 1, 2, 2, 2])
        Dataset data = new(new float[8], [1], [0, 0, 0, 0, 1, 2, 2, 2], [1]);
        SingleLayerNetwork<float> network = new(1, 3, Activation.Softmax, Loss.SparseCategoricalCrossentropy);
        IReadOnlyDictionary<int, double> weights = ClassWeights.Balanced(network.Summary, data);
        Assert.Equal([0, 1, 2], weights.Keys.Order());
        Assert.Equal(0.6666666666666666, weights[0], 1e-15);
        Assert.Equal(2.6666666666666665, weights[1], 1e-15);
        Assert.Equal(0.8888888888888888, weights[2], 1e-15);
    }

    [Fact]
    public void A_class_without_a_row_is_not_counted()
    {
        Dataset data = new(new float[3], [1], [1, 0, 0, 0, 0, 1, 0, 0, 1], [3]);
        SingleLayerNetwork<float> network = new(1, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
        IReadOnlyDictionary<int, double> weights = ClassWeights.Balanced(network.Summary, data);
        Assert.Equal([0, 2], weights.Keys.Order());
        Assert.Equal(1.5, weights[0]);
        Assert.Equal(0.75, weights[2]);
    }

    [Fact]
    public void Targets_that_are_no_labels_are_refused()
    {
        SingleLayerNetwork<float> line = new(1, 1, Activation.Linear, Loss.MeanSquaredError);
        Dataset values = new(new float[2], [1], [1, 0.5f], [1]);
        Assert.Equal(1, Assert.Throws<DataFormatException>(() => ClassWeights.Balanced(line.Summary, values)).Row);
        SingleLayerNetwork<float> classes = new(1, 3, Activation.Softmax, Loss.SparseCategoricalCrossentropy);
        Assert.Throws<DataFormatException>(() => ClassWeights.Balanced(classes.Summary, new Dataset(new float[2], [1], [1, 3], [1])));
        Assert.Throws<ArgumentException>(() => ClassWeights.Balanced(classes.Summary, new Dataset(new float[2], [1], [1, 0, 0, 1], [2])));
    }
}
