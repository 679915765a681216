using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Interchange;

/// <summary>Values as files hold them: the lowest byte first, whatever the machine.</summary>
internal static class LittleEndian
{
    /// <summary>The bytes of values.</summary>
    public static byte[] Bytes<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        byte[] bytes = MemoryMarshal.AsBytes(values).ToArray();
        SwapUnlessLittleEndian(bytes, Unsafe.SizeOf<T>());
        return bytes;
    }

    /// <summary>The values of bytes, a whole number of them.</summary>
    public static T[] Read<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged
    {
        T[] values = MemoryMarshal.Cast<byte, T>(bytes).ToArray();
        SwapUnlessLittleEndian(MemoryMarshal.AsBytes(values.AsSpan()), Unsafe.SizeOf<T>());
        return values;
    }

    private static void SwapUnlessLittleEndian(Span<byte> bytes, int size)
    {
        if (BitConverter.IsLittleEndian)
        {
            return;
        }

        for (int i = 0; i < bytes.Length; i += size)
        {
            bytes.Slice(i, size).Reverse();
        }
    }
}
