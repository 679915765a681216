using System.Numerics;

namespace NetDsl.Interchange;

/// <summary>One named array of a safetensors file.</summary>
public sealed class SafetensorsTensor
{
    private readonly int[] shape;

    /// <summary>A tensor whose bytes are already in the order of the file.</summary>
    internal SafetensorsTensor(string name, Dtype dtype, int[] shape, byte[] data)
    {
        this.Name = name;
        this.Dtype = dtype;
        this.shape = shape;
        this.Data = data;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its element type.</summary>
    public Dtype Dtype { get; }

    /// <summary>Its extents; none for a single number.</summary>
    public IReadOnlyList<int> Shape => this.shape;

    /// <summary>The number of values.</summary>
    public int Count => this.Data.Length / SizeOf(this.Dtype);

    /// <summary>The values in row-major order, little-endian, as they are in the file.</summary>
    internal byte[] Data { get; }

    /// <summary>A tensor of single precision, F32.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="values">The values in row-major order, which are copied.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than the shape says.</exception>
    public static SafetensorsTensor Create(string name, IReadOnlyList<int> shape, ReadOnlySpan<float> values) =>
        Create(name, Dtype.F32, shape, values);

    /// <summary>A tensor of double precision, F64.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="values">The values in row-major order, which are copied.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than the shape says.</exception>
    public static SafetensorsTensor Create(string name, IReadOnlyList<int> shape, ReadOnlySpan<double> values) =>
        Create(name, Dtype.F64, shape, values);

    /// <summary>The values in row-major order, whatever the element type, rounded to the one asked for.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public T[] ToArray<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return this.Dtype switch
        {
            Dtype.BOOL or Dtype.U8 => Convert<byte, T>(this.Data),
            Dtype.I8 => Convert<sbyte, T>(this.Data),
            Dtype.I16 => Convert<short, T>(this.Data),
            Dtype.U16 => Convert<ushort, T>(this.Data),
            Dtype.F16 => Convert<Half, T>(this.Data),
            Dtype.BF16 => ConvertBrainFloats<T>(this.Data),
            Dtype.I32 => Convert<int, T>(this.Data),
            Dtype.U32 => Convert<uint, T>(this.Data),
            Dtype.F32 => Convert<float, T>(this.Data),
            Dtype.F64 => Convert<double, T>(this.Data),
            Dtype.I64 => Convert<long, T>(this.Data),
            Dtype.U64 => Convert<ulong, T>(this.Data),
            _ => throw new InvalidOperationException($"Tensor '{this.Name}' has the element type {this.Dtype}, which is not known."),
        };
    }

    /// <summary>The same values under another name; they are not copied.</summary>
    internal SafetensorsTensor WithName(string name) => new(name, this.Dtype, this.shape, this.Data);

    /// <summary>The bytes of one value.</summary>
    internal static int SizeOf(Dtype dtype) => dtype switch
    {
        Dtype.BOOL or Dtype.U8 or Dtype.I8 => 1,
        Dtype.I16 or Dtype.U16 or Dtype.F16 or Dtype.BF16 => 2,
        Dtype.I32 or Dtype.U32 or Dtype.F32 => 4,
        _ => 8,
    };

    private static SafetensorsTensor Create<T>(string name, Dtype dtype, IReadOnlyList<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        long count = shape.Aggregate(1L, (product, extent) => checked(product * extent));
        if (count != values.Length || shape.Any(extent => extent < 0))
        {
            throw new ArgumentException(
                $"Tensor '{name}' of shape ({string.Join(", ", shape)}) has {count} values; {values.Length} were given.", nameof(values));
        }

        return new SafetensorsTensor(name, dtype, [.. shape], LittleEndian.Bytes(values));
    }

    private static TTo[] Convert<TFrom, TTo>(byte[] data)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        TFrom[] values = LittleEndian.Read<TFrom>(data);
        return values as TTo[] ?? Array.ConvertAll(values, TTo.CreateTruncating);
    }

    private static T[] ConvertBrainFloats<T>(byte[] data)
        where T : unmanaged, INumberBase<T> =>
        Array.ConvertAll(LittleEndian.Read<ushort>(data), upper => T.CreateTruncating(BitConverter.UInt32BitsToSingle((uint)upper << 16)));
}
