using System.Runtime.Intrinsics;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Undoes h5py's filter lzf: Marc Lehmann's LibLZF format (http://oldhome.schmorp.de/marc/liblzf.html).</summary>
internal static class Lzf
{
    // Codes below this are literal bytes, one more than the code says.
    private const int FirstReference = 32;

    private const int LongestShortLength = 7;

    // The bytes of a vector.
    private const int Width = 16;

    /// <summary>Unpacks bytes.</summary>
    /// <param name="packed">The bytes.</param>
    /// <param name="destination">What they must unpack to, exactly.</param>
    /// <returns>Whether they did.</returns>
    public static bool TryUnpack(ReadOnlySpan<byte> packed, Span<byte> destination)
    {
        int place = 0;
        int done = 0;
        while (place < packed.Length)
        {
            int code = packed[place++];
            if (code < FirstReference)
            {
                int count = code + 1;
                if (count > packed.Length - place || count > destination.Length - done)
                    return false;

                CopyShort(packed[place..], destination[done..], count);
                place += count;
                done += count;
                continue;
            }

            // Three bits of length, thirteen of distance; a length of seven goes on in another byte.
            int length = code >> 5;
            if (length == LongestShortLength && place < packed.Length)
                length += packed[place++];

            if (place >= packed.Length)
                return false;

            int distance = ((code & 31) << 8) + packed[place++] + 1;
            length += 2;
            if (distance > done || length > destination.Length - done)
                return false;

            Repeat(destination, done, distance, length);
            done += length;
        }

        return done == destination.Length;
    }

    // Most pieces are a few bytes long: a vector or two are faster than a call. What they write too much is written again.
    private static void CopyShort(ReadOnlySpan<byte> source, Span<byte> target, int count)
    {
        if (count <= 2 * Width && source.Length >= 2 * Width && target.Length >= 2 * Width)
        {
            Vector128.Create(source).CopyTo(target);
            if (count > Width)
                Vector128.Create(source[Width..]).CopyTo(target[Width..]);

            return;
        }

        source[..count].CopyTo(target);
    }

    // What is repeated may reach into what it makes.
    private static void Repeat(Span<byte> destination, int done, int distance, int length)
    {
        if (distance >= Math.Max(length, Width))
        {
            CopyShort(destination[(done - distance)..], destination[done..], length);
            return;
        }

        for (int i = done; i < done + length; i++)
            destination[i] = destination[i - distance];
    }
}
