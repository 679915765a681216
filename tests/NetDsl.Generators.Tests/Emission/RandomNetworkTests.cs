using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Tests.Planning;
using NetDsl.Training;

namespace NetDsl.Generators.Tests.Emission;

/// <summary>
/// Networks nobody would think of, computed by the code generated for them and as the formulas are written. Each kind of vector unit
/// takes its share of them; one that the machine lacks is emulated by the runtime.
/// </summary>
public sealed class RandomNetworkTests
{
    private const int Networks = 4;
    private const int Samples = 5;

    /// <summary>Where padding, zeros around images, panels and vectors meet: (layers, loss), declared in both precisions.</summary>
    private static readonly string[] EdgeCases =
    [
        // A row of zeros between any two values of a flattened gradient.
        "[Input(7, 1, 1)]\n[Conv2D(1, 3, Padding = Padding.Same, Activation = Activation.Tanh)]\n[Flatten]\n[Dense(3)]\n[Loss(Loss.MeanSquaredError)]",

        // A gradient that begins after zeros and ends within a vector.
        "[Input(9, 3, 4)]\n[Conv2D(2, 2, 3, Padding = Padding.Same, StrideWidth = 3)]\n[Conv2D(2, 2, 1, Padding = Padding.Same)]\n[Flatten]\n[Dense(23)]\n"
            + "[Loss(Loss.MeanSquaredError)]",

        // Samples shorter than a vector, side by side.
        "[Input(3, 1, 3)]\n[Flatten]\n[Dense(70, Activation.ReLU)]\n[Dense(3, Activation.Softmax)]\n[Loss(Loss.CategoricalCrossentropy)]",

        // Unrolled, with more units than a panel has columns.
        "[Input(1)]\n[Dense(40, Activation.Sigmoid)]\n[Dense(1, UseBias = false)]\n[Loss(Loss.MeanSquaredError)]",

        // So many weights that their transpose is not packed, and more units than tiles and panels come out even with.
        "[Input(3)]\n[Dense(523, Activation.ReLU)]\n[Dense(517, Activation.Tanh)]\n[Dense(37)]\n[Loss(Loss.MeanSquaredError)]",

        // A kernel larger than its image, and inputs that no window reaches.
        "[Input(3, 8, 2)]\n[Conv2D(5, 7, 2, Padding = Padding.Same, StrideWidth = 3)]\n[MaxPooling2D(2, 2, StrideHeight = 1, Padding = Padding.Same)]\n[Flatten]\n"
            + "[Dense(2, Activation.Softmax)]\n[Loss(Loss.CategoricalCrossentropy)]",

        // Pools of pools, which need what they gave to find where it came from.
        "[Input(4, 8, 3)]\n[MaxPooling2D(2)]\n[MaxPooling2D(1, 2)]\n[GlobalAveragePooling1D]\n[Loss(Loss.MeanSquaredError)]",

        // A minimal filter along the rows: taps above the image only or below it only, pieces that reach over its end, a first layer and one after it.
        "[Input(4, 7, 16)]\n[Conv2D(16, 2, 5, Padding = Padding.Same, Activation = Activation.Tanh)]\n[Conv2D(16, 4, 3, Padding = Padding.Same)]\n"
            + "[Loss(Loss.MeanSquaredError)]",

        // The same at each of six places, with a panel and a narrower one behind it, and with an even number of taps.
        "[Input(2, 3, 14, 24)]\n[Conv1D(37, 5, Activation = Activation.ReLU)]\n[Conv1D(20, 4, Padding = Padding.Same, UseBias = false)]\n[Flatten]\n[Dense(3)]\n"
            + "[Loss(Loss.MeanSquaredError)]",

        // Less than one piece.
        "[Input(4, 3, 12)]\n[Conv2D(16, 5, Padding = Padding.Same, Activation = Activation.Softmax)]\n[Conv2D(16, 5, 3, Padding = Padding.Same)]\n"
            + "[MaxPooling2D(2)]\n[Loss(Loss.MeanSquaredError)]",

        // A normalisation of padded channels looked at as one axis, one that a filtered convolution stores its output by, and rows of such.
        "[Input(4, 7, 16)]\n[Conv2D(19, 1, 3, UseBias = false)]\n[BatchNormalization]\n[Conv2D(18, 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]\n"
            + "[Flatten]\n[BatchNormalization(Center = false)]\n[LayerNormalization(Scale = false)]\n[Dense(3)]\n[Loss(Loss.MeanSquaredError)]",

        // Rows of padded channels, and dense layers that scale their sums, answered on the stack.
        "[Input(3, 2, 3)]\n[Conv2D(5, 1)]\n[Flatten]\n[LayerNormalization]\n[Dense(75)]\n[BatchNormalization]\n[Dense(7, Activation.Tanh)]\n[BatchNormalization]\n"
            + "[Dense(2)]\n[BatchNormalization]\n[Loss(Loss.MeanSquaredError)]",
        "[Input(5)]\n[Flatten]\n[BatchNormalization]\n[Dense(75)]\n[BatchNormalization]\n[Dense(7, Activation.Tanh)]\n[BatchNormalization(Scale = false)]\n[Dense(2)]\n"
            + "[BatchNormalization]\n[Loss(Loss.MeanSquaredError)]",

        // Layers that scale their sums and layers that do not, with zeros around what comes of it.
        "[Input(3, 4, 2)]\n[Conv2DTranspose(3, 3, Strides = 2, Padding = Padding.Same)]\n[BatchNormalization]\n[DepthwiseConv2D(3, Padding = Padding.Same)]\n"
            + "[BatchNormalization]\n[SeparableConv2D(5, 3, Padding = Padding.Same)]\n[BatchNormalization]\n[Flatten]\n[Dense(2)]\n[Loss(Loss.MeanSquaredError)]",

        // Gaps between the taps, all zeros before the first step, and a filter that a kernel without gaps would be taken by.
        "[Input(2, 19, 20)]\n[Conv1D(18, 3, DilationRate = 3, Padding = Padding.Causal, Activation = Activation.Tanh)]\n"
            + "[Conv1D(17, 4, Padding = Padding.Causal)]\n[Conv1D(3, 2, DilationRate = 5)]\n[Loss(Loss.MeanSquaredError)]",
        "[Input(7, 9, 2)]\n[Conv2D(5, 3, 2, DilationHeight = 2, DilationWidth = 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]\n"
            + "[Conv2D(3, 2, DilationRate = 2)]\n[Loss(Loss.MeanSquaredError)]",

        // Volumes, at each of two places before them.
        "[Input(2, 4, 5, 6, 3)]\n[Conv3D(5, 2, 3, 2, Padding = Padding.Same, StrideHeight = 2, Activation = Activation.ReLU)]\n"
            + "[Conv3D(17, 2, DilationDepth = 2)]\n[Loss(Loss.MeanSquaredError)]",

        // Channel by channel: a first layer and others, vectors and less than one, strides larger than the kernel, several outputs a channel.
        "[Input(9, 8, 3)]\n[DepthwiseConv2D(3, Padding = Padding.Same, Activation = Activation.Sigmoid)]\n"
            + "[DepthwiseConv2D(2, 3, Strides = 2, DepthMultiplier = 3, Activation = Activation.ReLU)]\n[DepthwiseConv2D(1, 2, StrideHeight = 3, UseBias = false)]\n"
            + "[Loss(Loss.MeanSquaredError)]",
        "[Input(2, 23, 21)]\n[DepthwiseConv1D(5, DilationRate = 2, DepthMultiplier = 2, Padding = Padding.Same, Activation = Activation.Tanh)]\n"
            + "[DepthwiseConv1D(37, Padding = Padding.Same)]\n[DepthwiseConv1D(4, Strides = 3, DepthMultiplier = 5)]\n[Loss(Loss.MeanSquaredError)]",
        "[Input(12, 11, 40)]\n[Conv2D(37, 1, Activation = Activation.ReLU)]\n[DepthwiseConv2D(7, Padding = Padding.Same)]\n"
            + "[DepthwiseConv2D(5, 6, StrideWidth = 2, Activation = Activation.Softmax)]\n[Flatten]\n[Dense(3)]\n[Loss(Loss.MeanSquaredError)]",
        "[Input(5, 6, 19)]\n[SeparableConv2D(6, 3, Padding = Padding.Same, DepthMultiplier = 2, Activation = Activation.Sigmoid)]\n"
            + "[SeparableConv2D(18, 2, 3, StrideHeight = 2, UseBias = false)]\n[Flatten]\n[Dense(2)]\n[Loss(Loss.MeanSquaredError)]",
        "[Input(3, 13, 4)]\n[SeparableConv1D(5, 3, DilationRate = 2, Activation = Activation.ReLU)]\n[Loss(Loss.MeanSquaredError)]",

        // The way back as a way forward: strides larger than the kernel, an output padding, a padding that is not 0, a first layer.
        "[Input(3, 4, 2)]\n[Conv2DTranspose(3, 3, 2, Strides = 2, Padding = Padding.Same, Activation = Activation.Sigmoid)]\n"
            + "[Conv2DTranspose(5, 2, 1, StrideHeight = 1, StrideWidth = 3, Activation = Activation.Tanh)]\n[Conv2DTranspose(17, 1, 3)]\n[Loss(Loss.MeanSquaredError)]",
        "[Input(2, 5, 17)]\n[Conv1DTranspose(18, 4, Strides = 3, OutputPadding = 2, Activation = Activation.ReLU)]\n"
            + "[Conv1DTranspose(3, 4, Strides = 2, OutputPadding = 1, Padding = Padding.Same, UseBias = false)]\n"
            + "[Conv1DTranspose(2, 3, DilationRate = 2, Activation = Activation.Softmax)]\n[Loss(Loss.CategoricalCrossentropy)]",
        "[Input(1, 3)]\n[Conv1DTranspose(4, 1, Strides = 2, Activation = Activation.ReLU)]\n[Flatten]\n[Dense(2)]\n[Loss(Loss.MeanSquaredError)]",

        // Inputs that a stride leaves out, and others that add to their gradient.
        "[Input(7, 6)]\n[Conv1D(5, 3, Padding = Padding.Same, Activation = Activation.Tanh, Name = \"a\")]\n[Conv1D(4, 1, Strides = 3, Name = \"b\")]\n"
            + "[DepthwiseConv1D(1, Strides = 3, From = \"a\", Name = \"c\")]\n"
            + "[Conv1D(4, 1, Name = \"d\")]\n[Add(\"b\", \"d\")]\n[Flatten]\n[Dense(2)]\n[Loss(Loss.MeanSquaredError)]",

        // Along the only axis that there is.
        "[Input(26, 32)]\n[Conv1D(33, 3, Activation = Activation.Sigmoid)]\n[GlobalAveragePooling1D]\n[Loss(Loss.MeanSquaredError)]",

        // Zeros that are written once, rows that end within those of another shape, and a transpose in vectors.
        "[Input(4, 5, 3)]\n[ZeroPadding2D(1, 0, 2, 1)]\n[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]\n[Reshape(8, 15)]\n[Permute(2, 1)]\n"
            + "[MaxPooling1D(2)]\n[Cropping1D(1, 2)]\n[Conv1D(17, 3, Padding = Padding.Same)]\n[Loss(Loss.MeanSquaredError)]",

        // Lines between pixels, means over windows beyond the edge, a vector with gaps that is repeated.
        "[Input(3, 2, 5)]\n[Conv2D(3, 1, Activation = Activation.Sigmoid)]\n[UpSampling2D(3, 2, Interpolation = Interpolation.Bilinear)]\n"
            + "[AveragePooling2D(4, 3, Strides = 3, Padding = Padding.Same)]\n[Flatten]\n[RepeatVector(3)]\n[MinPooling1D(2, Strides = 1)]\n[Loss(Loss.MeanSquaredError)]",
    ];

    [Theory]
    [InlineData("Vector512")]
    [InlineData("Vector256")]
    [InlineData("Vector128")]
    [InlineData("Scalar")]
    public void Generated_code_computes_what_the_formulas_say(string target)
    {
        string[] networks =
        [
            .. EdgeCases,
            .. RandomNetwork.Draw(4 * Networks).Where((_, i) => VectorTarget.All[i % 4].Name == target).Select(n => n.Attributes),
        ];
        Assembly assembly = Compile(networks, target);
        for (int i = 0; i < networks.Length; i++)
        {
            try
            {
                Check(GeneratorRun.OfNetwork(networks[i]).Graph, Create<double>(assembly, $"Double{i}"), Create<float>(assembly, $"Single{i}"), seed: i);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"{networks[i]}\n{exception.Message}", exception);
            }
        }
    }

    /// <summary>Compiles each network in both precisions, with the loops of one kind of vector unit in place of those of all.</summary>
    private static Assembly Compile(string[] networks, string target)
    {
        CSharpCompilation compilation = StrictCompilation.Of(LanguageVersion.CSharp13, "using NetDsl;\n" + string.Join("\n", networks.Select((n, i) =>
            $"[Network(Precision = Precision.Double)]\n{n}\ninternal partial class Double{i};\n[Network]\n{n}\ninternal partial class Single{i};")));
        foreach (VectorTarget other in VectorTarget.All.Where(t => t.Name != target))
        {
            compilation = compilation
                .RemoveSyntaxTrees(compilation.SyntaxTrees.Where(t => t.FilePath.EndsWith($".{other.Name}.g.cs", StringComparison.Ordinal)))
                .Replace(other.Name + "Loops", target + "Loops");
        }

        return compilation.Load();
    }

    private static INetwork<T> Create<T>(Assembly assembly, string name)
        where T : unmanaged => (INetwork<T>)Activator.CreateInstance(assembly.GetType(name, throwOnError: true)!, 0UL)!;

    private static void Check(NetworkGraph graph, INetwork<double> generated, INetwork<float> single, int seed)
    {
        Random random = new(seed);
        Dictionary<string, double[]> parameters = [];
        foreach (Parameter<double> parameter in generated.Parameters)
        {
            double scale = 1 / Math.Sqrt(parameter.Definition.FanIn);

            // A variance is positive.
            double least = parameter.Name.EndsWith("/moving_variance", StringComparison.Ordinal) ? scale + 0.25 : 0;
            double[] values = [.. Enumerable.Range(0, parameter.Count).Select(_ => (double)(float)(least + (((2 * random.NextDouble()) - 1) * scale)))];
            parameters.Add(parameter.Name, values);
            parameter.CopyFrom(values);
            single.Parameters[parameter.Name].CopyFrom([.. values.Select(v => (float)v)]);
        }

        NaiveNetwork naive = new(graph, parameters);
        double[][] samples = [.. Enumerable.Range(0, Samples).Select(_ => Values(random, generated.Summary.InputSize))];
        double[][] targets = [.. Enumerable.Range(0, Samples).Select(_ => Target(random, graph.Loss, generated.Summary.OutputShape))];

        CheckAnswers(naive, generated, samples);
        double[] gradient = CheckGradients(naive, generated, samples, targets, parameters, random);
        CheckSingle(single, samples, targets, gradient);
    }

    private static void CheckAnswers(NaiveNetwork naive, INetwork<double> generated, double[][] samples)
    {
        double[] expected = [.. samples.SelectMany(naive.Predict)];
        double[] actual = new double[expected.Length];
        for (int repetition = 0; repetition < 2; repetition++)
        {
            // The second time the buffers, which share memory, hold what the first has left.
            generated.Predict([.. samples.SelectMany(s => s)], actual);
            AssertClose(expected, actual, 1e-10, "answers");
        }

        // Small networks answer a single sample by another way.
        double[] answer = new double[expected.Length / samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            generated.Predict(samples[i], answer);
            AssertClose(expected[(i * answer.Length)..((i + 1) * answer.Length)], answer, 1e-10, "answer to a single sample");
        }
    }

    /// <summary>Holds the loss and its gradients against the formulas, and returns the gradients.</summary>
    private static double[] CheckGradients(
        NaiveNetwork naive, INetwork<double> generated, double[][] samples, double[][] targets, Dictionary<string, double[]> parameters, Random random)
    {
        double Loss() => samples.Zip(targets, naive.Loss).Average();
        double[] gradients = Gradients(generated, samples, targets, threads: 1, out double loss);
        Assert.Equal(Loss(), loss, 1e-10);
        Assert.Equal(gradients, Gradients(generated, samples, targets, threads: 3, out _));

        int start = 0;
        bool[] areTrained = [.. generated.Parameters.Select(p => p.Definition.IsTrainable), .. samples.Select(_ => true)];
        foreach ((double[] values, bool isTrained) in parameters.Values.Concat(samples).Zip(areTrained))
        {
            if (!isTrained)
            {
                Assert.All(gradients[start..(start + values.Length)], gradient => Assert.Equal(0, gradient));
                start += values.Length;
                continue;
            }

            int[] some = [.. Enumerable.Range(0, values.Length).OrderBy(_ => random.Next()).Take(4)];
            AssertClose(
                [.. some.Select(i => CentralDifference(ref values[i], Loss))], [.. some.Select(i => gradients[start + i])], 1e-6, $"gradients from {start} on");
            start += values.Length;
        }

        return gradients;
    }

    private static void CheckSingle(INetwork<float> single, double[][] samples, double[][] targets, double[] expected)
    {
        float[] actual = Gradients(single, Narrow(samples), Narrow(targets), threads: 2, out _);
        double largest = expected.Max(Math.Abs);
        AssertClose(expected, [.. actual.Select(g => (double)g)], 1e-4 * Math.Max(largest, 1e-3), "gradients in single precision");

        static float[][] Narrow(double[][] rows) => [.. rows.Select(row => row.Select(v => (float)v).ToArray())];
    }

    /// <summary>The gradients of all parameters and then of the samples, from a batch that does not fill its pass.</summary>
    private static T[] Gradients<T>(INetwork<T> network, T[][] samples, T[][] targets, int threads, out double loss)
        where T : unmanaged
    {
        NetworkPass<T> pass = network.CreatePass(Samples + 2, threads);
        samples.SelectMany(s => s).ToArray().CopyTo(pass.Inputs);
        targets.SelectMany(t => t).ToArray().CopyTo(pass.Targets);
        loss = pass.ForwardBackward(Samples, noiseSeed: null, inputGradients: true);
        return [.. pass.Gradients.SelectMany(g => g.ToArray()), .. pass.InputGradients];
    }

    private static double CentralDifference(ref double value, Func<double> loss)
    {
        const double Step = 1e-6;
        double before = value;
        value = before + Step;
        double above = loss();
        value = before - Step;
        double below = loss();
        value = before;
        return (above - below) / (2 * Step);
    }

    private static double[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)((2 * random.NextDouble()) - 1))];

    private static double[] Target(Random random, string loss, IReadOnlyList<int> shape)
    {
        double[] target = new double[shape.Aggregate(1, (a, b) => a * b)];
        for (int row = 0; row < target.Length; row += shape[^1])
        {
            int hot = random.Next(shape[^1]);
            for (int i = 0; i < shape[^1]; i++)
            {
                target[row + i] = loss == "CategoricalCrossentropy" ? (i == hot ? 1 : 0) : loss == "BinaryCrossentropy" ? random.Next(2) : random.NextSingle();
            }
        }

        return target;
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            // Written so that NaN fails.
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance, $"{what}, value {i} of {expected.Length}: {actual[i]:R} instead of {expected[i]:R}");
        }
    }
}
