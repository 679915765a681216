using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>
/// A zeroed block that starts on a cache line and never moves. It lives on the pinned object heap, so the garbage collector frees it and
/// nobody has to dispose of it.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class AlignedMemory<T>
    where T : unmanaged
{
    /// <summary>A cache line, and the longest vector: a load that crosses lines costs two.</summary>
    private const int Alignment = 64;

    private readonly byte[] bytes;

    /// <summary>A block of the given length, all zero.</summary>
    /// <param name="length">In elements. One vector more can be read and written beyond it: tiles store whole vectors.</param>
    public AlignedMemory(nint length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > (Array.MaxLength - (2 * Alignment)) / sizeof(T))
        {
            throw new ArgumentOutOfRangeException(
                nameof(length),
                $"A buffer of {length} values of {sizeof(T)} bytes is beyond the {Array.MaxLength} bytes of one block: use a smaller batch.");
        }

        this.bytes = GC.AllocateArray<byte>((int)(length * sizeof(T)) + (2 * Alignment), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref this.bytes[0]);
        this.Pointer = (T*)((start + Alignment - 1) / Alignment * Alignment);
        this.Length = (int)length;
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The first element.</summary>
    public T* Pointer { get; }

    /// <summary>The first element.</summary>
    public ref T Reference => ref *this.Pointer;

    /// <summary>All elements.</summary>
    public Span<T> Span => new(this.Pointer, this.Length);
}
