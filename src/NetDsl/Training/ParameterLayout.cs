namespace NetDsl.Training;

/// <summary>
/// Where the elements of one parameter lie in the flat storage of its <see cref="ParameterSet{T}"/>. A kernel is a matrix of
/// <paramref name="Rows"/> (its terms) by <paramref name="Columns"/> (its units), stored in panels of <paramref name="PanelWidth"/>
/// columns, each panel row after row: a tile reads its weights as one unbroken stream, where plain row-major order would jump
/// a whole row at each term. The columns are filled up with zeros to <paramref name="PaddedColumns"/>; the padding stays zero.
/// </summary>
/// <param name="Offset">The first element in the flat storage.</param>
/// <param name="Rows">All extents of the shape but the last, multiplied; 1 for a bias.</param>
/// <param name="Columns">The last extent of the shape.</param>
/// <param name="PaddedColumns">The columns that are stored, a multiple of the vector length.</param>
/// <param name="PanelWidth">The columns of each panel but the last, which has what is left.</param>
public readonly record struct ParameterLayout(int Offset, int Rows, int Columns, int PaddedColumns, int PanelWidth)
{
    /// <summary>The stored elements, padding included.</summary>
    public int Length => this.Rows * this.PaddedColumns;

    /// <summary>The place of one element in the flat storage.</summary>
    /// <param name="row">The term, from 0.</param>
    /// <param name="column">The unit, from 0.</param>
    public int IndexOf(int row, int column)
    {
        int panel = column / this.PanelWidth * this.PanelWidth;
        int width = Math.Min(this.PanelWidth, this.PaddedColumns - panel);
        return this.Offset + (panel * this.Rows) + (row * width) + (column - panel);
    }
}
