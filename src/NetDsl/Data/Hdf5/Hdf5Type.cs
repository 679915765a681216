using System.Globalization;

namespace NetDsl.Data.Hdf5;

/// <summary>What an element of a dataset or of an attribute is.</summary>
public sealed class Hdf5Type
{
    internal Hdf5Type(Hdf5TypeClass typeClass, int size)
    {
        this.Class = typeClass;
        this.Size = size;
    }

    /// <summary>The class.</summary>
    public Hdf5TypeClass Class { get; }

    /// <summary>The bytes of an element in the file. Text of variable length has the size of the pointer to it.</summary>
    public int Size { get; }

    /// <summary>Whether whole numbers have a sign; an enum's is its numbers'.</summary>
    public bool IsSigned { get; internal init; }

    /// <summary>Whether numbers begin with their most significant byte.</summary>
    public bool IsBigEndian { get; internal init; }

    /// <summary>Whether text is of variable length.</summary>
    public bool IsVariableLength { get; internal init; }

    /// <summary>Whether text is declared to be UTF-8, and not ASCII. Text is read as UTF-8 in both cases, and as Latin-1 where it is none.</summary>
    public bool IsUtf8 { get; internal init; }

    /// <summary>The tag of an opaque type, by which programs know their own; empty for others.</summary>
    public string Tag { get; internal init; } = string.Empty;

    /// <summary>The fields of a compound type, in the order of the file; empty for others.</summary>
    public IReadOnlyList<Hdf5Field> Fields { get; internal init; } = [];

    /// <summary>The names of an enum type; empty for others.</summary>
    public IReadOnlyList<Hdf5EnumMember> Members { get; internal init; } = [];

    /// <summary>The extents of an array type; empty for others.</summary>
    public IReadOnlyList<int> ArrayShape { get; internal init; } = [];

    /// <summary>What an array, an enum or a sequence consists of; null for others.</summary>
    public Hdf5Type? Element { get; internal init; }

    /// <summary>Whether it can be read as numbers: integers, IEEE floats of 2, 4 and 8 bytes, enums, bit fields, opaque bytes, and arrays of them.</summary>
    public bool IsNumeric => this.Format is not null;

    /// <summary>Whether it can be read as text: strings, and arrays of them.</summary>
    public bool IsText => this.Class == Hdf5TypeClass.String || (this.Class == Hdf5TypeClass.Array && this.Element!.IsText);

    /// <summary>Whether it is h5py's type of truth values: an enum of FALSE and TRUE.</summary>
    public bool IsBoolean =>
        this.Members.Count == 2 && this.Members.All(member => member is { Name: "FALSE", Value: 0 } or { Name: "TRUE", Value: 1 });

    /// <summary>The numbers or texts of one element: the size of an array, the bytes of an opaque type, 1 for others.</summary>
    public int ValueCount { get; internal init; } = 1;

    /// <summary>How its numbers lie in the file; null where it is not numeric.</summary>
    internal Storage.NumberFormat? Format { get; init; }

    /// <summary>How fixed text ends.</summary>
    internal Format.StringPadding Padding { get; init; }

    /// <summary>Finds a field of a compound type; "outer.inner" is one of a nested type.</summary>
    /// <param name="name">The name, or names with dots between.</param>
    /// <returns>The field, its offset counted from the start of the row; null where there is none.</returns>
    public Hdf5Field? FindField(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (Hdf5Field field in this.Fields)
        {
            if (field.Name == name)
                return field;
        }

        for (int dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            string outer = name[..dot];
            if (this.Fields.FirstOrDefault(field => field.Name == outer) is { } parent && parent.Type.FindField(name[(dot + 1)..]) is { } inner)
                return new Hdf5Field(name, parent.Offset + inner.Offset, inner.Type);
        }

        return null;
    }

    /// <summary>The type as a person would say it: "float32", "big-endian int16", "text (8 bytes)", "compound (x: float32, y: int8)".</summary>
    public override string ToString()
    {
        string order = this.IsBigEndian && this.Size > 1 ? "big-endian " : string.Empty;
        string bits = (8 * this.Size).ToString(CultureInfo.InvariantCulture);
        return this.Class switch
        {
            Hdf5TypeClass.Integer => $"{order}{(this.IsSigned ? "int" : "uint")}{bits}",
            Hdf5TypeClass.Float => $"{order}float{bits}",
            Hdf5TypeClass.Bitfield => $"{order}bits{bits}",
            Hdf5TypeClass.String => this.IsVariableLength ? "text" : string.Create(CultureInfo.InvariantCulture, $"text ({this.Size} bytes)"),
            Hdf5TypeClass.Opaque => string.Create(CultureInfo.InvariantCulture, $"opaque ({this.Size} bytes)"),
            Hdf5TypeClass.Compound => $"compound ({string.Join(", ", this.Fields.Select(field => $"{field.Name}: {field.Type}"))})",
            Hdf5TypeClass.Enum => this.IsBoolean ? "bool" : $"enum {this.Element} ({string.Join(", ", this.Members.Select(member => member.Name))})",
            Hdf5TypeClass.Sequence => $"sequence of {this.Element}",
            Hdf5TypeClass.Array => $"{this.Element} [{string.Join(", ", this.ArrayShape)}]",
            Hdf5TypeClass.Time => "time",
            Hdf5TypeClass.Reference => "reference",
            _ => "unknown",
        };
    }
}
