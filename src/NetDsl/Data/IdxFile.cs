using System.Buffers.Binary;
using System.Globalization;
using System.Numerics.Tensors;

namespace NetDsl.Data;

/// <summary>Reads IDX, the format of MNIST (http://yann.lecun.com/exdb/mnist/): arrays with big-endian values, packed with gzip or not.</summary>
public static class IdxFile
{
    private const int BufferSize = 1 << 16;

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

    /// <summary>
    /// Reads images and their labels. Images [n, height, width] get the feature shape [height, width, 1]; [n, height, width, channels]
    /// keep theirs. Targets are one-hot; the classes are called by their numbers, 0, 1, 2 ...
    /// </summary>
    /// <param name="imagesPath">The file of the images.</param>
    /// <param name="labelsPath">The file of the labels, [n].</param>
    /// <param name="scale">Whether images of unsigned bytes are divided by 255, to lie in [0, 1]. Other types are always left as they are.</param>
    /// <param name="classes">The number of classes; null for the largest label and one more.</param>
    /// <exception cref="DataFormatException">
    /// A file is broken, the two do not belong together, or a label is out of range; the message names file and row.
    /// </exception>
    public static Dataset ReadImages(string imagesPath, string labelsPath, bool scale = true, int? classes = null)
    {
        if (classes is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 2, nameof(classes));
        }

        IdxArray images = Read(imagesPath);
        IdxArray labels = Read(labelsPath);
        if (images.Shape.Count < 2)
        {
            throw DataFormatException.InFile(imagesPath, "images have two dimensions or more; these have one. Are the files swapped?");
        }

        if (labels.Shape.Count != 1)
        {
            throw DataFormatException.InFile(
                labelsPath,
                $"labels have one dimension; these have {labels.Shape.Count} ({string.Join(", ", labels.Shape)}). Are the files swapped?");
        }

        if (labels.Shape[0] != images.Shape[0])
        {
            throw DataFormatException.InFile(
                labelsPath, FormattableString.Invariant($"there are {labels.Shape[0]} labels for the {images.Shape[0]} images of {imagesPath}."));
        }

        int[] shape = images.Shape.Count == 3 ? [images.Shape[1], images.Shape[2], 1] : [.. images.Shape.Skip(1)];
        if (scale && images.ElementType == IdxElementType.UnsignedByte)
        {
            // A division, not a multiplication by the inverse: 255 must become exactly 1.
            TensorPrimitives.Divide(images.Values, 255f, images.Values);
        }

        (float[] targets, string[] names) = OneHot(labelsPath, labels.Values, classes);
        return new Dataset(images.Values, shape, targets, [names.Length], new DatasetNames(null, null, names), imagesPath);
    }

    private static (IdxElementType Type, int[] Shape, long Count) ReadHeader(string path, DataFile file)
    {
        Span<byte> magic = stackalloc byte[4];
        ReadOrThrow(path, file, magic);
        IdxElementType type = (IdxElementType)magic[2];
        int dimensions = magic[3];
        if (magic[0] != 0 || magic[1] != 0 || !Enum.IsDefined(type) || dimensions is 0 or > MostDimensions)
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

    private static (float[] Targets, string[] Classes) OneHot(string path, float[] labels, int? classes)
    {
        float largest = classes is { } given ? given - 1 : DatasetChecks.MostClasses - 1;
        for (int row = 0; row < labels.Length; row++)
        {
            float label = labels[row];
            if (!(label >= 0 && label <= largest && label == MathF.Floor(label)))
            {
                throw DataFormatException.AtRow(
                    path,
                    row,
                    null,
                    FormattableString.Invariant($"the label {label} is out of range; whole numbers from 0 to {largest} were expected."));
            }
        }

        int width = classes ?? (int)labels.Max() + 1;
        if (width < 2)
        {
            throw DataFormatException.InFile(path, "all labels are 0; at least two classes are needed.");
        }

        float[] targets = new float[(long)labels.Length * width];
        for (int row = 0; row < labels.Length; row++)
        {
            targets[(row * width) + (int)labels[row]] = 1;
        }

        return (targets, [.. Enumerable.Range(0, width).Select(i => i.ToString(CultureInfo.InvariantCulture))]);
    }
}
