namespace NetDsl.Data;

/// <summary>Values that come one after the other, in pieces that are not copied when more come.</summary>
/// <typeparam name="T">Their type.</typeparam>
internal sealed class ValueChunks<T>
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;

    // The first piece grows, since most tables are small.
    private const int FirstSize = 1 << 2;

    private readonly List<T[]> chunks = [];
    private T[] last = [];
    private int filled;
    private int before;

    /// <summary>The number of values.</summary>
    public long Count => ((long)this.before << ChunkBits) + this.filled;

    /// <summary>Takes a value.</summary>
    public void Add(T value)
    {
        if (this.filled == this.last.Length)
        {
            this.Extend();
        }

        this.last[this.filled++] = value;
    }

    /// <summary>Forgets all values, and keeps the room for others.</summary>
    public void Clear()
    {
        this.before = 0;
        this.filled = 0;
        this.last = this.chunks.Count > 0 ? this.chunks[0] : [];
    }

    /// <summary>Copies some values.</summary>
    /// <param name="first">The place of the first of them.</param>
    /// <param name="destination">Where to.</param>
    public void CopyTo(long first, Span<T> destination)
    {
        while (destination.Length > 0)
        {
            T[] chunk = this.chunks[(int)(first >> ChunkBits)];
            int begin = (int)(first & (ChunkSize - 1));
            int count = Math.Min(destination.Length, chunk.Length - begin);
            chunk.AsSpan(begin, count).CopyTo(destination);
            destination = destination[count..];
            first += count;
        }
    }

    private void Extend()
    {
        if (this.filled < ChunkSize)
        {
            T[] larger = new T[Math.Max(FirstSize, this.filled * 2)];
            this.last.CopyTo(larger, 0);
            if (this.chunks.Count == 0)
            {
                this.chunks.Add(larger);
            }

            this.chunks[^1] = larger;
            this.last = larger;
            return;
        }

        if (++this.before == this.chunks.Count)
        {
            this.chunks.Add(new T[ChunkSize]);
        }

        this.last = this.chunks[this.before];
        this.filled = 0;
    }
}
