using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>
/// The parameters of a linear network that make its mean squared error as small as it can be, in one go: the solution that training only
/// comes near to.
/// </summary>
public static class LeastSquares
{
    /// <summary>Rows that are added to the triangle at once: some times its own, so that little of the work is done twice.</summary>
    private const int BlockRows = 2048;

    /// <summary>
    /// The relative size below which a number is taken for a rounding error, for each column: some units of the last place.
    /// </summary>
    private const double Rounding = 1e-15;

    /// <summary>Layers that give the values they are given in the same order.</summary>
    private static readonly string[] Views = ["Flatten", "Reshape"];

    /// <summary>
    /// Sets kernel and bias of a network that is one Dense layer with a linear activation, after layers that have nothing to train, to
    /// those of the smallest mean squared error on some data plus <paramref name="ridge"/> times the sum of the kernel's squares; L2
    /// regularisers that the layer declares are added to that. The rows go through a QR decomposition block by block, in double precision,
    /// so that not the matrix but its triangle is held in memory. Where the columns depend on each other, the solution of the smallest norm
    /// is taken (by a singular value decomposition of the triangle).
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network, which is changed.</param>
    /// <param name="data">Rows with targets.</param>
    /// <param name="ridge">The penalty on the kernel's squares, at least 0; the bias is not penalised.</param>
    /// <exception cref="ArgumentException">The network is of another kind, or the shape of the data does not fit it.</exception>
    /// <exception cref="DataFormatException">A sample weight is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ridge is negative or not finite.</exception>
    public static void Solve<T>(INetwork<T> network, Dataset data, double ridge = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        TrainingChecks.NotNegative(ridge, nameof(ridge));
        LayerSummary layer = RequireLinear(network);
        TrainingChecks.Features(network.Summary, data, nameof(data));
        TrainingChecks.Targets(network.Summary, data, nameof(data));
        Parameter<T> kernel = network.Parameters[$"{layer.Name}/kernel"];
        Parameter<T>? bias = network.Parameters.Contains($"{layer.Name}/bias") ? network.Parameters[$"{layer.Name}/bias"] : null;
        RequireSolvable(network, kernel, bias);

        network.AdaptIfNew(RowSource.Of(data));
        int terms = kernel.Shape[0];
        int columns = terms + (bias is null ? 0 : 1);
        int units = kernel.Shape[1];
        double[] inputs = Inputs(network, kernel, bias, data);
        Matrix<double> triangle = Triangle(inputs, terms, columns, units, data);
        double weight = (double)inputs.Length / terms * units / network.Summary.MainOutput.LossWeight;
        triangle = AddPenalty(
            triangle,
            columns + units,
            column => weight * (column < terms ? ridge + kernel.Definition.RegularizerL2 : bias!.Definition.RegularizerL2),
            columns);
        Matrix<double> solution = Solve(triangle, columns, units);
        kernel.CopyFrom([.. Enumerable.Range(0, terms * units).Select(i => T.CreateTruncating(solution[i / units, i % units]))]);
        bias?.CopyFrom([.. Enumerable.Range(0, units).Select(unit => T.CreateTruncating(solution[terms, unit]))]);
    }

    private static LayerSummary RequireLinear(INetwork network)
    {
        NetworkSummary summary = network.Summary;
        LayerSummary layer = summary.Layers[^1];
        string? problem =
            summary.Outputs.Count > 1 ? "it has several outputs"
            : layer.Kind != "Dense" ? $"its last layer is {layer.Kind} '{layer.Name}'"
            : summary.OutputActivation != Activation.Linear ? $"'{layer.Name}' has the activation {summary.OutputActivation}"
            : summary.Loss != Loss.MeanSquaredError ? $"its loss is {summary.Loss}"
            : summary.MainOutput.LossWeight == 0 ? "its loss has the weight 0"
            : summary.Layers.SkipLast(1).FirstOrDefault(l => l.Parameters > l.NonTrainableParameters) is { } trained
                ? $"{trained.Kind} '{trained.Name}' is trained as well"
                : null;
        return problem is null
            ? layer
            : throw new ArgumentException(
                $"{summary.Name} has no closed-form solution: {problem}. Least squares need one Dense layer with Activation.Linear at the end, nothing to " +
                "train before it, and Loss.MeanSquaredError.",
                nameof(network));
    }

    private static void RequireSolvable<T>(INetwork<T> network, Parameter<T> kernel, Parameter<T>? bias)
        where T : unmanaged
    {
        foreach (Parameter<T> parameter in bias is null ? [kernel] : new[] { kernel, bias })
        {
            if (parameter.Definition.RegularizerL1 > 0 || double.IsFinite(parameter.Definition.MaxNorm))
            {
                throw new ArgumentException(
                    $"'{parameter.Name}' is declared with an L1 regulariser or a largest norm, with which there is no closed-form solution.",
                    nameof(network));
            }
        }
    }

    /// <summary>What the layer is given: [rows, terms], in which a sample can be several rows.</summary>
    private static double[] Inputs<T>(INetwork<T> network, Parameter<T> kernel, Parameter<T>? bias, Dataset data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (network.Summary.Layers.SkipLast(1).All(layer => Views.Contains(layer.Kind)))
        {
            double[] features = new double[data.AllFeatures.Length];
            System.Numerics.Tensors.TensorPrimitives.ConvertTruncating(data.AllFeatures, features);
            return features;
        }

        // Whatever comes before, a layer that passes some of its terms on shows what it is given.
        T[] weights = kernel.ToArray();
        T[]? offsets = bias?.ToArray();
        try
        {
            return PassedOn(network, kernel, bias, data);
        }
        finally
        {
            kernel.CopyFrom(weights);
            bias?.CopyFrom(offsets);
        }
    }

    private static double[] PassedOn<T>(INetwork<T> network, Parameter<T> kernel, Parameter<T>? bias, Dataset data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int terms = kernel.Shape[0];
        int units = kernel.Shape[1];
        bias?.CopyFrom(new T[units]);
        Trainer<T> trainer = new(network, new SGD());
        double[] inputs = [];
        for (int first = 0; first < terms; first += units)
        {
            T[] selection = new T[terms * units];
            for (int unit = 0; unit < units && first + unit < terms; unit++)
            {
                selection[((first + unit) * units) + unit] = T.One;
            }

            kernel.CopyFrom(selection);
            T[] outputs = trainer.Predict(data);
            inputs = inputs.Length > 0 ? inputs : new double[outputs.Length / units * terms];
            for (int i = 0; i < outputs.Length; i++)
            {
                (int row, int unit) = Math.DivRem(i, units);
                if (first + unit < terms)
                {
                    inputs[(row * terms) + first + unit] = double.CreateTruncating(outputs[i]);
                }
            }
        }

        return inputs;
    }

    // A squared error times a weight is that of a row times its root; a negative one would need a minimum that there may not be.
    private static double RootOfWeight(Dataset data, int sample)
    {
        float weight = data.SampleWeights.IsEmpty ? 1 : data.SampleWeights[sample];
        return weight >= 0
            ? Math.Sqrt(weight)
            : throw DataFormatException.AtRow(
                null, sample, null, FormattableString.Invariant($"the sample weight is {weight}; least squares need weights of at least 0."));
    }

    // The triangle R of [inputs, 1, targets]: its columns of inputs are the triangle of the inputs, and those of the targets Q' times the targets.
    private static Matrix<double> Triangle(double[] inputs, int terms, int columns, int units, Dataset data)
    {
        int rows = inputs.Length / terms;
        int width = columns + units;
        ReadOnlySpan<float> targets = data.AllTargets;
        Matrix<double> triangle = Matrix<double>.Build.Dense(width, width);
        int step = Math.Max(BlockRows, 2 * width);
        for (int first = 0; first < rows; first += step)
        {
            int count = Math.Min(step, rows - first);
            Matrix<double> block = Matrix<double>.Build.Dense(width + count, width);
            block.SetSubMatrix(0, 0, triangle);
            for (int row = 0; row < count; row++)
            {
                double root = RootOfWeight(data, (int)((long)(first + row) * data.Count / rows));
                for (int term = 0; term < terms; term++)
                {
                    block[width + row, term] = root * inputs[((first + row) * terms) + term];
                }

                if (columns > terms)
                {
                    block[width + row, terms] = root;
                }

                for (int unit = 0; unit < units; unit++)
                {
                    block[width + row, columns + unit] = root * targets[((first + row) * units) + unit];
                }
            }

            triangle = block.QR().R;
        }

        return triangle;
    }

    // A penalty p w^2 is one more row: sqrt(p) w = 0.
    private static Matrix<double> AddPenalty(Matrix<double> triangle, int width, Func<int, double> penalty, int columns)
    {
        double[] penalties = [.. Enumerable.Range(0, columns).Select(penalty)];
        if (penalties.All(p => p == 0))
        {
            return triangle;
        }

        Matrix<double> block = Matrix<double>.Build.Dense(width + columns, width);
        block.SetSubMatrix(0, 0, triangle);
        for (int column = 0; column < columns; column++)
        {
            block[width + column, column] = Math.Sqrt(penalties[column]);
        }

        return block.QR().R;
    }

    private static Matrix<double> Solve(Matrix<double> triangle, int columns, int units)
    {
        Matrix<double> left = triangle.SubMatrix(0, columns, 0, columns);
        Matrix<double> right = triangle.SubMatrix(0, columns, columns, units);
        double[] diagonal = [.. left.Diagonal().Select(Math.Abs)];
        double smallest = diagonal.Max() * columns * Rounding;
        if (diagonal.Min() > smallest)
        {
            return left.Solve(right);
        }

        // What belongs to singular values of rounding errors alone is left out: that is the solution of the smallest norm.
        var parts = left.Svd();
        Matrix<double> along = parts.U.TransposeThisAndMultiply(right);
        double least = parts.S[0] * columns * Rounding;
        for (int i = 0; i < columns; i++)
        {
            along.SetRow(i, parts.S[i] > least ? along.Row(i) / parts.S[i] : along.Row(i) * 0);
        }

        return parts.VT.TransposeThisAndMultiply(along);
    }
}
