using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes products of rows with rows: tiles of some samples by some rows of the kernel, a vector of partial sums for each pair.</summary>
internal sealed class DotProductEmitter
{
    private readonly SourceWriter writer;
    private readonly DotProductStep step;
    private readonly VectorSyntax syntax;
    private readonly VectorSyntax single;
    private readonly int sampleRows;
    private readonly int kernelRows;

    private DotProductEmitter(SourceWriter writer, DotProductStep step, VectorTarget target, ElementType element)
    {
        this.writer = writer;
        this.step = step;
        this.syntax = new(element, Math.Max(1, target.VectorBytes / element.Size));
        this.single = new(element, 1);

        // Half of a group of samples: both are sums that must fit the registers next to the samples' values. 4 x 6 of 32, 3 x 3 of 16.
        this.sampleRows = target.SampleRows / 2;
        this.kernelRows = target.VectorBytes == 64 ? 6 : 3;
    }

    private int PanelWidth => this.syntax.Element.PanelWidth;

    public static void Emit(SourceWriter writer, DotProductStep step, VectorTarget target, ElementType element)
    {
        DotProductEmitter emitter = new(writer, step, target, element);
        emitter.EmitLoops();
        int rest = step.Inputs % emitter.kernelRows;
        foreach (int kernelRows in rest == 0 ? [emitter.kernelRows] : new[] { emitter.kernelRows, rest }.Where(rows => rows <= step.Inputs))
        {
            emitter.EmitTile(emitter.sampleRows, kernelRows);
            emitter.EmitTile(1, kernelRows);
        }
    }

    // The rows of the kernel outside: they are read once from memory, and the samples again and again from the cache.
    private void EmitLoops()
    {
        int whole = this.step.Inputs / this.kernelRows * this.kernelRows;
        this.writer.Line($"// {this.step.Comment}");
        this.writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        this.writer.Open($"private static void {this.step.Name}(Pass pass, nint begin, nint end)");
        if (whole > 0)
        {
            this.writer.Open($"for (nint input = 0; input < {Text(whole)}; input += {Text(this.kernelRows)})");
            this.EmitSamples("input", this.kernelRows);
            this.writer.Close();
        }

        if (whole < this.step.Inputs)
        {
            this.writer.Line();
            this.writer.Open($"// inputs {Text(whole)} to {Text(this.step.Inputs - 1)}");
            this.writer.Line($"const int input = {Text(whole)};");
            this.EmitSamples("input", this.step.Inputs - whole);
            this.writer.Close();
        }

        this.writer.Close();
        this.writer.Line();
    }

    private void EmitSamples(string input, int kernelRows)
    {
        this.writer.Line("nint sample = begin;");
        this.writer.Open($"for (; sample + {Text(this.sampleRows)} <= end; sample += {Text(this.sampleRows)})");
        this.EmitCall(input, this.sampleRows, kernelRows);
        this.writer.Close();
        this.writer.Line();
        this.writer.Open("for (; sample < end; sample++)");
        this.EmitCall(input, 1, kernelRows);
        this.writer.Close();
    }

    private void EmitCall(string input, int sampleRows, int kernelRows)
    {
        List<string> arguments =
        [
            "ref " + Of(this.step.Delta, "sample"),
            input,
            "ref " + Of(this.step.Kernel, "sample"),
            "ref " + Of(this.step.Result, "sample", input),
        ];
        arguments.AddRange(this.step.Y is { } y ? ["ref " + Of(y, "sample", input)] : []);
        this.writer.Line($"{this.NameOf(sampleRows, kernelRows)}(");
        this.writer.Indented(arguments.Select((argument, i) => argument + (i == arguments.Count - 1 ? ");" : ",")));
    }

    private void EmitTile(int samples, int inputs)
    {
        string element = this.syntax.Element.Name;
        string y = this.step.Y is null ? "" : $", ref {element} y";
        this.writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        this.writer.Open($"private static void {this.NameOf(samples, inputs)}(ref {element} delta, nint input, ref {element} kernel, ref {element} c{y})");
        for (int sample = 0; sample < samples; sample++)
        {
            this.writer.Line($"{this.syntax.Type} {string.Join(", ", Enumerable.Range(0, inputs).Select(i => $"{Sum(sample, i)} = {this.syntax.Zero}"))};");
        }

        int panels = this.step.Units / this.PanelWidth;
        if (panels > 0)
        {
            this.writer.Line();
            this.writer.Open($"for (nint panel = 0; panel < {Text(panels)}; panel++)");
            this.EmitPanel(samples, inputs, "panel", this.PanelWidth);
            this.writer.Close();
        }

        if (this.step.Units % this.PanelWidth > 0)
        {
            this.writer.Line();
            this.writer.Open("// the last, narrower panel");
            this.writer.Line($"const int panel = {Text(panels)};");
            this.EmitPanel(samples, inputs, "panel", this.step.Units % this.PanelWidth);
            this.writer.Close();
        }

        this.writer.Line();
        for (int sample = 0; sample < samples; sample++)
        {
            for (int input = 0; input < inputs; input++)
            {
                this.EmitStore(sample, input);
            }
        }

        this.writer.Close();
        this.writer.Line();
    }

    private void EmitPanel(int samples, int inputs, string panel, int width)
    {
        this.writer.Line($"ref {this.syntax.Element.Name} a = ref Unsafe.Add(ref delta, {Times(panel, this.PanelWidth)});");
        this.writer.Line($"ref {this.syntax.Element.Name} b = ref Unsafe.Add(ref kernel, {Times(panel, this.PanelWidth * this.step.Inputs)} + {Times("input", width)});");
        this.writer.Open($"for (nint unit = 0; unit < {Text(width)}; unit += {Text(this.syntax.Lanes)})");
        for (int sample = 0; sample < samples; sample++)
        {
            this.writer.Line($"{this.syntax.Type} a{Text(sample)} = {this.syntax.Load("a", $"unit + {Text(sample * this.step.Delta.SampleStride)}")};");
        }

        for (int input = 0; input < inputs; input++)
        {
            this.writer.Line($"{this.syntax.Type} b{Text(input)} = {this.syntax.Load("b", $"unit + {Text(input * width)}")};");
            for (int sample = 0; sample < samples; sample++)
            {
                this.writer.Line($"{Sum(sample, input)} = {this.syntax.MultiplyAdd($"a{Text(sample)}", $"b{Text(input)}", Sum(sample, input))};");
            }
        }

        this.writer.Close();
    }

    private void EmitStore(int sample, int input)
    {
        string value = "r" + Sum(sample, input).Substring(1);
        string place = Text((sample * this.step.Result.SampleStride) + input);
        this.writer.Line($"{this.single.Type} {value} = {this.syntax.SumOfLanes(Sum(sample, input))};");
        if (this.step.Y is { } y)
        {
            string read = this.single.Load("y", Text((sample * y.SampleStride) + input));
            this.writer.Line($"{value} = {this.single.Derive(this.step.Epilogue.Derivative, value, read)};");
        }

        if (this.step.Epilogue.Accumulate)
        {
            this.writer.Line($"{value} += {this.single.Load("c", place)};");
        }

        this.writer.Line(this.single.Store(value, "c", place));
    }

    private string NameOf(int samples, int inputs) => $"{this.step.Name}_{Text(samples)}x{Text(inputs)}";

    private static string Sum(int sample, int input) => $"s{Text(sample)}_{Text(input)}";
}
