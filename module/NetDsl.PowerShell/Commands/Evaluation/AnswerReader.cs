using System.Globalization;
using System.Numerics.Tensors;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>How the outputs of a network are read: as the probabilities of classes, or as values.</summary>
internal sealed class AnswerReader
{
    private readonly bool isBinary;

    /// <summary>A reader for a network.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="classes">The names of its classes, or null.</param>
    public AnswerReader(NetworkSummary summary, IReadOnlyList<string>? classes)
    {
        this.isBinary = summary is { OutputActivation: Activation.Sigmoid, OutputSize: 1 };
        this.DecidesClass = this.isBinary || summary is { OutputActivation: Activation.Softmax, OutputShape.Count: 1 };
        int count = this.isBinary ? 2 : summary.OutputSize;
        this.Classes = classes?.Count == count
            ? classes
            : [.. Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether an answer is a class.</summary>
    public bool DecidesClass { get; }

    /// <summary>The names of the classes; their numbers where they have no names.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The probability of each class.</summary>
    /// <param name="outputs">One answer.</param>
    public double[] Probabilities(ReadOnlySpan<double> outputs) => this.isBinary ? [1 - outputs[0], outputs[0]] : outputs.ToArray();

    /// <summary>The class that an answer stands for; 0.5 itself is the first of two.</summary>
    /// <param name="outputs">One answer.</param>
    public int ClassOf(ReadOnlySpan<double> outputs) => this.isBinary ? (outputs[0] > 0.5 ? 1 : 0) : TensorPrimitives.IndexOfMax(outputs);

    /// <summary>The class that targets stand for.</summary>
    /// <param name="targets">Those of one row.</param>
    public int ClassOf(ReadOnlySpan<float> targets) => this.isBinary ? (targets[0] > 0.5f ? 1 : 0) : TensorPrimitives.IndexOfMax(targets);

    /// <summary>Refuses data with other classes than those the model learnt: they would be counted as if they were the same.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The data.</param>
    public static void CheckClasses(NetModel model, Dataset data)
    {
        if (model.Classes is { } learnt && data.Classes is { } given && !learnt.SequenceEqual(given))
        {
            throw new ArgumentException(
                $"{model.Name} has learnt the classes {string.Join(", ", learnt)}; the data have {string.Join(", ", given)}. " +
                "Import them with -Class in the order that was learnt.");
        }
    }
}
