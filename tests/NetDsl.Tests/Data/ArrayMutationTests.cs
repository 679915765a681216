using System.IO.Compression;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Tests.Data;

/// <summary>Broken files of the array formats and of FITS: an answer or an error for the person, soon and in little memory.</summary>
public class ArrayMutationTests
{
    [Fact]
    public void Broken_IDX_files_are_read_or_refused() => CheckIdx(pack: content => content);

    [Fact]
    public void Broken_packed_IDX_files_are_read_or_refused() => CheckIdx(TemporaryFile.Pack);

    [Fact]
    public void Broken_NPY_files_are_read_or_refused()
    {
        string[] names =
        [
            "little_f4", "big_i2", "big_u1", "little_f8", "little_b1", "scalar", "version_2", "version_3", "records", "records_big_aligned",
            "records_version_3", "bytes", "text_big",
        ];
        AssertBoth(MutatedFiles.Check(Seeds("npy", names), (path, which) =>
        {
            if (names[which].StartsWith("records", StringComparison.Ordinal))
            {
                using TableFile table = NpyFile.OpenTable(path);
                ReadAll(table);
            }
            else if (names[which] is "bytes" or "text_big")
            {
                using TemporaryFile features = new(FeaturesOf(rows: 4));
                NpyDataset.ReadLabelled(features.Path, path);
            }
            else
            {
                NpyFile.Read(path);
                Try(() => NpyDataset.Open(path));
            }
        }));
    }

    [Fact]
    public void Broken_NPZ_files_are_read_or_refused()
    {
        AssertBoth(MutatedFiles.Check(Seeds("npz", "stored", "packed", "names", "zeros", "records"), (path, which) =>
        {
            const int Records = 4;
            foreach (NpzArray array in NpzFile.List(path))
            {
                if (array.Type.StartsWith('['))
                {
                    using TableFile table = NpzFile.OpenTable(path, array.Name);
                    ReadAll(table);
                }
            }

            if (which != Records)
            {
                NpzDataset.Read(path);
                Try(() => NpzDataset.Open(path));
            }
        }));
    }

    [Fact]
    public void Broken_arrays_in_whole_NPZ_files_are_read_or_refused()
    {
        using TemporaryFolder folder = new();
        AssertBoth(MutatedFiles.Check(Seeds("npy", "little_i2", "big_u1", "little_f8", "records", "text"), (path, which) =>
        {
            // The check sum is right, so that what is broken reaches the reader of arrays.
            string whole = folder.File("whole.npz");
            using (ZipArchive archive = ZipFile.Open(whole, ZipArchiveMode.Create))
            {
                archive.CreateEntryFromFile(path, "x.npy", which % 2 == 0 ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            }

            try
            {
                NpzArray array = Assert.Single(NpzFile.List(whole));
                if (array.Type.StartsWith('['))
                {
                    using TableFile table = NpzFile.OpenTable(whole, array.Name);
                    ReadAll(table);
                }
                else if (!array.Type.Contains('U', StringComparison.Ordinal))
                {
                    NpzFile.Read(whole, array.Name);
                    Try(() => NpzDataset.Open(whole));
                }
            }
            finally
            {
                File.Delete(whole);
            }
        }));
    }

    [Fact]
    public void Broken_FITS_files_are_read_or_refused()
    {
        string[] names = ["types", "nulls", "scaled", "texts", "arrays", "any_length", "several", "packed"];
        AssertBoth(MutatedFiles.Check(Seeds("fits", names), (path, _) =>
        {
            foreach (FitsHdu part in FitsFile.List(path))
            {
                string index = FormattableString.Invariant($"{part.Index}");
                if (part.Kind == FitsHduKind.BinaryTable)
                {
                    using TableFile table = FitsFile.OpenTable(path, index);
                    ReadAll(table);
                }
                else if (part.Kind == FitsHduKind.Image && part.Shape.Count > 0)
                {
                    FitsFile.ReadImage(path, index);
                }
            }

            Try(() => RowSource.Of(FitsFile.Read(path, new FitsOptions { Missing = MissingValues.Keep })));
            Try(() => FitsFile.Open(path, new FitsOptions { Missing = MissingValues.Drop }));
        }));
    }

    private static void CheckIdx(Func<byte[], byte[]> pack)
    {
        byte[] labels = [0, 0, 8, 1, 0, 0, 0, 40, .. Enumerable.Range(0, 40).Select(i => (byte)(i % 3))];
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 5, 0, 0, 0, 4, .. Enumerable.Range(0, 800).Select(i => (byte)i)];
        byte[] doubles = [0, 0, 14, 2, 0, 0, 0, 40, 0, 0, 0, 3, .. new byte[960]];
        using TemporaryFile wholeLabels = new(labels);
        using TemporaryFile wholeImages = new(images);
        byte[][] seeds = [pack(images), pack(doubles), pack(labels)];
        AssertBoth(MutatedFiles.Check(seeds, (path, which) =>
        {
            (string first, string second) = which == 2 ? (wholeImages.Path, path) : (path, wholeLabels.Path);
            IdxFile.IsIdx(path);
            IdxFile.Read(path);
            Try(() => RowSource.Of(IdxFile.ReadImages(first, second)));
            Try(() => IdxFile.OpenImages(first, second));
        }));
    }

    private static byte[] FeaturesOf(int rows)
    {
        using TemporaryFile file = new(string.Empty);
        NpyFile.Write(file.Path, new NpyArray(new float[rows], [rows]));
        return File.ReadAllBytes(file.Path);
    }

    /// <summary>Reads all rows, if it can: whether a file is whole is said by what is read before.</summary>
    private static void Try(Func<RowSource> open)
    {
        try
        {
            using RowSource rows = open();
            rows.ReadAll();
        }
        catch (DataFormatException)
        {
            // What is whole may still hold infinite numbers, for example.
        }
    }

    private static byte[][] Seeds(string prefix, params string[] names)
    {
        string folder = Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files");
        return [.. names.Select(name => File.ReadAllBytes(Directory.GetFiles(folder, $"{prefix}_{name}.*").Single()))];
    }

    private static void ReadAll(TableFile table)
    {
        ColumnBlock[] blocks =
        [
            .. table.Fields.Select((field, place) =>
                new ColumnBlock(place, field.Kind == TableFieldKind.Text ? ColumnContent.Text : ColumnContent.Double)),
        ];
        for (long first = 0; first < table.Count; first += table.BlockRows)
        {
            table.Read(first, (int)Math.Min(table.BlockRows, table.Count - first), blocks);
        }
    }

    /// <summary>Neither all files were refused nor none: the changes reach what the reader looks at.</summary>
    private static void AssertBoth((int Read, int Refused) result)
    {
        Assert.InRange(result.Read, MutatedFiles.Count / 100, MutatedFiles.Count * 99 / 100);
        Assert.Equal(MutatedFiles.Count, result.Read + result.Refused);
    }
}
