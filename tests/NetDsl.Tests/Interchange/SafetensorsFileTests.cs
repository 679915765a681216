using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Tests.Interchange;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void What_is_written_is_read()
    {
        string path = this.folder.File("model.safetensors");
        SafetensorsFile.Write(
            path,
            [
                SafetensorsTensor.Create("b", [2, 3], [1f, 2f, 3f, -4f, float.Epsilon, float.MaxValue]),
                SafetensorsTensor.Create("a", [2], [Math.PI, double.NegativeInfinity]),
                SafetensorsTensor.Create("scalar", [], [42f]),
                SafetensorsTensor.Create("empty", [0, 5], ReadOnlySpan<float>.Empty),
            ],
            new Dictionary<string, string> { ["Teilchen"] = "μ⁻ \"and\" 𝜈" });
        SafetensorsFile file = SafetensorsFile.Read(path);
        Assert.Equal("μ⁻ \"and\" 𝜈", file.Metadata["Teilchen"]);
        Assert.Equal([1f, 2f, 3f, -4f, float.Epsilon, float.MaxValue], file["b"].ToArray<float>());
        Assert.Equal([2, 3], file["b"].Shape);
        Assert.Equal([Math.PI, double.NegativeInfinity], file["a"].ToArray<double>());
        Assert.Equal(Dtype.F64, file["a"].Dtype);
        Assert.Equal([42f], file["scalar"].ToArray<float>());
        Assert.Equal(0, file["empty"].Count);
        Assert.True(file.Contains("scalar"));
        Assert.Contains("'none'", Assert.Throws<KeyNotFoundException>(() => file["none"]).Message);
    }

    [Fact]
    public void The_bytes_are_those_of_the_reference_implementation()
    {
        string path = this.folder.File("model.safetensors");
        SafetensorsFile.Write(
            path,
            [SafetensorsTensor.Create("z", [1], [1f]), SafetensorsTensor.Create("b", [1], [2.0]), SafetensorsTensor.Create("a", [1], [3f])],
            new Dictionary<string, string> { ["format"] = "np" });
        string header = """
            {"__metadata__":{"format":"np"},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"z":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}
            """;
        header = header.PadRight((header.Length + 7) / 8 * 8);
        Assert.Equal(Bytes(header, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128, 63), File.ReadAllBytes(path));
    }

    [Fact]
    public void Every_element_type_is_read_into_single_and_double_precision()
    {
        (string Dtype, byte[] Data, double Value)[] cases =
        [
            ("BOOL", [1], 1), ("U8", [200], 200), ("I8", [254], -2), ("I16", [0, 128], -32768), ("U16", [1, 128], 32769),
            ("F16", [0, 0xC1], -2.5), ("BF16", [0x20, 0xC0], -2.5), ("I32", [255, 255, 255, 255], -1), ("U32", [0, 0, 0, 128], 2147483648),
            ("F32", [0, 0, 32, 192], -2.5), ("F64", [0, 0, 0, 0, 0, 0, 4, 192], -2.5), ("I64", [254, 255, 255, 255, 255, 255, 255, 255], -2),
            ("U64", [3, 0, 0, 0, 0, 0, 0, 0], 3),
        ];
        foreach ((string dtype, byte[] data, double value) in cases)
        {
            SafetensorsFile file = this.Read(Bytes(Header("x", dtype, "1", 0, data.Length), data));
            Assert.Equal([value], file["x"].ToArray<double>());
            Assert.Equal([(float)value], file["x"].ToArray<float>());
        }

        Assert.Equal(Enum.GetNames<Dtype>(), cases.Select(c => c.Dtype));
    }

    [Fact]
    public void A_file_cut_off_at_any_byte_is_refused()
    {
        byte[] whole = this.WriteSample();
        for (int length = 0; length < whole.Length; length++)
        {
            this.Refuse(whole[..length]);
        }
    }

    [Fact]
    public void A_file_with_more_bytes_is_refused()
    {
        byte[] whole = this.WriteSample();
        Assert.Contains("added to", this.Refuse([.. whole, 0]).Message);
    }

    [Fact]
    public void Random_bit_flips_are_refused_or_read_as_the_file_then_says()
    {
        byte[] whole = this.WriteSample();
        Random random = new(1);
        int read = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] broken = [.. whole];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            }

            try
            {
                SafetensorsFile file = this.Read(broken);
                Assert.Equal(whole.Length, 8 + BinaryPrimitives.ReadInt64LittleEndian(broken) + file.Tensors.Sum(t => t.Data.Length));
                Assert.All(file.Tensors, t => Assert.Equal(t.Count, t.ToArray<float>().Length));
                read++;
            }
            catch (ModelFormatException error)
            {
                Assert.StartsWith(this.folder.File("broken.safetensors") + ": ", error.Message);
            }
        }

        // Flips in the data and in the names leave a valid file.
        Assert.InRange(read, 100, 2900);
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "twice")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}""", "'shape' twice")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "overlaps")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}}""", "gap")]
    [InlineData("""{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "takes 12 bytes")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "takes 8 bytes")]
    [InlineData("""{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "cut off")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "added to")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "not at 0")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2147483648,4294967296,4294967296,4],"data_offsets":[0,8]}}""", "extent of 2147483648")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}}""", "larger than any file")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "no whole number")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""", "no whole number")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}""", "3 data_offsets")]
    [InlineData("""{"x":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "no array")]
    [InlineData("""{"x":{"dtype":"F33","shape":[2],"data_offsets":[0,8]}}""", "'F33'; known are BOOL")]
    [InlineData("""{"x":{"dtype":9,"shape":[2],"data_offsets":[0,8]}}""", "dtype ''")]
    [InlineData("""{"x":{"shape":[2],"data_offsets":[0,8]}}""", "lacks")]
    [InlineData("""{"x":[]}""", "no object")]
    [InlineData("""{"__metadata__":3}""", "no object")]
    [InlineData("""{"__metadata__":{"a":1}}""", "no string")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", "twice")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} {}""", "no valid JSON")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}""", "no valid JSON")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""", "no valid JSON")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "no valid JSON")]
    [InlineData("""[]""", "does not begin with '{'")]
    [InlineData("", "does not begin with '{'")]
    [InlineData("{", "no valid JSON")]
    public void A_header_that_breaks_a_rule_is_refused_with_the_rule(string header, string expected)
    {
        // Eight bytes of data follow.
        Assert.Contains(expected, this.Refuse(Bytes(header, new byte[8])).Message);
    }

    [Fact]
    public void A_header_longer_than_the_format_allows_is_refused_without_reading_it()
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, ulong.MaxValue);
        Assert.Contains("no safetensors file", this.Refuse(bytes).Message);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        byte[] bytes = Bytes(Header("x", "F32", "2", 0, 8), new byte[8]);
        bytes[Array.IndexOf(bytes, (byte)'x')] = 0xFF;
        Assert.Contains("no valid JSON", this.Refuse(bytes).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_IO_error()
    {
        Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Read(this.folder.File("none")));
    }

    [Fact]
    public void A_name_that_comes_twice_or_is_reserved_is_not_written()
    {
        string path = this.folder.File("model.safetensors");
        SafetensorsTensor tensor = SafetensorsTensor.Create("x", [1], [1f]);
        Assert.Contains("'x' comes 2 times", Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(path, [tensor, tensor])).Message);
        SafetensorsTensor reserved = SafetensorsTensor.Create("__metadata__", [1], [1f]);
        Assert.Contains("'__metadata__'", Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(path, [reserved])).Message);
        Assert.Empty(this.folder.FileNames);
    }

    [Fact]
    public void Values_that_do_not_fill_the_shape_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SafetensorsTensor.Create("x", [2, 3], [1f]));
        Assert.Contains("(2, 3) has 6 values; 1 were given", error.Message);
        Assert.Throws<ArgumentException>(() => SafetensorsTensor.Create("x", [-1, -1], [1f]));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        string path = this.folder.File("model.safetensors");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException("the disk is full");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["model.safetensors"], this.folder.FileNames);
    }

    [Fact]
    public void A_write_replaces_the_old_file_and_leaves_nothing_else()
    {
        string path = this.folder.File("model.safetensors");
        File.WriteAllText(path, "old");
        SafetensorsFile.Write(path, [SafetensorsTensor.Create("x", [1], [1f])]);
        Assert.Single(SafetensorsFile.Read(path).Tensors);
        Assert.Equal(["model.safetensors"], this.folder.FileNames);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        string path = Path.Combine(this.folder.File("none"), "model.safetensors");
        DirectoryNotFoundException error = Assert.Throws<DirectoryNotFoundException>(() => SafetensorsFile.Write(path, []));
        Assert.Contains(this.folder.File("none") + " does not exist", error.Message);
    }

    [Fact]
    public void A_folder_is_not_overwritten()
    {
        Directory.CreateDirectory(this.folder.File("model"));
        Assert.Contains("it is a folder", Assert.Throws<IOException>(() => SafetensorsFile.Write(this.folder.File("model"), [])).Message);
        Assert.Equal(["model"], this.folder.FileNames);
    }

    private static string Header(string name, string dtype, string shape, int begin, int end) => string.Create(
        CultureInfo.InvariantCulture, $$$"""{"{{{name}}}":{"dtype":"{{{dtype}}}","shape":[{{{shape}}}],"data_offsets":[{{{begin}}},{{{end}}}]}}""");

    private static byte[] Bytes(string header, params byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }

    private byte[] WriteSample()
    {
        string path = this.folder.File("whole.safetensors");
        SafetensorsFile.Write(
            path,
            [SafetensorsTensor.Create("kernel", [2, 3], [1f, 2f, 3f, 4f, 5f, 6f]), SafetensorsTensor.Create("bias", [3], [1.0, 2.0, 3.0])],
            new Dictionary<string, string> { ["network"] = "Sample" });
        return File.ReadAllBytes(path);
    }

    private SafetensorsFile Read(byte[] bytes)
    {
        string path = this.folder.File("broken.safetensors");
        File.WriteAllBytes(path, bytes);
        return SafetensorsFile.Read(path);
    }

    private ModelFormatException Refuse(byte[] bytes)
    {
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => this.Read(bytes));
        Assert.Equal(this.folder.File("broken.safetensors"), error.Path);
        return error;
    }
}
