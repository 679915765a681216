using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Evaluation;

/// <summary>Reads which class each sample belongs to.</summary>
internal static class ClassTargets
{
    /// <summary>The class of each sample, from 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">The number of outputs, those of all classes.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    public static int[] Read<T>(int outputs, ReadOnlySpan<T> targets, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (classes < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There must be at least two classes to tell apart.");
        }

        if (outputs % classes == 0 && outputs > 0 && targets.Length == outputs / classes)
        {
            return ReadNumbers(targets, classes);
        }

        EvaluationChecks.Lengths(outputs, targets.Length, classes);
        int[] actual = new int[outputs / classes];
        for (int sample = 0; sample < actual.Length; sample++)
        {
            ReadOnlySpan<T> target = targets.Slice(sample * classes, classes);
            actual[sample] = TensorPrimitives.IndexOfMax(target);
            if (T.IsNaN(target[actual[sample]]))
            {
                throw new ArgumentException($"A target of sample {sample} is NaN and stands for no class.");
            }
        }

        return actual;
    }

    /// <summary>Class numbers as integers.</summary>
    /// <typeparam name="TLabel">The type of a class number.</typeparam>
    /// <param name="labels">Whole numbers from 0 to below <paramref name="classes"/>.</param>
    /// <param name="classes">The number of classes.</param>
    public static int[] ReadNumbers<TLabel>(ReadOnlySpan<TLabel> labels, int classes)
        where TLabel : unmanaged, INumber<TLabel>
    {
        int[] actual = new int[labels.Length];
        for (int sample = 0; sample < labels.Length; sample++)
        {
            TLabel label = labels[sample];
            actual[sample] = TLabel.IsInteger(label) ? int.CreateSaturating(label) : -1;
            if ((uint)actual[sample] >= (uint)classes)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The class of sample {sample} is {label}; classes are numbered from 0 to {classes - 1}."));
            }
        }

        return actual;
    }

    /// <summary>One column of a matrix.</summary>
    public static double[] Column(ReadOnlySpan<double> values, int columns, int column)
    {
        double[] picked = new double[values.Length / columns];
        for (int row = 0; row < picked.Length; row++)
        {
            picked[row] = values[(row * columns) + column];
        }

        return picked;
    }
}
