namespace NetDsl.Generators.Planning;

/// <summary>Constants in rows and columns.</summary>
internal sealed record Matrix(EquatableArray<EquatableArray<double>> Rows)
{
    public Matrix(int rows, int columns, Func<int, int, double> element)
        : this(new EquatableArray<EquatableArray<double>>(
            Enumerable.Range(0, rows).Select(row => new EquatableArray<double>(Enumerable.Range(0, columns).Select(column => element(row, column))))))
    {
    }

    public int Columns => this.Rows[0].Count;

    public Matrix Transposed => new(this.Columns, this.Rows.Count, (row, column) => this[column, row]);

    public double this[int row, int column] => this.Rows[row][column];
}
