using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning;

/// <summary>Where a parameter lies: a matrix of terms by units, mostly in panels.</summary>
/// <param name="Layer">The name of its layer.</param>
/// <param name="Node">Its shape and initialiser.</param>
/// <param name="Offset">Its first element among all parameters.</param>
/// <param name="Rows">All extents but those of the columns, multiplied.</param>
/// <param name="PaddedColumns">The columns stored.</param>
internal sealed record ParameterPlan(string Layer, ParameterNode Node, int Offset, int Rows, int PaddedColumns)
{
    public string FullName => $"{this.Layer}/{this.Node.Name}";

    public int Columns => this.Node.Columns;

    public int Length => this.Rows * this.PaddedColumns;

    /// <summary>The columns of each panel but the last.</summary>
    public int PanelWidth(ElementType element) => this.Node.IsInPanels ? element.PanelWidth : this.PaddedColumns;

    /// <summary>Where an element lies among all parameters: panel after panel, each row after row.</summary>
    public int IndexOf(int row, int column, ElementType element)
    {
        int panel = column / this.PanelWidth(element) * this.PanelWidth(element);
        int width = Math.Min(this.PanelWidth(element), this.PaddedColumns - panel);
        return this.Offset + (panel * this.Rows) + (row * width) + (column - panel);
    }
}
