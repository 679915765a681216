using NetDsl.Generators.Planning;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes the product of a constant matrix and vectors in straight code. Columns that are equal but for signs are added and subtracted
/// first, rows that are so are made of one sum and one difference: that is what points in pairs of both signs are for.
/// </summary>
internal sealed class LinearMapEmitter
{
    /// <summary>Rows from which a pair of columns, and terms from which a pair of rows, saves more than its two additions.</summary>
    private const int LeastToShare = 3;

    private readonly SourceWriter writer;
    private readonly VectorSyntax syntax;
    private readonly List<(string Name, double[] Coefficients)> columns;
    private int names;

    private LinearMapEmitter(SourceWriter writer, VectorSyntax syntax, IEnumerable<(string Name, double[] Coefficients)> columns)
    {
        this.writer = writer;
        this.syntax = syntax;
        this.columns = [.. columns];
    }

    /// <summary>Writes the product.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="syntax">The vectors.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="rows">Its rows that are asked for.</param>
    /// <param name="columns">Its columns that there are vectors for, and their variables.</param>
    /// <returns>The variables of the rows.</returns>
    public static string[] Emit(SourceWriter writer, VectorSyntax syntax, Matrix matrix, IReadOnlyList<int> rows, IEnumerable<(int Index, string Name)> columns)
    {
        LinearMapEmitter emitter = new(writer, syntax, columns.Select(c => (c.Name, rows.Select(row => matrix[row, c.Index]).ToArray())));
        emitter.ShareColumns(rows.Count);
        return emitter.EmitRows(rows.Count);
    }

    private void ShareColumns(int rows)
    {
        for (int first = 0; first < this.columns.Count; first++)
        {
            for (int second = first + 1; second < this.columns.Count; second++)
            {
                (string x, double[] a) = this.columns[first];
                (string y, double[] b) = this.columns[second];
                if (rows < LeastToShare || a.Count(v => v != 0) < LeastToShare || !Enumerable.Range(0, rows).All(i => Math.Abs(a[i]) == Math.Abs(b[i])))
                {
                    continue;
                }

                double[] same = [.. a.Select((v, i) => v == b[i] ? v : 0)];
                double[] opposite = [.. a.Select((v, i) => v == b[i] ? 0 : v)];
                this.columns.RemoveAt(second);
                this.columns[first] = (this.Declare($"{x} + {y}"), same);
                if (opposite.Any(v => v != 0))
                {
                    this.columns.Insert(first + 1, (this.Declare($"{x} - {y}"), opposite));
                    first++;
                }

                break;
            }
        }
    }

    private string[] EmitRows(int rows)
    {
        string[] result = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            if (result[row] is not null)
            {
                continue;
            }

            double[] a = this.Row(row);
            int partner = a.Count(v => v != 0) < LeastToShare
                ? -1
                : Enumerable.Range(row + 1, rows - row - 1).Where(other => result[other] is null && IsPair(a, this.Row(other))).DefaultIfEmpty(-1).First();
            if (partner < 0)
            {
                result[row] = this.Sum(a);
                continue;
            }

            double[] b = this.Row(partner);
            string even = this.Sum([.. a.Select((v, i) => v == b[i] ? v : 0)]);
            string odd = this.Sum([.. a.Select((v, i) => v == b[i] ? 0 : v)]);
            result[row] = this.Declare($"{even} + {odd}");
            result[partner] = this.Declare($"{even} - {odd}");
        }

        return result;
    }

    private static bool IsPair(double[] a, double[] b) =>
        Enumerable.Range(0, a.Length).All(i => Math.Abs(a[i]) == Math.Abs(b[i]))
        && Enumerable.Range(0, a.Length).Any(i => a[i] != 0 && a[i] == b[i])
        && Enumerable.Range(0, a.Length).Any(i => a[i] != 0 && a[i] != b[i]);

    private double[] Row(int row) => [.. this.columns.Select(column => column.Coefficients[row])];

    /// <summary>A variable for the sum of the columns times their coefficients; the column itself where there is only one.</summary>
    private string Sum(double[] coefficients)
    {
        List<(string Name, double Factor)> terms = [.. this.columns
            .Select((column, i) => (column.Name, Factor: coefficients[i]))
            .Where(term => term.Factor != 0)
            .OrderBy(term => term.Factor == 1 ? 0 : Math.Abs(term.Factor) == 1 ? 2 : 1)];
        if (terms.Count == 0)
        {
            return this.Declare(this.syntax.Zero);
        }

        string sum = "";
        foreach ((string name, double factor) in terms)
        {
            sum = (sum, factor) switch
            {
                ("", 1) => name,
                ("", _) => $"{name} * {this.syntax.Constant(factor)}",
                (_, 1) => $"{sum} + {name}",
                (_, -1) => $"{sum} - {name}",
                _ => this.syntax.MultiplyAdd(name, this.syntax.Constant(factor), sum),
            };
        }

        return sum == terms[0].Name ? sum : this.Declare(sum);
    }

    private string Declare(string expression)
    {
        string name = "m" + Addresses.Text(this.names++);
        this.writer.Line($"{this.syntax.Type} {name} = {expression};");
        return name;
    }
}
