using System.Text;
using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Kernels;

namespace NetDsl.Tests.Interchange;

public class NpyFileTests
{
    [Theory]
    [InlineData("little_f2", false)]
    [InlineData("big_f2", false)]
    [InlineData("little_f4", false)]
    [InlineData("big_f4", false)]
    [InlineData("little_f8", true)]
    [InlineData("big_f8", true)]
    [InlineData("little_i1", false)]
    [InlineData("little_i2", false)]
    [InlineData("big_i2", false)]
    [InlineData("little_i4", true)]
    [InlineData("big_i4", true)]
    [InlineData("little_i8", true)]
    [InlineData("big_i8", true)]
    [InlineData("fortran_f4", false)]
    [InlineData("version_2", false)]
    [InlineData("version_3", false)]
    public void Files_of_NumPy_with_signs_are_read(string name, bool isDouble)
    {
        NpyArray array = ReadFile(name);

        Assert.Equal([2, 3], array.Shape);
        Assert.Equal(isDouble, array.IsDouble);
        Assert.Equal([-10f, -9, -8, 0, 1, 2], array.ToSingle());
        Assert.Equal([-10d, -9, -8, 0, 1, 2], array.ToDouble());
    }

    [Theory]
    [InlineData("little_u1")]
    [InlineData("little_u2")]
    [InlineData("big_u2")]
    [InlineData("little_u4")]
    [InlineData("little_u8")]
    public void Files_of_NumPy_without_signs_are_read(string name)
    {
        Assert.Equal([0f, 1, 2, 10, 11, 12], ReadFile(name).ToSingle());
    }

    [Fact]
    public void Truth_values_numbers_vectors_and_empty_arrays_are_read()
    {
        Assert.Equal([0f, 1, 0, 0, 1, 0], ReadFile("little_b1").ToSingle());
        Assert.Equal([42.5], ReadFile("scalar").ToDouble());
        Assert.Empty(ReadFile("scalar").Shape);
        Assert.Equal([4], ReadFile("vector").Shape);
        Assert.Equal([0, 3], ReadFile("empty").Shape);
        Assert.Equal(0, ReadFile("empty").Count);
    }

    [Fact]
    public void Fortran_order_of_three_dimensions_becomes_row_major()
    {
        NpyArray cube = ReadFile("fortran_cube");

        Assert.Equal([2, 3, 4], cube.Shape);
        IEnumerable<double> expected =
            from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 3) from k in Enumerable.Range(0, 4) select (100d * i) + (10 * j) + k;
        Assert.Equal(expected, cube.ToDouble());
    }

    [Theory]
    [InlineData("records", "a table of named columns and no array: open it with NpyFile.OpenTable")]
    [InlineData("complex", "'<c8' cannot be read")]
    public void Other_types_are_refused(string name, string message)
    {
        string path = Repository.File("tests", "NetDsl.Tests", "Interchange", "Files", $"{name}.npy");

        DataFormatException error = Assert.Throws<DataFormatException>(() => NpyFile.Read(path));

        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(3, 0, 2)]
    [InlineData(40_000)]
    [InlineData(7, 11, 13)]
    [InlineData(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)]
    public void What_is_written_is_read_back_to_the_bit(params int[] shape)
    {
        int count = shape.Aggregate(1, (product, extent) => product * extent);
        RandomStream random = new(3, (ulong)count);
        float[] singles = new float[count];
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++)
        {
            singles[i] = BitConverter.UInt32BitsToSingle(random.NextUInt32());
            doubles[i] = random.NextNormal();
        }

        using TemporaryFile file = new(string.Empty);
        NpyFile.Write(file.Path, new NpyArray(singles, shape));
        NpyArray single = NpyFile.Read(file.Path);
        Assert.Equal(shape, single.Shape);
        Assert.Equal(singles.Select(BitConverter.SingleToUInt32Bits), single.ToSingle().Select(BitConverter.SingleToUInt32Bits));
        NpyFile.Write(file.Path, new NpyArray(doubles, shape));
        Assert.Equal(doubles, NpyFile.Read(file.Path).ToDouble());
    }

    [Theory]
    [InlineData("little_f4")]
    [InlineData("little_f8")]
    [InlineData("vector")]
    [InlineData("scalar")]
    [InlineData("empty")]
    public void A_written_file_has_the_bytes_that_NumPy_writes(string name)
    {
        using TemporaryFile file = new(string.Empty);

        NpyFile.Write(file.Path, ReadFile(name));

        Assert.Equal(File.ReadAllBytes(Repository.File("tests", "NetDsl.Tests", "Interchange", "Files", $"{name}.npy")), File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        byte[] whole = File.ReadAllBytes(Repository.File("tests", "NetDsl.Tests", "Interchange", "Files", "little_f8.npy"));
        for (int length = 0; length < whole.Length; length++)
        {
            AssertRefused(whole[..length]);
        }

        AssertRefused([.. whole, 0]);
    }

    [Fact]
    public void A_doctored_byte_gives_an_array_or_an_error_for_the_person()
    {
        byte[] whole = File.ReadAllBytes(Repository.File("tests", "NetDsl.Tests", "Interchange", "Files", "little_u1.npy"));
        int read = 0;
        for (int place = 0; place < whole.Length; place++)
        {
            foreach (byte change in (ReadOnlySpan<byte>)[0, 1, 0x20, 0x55, 0xFF])
            {
                byte[] changed = [.. whole];
                changed[place] ^= change;
                using TemporaryFile file = new(changed);
                try
                {
                    read += NpyFile.Read(file.Path).Count == 6 ? 1 : 0;
                }
                catch (DataFormatException error)
                {
                    Assert.Equal(file.Path, error.Path);
                }
            }
        }

        Assert.InRange(read, whole.Length, 4 * whole.Length);
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647, 2147483647, 2147483647), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967297,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': 1, }")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False}")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'x': 'y'}")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } 1")]
    [InlineData("{'descr': '<f3', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'descr': '<f4")]
    [InlineData("")]
    public void A_doctored_header_is_refused(string header)
    {
        AssertRefused(WithHeader(header));
    }

    [Theory]
    [InlineData("{'descr':'<f4','fortran_order':False,'shape':(1,)}")]
    [InlineData("{ \"shape\" : (1L,) , \"fortran_order\" : True , \"descr\" : \"<f4\" }\n")]
    public void Other_spellings_of_the_same_header_are_read(string header)
    {
        using TemporaryFile file = new(WithHeader(header));

        Assert.Equal([1f], NpyFile.Read(file.Path).ToSingle());
    }

    [Fact]
    public void A_failed_write_leaves_nothing_behind()
    {
        using TemporaryFolder folder = new();

        // A folder of the name cannot be replaced by a file.
        string path = folder.File("taken");
        Directory.CreateDirectory(path);

        Assert.Throws<IOException>(() => NpyFile.Write(path, new NpyArray([1f], [1])));

        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_shape_that_does_not_fit_the_values_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new NpyArray([1f, 2], [3]));
        Assert.Throws<ArgumentException>(() => new NpyArray([1d, 2], [-1, -2]));
        Assert.Throws<ArgumentException>(() => new NpyArray(Array.Empty<float>(), [int.MaxValue, int.MaxValue, int.MaxValue]));
    }

    private static NpyArray ReadFile(string name) => NpyFile.Read(Repository.File("tests", "NetDsl.Tests", "Interchange", "Files", $"{name}.npy"));

    /// <summary>A file of version 1.0 with one float, 1.</summary>
    private static byte[] WithHeader(string header) =>
        [0x93, .. "NUMPY\x1\0"u8, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), 0, 0, 0x80, 0x3F];

    private static void AssertRefused(byte[] content)
    {
        using TemporaryFile file = new(content);
        DataFormatException error = Assert.Throws<DataFormatException>(() => NpyFile.Read(file.Path));
        Assert.Equal(file.Path, error.Path);
    }
}
