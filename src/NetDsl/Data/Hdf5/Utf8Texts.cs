using System.Runtime.InteropServices;
using System.Text;

namespace NetDsl.Data.Hdf5;

/// <summary>Texts as C has them: UTF-8 that ends with a zero, outside the collected heap.</summary>
internal sealed unsafe class Utf8Texts : IDisposable
{
    private void* block;

    /// <param name="texts">The texts.</param>
    /// <param name="what">What is written, for errors.</param>
    /// <exception cref="ArgumentException">A text is missing or has a zero within, at which it would end.</exception>
    public Utf8Texts(ReadOnlySpan<string> texts, string what)
    {
        nuint length = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            Check(texts[i], i, what);
            length += (nuint)Encoding.UTF8.GetByteCount(texts[i]) + 1;
        }

        this.Pointers = new nint[Math.Max(1, texts.Length)];
        this.block = NativeMemory.Alloc(Math.Max(1, length));
        byte* place = (byte*)this.block;
        for (int i = 0; i < texts.Length; i++)
        {
            this.Pointers[i] = (nint)place;
            place += Encoding.UTF8.GetBytes(texts[i], new Span<byte>(place, Encoding.UTF8.GetByteCount(texts[i])));
            *place++ = 0;
        }
    }

    /// <summary>Where each text begins.</summary>
    public nint[] Pointers { get; }

    /// <summary>Writes a text into room of a fixed length, and zeros after it.</summary>
    /// <exception cref="ArgumentException">It is missing, longer than the room, or has a zero within.</exception>
    public static void Fill(Span<byte> room, string text, long row, string what)
    {
        Check(text, row, what);
        if (!Encoding.UTF8.TryGetBytes(text, room, out int written))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Row {row} of {what} is '{text}', which is {Encoding.UTF8.GetByteCount(text)} bytes of UTF-8; there is room for {room.Length}."));
        }

        room[written..].Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(this.block);
        this.block = null;
    }

    private static void Check(string? text, long row, string what)
    {
        if (text is null || text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Row {row} of {what} is {(text is null ? "null" : "a text with a zero within")}; a text without zeros was expected."));
        }
    }
}
