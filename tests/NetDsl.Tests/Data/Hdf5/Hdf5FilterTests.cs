using System.IO.Compression;
using NetDsl.Data.Hdf5.Format;
using NetDsl.Data.Hdf5.Storage;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>The filters of chunks, by themselves.</summary>
public sealed class Hdf5FilterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(29)]
    public void Shuffled_bytes_come_back_whatever_their_number(int size)
    {
        for (int length = 0; length < 400; length += 3)
        {
            byte[] expected = new byte[length];
            new Random(length).NextBytes(expected);
            byte[] shuffled = [.. expected];
            int count = length / size;
            for (int i = 0; i < count * size; i++)
                shuffled[((i % size) * count) + (i / size)] = expected[i];

            byte[] actual = new byte[length];
            ByteShuffle.Undo(shuffled, actual, size);

            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void An_element_larger_than_the_chunk_is_not_shuffled_and_takes_no_time()
    {
        byte[] actual = new byte[3];

        for (int i = 0; i < 1000; i++)
            ByteShuffle.Undo([1, 2, 3], actual, int.MaxValue);

        Assert.Equal([1, 2, 3], actual);
    }

    [Fact]
    public void A_stream_that_needs_a_dictionary_is_broken()
    {
        // CMF, FLG with FDICT, the dictionary's number (RFC 1950, section 2.2).
        byte[] packed = [0x78, 0xBB, 0, 0, 0, 1, 3, 0];

        Assert.False(Deflated.TryUnpack(packed, packed.Length, new byte[4]));
        Assert.Equal(-1, Deflated.Measure(packed, packed.Length, 4));
    }

    [Fact]
    public void A_stream_that_is_too_short_or_too_long_is_broken()
    {
        byte[] values = new byte[1000];
        using MemoryStream stream = new();
        using (ZLibStream zlib = new(stream, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(values);

        byte[] packed = stream.ToArray();
        Assert.True(Deflated.TryUnpack(packed, packed.Length, new byte[1000]));
        Assert.False(Deflated.TryUnpack(packed, packed.Length, new byte[999]));
        Assert.False(Deflated.TryUnpack(packed, packed.Length, new byte[1001]));
        Assert.False(Deflated.TryUnpack(packed, packed.Length / 2, new byte[1000]));
        Assert.Equal(1000, Deflated.Measure(packed, packed.Length, 5000));
    }

    [Theory]
    [InlineData(new byte[] { 2, 65, 66, 67 }, "ABC")]
    [InlineData(new byte[] { 0, 65, 0x20 + 0x40, 0 }, "AAAAAA")]
    [InlineData(new byte[] { 1, 65, 66, 0x20, 1, 0, 67 }, "ABABAC")]
    [InlineData(new byte[] { 0, 65, 0xE0, 3, 0 }, "AAAAAAAAAAAAA")]
    public void Bytes_packed_with_LZF_come_back(byte[] packed, string text)
    {
        byte[] actual = new byte[text.Length];

        Assert.True(Lzf.TryUnpack(packed, actual));
        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(actual));
        Assert.False(Lzf.TryUnpack(packed, new byte[text.Length + 1]));
        Assert.False(Lzf.TryUnpack(packed, new byte[text.Length - 1]));
    }

    [Theory]
    [InlineData(new byte[] { 5, 65 })]
    [InlineData(new byte[] { 0x20, 0 })]
    [InlineData(new byte[] { 0, 65, 0x20 })]
    [InlineData(new byte[] { 0, 65, 0xE0 })]
    public void Broken_LZF_is_refused(byte[] packed) => Assert.False(Lzf.TryUnpack(packed, new byte[64]));

    [Theory]
    [InlineData("", 0xdeadbeef)]
    [InlineData("Four score and seven years ago", 0x17770551)]
    public void The_check_sum_of_structures_is_that_of_its_author(string text, uint sum)
    {
        // The values of driver5 in lookup3.c.
        Assert.Equal(sum, Lookup3.Sum(System.Text.Encoding.ASCII.GetBytes(text)));
    }
}
