using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the loops of a contraction around its tiles, and the tiles as methods of their own.</summary>
internal sealed class ContractionEmitter
{
    private readonly SourceWriter writer;
    private readonly Contraction contraction;
    private readonly VectorTarget target;
    private readonly Tiling tiling;
    private readonly TileEmitter tiles;

    private ContractionEmitter(SourceWriter writer, Contraction contraction, VectorTarget target, ElementType element)
    {
        this.writer = writer;
        this.contraction = contraction;
        this.target = target;
        this.tiling = TilePlanner.Plan(contraction, target, element);
        this.tiles = new(contraction, new(element, this.tiling.Lanes));
    }

    /// <summary>Writes the method and its tiles.</summary>
    public static void Emit(SourceWriter writer, Contraction contraction, VectorTarget target, ElementType element)
    {
        ContractionEmitter emitter = new(writer, contraction, target, element);
        writer.Line($"// {contraction.Comment}");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"private static void {contraction.Name}({Addresses.Parameters(contraction)})");
        switch (contraction.Samples)
        {
            case SampleRole.Rows:
                emitter.EmitSamplesAsRows();
                break;
            case SampleRole.Outer:
                emitter.EmitSamplesOutside();
                break;
            default:
                emitter.EmitItems();
                break;
        }

        writer.Close();
        writer.Line();
        if (contraction.Samples == SampleRole.Rows)
        {
            emitter.EmitOneRow();
        }

        emitter.tiles.EmitMethods(writer);
    }

    private void EmitSamplesAsRows()
    {
        RowTile rows = this.tiling.RowTiles[0];
        string count = Text(this.target.SampleRows);
        this.writer.Line($"nint rest = end - ((end - begin) % {count});");
        this.writer.Line("nint single = end - ((end - rest) % 2);");
        this.EmitSamplesInTiles("begin", "rest", count, rows.Rows, this.tiling.ColumnTiles);

        // A batch of a power of two leaves two or four samples where tiles have six: a large kernel is read once for two of them.
        this.writer.Open("if (rest < single)");
        this.EmitSamplesInTiles("rest", "single", "2", new(rows.Rows.Take(2)), this.tiling.TwoRowTiles);
        this.writer.Close();
        this.writer.Line();
        this.writer.Open("for (nint sample = single; sample < end; sample++)");
        this.OpenOuter(0, this.tiling.Outer.Count);
        this.writer.Line($"{this.contraction.Name}_One(");
        this.Arguments("sample", null, default, "", default);
        this.CloseOuter();
        this.writer.Close();
    }

    private void EmitSamplesInTiles(string from, string to, string count, EquatableArray<Place> rows, EquatableArray<ColumnTile> columns)
    {
        foreach (ColumnTile column in columns)
        {
            this.OpenPanels(column);
            this.OpenOuter(0, this.tiling.Outer.Count);
            this.writer.Open($"for (nint sample = {from}; sample < {to}; sample += {count})");
            this.Call(column, rows, default, "");
            this.writer.Close();
            this.CloseOuter();
            this.ClosePanels(column);
            this.writer.Line();
        }
    }

    /// <summary>Writes the method for a single row, all its columns.</summary>
    private void EmitOneRow()
    {
        Contraction c = this.contraction;
        this.writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        this.writer.Open($"private static void {c.Name}_One({this.tiles.Parameters})");
        foreach (ColumnTile column in this.tiling.OneRowTiles)
        {
            this.OpenPanels(column);
            string first = column.Tiles > 1 ? "column" : Text(column.Start);
            string At(string reference, Operand operand) => "ref " + VectorSyntax.Add(
                reference, Sum(Times("panel", this.tiles.PanelStride(operand)), first));
            List<string> arguments = ["ref a", At("b", c.B), At("c", c.C)];
            arguments.AddRange(c.Bias is null ? [] : ["ref " + VectorSyntax.Add("bias", Sum(Times("panel", this.tiles.PanelWidth), first))]);
            arguments.AddRange(c.Scale is null ? [] : ["ref " + VectorSyntax.Add("scale", Sum(Times("panel", this.tiles.PanelWidth), first))]);
            arguments.AddRange(c.Y is null ? [] : ["ref " + VectorSyntax.Add("y", Sum(Times("panel", this.tiles.PanelWidth), first))]);
            this.writer.Line($"{this.tiles.MethodFor(new([default(Place)]), column)}({string.Join(", ", arguments)});");
            this.ClosePanels(column);
            this.writer.Line();
        }

        this.writer.Close();
        this.writer.Line();
    }

    private void EmitSamplesOutside()
    {
        foreach (ColumnTile column in this.tiling.ColumnTiles)
        {
            // A product's weights stay in the first-level cache for all samples.
            int products = this.tiling.Outer.Count(loop => loop.B != 0);
            this.OpenPanels(column);
            this.OpenOuter(0, products);
            this.writer.Open("for (nint sample = begin; sample < end; sample++)");
            this.OpenOuter(products, this.tiling.Outer.Count);
            foreach (RowTile rows in this.tiling.RowTiles)
            {
                bool loop = rows.Tiles > 1;
                if (loop)
                {
                    this.writer.Open($"for (nint tile = 0; tile < {Text(rows.Tiles)}; tile++)");
                }

                this.Call(column, rows.Rows, rows.Start, loop ? "tile" : "", rows.Step);
                if (loop)
                {
                    this.writer.Close();
                }
            }

            this.CloseOuter();
            this.writer.Close();
            this.ClosePanels(column);
            this.writer.Line();
        }
    }

    /// <summary>Each tile along the rows is an item, whoever computes it; block by block of samples.</summary>
    private void EmitItems()
    {
        string block = Text(this.tiling.SampleBlock);
        this.EmitPortion();

        // At least once: no samples give zeros.
        this.writer.Line("nint first = start;");
        this.writer.Open("do");
        this.writer.Line($"nint samples = nint.Min({block}, stop - first);");
        int outer = this.tiling.Outer.Aggregate(1, (n, loop) => n * loop.Extent);
        int first = 0;
        foreach (RowTile rows in this.tiling.RowTiles)
        {
            int count = outer * rows.Tiles;
            string from = first == 0 ? "begin" : $"nint.Max(begin, {Text(first)})";
            this.writer.Open($"for (nint item = {from}; item < nint.Min(end, {Text(first + count)}); item++)");
            string index = first == 0 ? "item" : $"(item - {Text(first)})";
            this.writer.Line($"nint tile = {(outer == 1 ? index : $"{index} % {Text(rows.Tiles)}")};");
            string rest = $"{index} / {Text(rows.Tiles)}";
            for (int i = this.tiling.Outer.Count - 1; i >= 0; i--)
            {
                Loop loop = this.tiling.Outer[i];
                this.writer.Line($"nint {Variable(i)} = {(i == 0 ? rest : $"({rest}) % {Text(loop.Extent)}")};");
                rest = $"{rest} / {Text(loop.Extent)}";
            }

            foreach (ColumnTile column in this.tiling.ColumnTiles)
            {
                this.OpenPanels(column);
                this.Call(column, rows.Rows, rows.Start, "tile", rows.Step);
                this.ClosePanels(column);
            }

            this.writer.Close();
            this.writer.Line();
            first += count;
        }

        this.writer.Line($"first += {block};");
        this.writer.Close();
        this.writer.Line("while (first < stop);");
    }

    /// <summary>The samples of the items at hand, which are those of one portion: the items of the next follow after it.</summary>
    private void EmitPortion()
    {
        if (this.contraction.Portions.Count == 1)
        {
            this.writer.Line("const int start = 0;");
            this.writer.Line("nint stop = pass.Samples;");
            return;
        }

        string items = Text(this.tiling.Items);
        string count = Text(this.contraction.Portions.Count);
        this.writer.Line($"nint portion = begin / {items};");
        this.writer.Line($"nint start = pass.PortionStart(portion, {count});");
        this.writer.Line($"nint stop = pass.PortionStart(portion + 1, {count});");
        this.writer.Line($"begin -= portion * {items};");
        this.writer.Line($"end -= portion * {items};");
    }

    private void OpenPanels(ColumnTile column)
    {
        int first = (column.FirstPanel * this.tiles.PanelWidth) + column.Start;
        int width = column.Vectors * this.tiling.Lanes;
        if (column.Panels == 1)
        {
            this.writer.Open($"// columns {Text(first)} to {Text(first + (column.Tiles * width) - 1)}");
            this.writer.Line($"const int panel = {Text(column.FirstPanel)};");
        }
        else
        {
            string step = column.Joined == 1 ? "panel++" : $"panel += {Text(column.Joined)}";
            this.writer.Open($"for (nint panel = {Text(column.FirstPanel)}; panel < {Text(column.FirstPanel + column.Panels)}; {step})");
        }

        if (column.Tiles > 1)
        {
            int end = column.Start + (column.Tiles * width);
            this.writer.Open($"for (nint column = {Text(column.Start)}; column < {Text(end)}; column += {Text(width)})");
        }
    }

    private void ClosePanels(ColumnTile column)
    {
        if (column.Tiles > 1)
        {
            this.writer.Close();
        }

        this.writer.Close();
    }

    private void OpenOuter(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            this.writer.Open($"for (nint {Variable(i)} = 0; {Variable(i)} < {Text(this.tiling.Outer[i].Extent)}; {Variable(i)}++)");
        }
    }

    private void CloseOuter()
    {
        for (int i = 0; i < this.tiling.Outer.Count; i++)
        {
            this.writer.Close();
        }
    }

    /// <summary>A call of a tile's method, at a place that may move with a variable.</summary>
    private void Call(ColumnTile column, EquatableArray<Place> rows, Place start, string variable, Place step = default)
    {
        this.writer.Line($"{this.tiles.MethodFor(rows, column)}(");
        this.Arguments(this.contraction.Samples == SampleRole.Terms ? "first" : "sample", column, start, variable, step);
    }

    /// <summary>The operands of a tile; without a column those of a whole row.</summary>
    private void Arguments(string sample, ColumnTile? column, Place start, string variable, Place step)
    {
        Contraction c = this.contraction;
        string firstColumn = column is null ? "0" : column.Tiles > 1 ? "column" : Text(column.Start);
        string At(Operand operand, int row, Func<Place, int> of, Func<Loop, int> loop, bool columns, string portion = "0")
        {
            List<string> terms = [portion];
            if (columns && column is not null)
            {
                terms.Add(Times("panel", this.tiles.PanelStride(operand)));
                terms.Add(firstColumn);
            }

            terms.AddRange(this.tiling.Outer.Select((l, i) => Times(Variable(i), loop(l) * row)));
            terms.Add(Text(of(start) * row));
            if (variable.Length > 0)
            {
                terms.Add(Times(variable, of(step) * row));
            }

            return "ref " + Addresses.Of(operand, sample, [.. terms]);
        }

        int bRow = column is null ? 1 : TileEmitter.RowUnit(c.B, column);
        int cRow = column is null ? 1 : TileEmitter.RowUnit(c.C, column);
        List<string> arguments =
        [
            At(c.A, 1, p => p.A, l => l.A, columns: false),
            At(c.B, bRow, _ => 0, l => l.B, columns: true),
            At(c.C, cRow, p => p.C, l => l.C, columns: true, c.Portions.Count > 1 ? Times("portion", c.Portions.Stride) : "0"),
        ];
        arguments.AddRange(c.Bias is { } bias ? [At(bias with { PanelRows = 0 }, 1, _ => 0, _ => 0, columns: true)] : []);
        arguments.AddRange(c.Scale is { } scale ? [At(scale with { PanelRows = 0 }, 1, _ => 0, _ => 0, columns: true)] : []);
        arguments.AddRange(c.Y is { } y ? [At(y, 1, p => p.Y, l => l.Y, columns: true)] : []);
        arguments.AddRange(c.Samples == SampleRole.Terms ? ["samples", "first > start"] : []);
        this.writer.Indented(arguments.Select((argument, i) => argument + (i == arguments.Count - 1 ? ");" : ",")));
    }

    private static string Sum(params string[] terms)
    {
        string[] used = [.. terms.Where(term => term != "0")];
        return used.Length == 0 ? "0" : string.Join(" + ", used);
    }

    private static string Variable(int loop) => loop == 0 ? "y" : "x" + Text(loop);
}
