using System.IO.Compression;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Undoes the filter deflate: a stream of zlib's (RFC 1950).</summary>
internal static class Deflated
{
    private const int BufferSize = 1 << 14;

    /// <summary>Unpacks bytes.</summary>
    /// <param name="packed">They are at its beginning.</param>
    /// <param name="length">How many they are.</param>
    /// <param name="destination">What they must unpack to, exactly.</param>
    /// <returns>Whether they did.</returns>
    public static bool TryUnpack(byte[] packed, int length, Span<byte> destination)
    {
        using ZLibStream stream = new(new MemoryStream(packed, 0, length, writable: false), CompressionMode.Decompress);
        try
        {
            // One byte more makes the stream check its end and its sum.
            return stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) == destination.Length
                && stream.ReadByte() < 0;
        }
        catch (Exception error) when (IsBroken(error))
        {
            return false;
        }
    }

    /// <summary>The bytes that a stream unpacks to.</summary>
    /// <param name="packed">It is at its beginning.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="most">Where to stop.</param>
    /// <returns>The number, or one beyond <paramref name="most"/>; -1 for a broken stream.</returns>
    public static long Measure(byte[] packed, int length, long most)
    {
        using ZLibStream stream = new(new MemoryStream(packed, 0, length, writable: false), CompressionMode.Decompress);
        byte[] buffer = new byte[BufferSize];
        long unpacked = 0;
        try
        {
            for (int read = 1; read > 0 && unpacked <= most; unpacked += read)
                read = stream.Read(buffer);

            return unpacked;
        }
        catch (Exception error) when (IsBroken(error))
        {
            return -1;
        }
    }

    // Zlib's refusal of a stream that needs a dictionary is an IOException; there is no file here that could give another.
    private static bool IsBroken(Exception error) => error is InvalidDataException or IOException;
}
