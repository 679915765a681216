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
        writer.Open($"private static void {contraction.Name}(Pass pass, nint begin, nint end)");
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
        emitter.tiles.EmitMethods(writer);
    }

    private void EmitSamplesAsRows()
    {
        RowTile rows = this.tiling.RowTiles[0];
        string count = Text(this.target.SampleRows);
        foreach (ColumnTile column in this.tiling.ColumnTiles)
        {
            this.OpenPanels(column);
            this.OpenOuter();
            this.writer.Line("nint sample = begin;");
            this.writer.Open($"for (; sample + {count} <= end; sample += {count})");
            this.Call(column, rows.Rows, default, "");
            this.writer.Close();
            this.writer.Line();
            this.writer.Open("for (; sample < end; sample++)");
            this.Call(column, new([default(Place)]), default, "");
            this.writer.Close();
            this.CloseOuter();
            this.writer.Close();
            this.writer.Line();
        }
    }

    private void EmitSamplesOutside()
    {
        foreach (ColumnTile column in this.tiling.ColumnTiles)
        {
            this.OpenPanels(column);
            this.writer.Open("for (nint sample = begin; sample < end; sample++)");
            this.OpenOuter();
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
            this.writer.Close();
            this.writer.Line();
        }
    }

    /// <summary>Each tile along the rows is an item, whoever computes it.</summary>
    private void EmitItems()
    {
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
                this.writer.Close();
            }

            this.writer.Close();
            this.writer.Line();
            first += count;
        }
    }

    private void OpenPanels(ColumnTile column)
    {
        string panels = column.Panels == 1
            ? $"const int panel = {Text(column.FirstPanel)};"
            : $"for (nint panel = {Text(column.FirstPanel)}; panel < {Text(column.FirstPanel + column.Panels)}; panel++)";
        if (column.Panels == 1)
        {
            this.writer.Open($"// columns {Text((column.FirstPanel * this.tiles.PanelWidth) + column.Start)} and on");
            this.writer.Line(panels);
        }
        else
        {
            this.writer.Open(panels);
        }
    }

    private void OpenOuter()
    {
        for (int i = 0; i < this.tiling.Outer.Count; i++)
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
        Contraction c = this.contraction;
        string sample = c.Samples == SampleRole.Terms ? "0" : "sample";
        string name = this.tiles.MethodFor(rows, column);
        int bRow = TileEmitter.RowUnit(c.B, column);
        int cRow = TileEmitter.RowUnit(c.C, column);
        string At(Operand operand, int row, Func<Place, int> of, Func<Loop, int> loop, bool columns)
        {
            List<string> terms = [];
            if (columns)
            {
                terms.Add(Times("panel", this.tiles.PanelStride(operand)));
                terms.Add(Text(column.Start));
            }

            terms.AddRange(this.tiling.Outer.Select((l, i) => Times(Variable(i), loop(l) * row)));
            terms.Add(Text(of(start) * row));
            if (variable.Length > 0)
            {
                terms.Add(Times(variable, of(step) * row));
            }

            return "ref " + Addresses.Of(operand, sample, [.. terms]);
        }

        List<string> arguments =
        [
            At(c.A, 1, p => p.A, l => l.A, columns: false),
            At(c.B, bRow, _ => 0, _ => 0, columns: true),
            At(c.C, cRow, p => p.C, l => l.C, columns: true),
        ];
        if (c.Bias is { } bias)
        {
            arguments.Add("ref " + Addresses.Of(bias, sample, Times("panel", this.tiles.PanelWidth), Text(column.Start)));
        }

        if (c.Y is { } y)
        {
            arguments.Add(At(y, 1, p => p.Y, l => l.Y, columns: true));
        }

        if (c.Samples == SampleRole.Terms)
        {
            arguments.Add("pass.Samples");
        }

        this.writer.Line($"{name}(");
        this.writer.Indented(arguments.Select((argument, i) => argument + (i == arguments.Count - 1 ? ");" : ",")));
    }

    private static string Variable(int loop) => loop == 0 ? "y" : "x" + Text(loop);
}
