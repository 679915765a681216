using System.Buffers.Binary;
using System.Numerics.Tensors;

namespace NetDsl.Data;

/// <summary>Reads IDX, the format of MNIST (http://yann.lecun.com/exdb/mnist/): arrays with big-endian values, packed with gzip or not.</summary>
public static class IdxFile
{
    private const int BufferSize = 1 << 16;

    private const int MagicLength = 4;

    // More than any image stack, few enough that a doctored header costs nothing.
    private const int MostDimensions = 8;

    // Values taken on trust; beyond them memory grows with what the file really holds.
    private const int FirstCapacity = 1 << 20;

    /// <summary>Reads one array.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no IDX file, it is empty, or it is shorter or longer than its header says.</exception>
    public static IdxArray Read(string path)
    {
        using DataFile file = new(path);
        (IdxElementType type, int[] shape, long count) = ReadHeader(path, file);
        return new IdxArray(type, shape, ReadValues(path, file, type, count));
    }

    /// <summary>Whether a file, packed or not, begins as IDX files do. No text begins like that.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The file is packed, and that is broken.</exception>
    public static bool IsIdx(string path)
    {
        using DataFile file = new(path);
        Span<byte> magic = stackalloc byte[MagicLength];
        return file.Read(magic) == MagicLength && IsMagic(magic);
    }

    /// <summary>
    /// Reads images and their labels. Images [n, height, width] get the feature shape [height, width, 1]; [n, height, width, channels]
    /// keep theirs. Targets are one-hot; the classes are called by their numbers, 0, 1, 2 ..., unless they are given names.
    /// </summary>
    /// <param name="imagesPath">The file of the images.</param>
    /// <param name="labelsPath">The file of the labels, [n]; null for images without labels, which can only be predicted.</param>
    /// <param name="scale">Whether images of unsigned bytes are divided by 255, to lie in [0, 1]. Other types are always left as they are.</param>
    /// <param name="classes">The number of classes; null for the largest label and one more.</param>
    /// <param name="classNames">The names of the classes, or null for their numbers.</param>
    /// <exception cref="DataFormatException">
    /// A file is broken, the two do not belong together, or a label is out of range; the message names file and row.
    /// </exception>
    public static Dataset ReadImages(
        string imagesPath, string? labelsPath, bool scale = true, int? classes = null, IReadOnlyList<string>? classNames = null)
    {
        IdxArray images = Read(imagesPath);
        if (images.Shape.Count < 2)
        {
            throw DataFormatException.InFile(imagesPath, "images have two dimensions or more; these have one. Are the files swapped?");
        }

        float[] targets = [];
        string[]? names = null;
        if (labelsPath is not null)
        {
            (targets, names) = ClassNumbers.OneHot(labelsPath, ReadLabels(labelsPath, images.Shape[0], imagesPath), classes, classNames);
        }

        int[] shape = images.Shape.Count == 3 ? [images.Shape[1], images.Shape[2], 1] : [.. images.Shape.Skip(1)];
        if (scale && images.ElementType == IdxElementType.UnsignedByte)
        {
            // A division, not a multiplication by the inverse: 255 must become exactly 1.
            TensorPrimitives.Divide(images.Values, 255f, images.Values);
        }

        RowLayout layout = new() { FeatureShape = shape, TargetShape = [names?.Length ?? 0], Classes = names };
        return new Dataset(layout, images.Values, targets, sampleWeights: null, keys: null, imagesPath);
    }

    private static float[] ReadLabels(string path, int count, string imagesPath)
    {
        IdxArray labels = Read(path);
        if (labels.Shape.Count != 1)
        {
            throw DataFormatException.InFile(
                path, $"labels have one dimension; these have {labels.Shape.Count} ({string.Join(", ", labels.Shape)}). Are the files swapped?");
        }

        return labels.Shape[0] == count
            ? labels.Values
            : throw DataFormatException.InFile(
                path, FormattableString.Invariant($"there are {labels.Shape[0]} labels for the {count} images of {imagesPath}."));
    }

    private static bool IsMagic(ReadOnlySpan<byte> magic) =>
        magic[0] == 0 && magic[1] == 0 && Enum.IsDefined((IdxElementType)magic[2]) && magic[3] is not 0 and <= MostDimensions;

    private static (IdxElementType Type, int[] Shape, long Count) ReadHeader(string path, DataFile file)
    {
        Span<byte> magic = stackalloc byte[MagicLength];
        ReadOrThrow(path, file, magic);
        IdxElementType type = (IdxElementType)magic[2];
        int dimensions = magic[3];
        if (!IsMagic(magic))
        {
            throw DataFormatException.InFile(
                path,
                $"this is no IDX file: it begins with {Convert.ToHexString(magic)}; " +
                $"expected 0000, a type code from 08 to 0E and 1 to {MostDimensions} dimensions.");
        }

        Span<byte> extents = stackalloc byte[sizeof(uint) * MostDimensions];
        ReadOrThrow(path, file, extents[..(sizeof(uint) * dimensions)]);
        uint[] shape = new uint[dimensions];
        UInt128 count = 1;
        for (int i = 0; i < dimensions; i++)
        {
            shape[i] = BinaryPrimitives.ReadUInt32BigEndian(extents[(sizeof(uint) * i)..]);

            // Eight extents of 32 bits would overflow; a product beyond any file needs not to be exact.
            count = UInt128.Min(count * shape[i], ulong.MaxValue);
        }

        if (count == 0)
        {
            throw DataFormatException.InFile(path, $"the file is empty: its shape is ({string.Join(", ", shape)}).");
        }

        if (count * (uint)SizeOf(type) > (UInt128)file.LargestLength || count > (uint)Array.MaxLength)
        {
            throw DataFormatException.InFile(
                path,
                $"the header promises {string.Join(" x ", shape)} values of {SizeOf(type)} bytes, more than the file or an array can hold. " +
                "It is cut off or broken.");
        }

        return (type, [.. shape.Select(extent => (int)extent)], (long)count);
    }

    private static float[] ReadValues(string path, DataFile file, IdxElementType type, long count)
    {
        int size = SizeOf(type);
        byte[] buffer = new byte[BufferSize];
        float[] values = new float[Math.Min(count, FirstCapacity)];
        long done = 0;
        while (done < count)
        {
            int wanted = (int)Math.Min(BufferSize / size, count - done);
            int read = file.Read(buffer.AsSpan(0, wanted * size));
            if (read < wanted * size)
            {
                throw DataFormatException.InFile(
                    path, FormattableString.Invariant($"the file is cut off: its header promises {count} values, it holds {done + (read / size)}."));
            }

            if (done + wanted > values.Length)
            {
                Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
            }

            Decode(type, buffer.AsSpan(0, read), values.AsSpan((int)done, wanted));
            done += wanted;
        }

        if (file.Read(buffer.AsSpan(0, 1)) != 0)
        {
            throw DataFormatException.InFile(
                path, FormattableString.Invariant($"the file is longer than the {count} values its header promises. One of the two is broken."));
        }

        return values;
    }

    private static void Decode(IdxElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        int size = SizeOf(type);
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> place = bytes[(i * size)..];
            values[i] = type switch
            {
                IdxElementType.UnsignedByte => place[0],
                IdxElementType.SignedByte => (sbyte)place[0],
                IdxElementType.Int16 => BinaryPrimitives.ReadInt16BigEndian(place),
                IdxElementType.Int32 => BinaryPrimitives.ReadInt32BigEndian(place),
                IdxElementType.Single => BinaryPrimitives.ReadSingleBigEndian(place),
                _ => (float)BinaryPrimitives.ReadDoubleBigEndian(place),
            };
        }
    }

    private static int SizeOf(IdxElementType type) => type switch
    {
        IdxElementType.UnsignedByte or IdxElementType.SignedByte => sizeof(byte),
        IdxElementType.Int16 => sizeof(short),
        IdxElementType.Int32 or IdxElementType.Single => sizeof(int),
        _ => sizeof(double),
    };

    private static void ReadOrThrow(string path, DataFile file, Span<byte> bytes)
    {
        if (file.Read(bytes) < bytes.Length)
        {
            throw DataFormatException.InFile(path, "the file ends within its header. It is cut off, or no IDX file.");
        }
    }
}
