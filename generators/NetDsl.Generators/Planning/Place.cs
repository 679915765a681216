namespace NetDsl.Generators.Planning;

/// <summary>How far the operands of a contraction are from where they started.</summary>
/// <param name="A">The operand that is read one value at a time.</param>
/// <param name="C">The result; in rows for a matrix in panels.</param>
/// <param name="Y">The activations whose derivative the result is multiplied by.</param>
internal readonly record struct Place(int A, int C, int Y)
{
    public static Place operator +(Place left, Place right) => new(left.A + right.A, left.C + right.C, left.Y + right.Y);

    public static Place operator *(Place place, int factor) => new(place.A * factor, place.C * factor, place.Y * factor);
}
