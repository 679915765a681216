using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>Holds a network against given parameters, samples and targets, with dropout and noise off.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="network">The network; its parameters are replaced.</param>
internal sealed class Evaluation<T>(INetwork<T> network)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Takes the parameters by their names; values of another precision are converted.</summary>
    /// <param name="path">The safetensors file.</param>
    /// <exception cref="EvaluationException">A parameter is missing, has another shape or is not in the network; the message lists all.</exception>
    public void LoadParameters(string path)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        List<string> differences = [];
        foreach (Parameter<T> parameter in network.Parameters)
        {
            if (!file.Contains(parameter.Name))
            {
                differences.Add($"'{parameter.Name}' {Text(parameter.Shape)} is missing");
            }
            else if (!file[parameter.Name].Shape.SequenceEqual(parameter.Shape))
            {
                differences.Add($"'{parameter.Name}' has shape {Text(file[parameter.Name].Shape)}, not {Text(parameter.Shape)}");
            }
        }

        differences.AddRange(file.Tensors.Where(t => !network.Parameters.Contains(t.Name)).Select(t => $"'{t.Name}' is not in the network"));
        if (differences.Count > 0)
        {
            throw new EvaluationException(
                $"{path}: the parameters are not those of {network.Summary.Name}: {string.Join("; ", differences)}.");
        }

        foreach (Parameter<T> parameter in network.Parameters)
        {
            parameter.CopyFrom(file[parameter.Name].ToArray<T>());
        }
    }

    /// <summary>Computes answers, loss and gradients of all samples as one batch.</summary>
    /// <param name="inputPath">The NPY file of the samples, [samples, input shape].</param>
    /// <param name="targetPath">The NPY file of the targets, [samples, output shape].</param>
    /// <returns>output, loss, grad/NAME of each parameter, grad/input.</returns>
    /// <exception cref="EvaluationException">A file has another shape, or a value that is not finite.</exception>
    public IReadOnlyList<SafetensorsTensor> Run(string inputPath, string targetPath)
    {
        NetworkSummary summary = network.Summary;
        (T[] inputs, int samples) = Read(inputPath, summary.InputShape, "samples", "the input");
        (T[] targets, int targetSamples) = Read(targetPath, summary.TargetShape, "targets", "the target");
        if (targetSamples != samples)
        {
            throw new EvaluationException($"{targetPath} has {targetSamples} targets for the {samples} samples of {inputPath}.");
        }

        NetworkPass<T> pass = network.CreatePass(samples, threads: 1, training: true);
        inputs.CopyTo(pass.Inputs);
        targets.CopyTo(pass.Targets);
        double loss = pass.ForwardBackward(samples, noiseSeed: null, inputGradients: true);
        return
        [
            Tensor("output", [samples, .. summary.OutputShape], pass.Outputs),
            Tensor("loss", [], [T.CreateTruncating(loss)]),
            .. pass.Gradients.Select(gradient => Tensor($"grad/{gradient.Name}", gradient.Shape, gradient.ToArray())),
            Tensor("grad/input", [samples, .. summary.InputShape], pass.InputGradients),
        ];
    }

    private static (T[] Values, int Samples) Read(string path, IReadOnlyList<int> shape, string content, string part)
    {
        NpyArray array = NpyFile.Read(path);
        if (array.Shape.Count == 0 || array.Shape[0] == 0 || !array.Shape.Skip(1).SequenceEqual(shape))
        {
            throw new EvaluationException(
                $"{path} has the shape {Text(array.Shape)}; {content} of this network have (samples{string.Concat(shape.Select(Extent))}), " +
                $"{part} being {Text(shape)}, and at least one sample.");
        }

        T[] values = typeof(T) == typeof(double) ? (T[])(object)array.ToDouble() : (T[])(object)array.ToSingle();
        int wrong = Array.FindIndex(values, value => !T.IsFinite(value));
        return wrong < 0 ? (values, array.Shape[0]) : throw new EvaluationException(FormattableString.Invariant(
            $"{path}: value {wrong % (values.Length / array.Shape[0])} of sample {wrong / (values.Length / array.Shape[0])} is {values[wrong]}; all must be finite."));
    }

    private static SafetensorsTensor Tensor(string name, IReadOnlyList<int> shape, ReadOnlySpan<T> values) => typeof(T) == typeof(double)
        ? SafetensorsTensor.Create(name, shape, MemoryMarshal.Cast<T, double>(values))
        : SafetensorsTensor.Create(name, shape, MemoryMarshal.Cast<T, float>(values));

    private static string Extent(int extent) => FormattableString.Invariant($", {extent}");

    private static string Text(IReadOnlyList<int> shape) =>
        "(" + string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + ")";
}
