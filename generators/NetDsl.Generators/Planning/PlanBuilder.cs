using System.Globalization;
using NetDsl.Generators.Planning.Layers;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning;

/// <summary>What layers describe their work to: tensors, parameters and lists of steps.</summary>
internal sealed class PlanBuilder
{
    // What a tile can do with its sums while they are in registers.
    private static readonly string[] TileActivations = ["Linear", "ReLU", "ReLU6", "LeakyReLU", "HardSigmoid", "Step", "Sign"];
    private static readonly string[] TileDerivatives =
        [.. TileActivations, "Sigmoid", "Tanh", "ELU", "SELU", "Softsign", "Exponential"];

    private readonly Tensor?[] tensors;
    private readonly List<BufferPlan> buffers = [];
    private readonly HashSet<string> zeroed = [];
    private readonly List<Step> kernelTransforms = [];
    private readonly List<TransposeStep> prepare = [];
    private readonly List<Step> forward = [];
    private readonly List<Step> backward = [];
    private readonly List<Step> gradients = [];
    private readonly List<AxisTransform> gradientTransforms = [];
    private readonly List<LayerPlan> layers = [];
    private readonly Dictionary<string, ParameterPlan> parameters;
    private readonly Dictionary<string, Operand> fused = [];
    private readonly NetworkGraph declared;

    public PlanBuilder(NetworkGraph graph, ElementType element)
    {
        this.declared = graph;
        this.Graph = Lowering.Of(graph);
        this.Element = element;
        this.tensors = new Tensor?[this.Graph.Nodes.Count];
        this.parameters = PlaceParameters(graph, element).ToDictionary(p => p.FullName);
    }

    /// <summary>The network as it is planned: declared layers that have parts are taken apart.</summary>
    public NetworkGraph Graph { get; }

    public ElementType Element { get; }

    /// <summary>The output of a node.</summary>
    public Tensor TensorOf(LayerNode node) => this.tensors[this.IndexOf(node)]!;

    /// <summary>The output of the node that feeds another.</summary>
    public Tensor InputOf(LayerNode node, int input = 0) => this.tensors[node.Inputs[input]]!;

    /// <summary>The output of the node that feeds another, which reads it and will add to its gradient.</summary>
    public Tensor ReadInputOf(LayerNode node, int input = 0)
    {
        Tensor tensor = this.InputOf(node, input);
        tensor.Readers++;
        return tensor;
    }

    public void SetTensor(LayerNode node, Tensor tensor) => this.tensors[this.IndexOf(node)] = tensor;

    public ParameterPlan Parameter(LayerNode node, string name) => this.parameters[$"{node.Owner}/{node.ParameterPrefix}{name}"];

    /// <summary>A parameter as an operand.</summary>
    public Operand ParameterOperand(LayerNode node, string name) => Matrix(Memory.Parameters, this.Parameter(node, name));

    /// <summary>
    /// The gradient of a parameter as an operand; of one that several layers use, the part of this layer, to which those of the others are added.
    /// </summary>
    public Operand GradientOperand(LayerNode node, string name)
    {
        ParameterPlan plan = this.Parameter(node, name);
        return this.UsersOf(node).Count == 1 ? Matrix(Memory.Gradients, plan) : this.AddSums(node, name, 1) with { PanelRows = plan.Rows };
    }

    /// <summary>
    /// Whether a layer leaves its activation to the step that ends the network, which computes some losses from the weighted sums; not where other
    /// layers read what it gives.
    /// </summary>
    public bool LeavesActivationToOutput(LayerNode node) => this.Graph.EndsAt(this.IndexOf(node));

    /// <summary>Whether a layer reads the samples themselves, so that few ask for the gradient of its input.</summary>
    public bool ReadsSamples(LayerNode node) => this.Graph.Nodes[node.Inputs[0]] is InputNode;

    /// <summary>The halo and the padding that the readers of a node's output ask for.</summary>
    public InputNeeds NeedsOf(LayerNode node)
    {
        int index = this.IndexOf(node);
        return this.Graph.Nodes
            .Where(reader => reader.Inputs.Contains(index))
            .Select(reader => this.Takes(reader, node)
                ? LayerPlanner.Of(reader).Needs(reader, this).Or(this.NeedsOf(reader))
                : LayerPlanner.Of(reader).Needs(reader, this))
            .Aggregate(default(InputNeeds), (a, b) => a.Or(b));
    }

    /// <summary>Makes a buffer for a tensor of one sample.</summary>
    public TensorView AddBuffer(string name, string comment, Shape shape, Halo halo, int room = 0)
    {
        TensorView view = TensorView.Of(shape, Memory.Batch, name, halo, padded: true, this.Element);
        view = view with { Base = view.Base with { SampleStride = Math.Max(view.Base.SampleStride, room) } };
        this.buffers.Add(new(name, comment, view.Base.SampleStride, false, 0, -1));
        if (!halo.IsEmpty)
        {
            this.zeroed.Add(name);
        }

        return view;
    }

    public bool HasBuffer(string name) => this.buffers.Any(known => known.Name == name);

    /// <summary>Makes a buffer for several tensors of one sample.</summary>
    public void AddPlanes(Planes planes, string comment)
    {
        Operand first = planes.First.Base;
        this.buffers.Add(new(first.Buffer, comment, first.SampleStride, false, 0, -1));
        if (planes.HasHalo)
        {
            this.zeroed.Add(first.Buffer);
        }
    }

    /// <summary>Makes a buffer for a matrix in panels that samples share.</summary>
    public Operand AddShared(string name, string comment, int rows, int columns)
    {
        this.buffers.Add(new(name, comment, rows * this.Element.Padded(columns), true, 0, -1));
        return new(Memory.Shared, name, 0, 0, rows);
    }

    /// <summary>Makes the output of a layer: a buffer with what its readers need around it.</summary>
    /// <param name="node">The layer.</param>
    /// <param name="room">The elements that the buffer should have at least, where it is the gradient's on the way back.</param>
    /// <param name="own">The zeros that the layer itself wants around it.</param>
    public Tensor AddOutput(LayerNode node, int room = 0, Halo own = default)
    {
        Halo halo = this.NeedsOf(node).Halo.Or(own);
        bool givesWay = this.GivesWayToDelta(node);
        TensorView view = this.AddBuffer(
            $"{node.Name}_output",
            $"output of {node.Name}, {node.OutputShape}{(givesWay ? "; on the way back its gradient" : "")}",
            node.OutputShape,
            givesWay ? halo.Or(LayerPlanner.Of(node).DeltaHalo(node, this)) : halo,
            givesWay ? room : 0);
        Tensor tensor = new(view, this.LeavesActivationToOutput(node) ? "Linear" : node.Activation)
        {
            Delta = givesWay ? view : null,
        };
        this.SetTensor(node, tensor);
        return tensor;
    }

    /// <summary>
    /// Makes the output of a layer that lies as its input does; in a pass for prediction it is the same memory, in which the layer before it leaves what
    /// this one would make of it.
    /// </summary>
    public Tensor AddOutputInPlace(LayerNode node)
    {
        TensorView input = this.InputOf(node).Values;
        string name = $"{node.Name}_output";
        bool givesWay = this.GivesWayToDelta(node);
        this.buffers.Add(new(
            name,
            $"output of {node.Name}, {node.OutputShape}; in a pass for prediction that of the layer before it{(givesWay ? "; on the way back its gradient" : "")}",
            input.Base.SampleStride,
            false,
            0,
            -1)
        {
            SameInPrediction = input.Base.Buffer,
        });
        if (this.zeroed.Contains(input.Base.Buffer))
        {
            this.zeroed.Add(name);
        }

        TensorView view = input with { Base = input.Base with { Buffer = name } };
        Tensor tensor = new(view, "Linear") { Delta = givesWay ? view : null };
        this.SetTensor(node, tensor);
        return tensor;
    }

    /// <summary>
    /// What a layer multiplies its sums by when it stores them, and then adds: the batch normalisation that follows it, where nothing else reads
    /// what the layer gives. Scaling the sums costs less than scaling the kernel would, whose copy each prediction would write and read again.
    /// </summary>
    /// <returns>Null where no such normalisation follows.</returns>
    public Operand? AddFusedScale(LayerNode node)
    {
        if (this.Graph.Nodes.FirstOrDefault(reader => this.Takes(reader, node)) is not { } normalization)
        {
            return null;
        }

        Operand scale = this.AddShared($"{normalization.Name}_fused", $"factors and terms of {normalization.Name}, which {node.Name} stores its sums with", 2, node.OutputShape.Last);
        this.fused.Add(normalization.Name, scale);
        return scale;
    }

    /// <summary>What <see cref="AddFusedScale"/> gave to the layer before a normalisation; null where that did not ask.</summary>
    public Operand? FusedScale(LayerNode normalization) => this.fused.TryGetValue(normalization.Name, out Operand? scale) ? scale : null;

    /// <summary>Whether a normalisation can be taken over by the layer before it.</summary>
    private bool Takes(LayerNode normalization, LayerNode node) =>
        normalization is BatchNormalizationNode && node is not InputNode && node.Activation == "Linear"
        && !this.Graph.Outputs.Any(output => output.Layer == this.IndexOf(node))
        && LayerPlanner.Of(node).ScalesItsOutput
        && this.Graph.Nodes.Count(reader => reader.Inputs.Contains(this.IndexOf(node))) == 1 && ReferenceEquals(this.Graph.Nodes[normalization.Inputs[0]], node);

    /// <summary>
    /// Whether the gradient of a layer's output can take its place: where the one layer that reads it needs it no more once it has handed the
    /// gradient of each value to it, and the layer itself does not read it either. That saves the largest buffers of most convolutional networks.
    /// </summary>
    private bool GivesWayToDelta(LayerNode node)
    {
        int index = this.IndexOf(node);
        LayerNode[] readers = [.. this.Graph.Nodes.Where(reader => reader.Inputs.Contains(index))];
        return !this.Graph.Outputs.Any(output => output.Layer == index) && !LayerPlanner.Of(node).ReadsItsOutput(node) && readers.Length == 1 && readers[0].Inputs.Count == 1
            && TileDerivatives.Contains(node.Activation) && LayerPlanner.Of(readers[0]).ReplacesItsInput(readers[0]);
    }

    /// <summary>The activation that a tile applies itself when it stores the output of a layer.</summary>
    public string TileActivation(LayerNode node) =>
        this.LeavesActivationToOutput(node) || !TileActivations.Contains(node.Activation) ? "Linear" : node.Activation;

    /// <summary>Adds the activation of a layer as a step of its own, where a tile cannot apply it and it is not left to the output step.</summary>
    public void AddActivation(LayerNode node)
    {
        if (!this.LeavesActivationToOutput(node) && !TileActivations.Contains(node.Activation))
        {
            string name = $"{node.Name}_{node.Activation}";
            this.AddForward(node, new ActivationStep(name, $"{node.Activation} of {node.OutputShape}", node.Activation, this.TensorOf(node).Values));
        }
    }

    /// <summary>Where a step stores the gradient of what it read.</summary>
    /// <param name="tensor">What it read.</param>
    /// <param name="support">Whether it can multiply by the derivative of the activation on the way.</param>
    public static DeltaTarget Contribute(Tensor tensor, DerivativeSupport support)
    {
        TensorView delta = tensor.Delta!;
        bool derivative = tensor.Readers == 1 && TileDerivatives.Contains(tensor.Activation)
            && (support == DerivativeSupport.AnyLayout || (support == DerivativeSupport.SameLayout && delta.LiesLike(tensor.Values)));
        Epilogue epilogue = new(Derivative: derivative ? tensor.Activation : "Linear", Accumulate: tensor.Contributions > 0);
        tensor.Contributions++;
        tensor.IsDerivativeApplied |= derivative;
        return new(delta, epilogue, tensor.Values, tensor.IsInput);
    }

    /// <summary>
    /// Adds the gradient of a parameter as sums over portions of the batch, and the step that adds these up.
    /// </summary>
    /// <param name="node">The layer.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="step">The step that sums over a portion, given where to and what the portions are.</param>
    public void AddGradientInPortions(LayerNode node, string parameter, Func<Operand, Portions, Step> step)
    {
        ParameterPlan plan = this.Parameter(node, parameter);
        Operand sums = this.AddSums(node, parameter, Portions.OfConvolution);
        this.AddGradient(node, step(sums with { PanelRows = plan.Rows }, new(Portions.OfConvolution, plan.Length)));
    }

    /// <summary>
    /// Where a layer sums the gradient of a parameter over portions of the batch: the layers that use the parameter one after the other. What adds
    /// all of them up is planned with the first that is asked for.
    /// </summary>
    private Operand AddSums(LayerNode node, string parameter, int portions)
    {
        ParameterPlan plan = this.Parameter(node, parameter);
        List<string> users = this.UsersOf(node);
        string buffer = $"{node.Owner}_{plan.Node.Name}Sums";
        int count = users.Count * portions;
        Operand sums = new(Memory.Shared, buffer, 0, 0, count * plan.Rows);
        if (!this.HasBuffer(buffer))
        {
            this.AddShared(buffer, $"gradient of {plan.FullName}, summed over each portion of the batch", count * plan.Rows, plan.Columns);
            this.AddSumOfSums(node, plan, sums, count);
        }

        return sums with { Offset = users.IndexOf(node.Layer) * portions * plan.Length };
    }

    private void AddSumOfSums(LayerNode node, ParameterPlan plan, Operand sums, int count)
    {
        string parameter = plan.Node.Name;
        int panels = plan.PaddedColumns % this.Element.PanelWidth == 0 ? plan.PaddedColumns / this.Element.PanelWidth : 1;
        int panel = plan.Length / panels;
        this.AddGradientTransform(node, new AxisTransform(
            $"{node.Owner}_{char.ToUpperInvariant(parameter[0])}{parameter.Substring(1)}Sum",
            $"gradient of {plan.FullName} of all portions",
            new(1, count, (_, _) => 1),
            sums,
            Matrix(Memory.Gradients, plan),
            Bias: null,
            Y: null,
            BySample: false,
            Loop.Merge([new Loop("panel", panels, A: panel, C: panel)]),
            new([new AxisPiece(
                1,
                default,
                default,
                new(Enumerable.Range(0, count).Select(i => new AxisPoint(i, new(i * plan.Length, 0, 0)))),
                new([new AxisPoint(0, default)]))]),
            panel,
            Math.Min(this.Element.LongestVector, plan.PaddedColumns),
            new()));
    }

    /// <summary>The declared layers that use the parameters that a node uses.</summary>
    private List<string> UsersOf(LayerNode node) => [.. this.declared.Nodes.Where(other => other.Owner == node.Owner).Select(other => other.Name)];

    public void AddKernelTransform(LayerNode node, Step step) => this.kernelTransforms.Add(step with { Layer = node.Layer });

    /// <summary>Adds the gradient of a layer's bias, the sum of that of its output over samples and places, in portions of the batch.</summary>
    public void AddBiasGradient(LayerNode node, TensorView delta) => this.AddGradientInPortions(node, "bias", (sums, portions) => new BiasGradientStep(
        $"{node.Name}_BiasGradient",
        $"sum over samples and places of the gradient of {node.OutputShape}",
        delta,
        sums,
        new(node.OutputShape.Last, delta.PaddedLast))
    {
        Portions = portions,
    });

    /// <summary>
    /// The gradient of a layer's output with zeros around it, as its way back wants them. The gradient of the samples is seldom asked for, so a first
    /// layer's gradient has none: where it is asked for, it is copied to where there are some. Memory that nobody touches is not resident.
    /// </summary>
    public TensorView AddRoomAround(LayerNode node, TensorView delta, Halo halo)
    {
        if (!this.ReadsSamples(node) || halo.IsEmpty)
        {
            return delta;
        }

        TensorView room = this.AddBuffer($"{node.Name}_deltaAround", $"gradient of {node.Name}, {node.OutputShape}, with zeros around it", node.OutputShape, halo);
        this.AddBackward(node, new CopyStep($"{node.Name}_DeltaAround", $"gradient of {node.OutputShape} to where there are zeros around it", delta, room)
        {
            ForInputGradient = true,
        });
        return room;
    }

    public void AddPrepare(LayerNode node, TransposeStep step) => this.prepare.Add(step with { Layer = node.Layer });

    public void AddForward(LayerNode node, Step step) => this.forward.Add(step with { Layer = node.Layer });

    public void AddBackward(LayerNode node, Step step) => this.backward.Add(step with { Layer = node.Layer });

    public void AddGradient(LayerNode node, Step step) => this.gradients.Add(step with { Layer = node.Layer });

    public void AddGradientTransform(LayerNode node, AxisTransform step) => this.gradientTransforms.Add(step with { Layer = node.Layer });

    /// <summary>Says how a layer is computed, or a part of it.</summary>
    public void Describe(LayerNode node, string strategy)
    {
        int known = this.layers.FindIndex(layer => layer.Name == node.Layer);
        if (known < 0)
        {
            this.layers.Add(new(node.Layer, strategy));
        }
        else
        {
            this.layers[known] = new(node.Layer, $"{this.layers[known].Strategy}; {strategy}");
        }
    }

    /// <summary>Multiplies the derivative of a layer's activation into its gradient, unless a step that stored it did so already.</summary>
    public void FinishDelta(LayerNode node, Tensor tensor)
    {
        if (!tensor.IsDerivativeApplied && tensor.Activation != "Linear")
        {
            tensor.IsDerivativeApplied = true;
            string name = $"{node.Name}_{tensor.Activation}Gradient";
            this.AddBackward(node, new ActivationGradientStep(
                name, $"derivative of {tensor.Activation}", tensor.Activation, tensor.Delta!, tensor.Values));
        }
    }

    /// <summary>Makes the place for the gradient of a tensor.</summary>
    public void AddDelta(LayerNode node, Tensor tensor, Halo halo) =>
        tensor.Delta ??= this.AddBuffer($"{node.Name}_delta", $"gradient of {node.Name}, {node.OutputShape}", node.OutputShape, halo);

    public ExecutionPlan Build(IReadOnlyList<OutputStep> outputs) => new(
        this.declared,
        this.Element,
        new(this.parameters.Values.OrderBy(p => p.Offset)),
        ArenaPlanner.Place(this.buffers, this.zeroed, [.. this.kernelTransforms, .. this.forward.Where(step => !step.IsForTraining), .. outputs], this.Element),
        new(this.kernelTransforms),
        new(this.prepare),
        new(this.forward),
        new(outputs),
        new(this.backward),
        new(this.gradients),
        new(this.gradientTransforms),
        null,
        new(this.declared.Nodes.Select(node => this.layers.Find(layer => layer.Name == node.Name) ?? new(node.Name, "with the layer before it"))));

    /// <summary>The plan of a network that is one step.</summary>
    public ExecutionPlan BuildUnrolled(UnrolledStep unrolled) => new(
        this.declared,
        this.Element,
        new(this.parameters.Values.OrderBy(p => p.Offset)),
        EquatableArray<BufferPlan>.Empty,
        EquatableArray<Step>.Empty,
        EquatableArray<TransposeStep>.Empty,
        EquatableArray<Step>.Empty,
        EquatableArray<OutputStep>.Empty,
        EquatableArray<Step>.Empty,
        EquatableArray<Step>.Empty,
        EquatableArray<AxisTransform>.Empty,
        unrolled,
        new(this.declared.Nodes.Select(node => new LayerPlan(node.Name, "unrolled, samples in lanes"))));

    /// <summary>A number as it is written in the comments of generated code.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static Operand Matrix(Memory memory, ParameterPlan parameter) =>
        new(memory, "", parameter.Offset, 0, parameter.Node.IsInPanels ? parameter.Rows : 1);

    /// <summary>What is not trained lies after all that is, so that an optimiser has one unbroken range to go over.</summary>
    private static IEnumerable<ParameterPlan> PlaceParameters(NetworkGraph graph, ElementType element)
    {
        int offset = 0;
        foreach ((LayerNode node, ParameterNode parameter) in graph.Nodes
            .SelectMany(node => node.Parameters.Select(parameter => (node, parameter)))
            .OrderBy(owned => owned.parameter.IsTrainable ? 0 : 1))
        {
            int columns = parameter.Columns;
            ParameterPlan plan = new(node.Name, parameter, offset, parameter.Shape.Size / columns, element.Padded(columns));
            offset += (plan.Length + element.LongestVector - 1) / element.LongestVector * element.LongestVector;
            yield return plan;
        }
    }

    private int IndexOf(LayerNode node)
    {
        for (int i = 0; i < this.Graph.Nodes.Count; i++)
        {
            if (ReferenceEquals(this.Graph.Nodes[i], node))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The layer '{node.Name}' is not part of the network that is planned.");
    }
}
