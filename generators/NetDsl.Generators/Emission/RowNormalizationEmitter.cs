using System.Globalization;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes normalisations of rows of channels, in vectors along the channels. The mean is taken first and then the squares of the differences from it; a row
/// is read from the first-level cache after the first time.
/// </summary>
internal sealed class RowNormalizationEmitter
{
    /// <summary>The sums of a row that hide the latency of an addition.</summary>
    private const int VectorsOfSums = 4;

    private readonly SourceWriter writer;
    private readonly ChannelRun channels;
    private readonly VectorSyntax syntax;
    private readonly ChannelLoops loops;
    private readonly string type;

    private RowNormalizationEmitter(SourceWriter writer, EquatableArray<Loop> places, ChannelRun channels, VectorTarget target, ElementType element)
    {
        this.writer = writer;
        this.channels = channels;
        this.syntax = new(element, target.Lanes(element, channels.Width));
        this.loops = new(writer, places, channels, this.syntax);
        this.type = this.syntax.Type;
    }

    /// <summary>The vectors of a run that are full.</summary>
    private int Whole => this.channels.Run / this.syntax.Lanes;

    private int Sums => Math.Max(1, Math.Min(VectorsOfSums, this.Whole));

    private string ElementName => this.syntax.Element.Name;

    public static void Emit(SourceWriter writer, RowNormalizationStep step, VectorTarget target, ElementType element)
    {
        EquatableArray<Loop> places = Loop.Merge(Loop.Over(a: step.Source.Leading, b: step.Statistics.Leading, c: step.Destination.Leading));
        RowNormalizationEmitter emitter = new(writer, places, step.Channels, target, element);
        emitter.Method(step, () => emitter.Rows("begin", "end", () => emitter.EmitRow(step)));
    }

    public static void Emit(SourceWriter writer, RowNormalizationGradientStep step, VectorTarget target, ElementType element)
    {
        EquatableArray<Loop> places = Loop.Merge(Loop.Over(
            a: step.Source.Leading, b: step.Statistics.Leading, c: step.Delta.Leading, y: step.Target.View.Leading));
        RowNormalizationEmitter emitter = new(writer, places, step.Channels, target, element);
        emitter.Method(step, () => emitter.Rows("begin", "end", () => emitter.EmitGradientOfRow(step)));
    }

    public static void Emit(SourceWriter writer, GammaGradientStep step, VectorTarget target, ElementType element)
    {
        EquatableArray<Loop> places = Loop.Merge(Loop.Over(a: step.Source.Leading, b: step.Statistics.Leading, c: step.Delta.Leading));
        new RowNormalizationEmitter(writer, places, step.Channels, target, element).EmitGamma(step);
    }

    private void EmitRow(RowNormalizationStep step)
    {
        string part = this.Scalar(1.0 / this.channels.Count);
        this.writer.Line($"ref {this.ElementName} statistics = ref {this.loops.At(step.Statistics.Base, l => l.B, _ => 0)};");
        this.Declare("sum");
        this.Each(
            VectorsOfSums,
            () => this.Reference("source", step.Source.Base, l => l.A, l => l.A),
            (along, v, isPart) => this.writer.Line($"sum{Text(v)} += {Inside(this.syntax.Load("source", along), isPart)};"));
        this.writer.Line($"{this.ElementName} mean = {this.Total("sum")} * {part};");
        this.writer.Line($"{this.type} means = {this.syntax.Same("mean")};");
        this.Declare("square");
        this.Each(
            VectorsOfSums,
            () => this.Reference("source", step.Source.Base, l => l.A, l => l.A),
            (along, v, isPart) =>
            {
                this.writer.Line($"{this.type} x{Text(v)} = {Inside($"({this.syntax.Load("source", along)} - means)", isPart)};");
                this.writer.Line($"square{Text(v)} = {this.syntax.MultiplyAdd($"x{Text(v)}", $"x{Text(v)}", $"square{Text(v)}")};");
            });
        this.writer.Line(
            $"{this.ElementName} inverse = 1 / {this.ElementName}.Sqrt(({this.Total("square")} * {part}) + {this.Scalar(step.Epsilon)});");
        this.writer.Line($"{this.type} inverses = {this.syntax.Same("inverse")};");
        this.writer.Line("statistics = mean;");
        this.writer.Line("Unsafe.Add(ref statistics, 1) = inverse;");
        this.Each(
            1,
            () =>
            {
                this.Reference("source", step.Source.Base, l => l.A, l => l.A);
                this.Reference("result", step.Destination.Base, l => l.C, l => l.C);
                this.Parameter("gamma", step.Gamma);
                this.Parameter("beta", step.Beta);
            },
            (along, _, isPart) =>
            {
                string value = $"{Inside($"({this.syntax.Load("source", along)} - means)", isPart)} * inverses";
                string scaled = (step.Gamma, step.Beta) switch
                {
                    (null, null) => value,
                    ({ }, null) => $"{value} * {this.syntax.Load("gamma", along)}",
                    (null, { }) => $"({value}) + {this.syntax.Load("beta", along)}",
                    _ => this.syntax.MultiplyAdd($"({value})", this.syntax.Load("gamma", along), this.syntax.Load("beta", along)),
                };
                this.writer.Line(this.syntax.Store(scaled, "result", along));
            });
    }

    private void EmitGradientOfRow(RowNormalizationGradientStep step)
    {
        string part = this.Scalar(1.0 / this.channels.Count);
        Epilogue epilogue = step.Target.Epilogue;
        this.EmitStatistics(step.Statistics);
        this.Declare("sum");
        this.Declare("product");
        this.Each(
            VectorsOfSums,
            () => this.References(step),
            (along, v, isPart) =>
            {
                this.writer.Line($"{this.type} delta{Text(v)} = {Inside(this.Upstream(step, along), isPart)};");
                this.writer.Line($"sum{Text(v)} += delta{Text(v)};");
                this.writer.Line($"product{Text(v)} = {this.syntax.MultiplyAdd($"delta{Text(v)}", $"({this.syntax.Load("source", along)} - means)", $"product{Text(v)}")};");
            });
        this.writer.Line($"{this.type} constants = {this.syntax.Same($"({this.Total("sum")} * {part})")};");
        this.writer.Line($"{this.type} slopes = {this.syntax.Same($"({this.Total("product")} * {part} * inverse * inverse)")};");
        this.Each(
            1,
            () =>
            {
                this.References(step);
                this.Reference("result", step.Target.View.Base, l => l.Y, l => l.Y);
            },
            (along, _, isPart) =>
            {
                this.writer.Line($"{this.type} value = {this.syntax.Load("source", along)};");
                this.writer.Line($"{this.type} x = inverses * ({this.Upstream(step, along)} - constants - ((value - means) * slopes));");
                if (epilogue.Derivative != "Linear")
                {
                    this.writer.Line($"x = {this.syntax.Derive(epilogue.Derivative, "x", "value")};");
                }

                if (isPart)
                {
                    this.writer.Line($"x = {Inside("x", isPart)};");
                }

                if (epilogue.Accumulate)
                {
                    this.writer.Line($"x += {this.syntax.Load("result", along)};");
                }

                this.writer.Line(this.syntax.Store("x", "result", along));
            });
    }

    private void EmitGamma(GammaGradientStep step)
    {
        string portions = Text(step.Portions.Count);
        this.writer.Line($"// {step.Comment}");
        this.writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        this.writer.Open($"private static void {step.Name}(Pass pass, nint portion)");
        this.writer.Line($"nint begin = pass.PortionStart(portion, {portions});");
        this.writer.Line($"nint end = pass.PortionStart(portion + 1, {portions});");
        this.EmitInside();
        this.loops.Groups(() => this.Each(
            VectorsOfSums,
            vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    this.writer.Line($"{this.type} sum{Text(v)} = {this.syntax.Zero};");
                }
            },
            (column, vectors, isPart) =>
            {
                this.Rows("begin", "end", () =>
                {
                    this.EmitStatistics(step.Statistics);
                    this.Reference("source", step.Source.Base, l => l.A, l => l.A);
                    this.Reference("delta", step.Delta.Base, l => l.C, l => l.C);
                    for (int v = 0; v < vectors; v++)
                    {
                        string along = this.loops.Along(column, v);
                        string x = $"(({this.syntax.Load("source", along)} - means) * inverses)";
                        this.writer.Line($"sum{Text(v)} = {this.syntax.MultiplyAdd(this.syntax.Load("delta", along), x, $"sum{Text(v)}")};");
                    }
                });
                string destination = this.loops.At(step.Destination, null, l => l.B);
                this.writer.Line($"ref {this.ElementName} result = ref Unsafe.Add(ref {destination}, portion * {Text(step.Portions.Stride)});");
                for (int v = 0; v < vectors; v++)
                {
                    this.writer.Line(this.syntax.Store(Inside($"sum{Text(v)}", isPart), "result", this.loops.Along(column, v)));
                }
            }));
        this.writer.Close();
        this.writer.Line();
    }

    private void Method(Step step, Action body)
    {
        this.writer.Line($"// {step.Comment}");
        this.writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        this.writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        this.EmitInside();
        body();
        this.writer.Close();
        this.writer.Line();
    }

    /// <summary>All bits of the lanes of a run's last vector that hold channels.</summary>
    private void EmitInside()
    {
        int rest = this.channels.Run % this.syntax.Lanes;
        if (rest > 0)
        {
            this.writer.Line($"{this.type} inside = {this.syntax.FirstLanes(rest)};");
        }
    }

    private void Rows(string begin, string end, Action body)
    {
        this.writer.Open($"for (nint sample = {begin}; sample < {end}; sample++)");
        this.loops.Places(body);
        this.writer.Close();
    }

    /// <summary>Each vector of a row, those that are full in blocks of several.</summary>
    private void Each(int vectors, Action begin, Action<string, int, bool> each) => this.loops.Groups(() => this.Each(
        vectors,
        _ => begin(),
        (column, count, isPart) =>
        {
            for (int v = 0; v < count; v++)
            {
                each(this.loops.Along(column, v), v, isPart);
            }
        }));

    private void Each(int vectors, Action<int> begin, Action<string, int, bool> block)
    {
        ChannelLoops.Blocks(this.writer, this.Whole, Math.Min(vectors, Math.Max(1, this.Whole)), this.syntax.Lanes, (column, count) =>
        {
            begin(count);
            block(column, count, false);
        });
        if (this.channels.Run % this.syntax.Lanes > 0)
        {
            this.writer.Open("");
            begin(1);
            block(Text(this.Whole * this.syntax.Lanes), 1, true);
            this.writer.Close();
            this.writer.Line();
        }
    }

    private void EmitStatistics(TensorView statistics)
    {
        this.writer.Line($"ref {this.ElementName} statistics = ref {this.loops.At(statistics.Base, l => l.B, _ => 0)};");
        this.writer.Line($"{this.ElementName} inverse = Unsafe.Add(ref statistics, 1);");
        this.writer.Line($"{this.type} means = {this.syntax.Broadcast("statistics", "0")};");
        this.writer.Line($"{this.type} inverses = {this.syntax.Same("inverse")};");
    }

    private void References(RowNormalizationGradientStep step)
    {
        this.Reference("source", step.Source.Base, l => l.A, l => l.A);
        this.Reference("delta", step.Delta.Base, l => l.C, l => l.C);
        this.Parameter("gamma", step.Gamma);
    }

    private string Upstream(RowNormalizationGradientStep step, string along) => step.Gamma is null
        ? this.syntax.Load("delta", along)
        : $"({this.syntax.Load("delta", along)} * {this.syntax.Load("gamma", along)})";

    private void Reference(string name, Operand operand, Func<Loop, int> place, Func<Loop, int> group) =>
        this.writer.Line($"ref {this.ElementName} {name} = ref {this.loops.At(operand, place, group)};");

    private void Parameter(string name, Operand? operand)
    {
        if (operand is not null)
        {
            this.writer.Line($"ref {this.ElementName} {name} = ref {this.loops.At(operand, null, l => l.B)};");
        }
    }

    private void Declare(string name) =>
        this.writer.Line($"{this.type} {string.Join(", ", Enumerable.Range(0, this.Sums).Select(v => $"{name}{Text(v)} = {this.syntax.Zero}"))};");

    private string Total(string name) =>
        this.syntax.SumOfLanes($"({string.Join(" + ", Enumerable.Range(0, this.Sums).Select(v => $"{name}{Text(v)}"))})");

    private static string Inside(string value, bool isPart) => isPart ? $"({value} & inside)" : value;

    private string Scalar(double value) => value.ToString("R", CultureInfo.InvariantCulture) + (this.syntax.Element.Size == 4 ? "f" : "d");
}
