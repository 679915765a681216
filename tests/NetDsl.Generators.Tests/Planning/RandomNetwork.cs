using NetDsl.Generators.Parsing;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Tests.Planning;

/// <summary>A network drawn at random, small enough to walk over everything it touches.</summary>
internal sealed class RandomNetwork
{
    private static readonly string[] Activations = ["Linear", "ReLU", "Sigmoid", "Tanh", "Softmax"];
    private static readonly string[] Noises = ["Dropout", "SpatialDropout1D", "GaussianDropout"];
    private static readonly string[] Joins = ["Add", "Average", "Maximum", "Minimum", "Multiply", "Subtract"];
    private static readonly string[] StrideNames = ["Strides", "StrideHeight", "StrideWidth", "DilationRate", "DepthMultiplier"];

    private static readonly string[] OtherConvolutions =
    [
        "Conv1D", "Conv1DTranspose", "Conv2DTranspose", "Conv3D", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D",
    ];

    private readonly Random random;
    private readonly List<LayerSpec> layers = [];
    private NetworkGraph? graph;

    private RandomNetwork(int seed)
    {
        this.random = new Random(seed);
        this.IsDouble = this.random.Next(2) == 0;
        this.TryAdd("Input", ("Shape", this.random.Next(12) switch
        {
            0 => [this.Extent(40)],
            1 => [this.random.Next(10, 30), this.Channels()],
            2 or 3 => [this.Extent(4), this.Extent(7), this.Extent(7), this.Extent(10)],
            4 => [this.Extent(3), this.Extent(4), this.random.Next(6, 20), this.Channels()],
            5 or 9 => [this.random.Next(10, 30), this.Channels()],
            10 => [this.Extent(20), this.Extent(20)],
            6 or 7 => [this.random.Next(3, 8), this.random.Next(4, 14), this.Channels()],
            8 => [this.Extent(4), this.random.Next(3, 9), this.random.Next(3, 12), this.Channels()],
            _ => [this.Extent(10), this.Extent(14), this.Channels()],
        }));
        if (this.random.Next(2) == 0)
        {
            this.AddDeepConvolution();
        }

        for (int wanted = this.random.Next(1, 6); wanted > 0; wanted--)
        {
            this.TryAddLayer();
        }

        if (this.graph is null)
        {
            this.AddDense();
        }

        OutputNode output = this.graph!.Outputs[0];
        this.graph = this.graph with { Outputs = new([output with { Spec = Loss(this.AnyLoss()) }]) };
    }

    /// <summary>Whether the element type is double.</summary>
    public bool IsDouble { get; }

    /// <summary>The network with its shapes.</summary>
    public NetworkGraph Graph => this.graph!;

    /// <summary>So many networks, the same ones in each run.</summary>
    public static IEnumerable<RandomNetwork> Draw(int count) => Enumerable.Range(0, count).Select(seed => new RandomNetwork(seed));

    /// <summary>The attributes that declare it, but the first.</summary>
    public string Attributes => string.Join("\n", [.. this.layers.Select(Attribute), $"[Loss(Loss.{this.Graph.Loss})]"]);

    /// <summary>Its plan.</summary>
    public ExecutionPlan Plan() => ExecutionPlanner.Plan(this.Graph);

    /// <summary>The declaration, for the message of a failing test.</summary>
    public override string ToString() => (this.IsDouble ? "double\n" : "") + this.Attributes;

    private static OutputSpec Loss(string loss) => new(new("Loss", new([new ArgumentSpec("Loss", new([loss]))])), 0);

    private static string Attribute(LayerSpec layer) => layer.Kind switch
    {
        "Concatenate" => $"[Concatenate({Names(layer)}, Axis = {layer.Integer("Axis", -1)})]",
        "Add" or "Average" or "Maximum" or "Minimum" or "Multiply" or "Subtract" => $"[{layer.Kind}({Names(layer)})]",
        "Input" => $"[Input({string.Join(", ", layer.Integers("Shape"))})]",
        "Dense" => $"[Dense({layer.Integer("Units", 0)}, {Units(layer)})]",
        "Conv1D" => $"[Conv1D({layer.Integer("Filters", 0)}, {layer.Integer("KernelSize", 0)}, {Strides(layer)}, {Units(layer)})]",
        "Conv2D" => $"[Conv2D({layer.Integer("Filters", 0)}, {layer.Integer("KernelHeight", 0)}, {layer.Integer("KernelWidth", 0)}, {Strides(layer)}, {Units(layer)})]",
        "Conv3D" => $"[Conv3D({layer.Integer("Filters", 0)}, {layer.Integer("KernelSize", 0)}, {Strides(layer)}, {Units(layer)})]",
        "DepthwiseConv1D" => $"[DepthwiseConv1D({layer.Integer("KernelSize", 0)}, {Strides(layer)}, {Units(layer)})]",
        "DepthwiseConv2D" => $"[DepthwiseConv2D({layer.Integer("KernelHeight", 0)}, {layer.Integer("KernelWidth", 0)}, {Strides(layer)}, {Units(layer)})]",
        "Conv1DTranspose" or "SeparableConv1D" =>
            $"[{layer.Kind}({layer.Integer("Filters", 0)}, {layer.Integer("KernelSize", 0)}, {Strides(layer)}, {Units(layer)})]",
        "Conv2DTranspose" or "SeparableConv2D" =>
            $"[{layer.Kind}({layer.Integer("Filters", 0)}, {layer.Integer("KernelHeight", 0)}, {layer.Integer("KernelWidth", 0)}, {Strides(layer)}, {Units(layer)})]",
        "BatchNormalization" or "LayerNormalization" => $"[{layer.Kind}(Center = {Flag(layer, "Center")}, Scale = {Flag(layer, "Scale")})]",
        "MaxPooling1D" or "AveragePooling1D" or "MinPooling1D" => $"[{layer.Kind}({layer.Integer("PoolSize", 0)}, {Strides(layer)})]",
        "MaxPooling2D" or "AveragePooling2D" or "MinPooling2D" =>
            $"[{layer.Kind}({layer.Integer("PoolHeight", 0)}, {layer.Integer("PoolWidth", 0)}, {Strides(layer)})]",
        "Dropout" or "SpatialDropout1D" or "GaussianDropout" => FormattableString.Invariant($"[{layer.Kind}({layer.Number("Rate", 0)})]"),
        "GlobalMaxPooling1D" or "GlobalMinPooling2D" => $"[{layer.Kind}(KeepDims = {(layer.Flag("KeepDims", false) ? "true" : "false")})]",
        "Reshape" => $"[Reshape({string.Join(", ", layer.Integers("TargetShape"))})]",
        "Permute" => $"[Permute({string.Join(", ", layer.Integers("Dims"))})]",
        "RepeatVector" => $"[RepeatVector({layer.Integer("N", 0)})]",
        "ZeroPadding1D" or "Cropping1D" => $"[{layer.Kind}({Arguments(layer, "Left", "Right")})]",
        "ZeroPadding2D" or "Cropping2D" => $"[{layer.Kind}({Arguments(layer, "Top", "Bottom", "Left", "Right")})]",
        "UpSampling1D" => $"[UpSampling1D({layer.Integer("Size", 0)})]",
        "UpSampling2D" => $"[UpSampling2D({Arguments(layer, "SizeHeight", "SizeWidth")}, Interpolation = Interpolation.{layer.Text("Interpolation")})]",
        _ => $"[{layer.Kind}]",
    };

    private static string Arguments(LayerSpec layer, params string[] names) => string.Join(", ", names.Select(name => layer.Integer(name, 0)));

    private static string Flag(LayerSpec layer, string name) => layer.Flag(name, true) ? "true" : "false";

    private static string Names(LayerSpec layer) => string.Join(", ", layer.Texts("Layers").Select(name => $"\"{name}\""));

    private static string Strides(LayerSpec layer)
    {
        IEnumerable<string> strides = StrideNames.Where(layer.Has).Select(name => $"{name} = {layer.Integer(name, 0)}");
        return $"{string.Join(", ", strides)}, Padding = Padding.{layer.Text("Padding")}";
    }

    private static string Units(LayerSpec layer) =>
        $"Activation = Activation.{layer.Text("Activation")}, UseBias = {(layer.Flag("UseBias", true) ? "true" : "false")}";

    private string AnyLoss()
    {
        string fitting = this.graph!.Nodes[this.graph.Output].Activation switch
        {
            "Softmax" => "CategoricalCrossentropy",
            "Sigmoid" => "BinaryCrossentropy",
            _ => "MeanSquaredError",
        };
        return this.random.Next(3) == 0 ? "MeanSquaredError" : fitting;
    }

    private void TryAddLayer()
    {
        switch (this.random.Next(38))
        {
            case 0 or 1 or 2:
                this.TryAdd(
                    "Conv2D",
                    ("Activation", [this.AnyActivation()]),
                    ("Filters", [this.Channels()]),
                    ("KernelHeight", [this.random.Next(1, 6)]),
                    ("KernelWidth", [this.random.Next(1, 6)]),
                    ("Padding", [this.AnyPadding()]),
                    ("StrideHeight", [this.AnyStride()]),
                    ("StrideWidth", [this.AnyStride()]),
                    ("UseBias", [this.random.Next(2) == 0]));
                break;
            case 3 or 4:
                this.TryAdd(
                    "Conv1D",
                    ("Activation", [this.AnyActivation()]),
                    ("Filters", [this.Channels()]),
                    ("KernelSize", [this.random.Next(1, 6)]),
                    ("Padding", [this.AnyPadding()]),
                    ("Strides", [this.AnyStride()]),
                    ("UseBias", [this.random.Next(2) == 0]));
                break;
            case 5 or 6:
                this.TryAdd(
                    this.AnyPooling() + "2D",
                    ("Padding", [this.AnyPadding()]),
                    ("PoolHeight", [this.random.Next(1, 4)]),
                    ("PoolWidth", [this.random.Next(1, 4)]),
                    ("StrideHeight", [this.random.Next(1, 4)]),
                    ("StrideWidth", [this.random.Next(1, 4)]));
                break;
            case 7:
                this.TryAdd(
                    this.AnyPooling() + "1D",
                    ("Padding", [this.AnyPadding()]),
                    ("PoolSize", [this.random.Next(1, 4)]),
                    ("Strides", [this.random.Next(1, 4)]));
                break;
            case 8:
                this.AddPoolingOfAll();
                break;
            case 9:
                this.TryAdd("Flatten");
                break;
            case 10:
                this.TryAdd(Noises[this.random.Next(Noises.Length)], ("Rate", [0.5]));
                break;
            case 11 or 12 or 13 or >= 34:
                this.AddDeepConvolution();
                break;
            case 14:
                this.AddReshape();
                break;
            case 15:
                this.AddPermute();
                break;
            case 16:
                this.AddEdges("ZeroPadding");
                break;
            case 17:
                this.AddEdges("Cropping");
                break;
            case 18 or 19:
                this.AddMorePlaces();
                break;
            case 20 or 21 or 22:
                this.TryJoin();
                break;
            case >= 29:
                this.AddOtherConvolution();
                break;
            case 23 or 24:
                this.TryAdd("BatchNormalization", ("Center", [this.random.Next(2) == 0]), ("Scale", [this.random.Next(2) == 0]));
                break;
            case 25:
                this.TryAdd("LayerNormalization", ("Center", [this.random.Next(2) == 0]), ("Scale", [this.random.Next(2) == 0]));
                break;
            case 26:
                this.AddBatchNormalizedLayer();
                break;
            default:
                this.AddDense();
                break;
        }
    }

    /// <summary>Joins what there is with an earlier layer, often itself, since shapes seldom fit.</summary>
    private void TryJoin()
    {
        LayerNode[] nodes = [.. this.graph?.Nodes ?? []];
        LayerNode[] fitting = [.. nodes.Where(node => node.OutputShape == nodes[^1].OutputShape)];
        if (fitting.Length == 0)
        {
            return;
        }

        object name = fitting[this.random.Next(fitting.Length)].Name;
        object[] names = this.random.Next(3) == 0 ? [name, nodes[^1].Name, fitting[0].Name] : [name];
        if (this.random.Next(2) == 0)
        {
            this.TryAdd("Concatenate", ("Axis", [-this.random.Next(1, nodes[^1].OutputShape.Rank + 1)]), ("Layers", names));
            return;
        }

        this.TryAdd(Joins[this.random.Next(Joins.Length)], ("Layers", names));
    }

    /// <summary>A convolution of another kind, with strides or with gaps; the first that fits what is there.</summary>
    private void AddOtherConvolution()
    {
        int dilation = this.random.Next(3) == 0 ? this.random.Next(2, 4) : 1;
        int Stride() => dilation == 1 ? this.random.Next(1, 4) : 1;
        string kind = OtherConvolutions[this.random.Next(OtherConvolutions.Length)];
        bool isImage = kind.Contains("2D", StringComparison.Ordinal);
        this.TryAdd(
            kind,
            [
                ("Activation", [this.AnyActivation()]),
                .. kind.StartsWith("Depthwise", StringComparison.Ordinal) || kind.StartsWith("Separable", StringComparison.Ordinal)
                    ? new (string, object[])[] { ("DepthMultiplier", [this.random.Next(2) == 0 ? 1 : this.random.Next(2, 6)]) }
                    : [],
                ("DilationRate", [dilation]),
                .. kind.StartsWith("Depthwise", StringComparison.Ordinal) ? [] : new (string, object[])[] { ("Filters", [this.Extent(20)]) },
                .. isImage
                    ? new (string, object[])[] { ("KernelHeight", [this.random.Next(1, 5)]), ("KernelWidth", [this.random.Next(1, 5)]) }
                    : [("KernelSize", [this.random.Next(1, kind == "Conv3D" ? 4 : 20)])],
                ("Padding", [kind == "Conv1D" ? "Causal" : this.AnyPadding()]),
                .. isImage
                    ? new (string, object[])[] { ("StrideHeight", [Stride()]), ("StrideWidth", [Stride()]) }
                    : [("Strides", [Stride()])],
                ("UseBias", [this.random.Next(2) == 0]),
            ]);
    }

    /// <summary>A layer that scales its sums by the normalisation after it, and one that may want zeros around what comes of it.</summary>
    private void AddBatchNormalizedLayer()
    {
        this.TryAdd(
            "Conv1D",
            ("Activation", ["Linear"]),
            ("Filters", [this.Channels()]),
            ("KernelSize", [this.random.Next(1, 4)]),
            ("Padding", [this.AnyPadding()]),
            ("Strides", [1]),
            ("UseBias", [this.random.Next(2) == 0]));
        this.TryAdd("BatchNormalization", ("Center", [true]), ("Scale", [true]));
        this.AddDeepConvolution();
    }

    private void AddDense() => this.TryAdd(
        "Dense",
        ("Activation", [this.AnyActivation()]),
        ("Units", [1 + this.Extent(70)]),
        ("UseBias", [this.random.Next(2) == 0]));

    private void AddPoolingOfAll()
    {
        switch (this.random.Next(3))
        {
            case 0:
                this.TryAdd("GlobalAveragePooling1D");
                break;
            case 1:
                this.TryAdd("GlobalMaxPooling1D", ("KeepDims", [this.random.Next(2) == 0]));
                break;
            default:
                this.TryAdd("GlobalMinPooling2D", ("KeepDims", [this.random.Next(2) == 0]));
                break;
        }
    }

    /// <summary>Two or three extents, often such that rows end within those of the input.</summary>
    private void AddReshape()
    {
        int size = this.graph?.Nodes[^1].OutputShape.Size ?? 1;
        int[] divisors = [.. Enumerable.Range(1, size).Where(d => size % d == 0)];
        object last = divisors[this.random.Next(divisors.Length)];
        object[] middle = this.random.Next(2) == 0 ? [] : [divisors[this.random.Next(divisors.Length)]];
        this.TryAdd("Reshape", ("TargetShape", [-1, .. middle, last]));
    }

    private void AddPermute()
    {
        int rank = this.graph?.Nodes[^1].OutputShape.Rank ?? 1;
        this.TryAdd("Permute", ("Dims", [.. Enumerable.Range(1, rank).OrderBy(_ => this.random.Next()).Select(d => (object)d)]));
    }

    private void AddEdges(string kind)
    {
        string[] ends = this.random.Next(2) == 0 ? ["Left", "Right"] : ["Bottom", "Left", "Right", "Top"];
        this.TryAdd(kind + (ends.Length == 2 ? "1D" : "2D"), [.. ends.Select(end => (end, (object[])[this.random.Next(3)]))]);
    }

    private void AddMorePlaces()
    {
        switch (this.random.Next(3))
        {
            case 0:
                this.TryAdd("RepeatVector", ("N", [this.random.Next(1, 4)]));
                break;
            case 1:
                this.TryAdd("UpSampling1D", ("Size", [this.random.Next(1, 4)]));
                break;
            default:
                this.TryAdd(
                    "UpSampling2D",
                    ("Interpolation", [this.random.Next(2) == 0 ? "Nearest" : "Bilinear"]),
                    ("SizeHeight", [this.random.Next(1, 4)]),
                    ("SizeWidth", [this.random.Next(1, 4)]));
                break;
        }
    }

    private string AnyPooling() => new[] { "MaxPooling", "AveragePooling", "MinPooling" }[this.random.Next(3)];

    /// <summary>A convolution of so many channels that a minimal filter pays where there are as many before it.</summary>
    private void AddDeepConvolution()
    {
        bool isImage = this.random.Next(3) > 0;
        object steps = this.random.Next(2, 6);
        this.TryAdd(
            isImage ? "Conv2D" : "Conv1D",
            [
                ("Activation", [this.AnyActivation()]),
                ("Filters", [this.random.Next(16, 56)]),
                .. isImage
                    ? new (string, object[])[] { ("KernelHeight", [this.random.Next(1, 6)]), ("KernelWidth", [steps]) }
                    : [("KernelSize", [steps])],
                ("Padding", [this.AnyPadding()]),
                .. isImage
                    ? new (string, object[])[] { ("StrideHeight", [1]), ("StrideWidth", [1]) }
                    : [("Strides", [1])],
                ("UseBias", [this.random.Next(2) == 0]),
            ]);
    }

    /// <summary>An extent, often a very small one: edges, padding and vectors meet there.</summary>
    private int Extent(int end) => this.random.Next(1, this.random.Next(2) == 0 ? Math.Min(4, end) : end);

    /// <summary>As many channels as an extent may have, or so many that a minimal filter pays.</summary>
    private int Channels() => this.random.Next(2) == 0 ? this.Extent(20) : this.random.Next(16, 56);

    /// <summary>A step of a convolution, mostly 1: only such a one can be taken by a minimal filter.</summary>
    private int AnyStride() => this.random.Next(3) > 0 ? 1 : this.random.Next(1, 4);

    private string AnyActivation() => Activations[this.random.Next(Activations.Length)];

    private string AnyPadding() => this.random.Next(2) == 0 ? "Same" : "Valid";

    /// <summary>Adds a layer, unless it does not fit what is there: an image where there is none, a kernel larger than its input.</summary>
    private void TryAdd(string kind, params (string Name, object[] Value)[] arguments)
    {
        LayerSpec layer = new(kind, new(arguments.Select(a => new ArgumentSpec(a.Name, new(a.Value)))));
        NetworkSpec spec = new("", EquatableArray<string>.Empty, "Net", this.IsDouble, new([.. this.layers, layer]), new([Loss("MeanSquaredError")]), Declaration: "");
        NetworkGraph? inferred = ShapeInference.Infer(spec).Graph;
        if (inferred is not null || kind == "Input")
        {
            this.layers.Add(layer);
            this.graph = inferred;
        }
    }
}
