using System.Globalization;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes what a user sees of a network, and the buffers of its passes.</summary>
internal static class ClassEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "NetDsl", "NetDsl.Kernels", "NetDsl.Training",
    ];

    /// <summary>The file.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="targets">The vector units that there is code for, from the widest; the last one serves where no other does.</param>
    public static string Emit(ExecutionPlan plan, EquatableArray<VectorTarget> targets) => FileFrame.Write(
        plan.Graph.Spec, Header(plan), Usings, "enable", $" : global::NetDsl.Training.INetwork<{plan.Element.Name}>", writer =>
        {
            EmitDescription(writer, plan);
            EmitMembers(writer, plan);
            EmitPass(writer, plan, targets);
        });

    /// <summary>The table of layers that stands at the top of the file.</summary>
    private static List<string> Header(ExecutionPlan plan)
    {
        Dictionary<string, string> strategies = plan.Layers.ToDictionary(l => l.Name, l => l.Strategy);
        List<string[]> rows = [["layer", "kind", "output", "parameters", "FLOPs", "computed"]];
        rows.AddRange(plan.Graph.Nodes.Select(n => new[]
        {
            n.Name,
            n.Activation == "Linear" ? n.Kind : $"{n.Kind}, {n.Activation}",
            n.OutputShape.ToString(),
            PlanBuilder.Number(n.Parameters.Sum(p => (long)p.Shape.Size)),
            PlanBuilder.Number(n.Flops),
            strategies[n.Name],
        }));
        int[] widths = [.. Enumerable.Range(0, 6).Select(column => rows.Max(row => row[column].Length))];
        List<string> lines =
        [
            $"{plan.Graph.Spec.TypeName}, made by NetDsl from the attributes on the class. Changes to this file are lost.",
            "",
        ];
        lines.AddRange(rows.Select(row => string.Join("  ", row.Select((cell, i) =>
            i is 3 or 4 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd()));
        lines.Add("");
        lines.Add($"{PlanBuilder.Number(Parameters(plan))} parameters, {PlanBuilder.Number(plan.Graph.Nodes.Sum(n => n.Flops))} FLOPs a sample forward; {Losses(plan.Graph)}");
        lines.Add(
            $"a pass for training needs {PlanBuilder.Number((long)plan.ElementsPerSample(true) * plan.Element.Size)} bytes a sample and "
            + $"{PlanBuilder.Number((long)plan.SharedElements(true) * plan.Element.Size)} more, one for prediction "
            + $"{PlanBuilder.Number((long)plan.ElementsPerSample(false) * plan.Element.Size)} bytes a sample");
        return lines;
    }

    /// <summary>What sets a parameter apart from one that is trained by nothing but the loss.</summary>
    private static string Settings(ParameterNode parameter)
    {
        List<string> settings = [.. parameter.Rules.Select(rule => $"{rule.Property} = {Real(rule.Value)}")];
        if (!parameter.IsTrainable)
        {
            settings.Add("IsTrainable = false");
        }

        if (parameter.InitialValues.Count > 0)
        {
            settings.Add($"InitialValues = [{string.Join(", ", parameter.InitialValues.Select(Real))}]");
        }

        return settings.Count == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
    }

    private static string Real(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What sets a layer's summary apart from that of a trained layer which takes the one above it.</summary>
    private static string Particulars(NetworkGraph graph, LayerNode node)
    {
        List<string> said = [];
        long untrained = node.Parameters.Where(p => !p.IsTrainable).Sum(p => (long)p.Shape.Size);
        if (untrained > 0)
        {
            said.Add($"NonTrainableParameters = {untrained.ToString(CultureInfo.InvariantCulture)}");
        }

        if (node is NormalizationNode { AdaptsTo: { } input })
        {
            said.Add($"AdaptsTo = \"{input}\"");
        }

        if (!FollowsTheOneAbove(graph, node))
        {
            said.Add($"FedBy = [{string.Join(", ", node.Inputs.Select(i => $"\"{graph.Nodes[i].Name}\""))}]");
        }

        return said.Count == 0 ? "" : $" {{ {string.Join(", ", said)} }}";
    }

    private static bool FollowsTheOneAbove(NetworkGraph graph, LayerNode node)
    {
        LayerNode[] inputs = [.. graph.Nodes.Where(n => n is InputNode)];
        LayerNode? above = graph.Nodes.TakeWhile(n => n.Name != node.Name).LastOrDefault(n => n is not InputNode)
            ?? (inputs.Length == 1 ? inputs[0] : null);
        return node.Inputs.Count == 1 && graph.Nodes[node.Inputs[0]].Name == above?.Name;
    }

    private static long Parameters(ExecutionPlan plan) => plan.Graph.Nodes.Sum(n => n.Parameters.Sum(p => (long)p.Shape.Size));

    private static void EmitDescription(SourceWriter writer, ExecutionPlan plan)
    {
        NetworkGraph graph = plan.Graph;
        writer.Line("private static readonly global::NetDsl.Training.ParameterDefinition[] ParameterDefinitions =");
        writer.Line("[");
        writer.Indented(plan.Parameters.Select(p =>
            $"new(\"{p.FullName}\", [{List(p.Node.Shape)}], new global::NetDsl.Training.ParameterLayout({Text(p.Offset)}, {Text(p.Rows)}, {Text(p.Columns)}, "
            + $"{Text(p.PaddedColumns)}, {Text(p.PanelWidth(plan.Element))}), global::NetDsl.Initializer.{p.Node.Initializer}, {Text(p.Node.FanIn)}, {Text(p.Node.FanOut)}){Settings(p.Node)},"));
        writer.Line("];");
        writer.Line();
        writer.Line($"private readonly global::NetDsl.Training.PredictionPool<{plan.Element.Name}> predictions;");
        writer.Line();
        writer.Line("private const string DeclarationText =");
        writer.Indented(["\"\"\"", .. graph.Spec.Declaration.TrimEnd('\n').Split('\n'), "", "\"\"\";"]);
        writer.Line();
        writer.Line("/// <summary>The layers, shapes, sizes and cost of the network.</summary>");
        writer.Line("public static global::NetDsl.Training.NetworkSummary Description { get; } = new(");
        writer.Indented(
        [
            $"\"{graph.Spec.TypeName}\",",
            $"global::NetDsl.Precision.{(graph.Spec.IsDouble ? "Double" : "Single")},",
            "[",
            .. graph.Nodes.Where(n => n is InputNode).Select(n => $"    new global::NetDsl.Training.InputSummary(\"{n.Name}\", [{List(n.OutputShape)}]),"),
            "],",
            "[",
            .. graph.Outputs.Select(o => "    " + Output(graph.Nodes[o.Layer], o)),
            "],",
            "[",
            .. graph.Nodes.Where(n => n is not InputNode).Select(n =>
                $"    new global::NetDsl.Training.LayerSummary(\"{n.Name}\", \"{n.Kind}\", [{List(n.OutputShape)}], {n.Parameters.Sum(p => (long)p.Shape.Size).ToString(CultureInfo.InvariantCulture)}, {n.Flops.ToString(CultureInfo.InvariantCulture)}){Particulars(graph, n)},"),
            "])",
            "{",
            "    Declaration = DeclarationText,",
            "};",
        ]);
        writer.Line();
    }

    private static string Output(LayerNode node, OutputNode output) =>
        $"new global::NetDsl.Training.OutputSummary(\"{output.Name}\", global::NetDsl.Loss.{output.Loss}, {output.Weight.ToString("R", CultureInfo.InvariantCulture)}, "
        + $"global::NetDsl.Activation.{node.Activation}, [{List(node.OutputShape)}], [{List(output.TargetShape)}]),";

    private static string Losses(NetworkGraph graph) => graph.Outputs.Count == 1 && graph.Outputs[0].Weight == 1
        ? $"loss {graph.Loss}"
        : "losses " + string.Join(" + ", graph.Outputs.Select(o => $"{o.Weight.ToString("R", CultureInfo.InvariantCulture)} {o.Loss} of {o.Name}"));

    private static void EmitMembers(SourceWriter writer, ExecutionPlan plan)
    {
        string element = plan.Element.Name;
        string name = plan.Graph.Spec.TypeName;
        writer.Line("/// <summary>A network with fresh parameters.</summary>");
        writer.Line("/// <param name=\"seed\">The same seed gives the same parameters on every machine.</param>");
        writer.Open($"public {name}(ulong seed = 0)");
        writer.Line($"this.Parameters = new global::NetDsl.Training.ParameterSet<{element}>(ParameterDefinitions);");
        writer.Line($"this.predictions = new global::NetDsl.Training.PredictionPool<{element}>(this);");
        writer.Line("this.Initialize(seed);");
        writer.Close();
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public global::NetDsl.Training.NetworkSummary Summary => Description;");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public global::NetDsl.Training.ParameterSet<{element}> Parameters {{ get; }}");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public void Initialize(ulong seed) => global::NetDsl.Training.Initializers.Fill(this.Parameters, seed);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        EmitPredict(writer, plan);
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public global::NetDsl.Training.NetworkPass<{element}> CreatePass(int batchSize, int threads = 1, bool training = true) =>");
        writer.Indented(["new Pass(this, batchSize, threads, training);"]);
        writer.Line();
    }

    private static void EmitPredict(SourceWriter writer, ExecutionPlan plan)
    {
        string element = plan.Element.Name;
        string signature = $"public void Predict(ReadOnlySpan<{element}> inputs, Span<{element}> outputs)";
        if (!OneSampleEmitter.Serves(plan))
        {
            writer.Line($"{signature} => this.predictions.Predict(inputs, outputs);");
            writer.Line();
            return;
        }

        writer.Open(signature);
        writer.Open($"if (inputs.Length == {Text(plan.Graph.Nodes.Where(n => n is InputNode).Sum(n => n.OutputShape.Size))} && outputs.Length == {Text(plan.Graph.Nodes[plan.Graph.Output].OutputShape.Size)})");
        writer.Line("Pass.PredictOne(");
        writer.Indented(
        [
            "ref MemoryMarshal.GetReference(this.Parameters.Values),",
            "ref MemoryMarshal.GetReference(inputs),",
            "ref MemoryMarshal.GetReference(outputs));",
        ]);
        writer.Close();
        writer.Open("else");
        writer.Line("this.predictions.Predict(inputs, outputs);");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static void EmitPass(SourceWriter writer, ExecutionPlan plan, EquatableArray<VectorTarget> targets)
    {
        string element = plan.Element.Name;
        writer.Open($"private sealed partial class Pass : global::NetDsl.Training.NetworkPass<{element}>");
        foreach (BufferPlan buffer in plan.Buffers)
        {
            writer.Line($"// {buffer.Comment}: {PlanBuilder.Number(buffer.Elements)} values{(buffer.IsShared ? "" : " a sample")}");
            writer.Line($"private readonly nint {buffer.Name};");
        }

        writer.Line();
        writer.Line($"public Pass({plan.Graph.Spec.TypeName} network, int batchSize, int threads, bool training)");
        writer.Indented(
        [
            $": base(network, batchSize, threads, training, {PerSample(plan)}, training ? {Text(plan.SharedElements(true))} : {Text(plan.SharedElements(false))})",
        ]);
        writer.Open("");
        if (plan.Buffers.Count > 0)
        {
            writer.Line("// Buffers that are not needed at the same time share memory; not so where threads are at different layers at the same time.");
            writer.Line("bool apart = training || threads > 1;");
        }

        foreach (BufferPlan buffer in plan.Buffers.Where(b => !b.IsShared))
        {
            string place = $"(nint)batchSize * (apart ? {Text(buffer.TrainingOffset)} : {Text(Math.Max(0, buffer.PredictionOffset))})";
            writer.Line(buffer.SameInPrediction is { } other
                ? $"this.{buffer.Name} = training ? (nint)batchSize * {Text(buffer.TrainingOffset)} : this.{other};"
                : $"this.{buffer.Name} = {place};");
        }

        if (plan.Buffers.Any(b => b.IsShared))
        {
            writer.Line($"nint shared = (nint)batchSize * ({PerSample(plan)});");
        }

        foreach (BufferPlan buffer in plan.Buffers.Where(b => b.IsShared))
        {
            writer.Line($"this.{buffer.Name} = training ? shared + {Text(buffer.TrainingOffset)} : {(buffer.PredictionOffset < 0 ? "0" : $"shared + {Text(buffer.PredictionOffset)}")};");
        }

        writer.Close();
        writer.Line();
        Dispatch(writer, targets, "protected override int SampleGroup", "Loops.SampleGroup");
        writer.Line($"protected override int PrepareItems => {Text(plan.Prepare.Sum(step => step.Items(plan.Element)))};");
        writer.Line();
        Dispatch(writer, targets, "protected override int GradientItems", "Loops.GradientItems");
        EmitPrepare(writer, plan);
        EmitDispatch(writer, targets, "protected override void ComputeSamples(int begin, int end)", "ComputeSamples(this, begin, end)");
        EmitDispatch(writer, targets, "protected override void SumGradients(int begin, int end)", "SumGradients(this, begin, end)");
        if (plan.Segments.Count > 1)
        {
            EmitSegments(writer, plan, targets);
        }

        if (plan.KernelTransforms.Count > 0)
        {
            writer.Line($"protected override int KernelTransformItems => {Text(plan.KernelTransforms.Sum(step => step.Items(plan.Element)))};");
            writer.Line();
            EmitDispatch(writer, targets, "protected override void TransformKernels(int begin, int end)", "TransformKernels(this, begin, end)");
        }

        if (plan.GradientTransforms.Count > 0)
        {
            writer.Line($"protected override int GradientTransformItems => {Text(plan.GradientTransforms.Sum(step => step.Items(plan.Element)))};");
            writer.Line();
            EmitDispatch(writer, targets, "protected override void TransformGradients(int begin, int end)", "TransformGradients(this, begin, end)");
        }

        if (OneSampleEmitter.Serves(plan))
        {
            EmitDispatch(
                writer, targets, $"public static void PredictOne(ref {element} parameters, ref {element} input, ref {element} output)", "PredictOne(ref parameters, ref input, ref output)");
        }

        writer.Close();
    }

    private static void EmitSegments(SourceWriter writer, ExecutionPlan plan, EquatableArray<VectorTarget> targets)
    {
        writer.Line($"protected override int Segments => {Text(plan.Segments.Count)};");
        writer.Line();
        writer.Line("protected override int ReductionItems(int segment) => segment switch");
        writer.Line("{");
        writer.Indented(plan.Segments.Select((segment, i) => $"{Text(i)} => {Text(segment.Reductions.Sum(step => step.Items(plan.Element)))},").Append("_ => 0,"));
        writer.Line("};");
        writer.Line();
        EmitDispatch(writer, targets, "protected override void ComputeSegment(int segment, int begin, int end)", "ComputeSegment(this, segment, begin, end)");
        EmitDispatch(writer, targets, "protected override void ReduceSegment(int segment, int begin, int end)", "ReduceSegment(this, segment, begin, end)");
    }

    private static void Dispatch(SourceWriter writer, EquatableArray<VectorTarget> targets, string property, string member)
    {
        writer.Line($"{property} =>");
        VectorTarget last = targets[targets.Count - 1];
        writer.Indented(targets.Select(target =>
            target != last ? $"{target.Name}.IsHardwareAccelerated ? {target.Name}{member} :" : $"{target.Name}{member};"));
        writer.Line();
    }

    private static void EmitDispatch(SourceWriter writer, EquatableArray<VectorTarget> targets, string signature, string call)
    {
        writer.Open(signature);
        if (targets.Count == 1)
        {
            writer.Line($"{targets[0].Name}Loops.{call};");
        }
        else
        {
            for (int i = 0; i < targets.Count; i++)
            {
                string keyword = i == 0 ? "if" : "else if";
                writer.Open(i < targets.Count - 1 ? $"{keyword} ({targets[i].Name}.IsHardwareAccelerated)" : "else");
                writer.Line($"{targets[i].Name}Loops.{call};");
                writer.Close();
            }
        }

        writer.Close();
        writer.Line();
    }

    private static string PerSample(ExecutionPlan plan) =>
        $"training ? {Text(plan.ElementsPerSample(true))} : threads > 1 ? {Text(plan.ElementsPerSampleOfThreads)} : {Text(plan.ElementsPerSample(false))}";

    private static void EmitPrepare(SourceWriter writer, ExecutionPlan plan)
    {
        writer.Open("protected override void Prepare(int begin, int end)");
        if (plan.Prepare.Count > 0)
        {
            writer.Line("Pass pass = this;");
        }

        int first = 0;
        foreach (TransposeStep step in plan.Prepare)
        {
            int items = step.Items(plan.Element);
            writer.Line($"// {step.Name}: {step.Comment}");
            string condition = step.ForInputGradient ? "this.Mode == global::NetDsl.Kernels.PassMode.GradientWithInputs ? " : "";
            string otherwise = step.ForInputGradient ? " : 0" : "";
            writer.Open($"for (int item = int.Max(begin, {Text(first)}); item < ({condition}int.Min(end, {Text(first + items)}){otherwise}); item++)");
            TransposeEmitter.EmitPanel(writer, step, plan.Element, $"item - {Text(first)}", "this");
            writer.Close();
            writer.Line();
            first += items;
        }

        writer.Close();
        writer.Line();
    }

    private static string List(Shape shape) => string.Join(", ", shape.Extents.Select(Text));
}
