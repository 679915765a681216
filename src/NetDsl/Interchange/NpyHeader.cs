namespace NetDsl.Interchange;

/// <summary>
/// The header of an NPY file: the Python literal <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>. What Python would read
/// and NumPy never writes (comments, arithmetic, escapes) is refused.
/// </summary>
/// <param name="Type">What an element is.</param>
/// <param name="IsFortranOrder">Whether the first index runs fastest.</param>
/// <param name="Shape">The extents, of which only the first may exceed 2^31.</param>
internal sealed record NpyHeader(NpyType Type, bool IsFortranOrder, long[] Shape)
{
    /// <summary>Reads a header.</summary>
    /// <param name="text">The literal.</param>
    /// <exception cref="FormatException">It is not what NumPy writes; the message is a clause that says why.</exception>
    public static NpyHeader Parse(string text)
    {
        NpyHeaderScanner scanner = new(text);
        NpyType? type = null;
        bool? fortranOrder = null;
        long[]? shape = null;
        scanner.Expect('{');
        while (!scanner.Accept('}'))
        {
            string key = scanner.String();
            scanner.Expect(':');
            switch (key)
            {
                case "descr" when type is null:
                    type = scanner.Type();
                    break;
                case "fortran_order" when fortranOrder is null:
                    fortranOrder = scanner.Boolean();
                    break;
                case "shape" when shape is null:
                    shape = scanner.Tuple();
                    break;
                default:
                    throw new FormatException($"the key '{key}' is unknown or comes twice");
            }

            if (!scanner.Accept(','))
            {
                scanner.Expect('}');
                break;
            }
        }

        scanner.ExpectEnd();
        NpyHeader header = new(
            type ?? throw new FormatException("the key 'descr' is missing"),
            fortranOrder ?? throw new FormatException("the key 'fortran_order' is missing"),
            shape ?? throw new FormatException("the key 'shape' is missing"));
        return header.Shape.Skip(1).All(extent => extent <= int.MaxValue)
            ? header
            : throw new FormatException($"the shape ({string.Join(", ", header.Shape)}) has an extent that is too large");
    }
}
