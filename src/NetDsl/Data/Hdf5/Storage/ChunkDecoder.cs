using System.Buffers;
using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Takes chunks from the file and undoes their filters.</summary>
internal sealed class ChunkDecoder
{
    private const string What = "a chunk";

    // Zlib packs no better than this (https://zlib.net/zlib_tech.html), LZF far less.
    private const long BestRatio = 1032;

    // Up to here a chunk that promises too much costs little.
    private const int LargestUnchecked = 1 << 22;

    private readonly Hdf5Source source;
    private readonly string path;
    private readonly IReadOnlyList<Filter> filters;
    private readonly Filter? unknown;

    /// <summary>For the chunks of one dataset.</summary>
    public ChunkDecoder(Hdf5Source source, string path, FilterPipeline pipeline)
    {
        this.source = source;
        this.path = path;
        this.filters = pipeline.Filters;
        this.unknown = pipeline.Unknown;
    }

    /// <summary>Whether a chunk lies in the file as it is read.</summary>
    public bool IsPlain(uint mask)
    {
        for (int i = 0; i < this.filters.Count; i++)
        {
            if (IsApplied(mask, i))
                return false;
        }

        return true;
    }

    /// <summary>Checks, before memory is taken, that the chunk can hold what it should.</summary>
    /// <param name="place">Where it lies.</param>
    /// <param name="length">The bytes that it should unpack to.</param>
    public void CheckLength(ChunkPlace place, int length)
    {
        if (this.unknown is not null)
        {
            throw this.source.Broken(
                $"the dataset '{this.path}' is packed with {this.unknown.Name}, which is not read here. " +
                "Write the file anew with 'h5repack -f GZIP=4', which is.");
        }

        if (this.IsPlain(place.Mask) ? place.Bytes != length : length / BestRatio > place.Bytes + 64)
            throw this.WrongLength(length);

        // What unpacks to many times its size is unpacked once for its length alone.
        if (length > LargestUnchecked && length / 4 > this.source.FileLength)
            this.Measure(place, length);
    }

    /// <summary>Reads a chunk.</summary>
    /// <param name="place">Where it lies.</param>
    /// <param name="destination">All of the chunk's bytes.</param>
    public void Decode(ChunkPlace place, Span<byte> destination)
    {
        if (this.IsPlain(place.Mask))
        {
            this.source.Read(place.Address, destination, What);
            return;
        }

        byte[] one = ArrayPool<byte>.Shared.Rent((int)place.Bytes);
        byte[]? other = null;
        try
        {
            this.source.Read(place.Address, one.AsSpan(0, (int)place.Bytes), What);
            int length = (int)place.Bytes;
            int left = this.Applied(place.Mask);
            for (int i = this.filters.Count - 1; i >= 0; i--)
            {
                if (!IsApplied(place.Mask, i))
                    continue;

                if (this.filters[i].Id == FilterPipeline.Fletcher32)
                {
                    length = this.CheckSum(one.AsSpan(0, length));
                    left--;
                    continue;
                }

                // The last filter writes into the destination; those before it swap buffers.
                int unpacked = destination.Length + (sizeof(uint) * this.Sums(place.Mask, i));
                bool isLast = --left == 0;
                other = isLast ? other : Grow(other, unpacked);
                this.Undo(this.filters[i].Id, one, length, isLast ? destination : other.AsSpan(0, unpacked));
                length = unpacked;
                if (isLast)
                    return;

                (one, other) = (other!, one);
            }

            if (length != destination.Length)
                throw this.WrongLength(destination.Length);

            one.AsSpan(0, length).CopyTo(destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(one);
            if (other is not null)
                ArrayPool<byte>.Shared.Return(other);
        }
    }

    private static byte[] Grow(byte[]? buffer, int length)
    {
        if (buffer is not null && buffer.Length >= length)
            return buffer;

        if (buffer is not null)
            ArrayPool<byte>.Shared.Return(buffer);

        return ArrayPool<byte>.Shared.Rent(length);
    }

    private static bool IsApplied(uint mask, int filter) => filter >= 32 || (mask >> filter & 1) == 0;

    private int Applied(uint mask)
    {
        int count = 0;
        for (int i = 0; i < this.filters.Count; i++)
            count += IsApplied(mask, i) ? 1 : 0;

        return count;
    }

    // The check sums that were added before a filter was applied.
    private int Sums(uint mask, int filter)
    {
        int count = 0;
        for (int i = 0; i < filter; i++)
            count += this.filters[i].Id == FilterPipeline.Fletcher32 && IsApplied(mask, i) ? 1 : 0;

        return count;
    }

    private void Undo(int filter, byte[] packed, int length, Span<byte> destination)
    {
        switch (filter)
        {
            case FilterPipeline.Shuffle when length == destination.Length:
                ByteShuffle.Undo(packed.AsSpan(0, length), destination, this.ShuffledSize());
                break;
            case FilterPipeline.Deflate when Deflated.TryUnpack(packed, length, destination):
                break;
            case FilterPipeline.Lzf when Lzf.TryUnpack(packed.AsSpan(0, length), destination):
                break;
            default:
                throw this.WrongLength(destination.Length);
        }
    }

    private int ShuffledSize()
    {
        uint[] values = this.filters.First(filter => filter.Id == FilterPipeline.Shuffle).Values;
        return values.Length > 0 && values[0] is > 0 and <= int.MaxValue ? (int)values[0] : 1;
    }

    private int CheckSum(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < sizeof(uint) || !Fletcher32.IsRight(packed[..^sizeof(uint)], packed[^sizeof(uint)..]))
            throw this.source.Broken($"a chunk of the dataset '{this.path}' has a wrong check sum. The file is broken.");

        return packed.Length - sizeof(uint);
    }

    private void Measure(ChunkPlace place, int length)
    {
        int packer = -1;
        for (int i = 0; i < this.filters.Count; i++)
        {
            if (this.filters[i].Id is FilterPipeline.Deflate or FilterPipeline.Lzf && IsApplied(place.Mask, i))
                packer = i;
        }

        if (packer < 0 || this.filters[packer].Id != FilterPipeline.Deflate)
            return;

        byte[] packed = ArrayPool<byte>.Shared.Rent((int)place.Bytes);
        this.source.Read(place.Address, packed.AsSpan(0, (int)place.Bytes), What);
        long unpacked = Deflated.Measure(packed, (int)place.Bytes, length + (4L * this.filters.Count));
        ArrayPool<byte>.Shared.Return(packed);
        if (unpacked != length + (sizeof(uint) * this.Sums(place.Mask, packer)))
            throw this.WrongLength(length);
    }

    private DataFormatException WrongLength(int length) => this.source.Broken(FormattableString.Invariant(
        $"a chunk of the dataset '{this.path}' does not unpack to the {length} bytes that it should. The file is broken."));
}
