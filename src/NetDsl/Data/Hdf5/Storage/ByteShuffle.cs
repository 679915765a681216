using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Undoes the filter shuffle, which puts the first bytes of all elements first, then the second bytes, and so on.</summary>
internal static class ByteShuffle
{
    private const int Width = 16;

    /// <summary>Puts the bytes of each element together.</summary>
    /// <param name="shuffled">The bytes.</param>
    /// <param name="destination">As many.</param>
    /// <param name="size">The bytes of an element. What is left after the last whole element was not shuffled.</param>
    public static void Undo(ReadOnlySpan<byte> shuffled, Span<byte> destination, int size)
    {
        int count = shuffled.Length / size;
        int whole = count * size;
        shuffled[whole..].CopyTo(destination[whole..]);
        if (size == 1)
            shuffled.CopyTo(destination);

        // A broken file may give any size; planes of nothing need no loop over them.
        if (size == 1 || count == 0)
            return;

        ref byte source = ref MemoryMarshal.GetReference(shuffled);
        ref byte target = ref MemoryMarshal.GetReference(destination);
        int begun = size switch
        {
            2 => Undo2(ref source, ref target, count),
            4 => Undo4(ref source, ref target, count),
            8 => Undo8(ref source, ref target, count),
            _ => 0,
        };
        for (int plane = 0; plane < size; plane++)
        {
            ReadOnlySpan<byte> bytes = shuffled.Slice(plane * count, count);
            for (int i = begun; i < bytes.Length; i++)
                Unsafe.Add(ref target, ((nint)i * size) + plane) = bytes[i];
        }
    }

    private static int Undo2(ref byte source, ref byte target, int count)
    {
        int i = 0;
        for (; i <= count - Width; i += Width)
        {
            Vector128<byte> a = Load(ref source, i);
            Vector128<byte> b = Load(ref source, count + i);
            ZipLow(a, b).StoreUnsafe(ref target, (nuint)(2 * i));
            ZipHigh(a, b).StoreUnsafe(ref target, (nuint)((2 * i) + Width));
        }

        return i;
    }

    private static int Undo4(ref byte source, ref byte target, int count)
    {
        int i = 0;
        for (; i <= count - Width; i += Width)
        {
            Vector128<byte> a = Load(ref source, i);
            Vector128<byte> b = Load(ref source, count + i);
            Vector128<byte> c = Load(ref source, (2 * (nint)count) + i);
            Vector128<byte> d = Load(ref source, (3 * (nint)count) + i);
            ref byte place = ref Unsafe.Add(ref target, 4 * (nint)i);
            StoreFour(ZipLow(a, b).AsUInt16(), ZipLow(c, d).AsUInt16(), ref place);
            StoreFour(ZipHigh(a, b).AsUInt16(), ZipHigh(c, d).AsUInt16(), ref Unsafe.Add(ref place, 2 * Width));
        }

        return i;
    }

    private static int Undo8(ref byte source, ref byte target, int count)
    {
        int i = 0;
        for (; i <= count - Width; i += Width)
        {
            Vector128<byte> a = Load(ref source, i);
            Vector128<byte> b = Load(ref source, count + i);
            Vector128<byte> c = Load(ref source, (2 * (nint)count) + i);
            Vector128<byte> d = Load(ref source, (3 * (nint)count) + i);
            Vector128<byte> e = Load(ref source, (4 * (nint)count) + i);
            Vector128<byte> f = Load(ref source, (5 * (nint)count) + i);
            Vector128<byte> g = Load(ref source, (6 * (nint)count) + i);
            Vector128<byte> h = Load(ref source, (7 * (nint)count) + i);
            ref byte place = ref Unsafe.Add(ref target, 8 * (nint)i);
            StoreEight(ZipLow(a, b).AsUInt16(), ZipLow(c, d).AsUInt16(), ZipLow(e, f).AsUInt16(), ZipLow(g, h).AsUInt16(), ref place);
            StoreEight(
                ZipHigh(a, b).AsUInt16(),
                ZipHigh(c, d).AsUInt16(),
                ZipHigh(e, f).AsUInt16(),
                ZipHigh(g, h).AsUInt16(),
                ref Unsafe.Add(ref place, 4 * Width));
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFour(Vector128<ushort> ab, Vector128<ushort> cd, ref byte place)
    {
        ZipLow(ab, cd).AsByte().StoreUnsafe(ref place);
        ZipHigh(ab, cd).AsByte().StoreUnsafe(ref place, Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEight(Vector128<ushort> ab, Vector128<ushort> cd, Vector128<ushort> ef, Vector128<ushort> gh, ref byte place)
    {
        StoreTwo(ZipLow(ab, cd).AsUInt32(), ZipLow(ef, gh).AsUInt32(), ref place);
        StoreTwo(ZipHigh(ab, cd).AsUInt32(), ZipHigh(ef, gh).AsUInt32(), ref Unsafe.Add(ref place, 2 * Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreTwo(Vector128<uint> low, Vector128<uint> high, ref byte place)
    {
        ZipLow(low, high).AsByte().StoreUnsafe(ref place);
        ZipHigh(low, high).AsByte().StoreUnsafe(ref place, Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ref byte source, nint place) => Vector128.LoadUnsafe(ref source, (nuint)place);

    // The lower halves of two vectors, element by element in turns; the framework has no word for it that holds for all machines.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ZipLow(Vector128<byte> a, Vector128<byte> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : (Vector128.WidenLower(a) | (Vector128.WidenLower(b) << 8)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ZipHigh(Vector128<byte> a, Vector128<byte> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : (Vector128.WidenUpper(a) | (Vector128.WidenUpper(b) << 8)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> ZipLow(Vector128<ushort> a, Vector128<ushort> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : (Vector128.WidenLower(a) | (Vector128.WidenLower(b) << 16)).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> ZipHigh(Vector128<ushort> a, Vector128<ushort> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : (Vector128.WidenUpper(a) | (Vector128.WidenUpper(b) << 16)).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> ZipLow(Vector128<uint> a, Vector128<uint> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : (Vector128.WidenLower(a) | (Vector128.WidenLower(b) << 32)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> ZipHigh(Vector128<uint> a, Vector128<uint> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : (Vector128.WidenUpper(a) | (Vector128.WidenUpper(b) << 32)).AsUInt32();
}
