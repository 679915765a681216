using System.Buffers.Binary;
using System.Numerics;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>
/// The check sum of HDF5's metadata: Bob Jenkins' lookup3, "hashlittle", which he put in the public domain
/// (http://burtleburtle.net/bob/c/lookup3.c), with 0 for its start.
/// </summary>
internal static class Lookup3
{
    private const int Block = 12;

    /// <summary>The check sum of bytes.</summary>
    public static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint a = 0xdeadbeef + (uint)bytes.Length;
        uint b = a;
        uint c = a;
        while (bytes.Length > Block)
        {
            Add(bytes, ref a, ref b, ref c);
            Mix(ref a, ref b, ref c);
            bytes = bytes[Block..];
        }

        if (bytes.IsEmpty)
            return c;

        Span<byte> last = stackalloc byte[Block];
        last.Clear();
        bytes.CopyTo(last);
        Add(last, ref a, ref b, ref c);
        Finish(ref a, ref b, ref c);
        return c;
    }

    private static void Add(ReadOnlySpan<byte> bytes, ref uint a, ref uint b, ref uint c)
    {
        a += BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        b += BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        c += BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
    }

    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        Turn(ref a, b, ref c, 4);
        Turn(ref b, c, ref a, 6);
        Turn(ref c, a, ref b, 8);
        Turn(ref a, b, ref c, 16);
        Turn(ref b, c, ref a, 19);
        Turn(ref c, a, ref b, 4);
    }

    // One of the six lines of the original's mix.
    private static void Turn(ref uint x, uint y, ref uint z, int bits)
    {
        x -= z;
        x ^= BitOperations.RotateLeft(z, bits);
        z += y;
    }

    private static void Finish(ref uint a, ref uint b, ref uint c)
    {
        c ^= b;
        c -= BitOperations.RotateLeft(b, 14);
        a ^= c;
        a -= BitOperations.RotateLeft(c, 11);
        b ^= a;
        b -= BitOperations.RotateLeft(a, 25);
        c ^= b;
        c -= BitOperations.RotateLeft(b, 16);
        a ^= c;
        a -= BitOperations.RotateLeft(c, 4);
        b ^= a;
        b -= BitOperations.RotateLeft(a, 14);
        c ^= b;
        c -= BitOperations.RotateLeft(b, 24);
    }
}
