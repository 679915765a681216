using System.Runtime.InteropServices;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>
/// Where all chunks of a dataset lie, sorted by their numbers. It takes 8 to 24 bytes for each chunk, no more than the file's own index does.
/// </summary>
internal sealed class ChunkIndex
{
    private readonly long[]? numbers;
    private readonly long[] addresses;
    private readonly uint[]? bytes;
    private readonly uint[]? masks;
    private readonly long plainBytes;

    private ChunkIndex(long[]? numbers, long[] addresses, uint[]? bytes, uint[]? masks, long plainBytes)
    {
        this.numbers = numbers;
        this.addresses = addresses;
        this.bytes = bytes;
        this.masks = masks;
        this.plainBytes = plainBytes;
        this.StoredBytes = addresses.Length * plainBytes;
        if (bytes is not null)
        {
            this.StoredBytes = 0;
            foreach (uint length in bytes)
                this.StoredBytes += length;
        }
    }

    /// <summary>The bytes of all chunks.</summary>
    public long StoredBytes { get; }

    /// <summary>Finds a chunk.</summary>
    /// <param name="number">Its number in the grid.</param>
    /// <param name="place">Where it lies.</param>
    /// <returns>Whether it was ever written.</returns>
    public bool TryFind(long number, out ChunkPlace place)
    {
        long slot = this.numbers is null ? number : Array.BinarySearch(this.numbers, number);
        if (slot < 0 || slot >= this.addresses.Length)
        {
            place = default;
            return false;
        }

        place = new ChunkPlace(this.addresses[slot], this.bytes?[slot] ?? this.plainBytes, this.masks?[slot] ?? 0);
        return true;
    }

    /// <summary>Collects chunks in any order.</summary>
    /// <param name="plainBytes">The bytes of a chunk that went through no filter.</param>
    public sealed class Builder(long plainBytes)
    {
        private readonly List<long> numbers = [];
        private readonly List<long> addresses = [];
        private readonly List<uint> bytes = [];
        private readonly List<uint> masks = [];
        private bool isSorted = true;
        private bool isPlain = true;
        private bool isUnmasked = true;

        /// <summary>Adds a chunk.</summary>
        public void Add(long number, ChunkPlace place)
        {
            this.isSorted &= this.numbers.Count == 0 || number > this.numbers[^1];
            this.isPlain &= place.Bytes == plainBytes;
            this.isUnmasked &= place.Mask == 0;
            this.numbers.Add(number);
            this.addresses.Add(place.Address);
            this.bytes.Add((uint)place.Bytes);
            this.masks.Add(place.Mask);
        }

        /// <summary>The index of all chunks that were added.</summary>
        public ChunkIndex Build()
        {
            if (!this.isSorted)
            {
                int[] order = [.. Enumerable.Range(0, this.numbers.Count)];
                Array.Sort(this.numbers.ToArray(), order);
                Reorder(this.numbers, order);
                Reorder(this.addresses, order);
                Reorder(this.bytes, order);
                Reorder(this.masks, order);
            }

            int count = this.numbers.Count;
            bool isDense = count > 0 && this.numbers[0] == 0 && this.numbers[^1] == count - 1;
            return new ChunkIndex(
                isDense ? null : [.. this.numbers],
                [.. this.addresses],
                this.isPlain ? null : [.. this.bytes],
                this.isUnmasked ? null : [.. this.masks],
                plainBytes);
        }

        private static void Reorder<T>(List<T> values, int[] order)
        {
            T[] old = [.. values];
            Span<T> places = CollectionsMarshal.AsSpan(values);
            for (int i = 0; i < order.Length; i++)
                places[i] = old[order[i]];
        }
    }
}
