using System.Buffers.Binary;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>The check sum of the filter fletcher32: Fletcher's over big-endian words of 16 bits (https://doi.org/10.1109/TCOM.1982.1095369).</summary>
internal static class Fletcher32
{
    // As many words can be added before the sums of 32 bits could overflow.
    private const int WordsAtATime = 360;

    /// <summary>Whether bytes have a sum.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="stored">The sum as it is in the file; little-endian, in files of some old programs with the bytes of each half swapped.</param>
    public static bool IsRight(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> stored)
    {
        uint sum = Sum(bytes);
        uint swapped = ((sum & 0x00FF00FF) << 8) | ((sum >> 8) & 0x00FF00FF);
        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(stored);
        return expected == sum || expected == swapped;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint one = 0;
        uint two = 0;
        int words = bytes.Length / 2;
        for (int done = 0; done < words; done += WordsAtATime)
        {
            int end = Math.Min(words, done + WordsAtATime);
            for (int i = done; i < end; i++)
            {
                one += BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]);
                two += one;
            }

            one = Fold(one);
            two = Fold(two);
        }

        if (bytes.Length % 2 != 0)
        {
            one = Fold(one + ((uint)bytes[^1] << 8));
            two = Fold(two + one);
        }

        return (Fold(two) << 16) | Fold(one);
    }

    private static uint Fold(uint sum) => (sum & 0xFFFF) + (sum >> 16);
}
