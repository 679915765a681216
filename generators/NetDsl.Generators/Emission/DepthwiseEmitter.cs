using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes the convolution of each channel by itself, in vectors along the channels: runs of some places at once, whose values are loaded
/// once for all taps of a row of the kernel.
/// </summary>
internal sealed class DepthwiseEmitter
{
    /// <summary>The most products that are written out one after the other.</summary>
    private const int StraightProducts = 256;

    /// <summary>The most taps of a long row that are written out one after the other.</summary>
    private const int StraightTaps = 16;

    private readonly SourceWriter writer;
    private readonly DepthwiseStep step;
    private readonly VectorSyntax syntax;

    private DepthwiseEmitter(SourceWriter writer, DepthwiseStep step, VectorSyntax syntax)
    {
        this.writer = writer;
        this.step = step;
        this.syntax = syntax;
    }

    public static void Emit(SourceWriter writer, DepthwiseStep step, VectorTarget target, ElementType element)
    {
        DepthwiseEmitter emitter = new(writer, step, new(element, target.Lanes(element, step.Columns.Padded)));

        // As many sums as there are rows of a tile of samples hide the latency of a multiply-add and leave registers for the taps of a row.
        (EquatableArray<Loop> outer, EquatableArray<RowTile> tiles) = TilePlanner.CutRows(step.Places, target.SampleRows);
        ElementwiseEmitter.Method(writer, step, () =>
        {
            for (int i = 0; i < outer.Count; i++)
            {
                writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(outer[i].Extent)}; i{Text(i)}++)");
            }

            emitter.EmitChannels(outer, tiles);
            foreach (Loop _ in outer)
            {
                writer.Close();
            }
        });
    }

    private static string Sum(string name, int index) => name + Text(index);

    private void EmitChannels(EquatableArray<Loop> outer, EquatableArray<RowTile> tiles)
    {
        string element = this.syntax.Element.Name;
        bool isRun = this.step.Columns.Padded > this.syntax.Lanes;
        string At(Operand operand, Func<Loop, int> move) => "ref " + Addresses.Of(
            operand, "sample", [.. outer.Select((loop, i) => Times("i" + Text(i), move(loop))), isRun ? "c" : "0"]);
        this.writer.Open(isRun ? $"for (nint c = 0; c < {Text(this.step.Columns.Padded)}; c += {Text(this.syntax.Lanes)})" : "");
        this.writer.Line($"ref {element} source = {At(this.step.Source, l => l.A)};");
        this.writer.Line($"ref {element} kernel = {At(this.step.Kernel, _ => 0)};");
        this.writer.Line($"ref {element} result = {At(this.step.Result, l => l.C)};");
        if (this.step.Y is { } y)
        {
            this.writer.Line($"ref {element} values = {At(y, l => l.Y)};");
        }

        string start = this.step.Bias is null ? this.syntax.Zero : this.syntax.Load(At(this.step.Bias, _ => 0).Substring("ref ".Length), "0");
        this.writer.Line($"{this.syntax.Type} start = {start};");
        foreach (RowTile tile in tiles)
        {
            this.EmitTile(tile);
        }

        this.writer.Close();
    }

    private void EmitTile(RowTile tile)
    {
        string element = this.syntax.Element.Name;
        string At(string reference, Func<Place, int> of) =>
            "ref " + VectorSyntax.Add(reference, Offset(of(tile.Start), tile.Tiles > 1 ? Times("tile", of(tile.Step)) : "0"));
        this.writer.Open(tile.Tiles > 1 ? $"for (nint tile = 0; tile < {Text(tile.Tiles)}; tile++)" : "");
        this.writer.Line($"ref {element} x = {At("source", p => p.A)};");
        this.writer.Line($"ref {element} r = {At("result", p => p.C)};");
        if (this.step.Y is not null)
        {
            this.writer.Line($"ref {element} y = {At("values", p => p.Y)};");
        }

        this.writer.Line($"{this.syntax.Type} {string.Join(", ", tile.Rows.Select((_, row) => $"{Sum("s", row)} = start"))};");
        this.EmitTaps(tile.Rows, [.. this.step.Taps], 0, "x", "kernel");
        for (int row = 0; row < tile.Rows.Count; row++)
        {
            this.EmitStore(tile.Rows[row], Sum("s", row));
        }

        this.writer.Close();
    }

    /// <summary>The taps: written out where they are few, else in loops around rows that are.</summary>
    private void EmitTaps(EquatableArray<Place> rows, List<Loop> taps, int depth, string x, string kernel)
    {
        long products = taps.Aggregate((long)rows.Count, (n, loop) => n * loop.Extent);
        if (products <= StraightProducts || (taps.Count == 1 && taps[0].Extent <= StraightTaps))
        {
            this.EmitStraight(rows, taps, x, kernel);
            return;
        }

        if (taps.Count == 1)
        {
            Loop tap = taps[0];
            int straight = Enumerable.Range(1, StraightTaps).Last(count => tap.Extent % count == 0);
            taps = [tap with { Extent = tap.Extent / straight, A = tap.A * straight, B = tap.B * straight }, tap with { Extent = straight }];
        }

        string element = this.syntax.Element.Name;
        string variable = "t" + Text(depth);
        this.writer.Open($"for (nint {variable} = 0; {variable} < {Text(taps[0].Extent)}; {variable}++)");
        this.writer.Line($"ref {element} x{variable} = ref {VectorSyntax.Add(x, Times(variable, taps[0].A))};");
        this.writer.Line($"ref {element} kernel{variable} = ref {VectorSyntax.Add(kernel, Times(variable, taps[0].B * this.step.Columns.Padded))};");
        this.EmitTaps(rows, taps.GetRange(1, taps.Count - 1), depth + 1, "x" + variable, "kernel" + variable);
        this.writer.Close();
    }

    /// <summary>
    /// Taps one after the other: each row of them loads its weights, and then each value once for all places that it is a term of.
    /// </summary>
    private void EmitStraight(EquatableArray<Place> rows, List<Loop> taps, string x, string kernel)
    {
        Loop inner = taps.Count == 0 ? new("tap", 1) : taps[taps.Count - 1];
        IEnumerable<(int A, int B)> starts = [(0, 0)];
        foreach (Loop loop in taps.Take(taps.Count - 1))
        {
            starts = starts.SelectMany(start => Enumerable.Range(0, loop.Extent).Select(i => (start.A + (i * loop.A), start.B + (i * loop.B))));
        }

        foreach ((int a, int b) in starts)
        {
            this.writer.Open("// a row of the kernel");
            for (int tap = 0; tap < inner.Extent; tap++)
            {
                string place = Text((b + (tap * inner.B)) * this.step.Columns.Padded);
                this.writer.Line($"{this.syntax.Type} {Sum("w", tap)} = {this.syntax.Load(kernel, place)};");
            }

            var terms = Enumerable.Range(0, rows.Count)
                .SelectMany(row => Enumerable.Range(0, inner.Extent).Select(tap => (Row: row, Tap: tap, Offset: a + rows[row].A + (tap * inner.A))))
                .GroupBy(term => term.Offset)
                .OrderBy(group => group.Key);
            int value = 0;
            foreach (var group in terms)
            {
                this.writer.Line($"{this.syntax.Type} {Sum("v", value)} = {this.syntax.Load(x, Text(group.Key))};");
                foreach ((int row, int tap, int _) in group)
                {
                    this.writer.Line($"{Sum("s", row)} = {this.syntax.MultiplyAdd(Sum("v", value), Sum("w", tap), Sum("s", row))};");
                }

                value++;
            }

            this.writer.Close();
        }
    }

    private void EmitStore(Place row, string sum)
    {
        if (this.step.Y is not null)
        {
            string y = "y" + sum;
            this.writer.Line($"{this.syntax.Type} {y} = {this.syntax.Load("y", Text(row.Y))};");
            this.writer.Line($"{sum} = {this.syntax.Derive(this.step.Epilogue.Derivative, sum, y)};");
        }

        if (this.step.Epilogue.Activation != "Linear")
        {
            this.writer.Line($"{sum} = {this.syntax.Activate(this.step.Epilogue.Activation, sum)};");
        }

        if (this.step.Epilogue.Accumulate)
        {
            this.writer.Line($"{sum} += {this.syntax.Load("r", Text(row.C))};");
        }

        this.writer.Line(this.syntax.Store(sum, "r", Text(row.C)));
    }

    private static string Offset(int start, string move) => start == 0 ? move : move == "0" ? Text(start) : $"{Text(start)} + {move}";
}
