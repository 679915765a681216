using System.Globalization;

namespace NetDsl.Interchange;

/// <summary>
/// The header of an NPY file: the Python literal <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>. What Python would read
/// and NumPy never writes (comments, arithmetic, escapes) is refused.
/// </summary>
/// <param name="Kind">The kind of value: f, i, u or b.</param>
/// <param name="Size">The bytes of a value.</param>
/// <param name="IsBigEndian">Whether the highest byte comes first.</param>
/// <param name="IsFortranOrder">Whether the first index runs fastest.</param>
/// <param name="Shape">The extents.</param>
internal sealed record NpyHeader(char Kind, int Size, bool IsBigEndian, bool IsFortranOrder, int[] Shape)
{
    /// <summary>The kinds and sizes that can be read.</summary>
    private static readonly string[] Types = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"];

    /// <summary>Reads a header.</summary>
    /// <param name="text">The literal.</param>
    /// <exception cref="FormatException">It is not what NumPy writes; the message is a clause that says why.</exception>
    public static NpyHeader Parse(string text)
    {
        NpyHeaderScanner scanner = new(text);
        string? descr = null;
        bool? fortranOrder = null;
        int[]? shape = null;
        scanner.Expect('{');
        while (!scanner.Accept('}'))
        {
            string key = scanner.String();
            scanner.Expect(':');
            switch (key)
            {
                case "descr" when descr is null:
                    descr = scanner.String();
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
        return Create(
            descr ?? throw new FormatException("the key 'descr' is missing"),
            fortranOrder ?? throw new FormatException("the key 'fortran_order' is missing"),
            shape ?? throw new FormatException("the key 'shape' is missing"));
    }

    private static NpyHeader Create(string descr, bool fortranOrder, int[] shape)
    {
        if (descr.Length != 3 || !"<>|=".Contains(descr[0], StringComparison.Ordinal) || !Types.Contains(descr[1..], StringComparer.Ordinal))
        {
            throw new FormatException(
                $"values of type '{descr}' cannot be read, only {string.Join(", ", Types)}, " +
                "each after <, > or |; convert the array with astype('float32')");
        }

        bool bigEndian = descr[0] == '>' || (descr[0] == '=' && !BitConverter.IsLittleEndian);
        int size = int.Parse(descr.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);
        return new NpyHeader(descr[1], size, bigEndian, fortranOrder, shape);
    }
}
