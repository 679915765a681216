using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class IdxFileTests
{
    private static readonly byte[] Images = Idx(0x08, [3, 2, 2], [0, 51, 102, 255, 1, 2, 3, 4, 5, 6, 7, 8]);
    private static readonly byte[] Labels = Idx(0x08, [3], [2, 0, 1]);

    [Fact]
    public void Images_are_scaled_and_get_a_channel_and_labels_become_one_hot()
    {
        Dataset data = Read(Images, Labels);

        Assert.Equal(3, data.Count);
        Assert.Equal([2, 2, 1], data.FeatureShape);
        Assert.Equal([0f, 0.2f, 0.4f, 1f], data.Features(0));
        Assert.Equal([0f, 0, 1, 1, 0, 0, 0, 1, 0], data.AllTargets);
        Assert.Equal(["0", "1", "2"], data.Classes);
    }

    [Fact]
    public void Raw_images_and_a_given_number_of_classes_are_taken_as_asked()
    {
        Dataset data = Read(TemporaryFile.Pack(Images), TemporaryFile.Pack(Labels), scale: false, classes: 5);

        Assert.Equal([0f, 51, 102, 255], data.Features(0));
        Assert.Equal([5], data.TargetShape);
    }

    [Fact]
    public void Classes_may_have_names_and_images_no_labels()
    {
        using TemporaryFile images = new(Images);
        using TemporaryFile labels = new(Labels);

        Assert.Equal(["a", "b", "c"], IdxFile.ReadImages(images.Path, labels.Path, classNames: ["a", "b", "c"]).Classes);
        Assert.Equal(0, IdxFile.ReadImages(images.Path, null).TargetSize);
        Assert.Throws<DataFormatException>(() => IdxFile.ReadImages(images.Path, labels.Path, classNames: ["a", "b"]));
    }

    [Fact]
    public void A_file_is_known_by_its_first_bytes_plain_and_packed()
    {
        (byte[] Content, bool IsIdx)[] files =
        [
            (Images, true), (TemporaryFile.Pack(Images), true), (Labels, true), ("x,y\n1,2\n"u8.ToArray(), false), ([], false), ([0, 0, 8], false),
        ];
        foreach ((byte[] content, bool isIdx) in files)
        {
            using TemporaryFile file = new(content);
            Assert.Equal(isIdx, IdxFile.IsIdx(file.Path));
        }
    }

    [Fact]
    public void Images_with_channels_and_rows_of_numbers_keep_their_shape()
    {
        Assert.Equal([1, 2, 2], Read(Idx(0x08, [3, 1, 2, 2], new byte[12]), Labels).FeatureShape);
        Assert.Equal([4], Read(Idx(0x08, [3, 4], new byte[12]), Labels).FeatureShape);
    }

    [Theory]
    [InlineData(0x08, new byte[] { 7, 0xFF }, 7, 255)]
    [InlineData(0x09, new byte[] { 7, 0xFF }, 7, -1)]
    [InlineData(0x0B, new byte[] { 1, 0, 0xFF, 0xFE }, 256, -2)]
    [InlineData(0x0C, new byte[] { 0, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFD }, 65536, -3)]
    [InlineData(0x0D, new byte[] { 0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0 }, 1, -2)]
    [InlineData(0x0E, new byte[] { 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0 }, 1, -2)]
    public void All_types_are_read_with_the_highest_byte_first(byte type, byte[] data, float first, float second)
    {
        using TemporaryFile file = new(Idx(type, [2], data));

        IdxArray array = IdxFile.Read(file.Path);

        Assert.Equal((IdxElementType)type, array.ElementType);
        Assert.Equal([2], array.Shape);
        Assert.Equal([first, second], array.Values);
    }

    [Fact]
    public void More_values_than_one_buffer_are_read_in_order()
    {
        byte[] data = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i % 251))];
        using TemporaryFile file = new(TemporaryFile.Pack(Idx(0x08, [3000, 1000], data)));

        float[] values = IdxFile.Read(file.Path).Values;

        Assert.Equal(data.Length, values.Length);
        Assert.True(values.Select(value => (byte)value).SequenceEqual(data));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_plain_and_packed()
    {
        byte[] packed = TemporaryFile.Pack(Images);
        for (int length = 0; length < Images.Length; length++)
        {
            AssertRefused(Images[..length]);
            AssertRefused(TemporaryFile.Pack(Images[..length]));
        }

        for (int length = 0; length < packed.Length; length++)
        {
            AssertRefused(packed[..length]);
        }
    }

    [Fact]
    public void A_file_longer_than_its_header_says_is_refused()
    {
        Assert.Contains("longer than the 12 values", AssertRefused([.. Images, 0]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doctored_byte_gives_an_array_or_an_error_for_the_person()
    {
        foreach (byte[] whole in new[] { Images, TemporaryFile.Pack(Images) })
        {
            for (int place = 0; place < whole.Length; place++)
            {
                for (int bit = 0; bit < 8; bit++)
                {
                    byte[] changed = [.. whole];
                    changed[place] ^= (byte)(1 << bit);
                    using TemporaryFile file = new(changed);
                    Exception? error = Record.Exception(() => IdxFile.Read(file.Path));
                    Assert.True(error is null or DataFormatException, $"byte {place} bit {bit}: {error}");
                }
            }
        }
    }

    [Theory]
    [InlineData(new uint[] { 0xFFFFFFFF })]
    [InlineData(new uint[] { 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF })]
    [InlineData(new uint[] { 0x7FFFFFFF })]
    [InlineData(new uint[] { 1000, 1000, 1000 })]
    public void A_header_that_promises_more_than_the_file_holds_is_refused_before_memory_is_taken(uint[] shape)
    {
        byte[] content = Idx(0x0E, shape, new byte[8]);
        AssertRefused(content);
        long before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(content);
        AssertRefused(TemporaryFile.Pack(content));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 1, 5 }, "no IDX file")]
    [InlineData(new byte[] { 0, 0, 7, 1, 0, 0, 0, 1, 5 }, "no IDX file")]
    [InlineData(new byte[] { 0, 0, 8, 0, 5 }, "no IDX file")]
    [InlineData(new byte[] { 0, 0, 8, 255, 0, 0, 0, 1, 5 }, "no IDX file")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 0 }, "the file is empty")]
    public void A_broken_header_is_refused(byte[] content, string message)
    {
        Assert.Contains(message, AssertRefused(content).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(10, 9)]
    public void A_label_out_of_range_is_refused_with_its_file_and_row(byte label, int largest)
    {
        using TemporaryFile images = new(Images);
        using TemporaryFile labels = new(Idx(0x08, [3], [0, 1, label]));

        DataFormatException error = Assert.Throws<DataFormatException>(() => IdxFile.ReadImages(images.Path, labels.Path, classes: largest + 1));

        Assert.Equal(labels.Path, error.Path);
        Assert.Equal(2, error.Row);
        Assert.Contains($"the label {label} is out of range; whole numbers from 0 to {largest}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_negative_or_no_whole_numbers_are_refused()
    {
        Assert.Throws<DataFormatException>(() => Read(Images, Idx(0x09, [3], [0, 0xFF, 1])));
        Assert.Throws<DataFormatException>(() => Read(Images, Idx(0x0D, [3], [0x3F, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])));
        Assert.Throws<DataFormatException>(() => Read(Images, Idx(0x0D, [3], [0x7F, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])));
        Assert.Throws<DataFormatException>(() => Read(Images, Idx(0x08, [3], [0, 0, 0])));
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_refused()
    {
        Assert.Throws<DataFormatException>(() => Read(Labels, Images));
        Assert.Throws<DataFormatException>(() => Read(Images, Images));
        Assert.Throws<DataFormatException>(() => Read(Labels, Labels));
        Assert.Throws<DataFormatException>(() => Read(Images, Idx(0x08, [2], [0, 1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(Images, Labels, classes: 1));
    }

    [Fact]
    public void An_image_that_is_not_finite_is_refused_with_its_file_row_and_column()
    {
        using TemporaryFile images = new(Idx(0x0D, [2, 2, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 0x80, 0, 0]));
        using TemporaryFile labels = new(Idx(0x08, [2], [0, 1]));

        DataFormatException error = Assert.Throws<DataFormatException>(() => IdxFile.ReadImages(images.Path, labels.Path));

        Assert.Equal((images.Path, 1L, "1"), (error.Path, error.Row!.Value, error.Column));
    }

    [Theory]
    [InlineData("train", 60_000, 1_567_298_545, 5_923)]
    [InlineData("t10k", 10_000, 264_923_200, 980)]
    public void MNIST_reads_back_as_published(string part, int images, long brightness, int zeros)
    {
        Dataset data = IdxFile.ReadImages(
            Repository.SharedData("mnist", $"{part}-images-idx3-ubyte.gz"),
            Repository.SharedData("mnist", $"{part}-labels-idx1-ubyte.gz"),
            scale: false);

        Assert.Equal(images, data.Count);
        Assert.Equal([28, 28, 1], data.FeatureShape);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], data.Classes);
        long sum = 0;
        foreach (float pixel in data.AllFeatures)
        {
            sum += (long)pixel;
        }

        Assert.Equal(brightness, sum);
        Assert.Equal(zeros, Enumerable.Range(0, images).Count(row => data.ClassOf(row) == 0));
    }

    [Fact]
    public void A_stream_gives_the_rows_that_reading_gives()
    {
        using TemporaryFile images = new(Images);
        using TemporaryFile labels = new(Labels);
        Dataset data = IdxFile.ReadImages(images.Path, labels.Path);

        using RowSource rows = IdxFile.OpenImages(images.Path, labels.Path);

        Assert.Equal([2, 2, 1], rows.Layout.FeatureShape);
        Assert.Equal(data.AllFeatures, rows.ReadAll().AllFeatures);
        Assert.Equal(data.Subset([1, 2]).AllFeatures, rows.Read(1, 2).AllFeatures);
        Assert.Equal(data.Subset([1, 2]).AllTargets, rows.Read(1, 2).AllTargets);
        Assert.Equal(data.Classes, rows.Layout.Classes);
    }

    [Fact]
    public void A_packed_file_is_no_stream()
    {
        using TemporaryFile images = new(TemporaryFile.Pack(Images));

        Assert.Contains(
            "gunzip", Assert.Throws<DataFormatException>(() => IdxFile.OpenImages(images.Path, null)).Message, StringComparison.Ordinal);
    }

    private static byte[] Idx(byte type, uint[] shape, byte[] data) =>
        [0, 0, type, (byte)shape.Length, .. shape.SelectMany(extent => BitConverter.GetBytes(
            BitConverter.IsLittleEndian ? System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(extent) : extent)), .. data];

    private static Dataset Read(byte[] images, byte[] labels, bool scale = true, int? classes = null)
    {
        using TemporaryFile imagesFile = new(images);
        using TemporaryFile labelsFile = new(labels);
        return IdxFile.ReadImages(imagesFile.Path, labelsFile.Path, scale, classes);
    }

    private static DataFormatException AssertRefused(byte[] content)
    {
        using TemporaryFile file = new(content);
        DataFormatException error = Assert.Throws<DataFormatException>(() => IdxFile.Read(file.Path));
        Assert.Equal(file.Path, error.Path);
        return error;
    }
}
