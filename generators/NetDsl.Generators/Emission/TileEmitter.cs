using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes register tiles: the sums of all rows and vectors of a tile stay in registers over all terms. Each tile of another form is a
/// method of its own, compiled at once with all optimisations: a first, slow version of such a loop would cost seconds.
/// </summary>
internal sealed class TileEmitter(Contraction contraction, VectorSyntax syntax)
{
    /// <summary>A multiply-add takes four cycles and up to two start in each: eight sums keep the unit busy.</summary>
    private const int SumsToHideLatency = 8;

    /// <summary>The products of a single row that are written one after the other.</summary>
    private const int StraightProducts = 128;

    private readonly VectorSyntax half = syntax.Half;
    private readonly Dictionary<(EquatableArray<Place> Rows, ColumnTile Column), string> methods = [];

    /// <summary>The columns of a panel of weights.</summary>
    public int PanelWidth => syntax.Element.PanelWidth;

    /// <summary>The parameters of a tile's method.</summary>
    public string Parameters
    {
        get
        {
            string element = syntax.Element.Name;
            List<string> parameters = [$"ref {element} a", $"ref {element} b", $"ref {element} c"];
            parameters.AddRange(contraction.Bias is null ? [] : [$"ref {element} bias"]);
            parameters.AddRange(contraction.Scale is null ? [] : [$"ref {element} scale"]);
            parameters.AddRange(contraction.Y is null ? [] : [$"ref {element} y"]);
            parameters.AddRange(contraction.Samples == SampleRole.Terms ? ["nint samples", "bool goesOn"] : []);
            return string.Join(", ", parameters);
        }
    }

    /// <summary>The name of the method for a tile.</summary>
    public string MethodFor(EquatableArray<Place> rows, ColumnTile column)
    {
        (EquatableArray<Place>, ColumnTile) key = (rows, column with { FirstPanel = 0, Panels = 1, Start = 0, Tiles = 1 });
        if (!this.methods.TryGetValue(key, out string? name))
        {
            name = $"{contraction.Name}_{Text(rows.Count)}x{Text(column.Vectors * column.Joined)}";
            if (this.methods.ContainsValue(name))
            {
                name += $"_{Text(this.methods.Count)}";
            }

            this.methods.Add(key, name);
        }

        return name;
    }

    /// <summary>Elements from one row of an operand to the next.</summary>
    public static int RowUnit(Operand operand, ColumnTile column) => operand.PanelRows == 0 ? 1 : column.PanelWidth;

    /// <summary>Elements from one panel of an operand to the next.</summary>
    public int PanelStride(Operand operand) => this.PanelWidth * Math.Max(1, operand.PanelRows);

    /// <summary>Writes the methods asked for.</summary>
    public void EmitMethods(SourceWriter writer)
    {
        foreach (KeyValuePair<(EquatableArray<Place> Rows, ColumnTile Column), string> method in this.methods)
        {
            this.EmitMethod(writer, method.Value, method.Key.Rows, method.Key.Column);
        }
    }

    private static string SumName(int row, int vector, int part = 0) => $"s{Text(row)}_{Text(vector)}{(part == 0 ? "" : $"_{Text(part)}")}";

    private void EmitMethod(SourceWriter writer, string name, EquatableArray<Place> rows, ColumnTile column)
    {
        // A single sample's layers are one method; with a softmax that is inlined as well, four small layers took 144 ns instead of 158.
        bool isOneRow = contraction.Samples == SampleRole.Rows && rows.Count == 1;
        writer.Line($"[MethodImpl(MethodImplOptions.{(isOneRow ? "AggressiveInlining" : "AggressiveOptimization")})]");
        writer.Open($"private static void {name}({this.Parameters})");

        // The sample is one more loop around the terms of a parameter's gradient.
        List<Loop> terms = [.. contraction.Terms];
        int parts = this.Parts(rows.Count * column.Vectors * column.Joined, terms);
        this.EmitSums(writer, rows.Count, column, parts);
        if (contraction.Samples == SampleRole.Terms)
        {
            this.EmitGoOn(writer, rows, column);
        }

        writer.Line();
        if (contraction.Samples == SampleRole.Terms)
        {
            terms.Insert(0, new("sample", -1, A: contraction.A.SampleStride, B: contraction.B.SampleStride));
        }

        this.EmitTerms(writer, terms, 0, "a", "b", rows, column, parts);
        writer.Line();
        this.EmitStores(writer, rows, column, parts);
        writer.Close();
        writer.Line();
    }

    /// <summary>Into how many sums each is split, so that a tile of few does not wait for each multiply-add.</summary>
    private int Parts(int sums, List<Loop> terms)
    {
        int extent = terms.Count == 0 || contraction.Samples == SampleRole.Terms ? 1 : terms[terms.Count - 1].Extent;
        int parts = 1;
        while (sums * parts * 2 <= SumsToHideLatency && parts * 8 <= extent)
        {
            parts *= 2;
        }

        return parts;
    }

    private void EmitSums(SourceWriter writer, int rows, ColumnTile column, int parts)
    {
        for (int row = 0; row < rows; row++)
        {
            foreach (IGrouping<string, int> vectors in Enumerable.Range(0, column.Vectors * column.Joined).GroupBy(v => this.SyntaxOf(v, column).Type))
            {
                writer.Line($"{vectors.Key} {string.Join(", ", vectors.SelectMany(vector => this.Sums(row, vector, column, parts)))};");
            }
        }
    }

    /// <summary>The sums of the samples before, where there are any.</summary>
    private void EmitGoOn(SourceWriter writer, EquatableArray<Place> rows, ColumnTile column)
    {
        int cRow = RowUnit(contraction.C, column);
        writer.Open("if (goesOn)");
        for (int row = 0; row < rows.Count; row++)
        {
            for (int vector = 0; vector < column.Vectors * column.Joined; vector++)
            {
                string offset = Text((rows[row].C * cRow) + this.Along(vector, column, this.PanelStride(contraction.C)));
                writer.Line($"{SumName(row, vector)} = {this.SyntaxOf(vector, column).Load("c", offset)};");
            }
        }

        writer.Close();
    }

    private IEnumerable<string> Sums(int row, int vector, ColumnTile column, int parts)
    {
        VectorSyntax own = this.SyntaxOf(vector, column);
        string start = contraction.Bias is null ? own.Zero
            : row == 0 ? own.Load("bias", Text(this.Along(vector, column, this.PanelWidth))) : SumName(0, vector);
        return Enumerable.Range(1, parts - 1).Select(part => $"{SumName(row, vector, part)} = {own.Zero}")
            .Prepend($"{SumName(row, vector)} = {start}");
    }

    private void EmitTerms(
        SourceWriter writer, List<Loop> terms, int depth, string a, string b, EquatableArray<Place> rows, ColumnTile column, int parts)
    {
        if (depth == terms.Count)
        {
            this.EmitProducts(writer, a, b, rows, column, 0, 0, 0);
            return;
        }

        int bRow = RowUnit(contraction.B, column);
        Loop loop = terms[depth];
        string variable = "t" + Text(depth);
        string extent = loop.Extent < 0 ? "samples" : Text(loop.Extent);
        if (depth < terms.Count - 1)
        {
            writer.Open($"for ({(loop.Extent < 0 ? "nint" : "int")} {variable} = 0; {variable} < {extent}; {variable}++)");
            string innerA = "a" + Text(depth + 1);
            string innerB = "b" + Text(depth + 1);
            writer.Line($"ref {syntax.Element.Name} {innerA} = ref {a};");
            writer.Line($"ref {syntax.Element.Name} {innerB} = ref {b};");
            this.EmitTerms(writer, terms, depth + 1, innerA, innerB, rows, column, parts);
            Advance(writer, a, loop.A);
            Advance(writer, b, loop.B * bRow);
            writer.Close();
            return;
        }

        bool isOneRow = contraction.Samples == SampleRole.Rows && rows.Count == 1;
        if (isOneRow && loop.Extent * column.Vectors * column.Joined <= StraightProducts)
        {
            for (int term = 0; term < loop.Extent; term++)
            {
                this.EmitProducts(writer, a, b, rows, column, term % parts, term * loop.A, term * loop.B * bRow);
            }

            return;
        }

        int whole = loop.Extent < 0 ? -1 : loop.Extent / parts;
        writer.Open($"for ({(whole < 0 ? "nint" : "int")} {variable} = 0; {variable} < {(whole < 0 ? extent : Text(whole))}; {variable}++)");
        for (int part = 0; part < parts; part++)
        {
            this.EmitProducts(writer, a, b, rows, column, part, part * loop.A, part * loop.B * bRow);
        }

        Advance(writer, a, loop.A * parts);
        Advance(writer, b, loop.B * bRow * parts);
        writer.Close();
        for (int left = 0; left < (whole < 0 ? 0 : loop.Extent % parts); left++)
        {
            writer.Line();
            this.EmitProducts(writer, a, b, rows, column, left, left * loop.A, left * loop.B * bRow);
        }
    }

    /// <summary>One term: each row's value times each vector of weights.</summary>
    private void EmitProducts(
        SourceWriter writer, string a, string b, EquatableArray<Place> rows, ColumnTile column, int part, int aOffset, int bOffset)
    {
        int vectors = column.Vectors * column.Joined;
        writer.Open("// one term");
        for (int vector = 0; vector < vectors; vector++)
        {
            VectorSyntax own = this.SyntaxOf(vector, column);
            writer.Line($"{own.Type} b_{Text(vector)} = {own.Load(b, Text(bOffset + this.Along(vector, column, this.PanelStride(contraction.B))))};");
        }

        for (int row = 0; row < rows.Count; row++)
        {
            string value = "x" + Text(row);
            writer.Line($"{syntax.Type} {value} = {syntax.Broadcast(a, Text(aOffset + rows[row].A))};");
            for (int vector = 0; vector < vectors; vector++)
            {
                string sum = SumName(row, vector, part);
                VectorSyntax own = this.SyntaxOf(vector, column);
                string factor = ReferenceEquals(own, syntax) ? value : VectorSyntax.FirstHalf(value);
                writer.Line($"{sum} = {own.MultiplyAdd(factor, "b_" + Text(vector), sum)};");
            }
        }

        writer.Close();
    }

    private void EmitStores(SourceWriter writer, EquatableArray<Place> rows, ColumnTile column, int parts)
    {
        int cRow = RowUnit(contraction.C, column);
        for (int row = 0; row < rows.Count; row++)
        {
            for (int vector = 0; vector < column.Vectors * column.Joined; vector++)
            {
                VectorSyntax own = this.SyntaxOf(vector, column);
                string sum = SumName(row, vector);
                for (int part = parts / 2; part >= 1; part /= 2)
                {
                    for (int i = 0; i < part; i++)
                    {
                        writer.Line($"{SumName(row, vector, i)} += {SumName(row, vector, i + part)};");
                    }
                }

                string offset = Text((rows[row].C * cRow) + this.Along(vector, column, this.PanelStride(contraction.C)));
                if (contraction.Scale is not null)
                {
                    int along = this.Along(vector, column, this.PanelWidth);
                    writer.Line($"{sum} = {own.MultiplyAdd(sum, own.Load("scale", Text(along)), own.Load("scale", Text(contraction.Columns.Padded + along)))};");
                }

                if (contraction.Y is not null)
                {
                    string y = "y" + sum.Substring(1);
                    writer.Line($"{own.Type} {y} = {own.Load("y", Text(rows[row].Y + this.Along(vector, column, this.PanelWidth)))};");
                    writer.Line($"{sum} = {own.Derive(contraction.Epilogue.Derivative, sum, y)};");
                }

                if (contraction.Epilogue.Activation != "Linear")
                {
                    writer.Line($"{sum} = {own.Activate(contraction.Epilogue.Activation, sum)};");
                }

                if (contraction.Epilogue.Accumulate)
                {
                    writer.Line($"{sum} += {own.Load("c", offset)};");
                }

                writer.Line(own.Store(sum, "c", offset));
            }
        }
    }

    /// <summary>How a tile's vector is written: its last one may be half as long.</summary>
    private VectorSyntax SyntaxOf(int vector, ColumnTile column) =>
        column.IsLastHalf && vector == (column.Vectors * column.Joined) - 1 ? this.half : syntax;

    /// <summary>Where a tile's vector is from where its first is, for an operand whose panels lie so far apart.</summary>
    private int Along(int vector, ColumnTile column, int panelStride) =>
        (vector / column.Vectors * panelStride) + (vector % column.Vectors * syntax.Lanes);

    private static void Advance(SourceWriter writer, string reference, int step)
    {
        if (step != 0)
        {
            writer.Line($"{reference} = ref {VectorSyntax.Add(reference, Text(step))};");
        }
    }
}
