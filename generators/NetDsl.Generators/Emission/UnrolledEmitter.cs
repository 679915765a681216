using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes a tiny network out unit by unit, one sample in each lane of a vector: forward, loss, backward and the sums for the gradients
/// in one go over the batch.
/// </summary>
internal sealed class UnrolledEmitter
{
    private readonly SourceWriter writer;
    private readonly UnrolledStep step;
    private readonly VectorSyntax syntax;

    private UnrolledEmitter(SourceWriter writer, UnrolledStep step, VectorSyntax syntax)
    {
        this.writer = writer;
        this.step = step;
        this.syntax = syntax;
    }

    /// <summary>Writes the method that cuts a batch into groups of lanes, and the methods for the groups.</summary>
    public static void Emit(SourceWriter writer, UnrolledStep step, VectorTarget target, ElementType element)
    {
        int wide = Math.Max(1, target.VectorBytes / element.Size);
        int narrow = wide == 1 ? 1 : 16 / element.Size;
        writer.Line($"// {step.Comment}: {string.Join(" -> ", step.Layers.Select(l => Text(l.Units)).Prepend(Text(step.Inputs)))}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Open("if (pass.Mode >= global::NetDsl.Kernels.PassMode.Gradient)");
        foreach (ParameterPlan parameter in Parameters(step))
        {
            writer.Line($"MemoryMarshal.CreateSpan(ref pass.GradientAt({Text(parameter.Offset)}), {Text(parameter.Length)}).Clear();");
        }

        writer.Close();
        writer.Line();
        if (narrow == wide)
        {
            writer.Line($"{step.Name}_{Text(wide)}(pass, begin, end);");
        }
        else
        {
            writer.Line("// A short rest is cheaper in a short vector than in a long, nearly empty one.");
            writer.Line($"nint rest = (end - begin) % {Text(wide)};");
            writer.Line($"nint middle = rest <= {Text(narrow)} ? end - rest : end;");
            Part(wide, "begin", "middle");
            Part(narrow, "middle", "end");
        }

        writer.Close();
        writer.Line();
        foreach (int lanes in new[] { wide, narrow }.Distinct())
        {
            new UnrolledEmitter(writer, step, new(element, lanes)).EmitGroups();
        }

        void Part(int lanes, string from, string to)
        {
            writer.Open($"if ({to} > {from})");
            writer.Line($"{step.Name}_{Text(lanes)}(pass, {from}, {to});");
            writer.Close();
            writer.Line();
        }
    }

    private static IEnumerable<ParameterPlan> Parameters(UnrolledStep step) =>
        step.Layers.SelectMany(l => l.Bias is null ? new[] { l.Kernel } : [l.Kernel, l.Bias]);

    internal static string Unit(int layer, int unit) => layer < 0 ? $"x_{Text(unit)}" : $"y{Text(layer)}_{Text(unit)}";

    internal static string Delta(int layer, int unit) => layer < 0 ? $"dx_{Text(unit)}" : $"d{Text(layer)}_{Text(unit)}";

    private static string KernelSum(int layer, int row, int column) => $"g{Text(layer)}_{Text(row)}_{Text(column)}";

    private static string BiasSum(int layer, int column) => $"b{Text(layer)}_{Text(column)}";

    private int Index(ParameterPlan parameter, int row, int column) => parameter.IndexOf(row, column, this.syntax.Element);

    private void EmitGroups()
    {
        string lanes = Text(this.syntax.Lanes);
        this.writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        this.writer.Open($"private static void {this.step.Name}_{lanes}(Pass pass, nint begin, nint end)");
        int room = Math.Max(this.step.Inputs, this.step.Outputs) * this.syntax.Lanes;
        this.writer.Line($"Span<{this.syntax.Element.Name}> room = stackalloc {this.syntax.Element.Name}[{Text(room)}];");
        this.writer.Line($"ref {this.syntax.Element.Name} lanes = ref MemoryMarshal.GetReference(room);");
        this.writer.Line($"{this.syntax.Element.Name} scale = 1 / ({this.syntax.Element.Name})pass.Samples;");
        this.EmitSums();
        this.writer.Open($"for (nint first = begin; first < end; first += {lanes})");
        this.writer.Line($"int count = (int)nint.Min({lanes}, end - first);");
        this.EmitLoads("pass.InputAt(first)", this.step.Inputs, "x_");
        for (int layer = 0; layer < this.step.Layers.Count; layer++)
        {
            this.EmitForward(layer);
        }

        int last = this.step.Layers.Count - 1;
        this.EmitStores("pass.OutputAt(first)", this.step.Outputs, unit => Unit(last, unit));
        this.writer.Open("if (pass.Mode == global::NetDsl.Kernels.PassMode.Predict)");
        this.writer.Line("continue;");
        this.writer.Close();
        this.writer.Line();
        this.EmitLoads("pass.TargetAt(first)", this.step.Outputs, "t_");
        new UnrolledLossEmitter(this.writer, this.step, this.syntax).Emit();
        this.writer.Line(this.syntax.Store("loss", "lanes", "0"));
        this.writer.Open("for (int i = 0; i < count; i++)");
        this.writer.Line("pass.LossAt(first + i) = Unsafe.Add(ref lanes, i);");
        this.writer.Close();
        this.writer.Line();
        this.writer.Open("if (pass.Mode == global::NetDsl.Kernels.PassMode.Evaluate)");
        this.writer.Line("continue;");
        this.writer.Close();
        this.writer.Line();
        this.EmitBackward();
        this.writer.Close();
        this.writer.Line();
        this.EmitResults();
        this.writer.Close();
        this.writer.Line();
    }

    private void EmitSums()
    {
        for (int layer = 0; layer < this.step.Layers.Count; layer++)
        {
            UnrolledLayer l = this.step.Layers[layer];
            for (int row = 0; row < l.Inputs; row++)
            {
                this.Declare(Enumerable.Range(0, l.Units).Select(column => KernelSum(layer, row, column)));
            }

            if (l.Bias is not null)
            {
                this.Declare(Enumerable.Range(0, l.Units).Select(column => BiasSum(layer, column)));
            }
        }
    }

    private void Declare(IEnumerable<string> names) =>
        this.writer.Line($"{this.syntax.Type} {string.Join(", ", names.Select(name => $"{name} = {this.syntax.Zero}"))};");

    private void EmitLoads(string source, int values, string prefix)
    {
        this.writer.Line($"global::NetDsl.Kernels.Lanes.Gather(ref {source}, count, {Text(values)}, ref lanes, {Text(this.syntax.Lanes)});");
        for (int i = 0; i < values; i++)
        {
            this.Set(prefix + Text(i), this.syntax.Load("lanes", Text(i * this.syntax.Lanes)));
        }
    }

    private void EmitStores(string destination, int values, Func<int, string> value)
    {
        for (int i = 0; i < values; i++)
        {
            this.writer.Line(this.syntax.Store(value(i), "lanes", Text(i * this.syntax.Lanes)));
        }

        this.writer.Line($"global::NetDsl.Kernels.Lanes.Scatter(ref lanes, count, {Text(values)}, ref {destination}, {Text(this.syntax.Lanes)});");
    }

    private void EmitForward(int layer)
    {
        UnrolledLayer l = this.step.Layers[layer];
        bool last = layer == this.step.Layers.Count - 1;
        this.writer.Line();
        this.writer.Line($"#region {l.Name}");
        this.writer.Line($"// {Text(l.Inputs)} -> {Text(l.Units)}, {l.Activation}");
        for (int unit = 0; unit < l.Units; unit++)
        {
            string sum = last ? $"z_{Text(unit)}" : Unit(layer, unit);
            this.Set(sum, l.Bias is null ? this.syntax.Zero : this.Weight(this.Index(l.Bias, 0, unit)));
            for (int input = 0; input < l.Inputs; input++)
            {
                this.writer.Line($"{sum} = {this.syntax.MultiplyAdd(Unit(layer - 1, input), this.Weight(this.Index(l.Kernel, input, unit)), sum)};");
            }

            if (last && l.Activation != "Softmax")
            {
                this.Set(Unit(layer, unit), this.Activate(l.Activation, sum));
            }
            else if (!last && l.Activation != "Linear")
            {
                this.writer.Line($"{sum} = {this.Activate(l.Activation, sum)};");
            }
        }

        if (last && l.Activation == "Softmax")
        {
            this.EmitSoftmax(layer, l.Units);
        }

        this.writer.Line("#endregion");
        this.writer.Line();
    }

    private void EmitSoftmax(int layer, int units)
    {
        this.Set("largest", "z_0");
        for (int unit = 1; unit < units; unit++)
        {
            this.writer.Line($"largest = {this.syntax.Larger("largest", "z_" + Text(unit))};");
        }

        this.Set("total", this.syntax.Zero);
        for (int unit = 0; unit < units; unit++)
        {
            this.Set(Unit(layer, unit), this.syntax.Exp($"z_{Text(unit)} - largest"));
            this.writer.Line($"total += {Unit(layer, unit)};");
        }

        for (int unit = 0; unit < units; unit++)
        {
            this.writer.Line($"{Unit(layer, unit)} /= total;");
        }
    }

    private void EmitBackward()
    {
        for (int layer = this.step.Layers.Count - 1; layer >= 0; layer--)
        {
            UnrolledLayer l = this.step.Layers[layer];
            this.writer.Line($"#region {l.Name}, backward");
            this.writer.Line($"// sums for its gradients{(layer > 0 ? ", gradient of what it took" : "")}");
            for (int unit = 0; unit < l.Units; unit++)
            {
                if (l.Bias is not null)
                {
                    this.writer.Line($"{BiasSum(layer, unit)} += {Delta(layer, unit)};");
                }

                for (int input = 0; input < l.Inputs; input++)
                {
                    string sum = KernelSum(layer, input, unit);
                    this.writer.Line($"{sum} = {this.syntax.MultiplyAdd(Unit(layer - 1, input), Delta(layer, unit), sum)};");
                }
            }

            this.writer.Line();
            if (layer > 0)
            {
                this.EmitInputDeltas(layer, (input, sum) => this.syntax.Derive(this.step.Layers[layer - 1].Activation, sum, Unit(layer - 1, input)));
            }
            else
            {
                this.writer.Open("if (pass.Mode == global::NetDsl.Kernels.PassMode.GradientWithInputs)");
                this.EmitInputDeltas(0, (_, sum) => sum);
                this.EmitStores("pass.InputGradientAt(first)", this.step.Inputs, input => Delta(-1, input));
                this.writer.Close();
            }

            this.writer.Line("#endregion");
            this.writer.Line();
        }
    }

    private void EmitInputDeltas(int layer, Func<int, string, string> derive)
    {
        UnrolledLayer l = this.step.Layers[layer];
        for (int input = 0; input < l.Inputs; input++)
        {
            string delta = Delta(layer - 1, input);
            this.Set(delta, this.syntax.Zero);
            for (int unit = 0; unit < l.Units; unit++)
            {
                this.writer.Line($"{delta} = {this.syntax.MultiplyAdd(Delta(layer, unit), this.Weight(this.Index(l.Kernel, input, unit)), delta)};");
            }

            string derived = derive(input, delta);
            if (derived != delta)
            {
                this.writer.Line($"{delta} = {derived};");
            }
        }

        this.writer.Line();
    }

    private void EmitResults()
    {
        this.writer.Open("if (pass.Mode >= global::NetDsl.Kernels.PassMode.Gradient)");
        for (int layer = 0; layer < this.step.Layers.Count; layer++)
        {
            UnrolledLayer l = this.step.Layers[layer];
            for (int unit = 0; unit < l.Units; unit++)
            {
                for (int input = 0; input < l.Inputs; input++)
                {
                    this.AddResult(this.Index(l.Kernel, input, unit), KernelSum(layer, input, unit));
                }

                if (l.Bias is not null)
                {
                    this.AddResult(this.Index(l.Bias, 0, unit), BiasSum(layer, unit));
                }
            }
        }

        this.writer.Close();
    }

    private void AddResult(int index, string sum) => this.writer.Line($"pass.GradientAt({Text(index)}) += {this.syntax.SumOfLanes(sum)};");

    private void Set(string name, string value) => this.writer.Line($"{this.syntax.Type} {name} = {value};");

    private string Weight(int index) => this.syntax.Same($"pass.ParameterAt({Text(index)})");

    private string Activate(string activation, string sum) => activation switch
    {
        "Sigmoid" => this.syntax.Sigmoid(sum),
        "Tanh" => this.syntax.Tanh(sum),
        "Exponential" => this.syntax.Exp(sum),
        _ => this.syntax.Activate(activation, sum),
    };
}
