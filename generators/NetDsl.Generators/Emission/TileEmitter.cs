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

    private readonly Dictionary<(EquatableArray<Place> Rows, int Vectors, int PanelWidth), string> methods = [];

    /// <summary>The columns of a panel of weights.</summary>
    public int PanelWidth => syntax.Element.PanelWidth;

    /// <summary>The name of the method for a tile.</summary>
    public string MethodFor(EquatableArray<Place> rows, ColumnTile column)
    {
        (EquatableArray<Place>, int, int) key = (rows, column.Vectors, column.PanelWidth);
        if (!this.methods.TryGetValue(key, out string? name))
        {
            name = $"{contraction.Name}_{Text(rows.Count)}x{Text(column.Vectors)}";
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
        foreach (KeyValuePair<(EquatableArray<Place> Rows, int Vectors, int PanelWidth), string> method in this.methods)
        {
            this.EmitMethod(writer, method.Value, method.Key.Rows, method.Key.Vectors, new(0, 1, method.Key.PanelWidth, 0, 1, method.Key.Vectors));
        }
    }

    private static string SumName(int row, int vector, int part = 0) => $"s{Text(row)}_{Text(vector)}{(part == 0 ? "" : $"_{Text(part)}")}";

    private void EmitMethod(SourceWriter writer, string name, EquatableArray<Place> rows, int vectors, ColumnTile column)
    {
        string element = syntax.Element.Name;
        List<string> parameters = [$"ref {element} a", $"ref {element} b", $"ref {element} c"];
        parameters.AddRange(contraction.Bias is null ? [] : [$"ref {element} bias"]);
        parameters.AddRange(contraction.Y is null ? [] : [$"ref {element} y"]);
        parameters.AddRange(contraction.Samples == SampleRole.Terms ? ["int samples"] : []);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"private static void {name}({string.Join(", ", parameters)})");

        // The sample is one more loop around the terms of a parameter's gradient.
        List<Loop> terms = [.. contraction.Terms];
        int parts = this.Parts(rows.Count * vectors, terms);
        this.EmitSums(writer, rows.Count, vectors, parts);
        writer.Line();
        if (contraction.Samples == SampleRole.Terms)
        {
            terms.Insert(0, new("sample", -1, A: contraction.A.SampleStride, B: contraction.B.SampleStride));
        }

        this.EmitTerms(writer, terms, 0, "a", "b", rows, vectors, parts, RowUnit(contraction.B, column));
        writer.Line();
        this.EmitStores(writer, rows, vectors, parts, RowUnit(contraction.C, column));
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

    private void EmitSums(SourceWriter writer, int rows, int vectors, int parts)
    {
        for (int row = 0; row < rows; row++)
        {
            List<string> sums = [];
            for (int vector = 0; vector < vectors; vector++)
            {
                string start = contraction.Bias is null ? syntax.Zero
                    : row == 0 ? syntax.Load("bias", Text(vector * syntax.Lanes)) : SumName(0, vector);
                sums.Add($"{SumName(row, vector)} = {start}");
                sums.AddRange(Enumerable.Range(1, parts - 1).Select(part => $"{SumName(row, vector, part)} = {syntax.Zero}"));
            }

            writer.Line($"{syntax.Type} {string.Join(", ", sums)};");
        }
    }

    private void EmitTerms(
        SourceWriter writer, List<Loop> terms, int depth, string a, string b, EquatableArray<Place> rows, int vectors, int parts, int bRow)
    {
        if (depth == terms.Count)
        {
            this.EmitProducts(writer, a, b, rows, vectors, 0, 0, 0);
            return;
        }

        Loop loop = terms[depth];
        string variable = "t" + Text(depth);
        string extent = loop.Extent < 0 ? "samples" : Text(loop.Extent);
        if (depth < terms.Count - 1)
        {
            writer.Open($"for (int {variable} = 0; {variable} < {extent}; {variable}++)");
            string innerA = "a" + Text(depth + 1);
            string innerB = "b" + Text(depth + 1);
            writer.Line($"ref {syntax.Element.Name} {innerA} = ref {a};");
            writer.Line($"ref {syntax.Element.Name} {innerB} = ref {b};");
            this.EmitTerms(writer, terms, depth + 1, innerA, innerB, rows, vectors, parts, bRow);
            Advance(writer, a, loop.A);
            Advance(writer, b, loop.B * bRow);
            writer.Close();
            return;
        }

        int whole = loop.Extent < 0 ? -1 : loop.Extent / parts;
        writer.Open($"for (int {variable} = 0; {variable} < {(whole < 0 ? extent : Text(whole))}; {variable}++)");
        for (int part = 0; part < parts; part++)
        {
            this.EmitProducts(writer, a, b, rows, vectors, part, part * loop.A, part * loop.B * bRow);
        }

        Advance(writer, a, loop.A * parts);
        Advance(writer, b, loop.B * bRow * parts);
        writer.Close();
        for (int left = 0; left < (whole < 0 ? 0 : loop.Extent % parts); left++)
        {
            writer.Line();
            this.EmitProducts(writer, a, b, rows, vectors, left, left * loop.A, left * loop.B * bRow);
        }
    }

    /// <summary>One term: each row's value times each vector of weights.</summary>
    private void EmitProducts(
        SourceWriter writer, string a, string b, EquatableArray<Place> rows, int vectors, int part, int aOffset, int bOffset)
    {
        writer.Open("// one term");
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"{syntax.Type} b_{Text(vector)} = {syntax.Load(b, Text(bOffset + (vector * syntax.Lanes)))};");
        }

        for (int row = 0; row < rows.Count; row++)
        {
            string value = "x" + Text(row);
            writer.Line($"{syntax.Type} {value} = {syntax.Broadcast(a, Text(aOffset + rows[row].A))};");
            for (int vector = 0; vector < vectors; vector++)
            {
                string sum = SumName(row, vector, part);
                writer.Line($"{sum} = {syntax.MultiplyAdd(value, "b_" + Text(vector), sum)};");
            }
        }

        writer.Close();
    }

    private void EmitStores(SourceWriter writer, EquatableArray<Place> rows, int vectors, int parts, int cRow)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                string sum = SumName(row, vector);
                for (int part = parts / 2; part >= 1; part /= 2)
                {
                    for (int i = 0; i < part; i++)
                    {
                        writer.Line($"{SumName(row, vector, i)} += {SumName(row, vector, i + part)};");
                    }
                }

                string offset = Text((rows[row].C * cRow) + (vector * syntax.Lanes));
                if (contraction.Y is not null)
                {
                    string y = "y" + sum.Substring(1);
                    writer.Line($"{syntax.Type} {y} = {syntax.Load("y", Text(rows[row].Y + (vector * syntax.Lanes)))};");
                    writer.Line($"{sum} = {syntax.Derive(contraction.Epilogue.Derivative, sum, y)};");
                }

                if (contraction.Epilogue.Activation != "Linear")
                {
                    writer.Line($"{sum} = {syntax.Activate(contraction.Epilogue.Activation, sum)};");
                }

                if (contraction.Epilogue.Accumulate)
                {
                    writer.Line($"{sum} += {syntax.Load("c", offset)};");
                }

                writer.Line(syntax.Store(sum, "c", offset));
            }
        }
    }

    private static void Advance(SourceWriter writer, string reference, int step)
    {
        if (step != 0)
        {
            writer.Line($"{reference} = ref {VectorSyntax.Add(reference, Text(step))};");
        }
    }
}
