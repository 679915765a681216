using System.Buffers;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>
/// The chunks of a dataset that were unpacked last, so that a few rows at a time unpack each chunk once. Who takes one owns it until it is given
/// back; another thread that wants it then unpacks it anew.
/// </summary>
internal sealed class ChunkCache
{
    // Of one dataset; a single chunk may be larger. Neighbouring chunks across the columns of wide rows fit in.
    private const long MostBytes = 16 << 20;

    private readonly Lock gate = new();
    private readonly LinkedList<(long Number, byte[] Chunk)> chunks = new();
    private readonly Dictionary<long, LinkedListNode<(long Number, byte[] Chunk)>> byNumber = [];
    private readonly Stack<byte[]> spare = new();
    private long bytes;

    /// <summary>Memory for a chunk: that which was used last, for it lies in the processor's caches.</summary>
    /// <param name="length">The bytes, the same for all chunks of a dataset.</param>
    public byte[] Rent(int length)
    {
        lock (this.gate)
        {
            if (this.spare.TryPop(out byte[]? chunk))
                return chunk;
        }

        return ArrayPool<byte>.Shared.Rent(length);
    }

    /// <summary>Takes back memory whose content nobody needs.</summary>
    /// <param name="chunk">What was rented or taken.</param>
    public void Discard(byte[] chunk)
    {
        lock (this.gate)
        {
            if ((this.spare.Count + 1L) * chunk.Length <= MostBytes)
            {
                this.spare.Push(chunk);
                return;
            }
        }

        ArrayPool<byte>.Shared.Return(chunk);
    }

    /// <summary>Takes a chunk out.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The chunk; null where it is not here.</returns>
    public byte[]? Take(long number)
    {
        lock (this.gate)
        {
            if (!this.byNumber.Remove(number, out LinkedListNode<(long Number, byte[] Chunk)>? node))
                return null;

            this.chunks.Remove(node);
            this.bytes -= node.Value.Chunk.Length;
            return node.Value.Chunk;
        }
    }

    /// <summary>Puts a chunk in; those that were not used for the longest time go.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="chunk">The chunk, in memory that was rented here.</param>
    public void Give(long number, byte[] chunk)
    {
        lock (this.gate)
        {
            while (this.chunks.Last is { } oldest && this.bytes + chunk.Length > MostBytes)
            {
                this.chunks.RemoveLast();
                this.byNumber.Remove(oldest.Value.Number);
                this.bytes -= oldest.Value.Chunk.Length;
                ArrayPool<byte>.Shared.Return(oldest.Value.Chunk);
            }

            LinkedListNode<(long Number, byte[] Chunk)> node = new((number, chunk));
            if (!this.byNumber.TryAdd(number, node))
            {
                ArrayPool<byte>.Shared.Return(chunk);
                return;
            }

            this.chunks.AddFirst(node);
            this.bytes += chunk.Length;
        }
    }
}
