namespace NetDsl.Generators.Planning.Steps;

/// <summary>Pieces of an axis, one after the other, that a matrix is multiplied into alike; those at its ends have fewer inputs or outputs.</summary>
/// <param name="Count">How many.</param>
/// <param name="Start">Where the first is.</param>
/// <param name="Step">How far it is from one to the next.</param>
/// <param name="Inputs">The columns of the matrix that there are inputs for, and where these are in A.</param>
/// <param name="Outputs">The rows of the matrix that there are outputs for, and where these are in C and Y.</param>
internal sealed record AxisPiece(int Count, Place Start, Place Step, EquatableArray<AxisPoint> Inputs, EquatableArray<AxisPoint> Outputs);
