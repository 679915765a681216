using NetDsl.Data;
using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>What a person meets who opens an HDF5 file.</summary>
public sealed class Hdf5FileTests
{
    [Fact]
    public void A_path_that_does_not_exist_is_refused_with_what_there_is()
    {
        using Hdf5File file = Open("layouts");

        DataFormatException error = Assert.Throws<DataFormatException>(() => file.Find("/chunk"));

        Assert.Contains("there is no 'chunk' in the group '/'. There is chunked, chunked_1d, chunked_3d, compact", error.Message, StringComparison.Ordinal);
        Assert.Equal(file.Path, error.Path);
    }

    [Fact]
    public void A_group_is_no_dataset_and_a_dataset_no_group()
    {
        using Hdf5File file = Open("links");

        Assert.Contains("'/a' is a group, not a dataset. There is b", Refused(() => file.FindDataset("a")), StringComparison.Ordinal);
        Assert.Contains("'/a/b/value' is no group", Refused(() => file.Find("/a/b/value/deeper")), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_followed_within_the_file_and_explained_otherwise()
    {
        using Hdf5File file = Open("links");

        Assert.Equal([0f, 1, 2], ReadAll(file.FindDataset("/soft")));
        Assert.Equal([0f, 1, 2], ReadAll(file.FindDataset("a/relative")));
        Assert.Equal([0f, 1, 2], ReadAll(file.FindDataset("soft_group/circle/b/./value")));
        Assert.Equal("/soft", file.Find("soft").Path);
        Assert.Contains("a link to another file, other.h5:/there", Refused(() => file.Find("external")), StringComparison.Ordinal);
        Assert.Contains("there is no 'nowhere'", Refused(() => file.Find("dangling")), StringComparison.Ordinal);
        Assert.Contains("long chain or circle", Refused(() => file.Find("a/softcircle")), StringComparison.Ordinal);
        Assert.Equal(["a", "hard", "soft", "soft_group"], file.Root.Children.Select(child => child.Name));
        Assert.Equal(Hdf5LinkKind.External, file.Root.Links.Single(link => link.Name == "external").Kind);
    }

    [Fact]
    public void Descendants_are_given_once_though_links_go_in_circles()
    {
        using Hdf5File file = Open("links");

        Assert.Equal(["/a", "/hard", "/soft_group"], file.Root.Descendants().Select(item => item.Path));
    }

    [Theory]
    [InlineData("layouts", "chunked_3d")]
    [InlineData("layouts", "contiguous")]
    [InlineData("numbers", "big_i4")]
    [InlineData("latest_indexes", "extensible_second_deflate")]
    [InlineData("fills", "chunks")]
    public void Any_block_is_what_the_whole_has_there(string name, string path)
    {
        using Hdf5File file = Open(name);
        Hdf5Dataset dataset = file.FindDataset(path);
        float[] whole = ReadAll(dataset);
        Random random = new(3);
        int rank = dataset.Shape.Count;
        for (int i = 0; i < 50; i++)
        {
            long[] start = new long[rank];
            long[] count = new long[rank];
            for (int k = 0; k < rank; k++)
            {
                start[k] = random.NextInt64(dataset.Shape[k]);
                count[k] = 1 + random.NextInt64(dataset.Shape[k] - start[k]);
            }

            float[] block = new float[count.Aggregate(1L, (product, extent) => product * extent)];
            dataset.Read<float>(start, count, block);

            Assert.Equal(Enumerable.Range(0, block.Length).Select(place => whole[PlaceOf(place, start, count, dataset.Shape)]), block);
        }
    }

    [Fact]
    public void Rows_can_be_read_in_any_portions()
    {
        using Hdf5File file = Open("layouts");
        Hdf5Dataset dataset = file.FindDataset("chunked_1d");
        float[] whole = ReadAll(dataset);
        for (int rows = 1; rows < 40; rows++)
        {
            float[] portions = new float[whole.Length];
            for (int first = 0; first < portions.Length; first += rows)
                dataset.ReadRows(first, portions.AsSpan(first, Math.Min(rows, portions.Length - first)));

            Assert.Equal(whole, portions);
        }
    }

    [Fact]
    public void A_call_that_cannot_be_is_refused_with_an_argument_error()
    {
        using Hdf5File file = Open("layouts");
        Hdf5Dataset dataset = file.FindDataset("chunked");

        Assert.Throws<ArgumentException>(() => dataset.ReadRows<float>(0, new float[8]));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.ReadRows<float>(9, new float[14]));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.ReadRows<float>(-1, new float[7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Read<float>([0, 5], [1, 3], new float[3]));
        Assert.Throws<ArgumentException>(() => dataset.Read<float>([0, 0], [2, 2], new float[3]));
        Assert.Throws<ArgumentException>(() => dataset.Read<float>([0], [2], new float[2]));
        Assert.Contains("it holds no text, but float64", Refused(() => dataset.ReadStrings(0, 1)), StringComparison.Ordinal);
        Assert.Contains("no rows with named fields", Refused(() => dataset.ReadTable(0, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_a_table_lacks_is_refused_with_those_it_has()
    {
        using Hdf5File file = Open("tables");
        Hdf5Dataset table = file.FindDataset("aligned");

        Assert.Contains("no field 'c'; its fields are a, b", Refused(() => table.ReadField<float>("c", 0, new float[2])), StringComparison.Ordinal);
        using Hdf5Rows rows = table.ReadTable(1, 1);
        Assert.Contains("its field 'a' holds no text, but int8", Refused(() => rows.ReadStrings("a")), StringComparison.Ordinal);
        double[] b = new double[1];
        rows.Read<double>("b", b);
        Assert.Equal(4.5, b[0]);
    }

    [Fact]
    public void A_number_that_does_not_fit_is_refused_not_changed()
    {
        using Hdf5File file = Open("numbers");

        Assert.Contains("a number that Byte cannot hold", Refused(() => file.FindDataset("big_i2").ReadRows<byte>(0, new byte[8])), StringComparison.Ordinal);
        Assert.Contains("cannot hold", Refused(() => file.FindDataset("little_f8").ReadRows<int>(0, new int[8])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_is_not_read_is_named_with_what_to_do()
    {
        using Hdf5File file = Open("pytables");
        Hdf5Dataset dataset = file.FindDataset("group/blosc");

        Assert.Equal(["blosc"], dataset.Filters);
        Assert.Contains(
            "packed with blosc, which is not read here. Write the file anew with 'h5repack -f GZIP=4'",
            Refused(() => ReadAll(dataset)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_far_larger_than_the_file_is_listed_and_read_in_parts()
    {
        using Hdf5File file = Open("huge");
        Hdf5Dataset dataset = file.FindDataset("huge");

        Assert.Equal([1L << 40, 3], dataset.Shape);
        Assert.Equal(1024 * 3 * sizeof(float), dataset.StoredBytes);
        float[] rows = new float[6];
        dataset.ReadRows<float>((1L << 39) - 1, rows);
        Assert.Equal([1.5f, 1.5f, 1.5f, 1, 2, 3], rows);
    }

    [Fact]
    public void A_file_that_another_program_holds_open_for_writing_is_read()
    {
        using TemporaryFile copy = new(File.ReadAllBytes(Hdf5Vectors.File("layouts.h5")));
        using FileStream other = new(copy.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        using Hdf5File file = Hdf5File.Open(copy.Path);

        Assert.Equal(24, ReadAll(file.FindDataset("contiguous")).Length);
    }

    [Fact]
    public void Several_threads_read_one_file_at_once()
    {
        using Hdf5File file = Open("filters");
        Hdf5Dataset dataset = file.FindDataset("all_f4");
        float[] whole = ReadAll(dataset);
        int row = (int)dataset.RowLength;
        Parallel.For(0, 400, i =>
        {
            int first = i % (int)(dataset.Rows - 3);
            float[] rows = new float[3 * row];
            dataset.ReadRows<float>(first, rows);
            Assert.Equal(whole[(first * row)..((first + 3) * row)], rows);
        });
    }

    [Theory]
    [InlineData("", "no HDF5 file")]
    [InlineData("a,b\n1,2\n", "no HDF5 file")]
    [InlineData("\u0089HDF", "no HDF5 file")]
    public void Another_kind_of_file_is_refused(string content, string message)
    {
        using TemporaryFile file = new(content);

        DataFormatException error = Assert.Throws<DataFormatException>(() => Hdf5File.Open(file.Path));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(file.Path, error.Path);
    }

    [Fact]
    public void Types_are_said_as_a_person_would()
    {
        using Hdf5File file = Open("tables");
        using Hdf5File enums = Open("enums");

        Assert.Equal("compound (a: int8, b: float64)", file.FindDataset("aligned").Type.ToString());
        Assert.Equal("bool", enums.FindDataset("truth").Type.ToString());
        Assert.True(enums.FindDataset("truth").Type.IsBoolean);
        Assert.Equal("big-endian float32 [2, 3]", enums.FindDataset("arrays").Type.ToString());
        Assert.Equal(
            [("blue", -7L), ("green", 1L), ("red", 0L)],
            enums.FindDataset("colours").Type.Members.Select(member => (member.Name, member.Value)).OrderBy(member => member.Name, StringComparer.Ordinal));
    }

    private static Hdf5File Open(string name) => Hdf5File.Open(Hdf5Vectors.File($"{name}.h5"));

    private static string Refused(Action action) => Assert.Throws<DataFormatException>(action).Message;

    private static float[] ReadAll(Hdf5Dataset dataset)
    {
        float[] values = new float[dataset.Rows * dataset.RowLength];
        dataset.ReadRows<float>(0, values);
        return values;
    }

    private static int PlaceOf(int place, long[] start, long[] count, IReadOnlyList<long> shape)
    {
        long whole = 0;
        long stride = 1;
        for (int k = shape.Count - 1; k >= 0; k--)
        {
            whole += (start[k] + (place % count[k])) * stride;
            place /= (int)count[k];
            stride *= shape[k];
        }

        return (int)whole;
    }
}
