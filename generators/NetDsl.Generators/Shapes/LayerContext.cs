using System.Globalization;
using Microsoft.CodeAnalysis;
using NetDsl.Generators.Diagnostics;
using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Shapes;

/// <summary>A layer while its shapes are inferred: what it was given, what feeds it, and where its mistakes go.</summary>
/// <param name="spec">The attribute.</param>
/// <param name="place">Its place in <see cref="NetworkSpec.Layers"/>.</param>
/// <param name="name">Its name, given or automatic.</param>
/// <param name="problems">Where its mistakes go.</param>
internal sealed class LayerContext(LayerSpec spec, int place, string name, ICollection<DeclarationProblem> problems)
{
    public LayerSpec Spec => spec;

    public string Name => name;

    /// <summary>The places of the nodes that feed it.</summary>
    public EquatableArray<int> Inputs { get; private set; } = EquatableArray<int>.Empty;

    public EquatableArray<Shape> InputShapes { get; private set; } = EquatableArray<Shape>.Empty;

    public Shape InputShape => this.InputShapes[0];

    /// <summary>What feeds it, in words: "layer 4 'Flatten'", one for each input.</summary>
    public IReadOnlyList<string> Givers { get; private set; } = [];

    /// <summary>What feeds it, in words; of several, the first.</summary>
    public string Giver => this.Givers[0];

    /// <summary>The name of the network's input that feeds it, at most in another shape; null where another layer does.</summary>
    public string? Samples { get; private set; }

    /// <summary>The member of the Activation enum.</summary>
    public string Activation => spec.Text("Activation") ?? "Linear";

    /// <summary>Whether a mistake was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Connects the layer to what feeds it.</summary>
    /// <param name="inputs">The nodes.</param>
    /// <param name="places">Their places.</param>
    /// <param name="givers">What they are, in words.</param>
    /// <param name="samples">The name of the network's input that feeds it, at most in another shape; null where another layer does.</param>
    public void Connect(IReadOnlyList<LayerNode> inputs, IEnumerable<int> places, IReadOnlyList<string> givers, string? samples)
    {
        this.Samples = samples;
        this.Inputs = new EquatableArray<int>(places);
        this.InputShapes = new EquatableArray<Shape>(inputs.Select(input => input.OutputShape));
        this.Givers = givers;
    }

    /// <summary>Reports a mistake at the attribute.</summary>
    /// <param name="descriptor">Which.</param>
    /// <param name="argument">The argument it is in, or null.</param>
    /// <param name="values">What fills its message.</param>
    public void Report(DiagnosticDescriptor descriptor, string? argument, params string[] values)
    {
        this.HasErrors = true;
        problems.Add(new DeclarationProblem(descriptor, new DeclarationSite(place, argument), values));
    }

    /// <summary>Reports an integer that is below 1; one that was not given is right.</summary>
    public void RequirePositive(string argument)
    {
        int value = spec.Integer(argument, 1);
        if (value < 1)
        {
            this.Report(DiagnosticDescriptors.SizeNotPositive, argument, spec.Kind, argument, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Whether the input has the dimensions that the layer works on, with any others before them; reports it otherwise.</summary>
    /// <param name="axes">What the layer calls them.</param>
    public bool RequireAxes(params string[] axes)
    {
        if (this.InputShape.Rank >= axes.Length)
        {
            return true;
        }

        this.Report(
            DiagnosticDescriptors.WrongRank,
            null,
            spec.Kind,
            axes.Length.ToString(CultureInfo.InvariantCulture),
            string.Join(", ", axes),
            this.Giver,
            this.InputShape.ToString());
        return false;
    }

    /// <summary>Whether the values of a tensor can be counted by an int, as they are everywhere; reports it otherwise.</summary>
    /// <param name="what">The tensor, in words.</param>
    /// <param name="argument">The argument that makes it large.</param>
    /// <param name="extents">Its extents, each at least 1.</param>
    public bool CountFits(string what, string argument, params int[] extents)
    {
        long count = 1;
        foreach (int extent in extents)
        {
            count *= extent;
            if (count > int.MaxValue)
            {
                string input = this.InputShapes.Count == 0 ? "" : $"; {this.Giver} gives {this.InputShape}";
                this.Report(DiagnosticDescriptors.SizeTooLarge, argument, spec.Kind, what, new Shape(extents).ToString(), input);
                return false;
            }
        }

        return true;
    }

    /// <summary>The kernel and, where there is one, the bias, with the fans that Keras computes for them and what is declared of them.</summary>
    public EquatableArray<ParameterNode> KernelAndBias(Shape kernel, int fanIn, int fanOut, bool bias)
    {
        int units = kernel.Last;
        ParameterNode weights = new("kernel", kernel, spec.Text("KernelInitializer") ?? "GlorotUniform", fanIn, fanOut);
        weights = ParameterRules.Apply(this, "Kernel", weights);
        return new EquatableArray<ParameterNode>(bias ? [weights, this.Bias(units)] : [weights]);
    }

    /// <summary>A kernel of a convolution, with the fans that Keras computes for it: of the last two extents, each times the extents before them.</summary>
    /// <param name="kernel">Its name.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="initializer">The argument that says how it is filled, where it has one besides KernelInitializer.</param>
    public ParameterNode ConvolutionKernel(string kernel, Shape shape, string? initializer = null)
    {
        int area = shape.Extents.Take(shape.Rank - 2).Aggregate(1, (n, extent) => n * extent);
        string filled = (initializer is null ? null : spec.Text(initializer)) ?? spec.Text("KernelInitializer") ?? "GlorotUniform";
        return ParameterRules.Apply(this, "Kernel", new(kernel, shape, filled, area * shape[shape.Rank - 2], area * shape.Last));
    }

    // For a vector Keras takes its length for both fans (keras/src/initializers/random_initializers.py, compute_fans).
    public ParameterNode Bias(int units) =>
        ParameterRules.Apply(this, "Bias", new("bias", new Shape(units), spec.Text("BiasInitializer") ?? "Zeros", units, units));
}
