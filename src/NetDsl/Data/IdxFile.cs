namespace NetDsl.Data;

/// <summary>Reads IDX, the format of MNIST (http://yann.lecun.com/exdb/mnist/): arrays with big-endian values, packed with gzip or not.</summary>
public static class IdxFile
{
    /// <summary>Reads one array.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">
    /// It is no IDX file, it is empty, it is shorter or longer than its header says, or it is packed and unpacks to more than four times its size
    /// and 64 MiB.
    /// </exception>
    public static IdxArray Read(string path)
    {
        using StoredBytes bytes = StoredBytes.Open(path);
        IdxHeader header = IdxHeader.Read(bytes);
        if (header.Count > Array.MaxLength)
        {
            throw DataFormatException.InFile(
                path, FormattableString.Invariant($"the file has {header.Count} values, more than an array can hold. Open it as a stream."));
        }

        float[] values = new float[header.Count];
        header.Rows(bytes).Read<float>(0, values);
        return new IdxArray(header.ElementType, [.. header.Shape.Select(extent => (int)extent)], values);
    }

    /// <summary>Whether a file, packed or not, begins as IDX files do. No text begins like that.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The file is packed, and that is broken.</exception>
    public static bool IsIdx(string path)
    {
        using DataFile file = new(path);
        Span<byte> magic = stackalloc byte[IdxHeader.MagicLength];
        return file.Read(magic) == magic.Length && IdxHeader.IsMagic(magic);
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
        using ArrayParts parts = Parts(StoredBytes.Open, imagesPath, labelsPath, scale, classes, classNames);
        return parts.Read();
    }

    /// <summary>
    /// Opens images and their labels as a stream, of which only what is asked for is in memory; the labels are looked at once. The files must not
    /// be packed.
    /// </summary>
    /// <param name="imagesPath">The file of the images.</param>
    /// <param name="labelsPath">The file of the labels, [n]; null for images without labels, which can only be predicted.</param>
    /// <param name="scale">Whether images of unsigned bytes are divided by 255, to lie in [0, 1]. Other types are always left as they are.</param>
    /// <param name="classes">The number of classes; null for the largest label and one more.</param>
    /// <param name="classNames">The names of the classes, or null for their numbers.</param>
    /// <exception cref="DataFormatException">
    /// A file is broken or packed, the two do not belong together, or a label is out of range; the message names file and row.
    /// </exception>
    public static RowSource OpenImages(
        string imagesPath, string? labelsPath, bool scale = true, int? classes = null, IReadOnlyList<string>? classNames = null)
    {
        ArrayParts parts = Parts(StoredBytes.OpenUnpacked, imagesPath, labelsPath, scale, classes, classNames);
        return parts.Open();
    }

    private static ArrayParts Parts(
        Func<string, StoredBytes> open, string imagesPath, string? labelsPath, bool scale, int? classes, IReadOnlyList<string>? classNames)
    {
        List<StoredBytes> files = [];
        try
        {
            files.Add(open(imagesPath));
            IdxHeader images = IdxHeader.Read(files[0]);
            if (images.Shape.Length < 2)
            {
                throw DataFormatException.InFile(imagesPath, "images have two dimensions or more; these have one. Are the files swapped?");
            }

            if (labelsPath is not null)
            {
                files.Add(open(labelsPath));
            }

            bool scaled = scale && images.ElementType == IdxElementType.UnsignedByte;
            return new ArrayParts(files)
            {
                // One channel, which the files leave out.
                FeatureShape = images.Shape.Length == 3 ? [(int)images.Shape[1], (int)images.Shape[2], 1] : null,
                Features = images.Rows(files[0], scaled ? 255 : 1),
                Labels = labelsPath is null ? null : new ClassNumberRows(Labels(files[1], images.Shape[0], imagesPath), classes, classNames),
            };
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    private static ArrayRows Labels(StoredBytes bytes, long count, string imagesPath)
    {
        IdxHeader labels = IdxHeader.Read(bytes);
        if (labels.Shape.Length != 1)
        {
            throw DataFormatException.InFile(
                bytes.Path,
                $"labels have one dimension; these have {labels.Shape.Length} ({string.Join(", ", labels.Shape)}). Are the files swapped?");
        }

        return labels.Shape[0] == count
            ? labels.Rows(bytes)
            : throw DataFormatException.InFile(
                bytes.Path, FormattableString.Invariant($"there are {labels.Shape[0]} labels for the {count} images of {imagesPath}."));
    }
}
