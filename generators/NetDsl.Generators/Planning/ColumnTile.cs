namespace NetDsl.Generators.Planning;

/// <summary>Neighbouring columns that tiles of the same form compute, in each of several panels alike.</summary>
/// <param name="FirstPanel">The first panel.</param>
/// <param name="Panels">The number of panels.</param>
/// <param name="PanelWidth">The columns of each of these panels.</param>
/// <param name="Start">The first column within the panel.</param>
/// <param name="Tiles">The tiles side by side in each panel.</param>
/// <param name="Vectors">The vectors of the tile's row in each panel.</param>
/// <param name="Joined">The panels that one tile takes at once.</param>
/// <param name="IsLastHalf">Whether the last vector of the row is half as long as the others.</param>
internal sealed record ColumnTile(
    int FirstPanel, int Panels, int PanelWidth, int Start, int Tiles, int Vectors, int Joined = 1, bool IsLastHalf = false);
