using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Emission;

/// <summary>A network computed as the formulas are written, one value at a time, to hold the generated code against.</summary>
internal sealed class NaiveNetwork(NetworkGraph graph, IReadOnlyDictionary<string, double[]> parameters)
{
    private const double Epsilon = 1e-7;

    /// <summary>The answer to one sample.</summary>
    public double[] Predict(double[] sample)
    {
        double[] sums = this.Sums(sample);
        Activate(graph.Nodes[graph.Output], sums);
        return sums;
    }

    /// <summary>The loss of one sample; a network that answers for several places has their mean.</summary>
    public double Loss(double[] sample, double[] target)
    {
        double[] answers = this.Predict(sample);
        int columns = graph.Nodes[graph.Output].OutputShape.Last;
        double Clipped(int i) => Math.Clamp(answers[i], Epsilon, 1 - Epsilon);
        double sum = Enumerable.Range(0, answers.Length).Sum(i => graph.Loss switch
        {
            "MeanSquaredError" => Math.Pow(answers[i] - target[i], 2) / columns,
            "BinaryCrossentropy" => -((target[i] * Math.Log(Clipped(i))) + ((1 - target[i]) * Math.Log(1 - Clipped(i)))) / columns,
            _ => -target[i] * Math.Log(Clipped(i)),
        });
        return sum / (answers.Length / columns);
    }

    private double[] Sums(double[] sample)
    {
        double[][] outputs = new double[graph.Nodes.Count][];
        for (int i = 0; i < outputs.Length; i++)
        {
            LayerNode node = graph.Nodes[i];
            double[] input = i == 0 ? sample : outputs[node.Inputs[0]];
            outputs[i] = node switch
            {
                DenseNode dense => this.Dense(dense, input),
                ConvolutionNode conv => this.Convolve(conv, input),
                PoolingNode pooling => Pool(pooling, input),
                GlobalPoolingNode pooling => PoolAll(pooling, input),
                PermuteNode or RepeatVectorNode or ZeroPaddingNode or CroppingNode or UpSamplingNode => NaiveRearrangement.Of(node, input),
                TransposedConvolutionNode conv => this.Spread(conv, input),
                DepthwiseConvolutionNode conv => this.ConvolveChannels(conv, conv.Windows, conv.Multiplier, this.Biases(conv), input),
                SeparableConvolutionNode conv => this.Separate(conv, input),
                BatchNormalizationNode batch => this.ByStatistics(batch, input),
                LayerNormalizationNode rows => this.ByRows(rows, input),
                JoinNode join => [.. input.Select((_, place) => Join(join.Join, [.. node.Inputs.Select(taken => outputs[taken][place])]))],
                ConcatenateNode concatenate => Concatenate(concatenate, [.. node.Inputs.Select(taken => outputs[taken])]),
                _ => [.. input],
            };
            if (i != graph.Output)
            {
                Activate(node, outputs[i]);
            }
        }

        return outputs[graph.Output];
    }

    private static double Join(JoinKind join, double[] values) => join switch
    {
        JoinKind.Add => values.Sum(),
        JoinKind.Subtract => values[0] - values[1],
        JoinKind.Multiply => values.Aggregate((a, b) => a * b),
        JoinKind.Average => values.Average(),
        JoinKind.Maximum => values.Max(),
        _ => values.Min(),
    };

    private static double[] Concatenate(ConcatenateNode node, double[][] inputs)
    {
        int before = node.OutputShape.Extents.Take(node.Axis).Aggregate(1, (a, b) => a * b);
        return
        [
            .. Enumerable.Range(0, before).SelectMany(place => inputs.SelectMany(input =>
                input.Skip(place * (input.Length / before)).Take(input.Length / before))),
        ];
    }

    private double[] Dense(DenseNode node, double[] input)
    {
        int inputs = node.InputShape.Last;
        double[] kernel = parameters[node.Name + "/kernel"];
        double[] output = this.Biases(node);
        for (int i = 0; i < output.Length; i++)
        {
            (int place, int unit) = Math.DivRem(i, node.Units);
            for (int k = 0; k < inputs; k++)
            {
                output[i] += input[(place * inputs) + k] * kernel[(k * node.Units) + unit];
            }
        }

        return output;
    }

    private double[] Convolve(ConvolutionNode node, double[] input)
    {
        int channels = node.InputShape.Last;
        double[] kernel = parameters[node.Name + "/kernel"];
        double[] output = this.Biases(node);
        foreach ((int place, int from, int tap) in Meetings(node, node.Windows))
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int filter = 0; filter < node.Filters; filter++)
                {
                    output[(place * node.Filters) + filter] +=
                        input[(from * channels) + channel] * kernel[(((tap * channels) + channel) * node.Filters) + filter];
                }
            }
        }

        return output;
    }

    private double[] ByStatistics(BatchNormalizationNode node, double[] input)
    {
        double[] mean = parameters[node.Name + "/moving_mean"];
        double[] variance = parameters[node.Name + "/moving_variance"];
        return this.Scaled(node, [.. input.Select((x, i) => (x - mean[i % mean.Length]) / Math.Sqrt(variance[i % mean.Length] + node.Epsilon))]);
    }

    private double[] ByRows(LayerNormalizationNode node, double[] input)
    {
        int channels = node.InputShape.Last;
        return this.Scaled(node, [.. input.Chunk(channels).SelectMany(row =>
        {
            double mean = row.Average();
            double variance = row.Average(x => (x - mean) * (x - mean));
            return row.Select(x => (x - mean) / Math.Sqrt(variance + node.Epsilon));
        })]);
    }

    private double[] Scaled(LayerNode node, double[] values)
    {
        double[] gamma = parameters.GetValueOrDefault(node.Name + "/gamma", [1]);
        double[] beta = parameters.GetValueOrDefault(node.Name + "/beta", [0]);
        return [.. values.Select((x, i) => (x * gamma[i % gamma.Length]) + beta[i % beta.Length])];
    }

    private double[] Spread(TransposedConvolutionNode node, double[] input)
    {
        int channels = node.InputShape.Last;
        double[] kernel = parameters[node.Name + "/kernel"];
        double[] output = this.Biases(node);

        // The windows move over the output.
        foreach ((int from, int place, int tap) in Meetings(node, node.Windows))
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int filter = 0; filter < node.Filters; filter++)
                {
                    output[(place * node.Filters) + filter] +=
                        input[(from * channels) + channel] * kernel[(((tap * node.Filters) + filter) * channels) + channel];
                }
            }
        }

        return output;
    }

    private double[] ConvolveChannels(LayerNode node, EquatableArray<Window> windows, int multiplier, double[] output, double[] input)
    {
        int channels = node.InputShape.Last;
        double[] kernel = parameters[node.Name + "/depthwise_kernel"];
        foreach ((int place, int from, int tap) in Meetings(node, windows))
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int i = 0; i < multiplier; i++)
                {
                    int unit = (channel * multiplier) + i;
                    output[(place * channels * multiplier) + unit] += input[(from * channels) + channel] * kernel[(tap * channels * multiplier) + unit];
                }
            }
        }

        return output;
    }

    private double[] Separate(SeparableConvolutionNode node, double[] input)
    {
        int columns = node.InputShape.Last * node.Multiplier;
        double[] kernel = parameters[node.Name + "/pointwise_kernel"];
        double[] between = this.ConvolveChannels(
            node, node.Windows, node.Multiplier, new double[node.OutputShape.Size / node.Filters * columns], input);
        double[] output = this.Biases(node);
        for (int i = 0; i < output.Length; i++)
        {
            (int place, int filter) = Math.DivRem(i, node.Filters);
            for (int k = 0; k < columns; k++)
            {
                output[i] += between[(place * columns) + k] * kernel[(k * node.Filters) + filter];
            }
        }

        return output;
    }

    private static double[] Pool(PoolingNode node, double[] input)
    {
        int channels = node.InputShape.Last;
        List<double>[] values = [.. Enumerable.Range(0, node.OutputShape.Size).Select(_ => new List<double>())];
        foreach ((int place, int from, int _) in Meetings(node, node.Windows))
        {
            for (int channel = 0; channel < channels; channel++)
            {
                values[(place * channels) + channel].Add(input[(from * channels) + channel]);
            }
        }

        return [.. values.Select(v => Pooled(node.Pooling, v))];
    }

    private static double[] PoolAll(GlobalPoolingNode node, double[] input)
    {
        int channels = node.InputShape.Last;
        int places = input.Length / node.OutputShape.Size;
        return
        [
            .. Enumerable.Range(0, node.OutputShape.Size).Select(i => Pooled(
                node.Pooling,
                [.. Enumerable.Range(0, places).Select(place => input[(((i / channels * places) + place) * channels) + (i % channels)])])),
        ];
    }

    private static double Pooled(Pooling pooling, List<double> values) => pooling switch
    {
        Pooling.Maximum => values.Max(),
        Pooling.Minimum => values.Min(),
        _ => values.Average(),
    };

    /// <summary>
    /// Which place of the output meets which of the input, and by which value of the window: the same at each place of the dimensions before
    /// the windows'; what is outside the input is left out.
    /// </summary>
    private static IEnumerable<(int Output, int Input, int Tap)> Meetings(LayerNode node, EquatableArray<Window> windows)
    {
        int before = node.InputShape.Extents.Take(node.InputShape.Rank - 1 - windows.Count).Aggregate(1, (n, extent) => n * extent);
        return windows.Aggregate(
            Enumerable.Range(0, before).Select(place => (Output: place, Input: place, Tap: 0)),
            (outer, window) => outer.SelectMany(o => Along(window).Select(i => (
                (o.Output * window.Output) + i.Output, (o.Input * window.Input) + i.Input, (o.Tap * window.Size) + i.Tap))));
    }

    private static IEnumerable<(int Output, int Input, int Tap)> Along(Window window) =>
        from output in Enumerable.Range(0, window.Output)
        from tap in Enumerable.Range(0, window.Size)
        let input = (output * window.Stride) + (tap * window.Dilation) - window.PadBefore
        where input >= 0 && input < window.Input
        select (output, input, tap);

    private static void Activate(LayerNode node, double[] values)
    {
        int columns = node.OutputShape.Last;
        for (int row = 0; row < values.Length; row += columns)
        {
            double largest = values[row..(row + columns)].Max();
            double total = values[row..(row + columns)].Sum(v => Math.Exp(v - largest));
            for (int i = row; i < row + columns; i++)
            {
                values[i] = node.Activation switch
                {
                    "ReLU" => Math.Max(0, values[i]),
                    "Sigmoid" => 1 / (1 + Math.Exp(-values[i])),
                    "Tanh" => Math.Tanh(values[i]),
                    "Softmax" => Math.Exp(values[i] - largest) / total,
                    _ => values[i],
                };
            }
        }
    }

    private double[] Biases(LayerNode node)
    {
        double[] output = new double[node.OutputShape.Size];
        if (parameters.TryGetValue(node.Name + "/bias", out double[]? bias))
        {
            for (int i = 0; i < output.Length; i++)
            {
                output[i] = bias[i % bias.Length];
            }
        }

        return output;
    }
}
