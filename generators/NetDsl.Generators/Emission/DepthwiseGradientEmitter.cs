using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes the gradient of a depthwise convolution's kernel, in vectors along the channels: the sums of some taps stay in registers over all
/// places of a sample, and runs of some places share the values that they load.
/// </summary>
internal sealed class DepthwiseGradientEmitter
{
    /// <summary>The places of a run, whose gradients are in registers next to the sums and a value.</summary>
    private const int Run = 4;

    private readonly SourceWriter writer;
    private readonly DepthwiseGradientStep step;
    private readonly VectorSyntax syntax;
    private readonly int panels;
    private readonly EquatableArray<Loop> outerTaps;
    private readonly EquatableArray<RowTile> taps;
    private readonly EquatableArray<Loop> outerPlaces;
    private readonly EquatableArray<RowTile> runs;

    private DepthwiseGradientEmitter(SourceWriter writer, DepthwiseGradientStep step, VectorTarget target, ElementType element)
    {
        this.writer = writer;
        this.step = step;
        this.syntax = new(element, target.Lanes(element, step.Columns.Padded));
        this.panels = step.Panels(element);
        (this.outerTaps, this.taps) = CutTaps(step, target);
        (this.outerPlaces, this.runs) = TilePlanner.CutRows(step.Places, Run);
    }

    /// <summary>The pieces of the step, each some taps of some channels.</summary>
    public static int Items(DepthwiseGradientStep step, VectorTarget target, ElementType element)
    {
        (EquatableArray<Loop> outer, EquatableArray<RowTile> tiles) = CutTaps(step, target);
        return step.Panels(element) * outer.Aggregate(1, (n, loop) => n * loop.Extent) * tiles.Sum(tile => tile.Tiles);
    }

    public static void Emit(SourceWriter writer, DepthwiseGradientStep step, VectorTarget target, ElementType element)
    {
        DepthwiseGradientEmitter emitter = new(writer, step, target, element);
        string items = Text(Items(step, target, element));
        string portions = Text(step.Portions.Count);
        writer.Line($"// {step.Comment}");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Line($"nint portion = begin / {items};");
        writer.Line($"nint start = pass.PortionStart(portion, {portions});");
        writer.Line($"nint stop = pass.PortionStart(portion + 1, {portions});");
        writer.Line($"begin -= portion * {items};");
        writer.Line($"end -= portion * {items};");
        emitter.EmitItems();
        writer.Close();
        writer.Line();
    }

    /// <summary>32 registers hold the sums of five by five taps, the gradients of a run and a value; 16 those of three by three.</summary>
    private static (EquatableArray<Loop> Outer, EquatableArray<RowTile> Tiles) CutTaps(DepthwiseGradientStep step, VectorTarget target) =>
        TilePlanner.CutRows(step.Taps, target.VectorBytes == 64 ? 25 : 9);

    private static string Sum(string name, int index) => name + Text(index);

    private void EmitItems()
    {
        int first = 0;
        int outer = this.outerTaps.Aggregate(1, (n, loop) => n * loop.Extent);
        foreach (RowTile tile in this.taps)
        {
            int count = outer * tile.Tiles * this.panels;
            string from = first == 0 ? "begin" : $"nint.Max(begin, {Text(first)})";
            this.writer.Open($"for (nint item = {from}; item < nint.Min(end, {Text(first + count)}); item++)");
            string rest = first == 0 ? "item" : $"(item - {Text(first)})";
            if (this.panels > 1)
            {
                this.writer.Line($"nint panel = {rest} % {Text(this.panels)};");
                rest = $"({rest} / {Text(this.panels)})";
            }

            if (tile.Tiles > 1)
            {
                this.writer.Line($"nint tile = {rest} % {Text(tile.Tiles)};");
                rest = $"({rest} / {Text(tile.Tiles)})";
            }

            for (int i = this.outerTaps.Count - 1; i >= 0; i--)
            {
                this.writer.Line($"nint t{Text(i)} = {rest} % {Text(this.outerTaps[i].Extent)};");
                rest = $"({rest} / {Text(this.outerTaps[i].Extent)})";
            }

            this.EmitItem(tile);
            this.writer.Close();
            this.writer.Line();
            first += count;
        }
    }

    private void EmitItem(RowTile tile)
    {
        int padded = this.step.Columns.Padded;
        int width = this.syntax.Element.PanelWidth;
        this.writer.Line($"nint firstColumn = {(this.panels > 1 ? Times("panel", width) : "0")};");
        this.writer.Line($"nint lastColumn = {(this.panels > 1 ? $"nint.Min(firstColumn + {Text(width)}, {Text(padded)})" : Text(padded))};");
        string[] moves =
        [
            .. this.TapMoves(tile, p => p.C * padded, l => l.C * padded), Times("portion", this.step.Portions.Stride), "firstColumn",
        ];
        string element = this.syntax.Element.Name;
        this.writer.Line($"ref {element} sums = ref {Addresses.Of(this.step.Result, "0", moves)};");

        // At least this: no samples give zeros.
        this.EmitChannels(() =>
        {
            foreach (Place tap in tile.Rows)
            {
                this.writer.Line(this.syntax.Store(this.syntax.Zero, "sums", $"c + {Text(tap.C * padded)}"));
            }
        });
        this.writer.Open("for (nint sample = start; sample < stop; sample++)");
        this.EmitChannels(() => this.EmitSample(tile));
        this.writer.Close();
    }

    private void EmitChannels(Action body)
    {
        this.writer.Open($"for (nint c = 0; c < lastColumn - firstColumn; c += {Text(this.syntax.Lanes)})");
        body();
        this.writer.Close();
    }

    private IEnumerable<string> TapMoves(RowTile tile, Func<Place, int> of, Func<Loop, int> move) =>
        this.outerTaps.Select((loop, i) => Times("t" + Text(i), move(loop)))
            .Append(Text(of(tile.Start)))
            .Append(tile.Tiles > 1 ? Times("tile", of(tile.Step)) : "0");

    /// <summary>All places of a sample, for one vector of channels.</summary>
    private void EmitSample(RowTile tile)
    {
        int padded = this.step.Columns.Padded;
        for (int tap = 0; tap < tile.Rows.Count; tap++)
        {
            this.writer.Line($"{this.syntax.Type} {Sum("s", tap)} = {this.syntax.Load("sums", $"c + {Text(tile.Rows[tap].C * padded)}")};");
        }

        for (int i = 0; i < this.outerPlaces.Count; i++)
        {
            this.writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(this.outerPlaces[i].Extent)}; i{Text(i)}++)");
        }

        foreach (RowTile run in this.runs)
        {
            this.EmitRun(tile, run);
        }

        foreach (Loop _ in this.outerPlaces)
        {
            this.writer.Close();
        }

        for (int tap = 0; tap < tile.Rows.Count; tap++)
        {
            this.writer.Line(this.syntax.Store(Sum("s", tap), "sums", $"c + {Text(tile.Rows[tap].C * padded)}"));
        }
    }

    private void EmitRun(RowTile tile, RowTile run)
    {
        string element = this.syntax.Element.Name;
        string[] PlaceMoves(Func<Place, int> of, Func<Loop, int> move) =>
        [
            .. this.outerPlaces.Select((loop, i) => Times("i" + Text(i), move(loop))),
            Text(of(run.Start)),
            run.Tiles > 1 ? Times("run", of(run.Step)) : "0",
            "firstColumn",
            "c",
        ];
        this.writer.Open(run.Tiles > 1 ? $"for (nint run = 0; run < {Text(run.Tiles)}; run++)" : "");
        string[] source = [.. this.TapMoves(tile, p => p.A, l => l.A), .. PlaceMoves(p => p.A, l => l.A)];
        this.writer.Line($"ref {element} x = ref {Addresses.Of(this.step.Source, "sample", source)};");
        this.writer.Line($"ref {element} delta = ref {Addresses.Of(this.step.Delta, "sample", PlaceMoves(p => p.C, l => l.C))};");
        for (int row = 0; row < run.Rows.Count; row++)
        {
            this.writer.Line($"{this.syntax.Type} {Sum("d", row)} = {this.syntax.Load("delta", Text(run.Rows[row].C))};");
        }

        var terms = Enumerable.Range(0, run.Rows.Count)
            .SelectMany(row => Enumerable.Range(0, tile.Rows.Count).Select(tap => (Row: row, Tap: tap, Offset: run.Rows[row].A + tile.Rows[tap].A)))
            .GroupBy(term => term.Offset)
            .OrderBy(group => group.Key);
        int value = 0;
        foreach (var group in terms)
        {
            this.writer.Line($"{this.syntax.Type} {Sum("v", value)} = {this.syntax.Load("x", Text(group.Key))};");
            foreach ((int row, int tap, int _) in group)
            {
                this.writer.Line($"{Sum("s", tap)} = {this.syntax.MultiplyAdd(Sum("v", value), Sum("d", row), Sum("s", tap))};");
            }

            value++;
        }

        this.writer.Close();
    }
}
