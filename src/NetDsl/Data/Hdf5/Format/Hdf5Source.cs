using Microsoft.Win32.SafeHandles;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>The bytes of an HDF5 file and what its superblock says of them. Reads are at a place, so that threads do not disturb each other.</summary>
internal sealed class Hdf5Source : IDisposable
{
    /// <summary>The address of what does not exist: all bits set in the file.</summary>
    public const long Undefined = -1;

    private readonly SafeFileHandle handle;

    private Hdf5Source(string path, SafeFileHandle handle, bool verifyChecksums)
    {
        this.Path = path;
        this.handle = handle;
        this.VerifiesChecksums = verifyChecksums;
        this.FileLength = RandomAccess.GetLength(handle);
    }

    /// <summary>The file's path, for messages.</summary>
    public string Path { get; }

    /// <summary>Whether a wrong check sum is an error.</summary>
    public bool VerifiesChecksums { get; }

    /// <summary>The length of the whole file.</summary>
    public long FileLength { get; }

    /// <summary>The bytes that addresses may lie in: those from the superblock on.</summary>
    public long Length => this.FileLength - this.Superblock.BaseAddress;

    /// <summary>The bytes of an address in the file.</summary>
    public int OffsetSize => this.Superblock.OffsetSize;

    /// <summary>The bytes of a length in the file.</summary>
    public int LengthSize => this.Superblock.LengthSize;

    /// <summary>The address of the root group's header.</summary>
    public long RootAddress => this.Superblock.RootAddress;

    /// <summary>Sequences and texts of variable length.</summary>
    public GlobalHeap GlobalHeap => field ??= new GlobalHeap(this);

    private Superblock Superblock { get; set; } = new(0, 8, 8, 0);

    /// <summary>Opens a file and reads its superblock.</summary>
    /// <param name="path">The file.</param>
    /// <param name="verifyChecksums">Whether a wrong check sum is an error.</param>
    public static Hdf5Source Open(string path, bool verifyChecksums)
    {
        // Without a lock: the program that wrote the file may still hold it.
        SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            Hdf5Source source = new(path, handle, verifyChecksums);
            source.Superblock = Superblock.Find(source);
            return source;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The error that something in the file is not as it should be.</summary>
    /// <param name="problem">A sentence.</param>
    public DataFormatException Broken(string problem) => DataFormatException.InFile(this.Path, problem);

    /// <summary>Checks that a block lies within the file.</summary>
    /// <param name="address">Its first byte.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="what">What it is, for the message: "the header of a group".</param>
    public void Check(long address, long length, string what)
    {
        if (address < 0 || length < 0 || address > this.Length || length > this.Length - address)
        {
            throw this.Broken(FormattableString.Invariant(
                $"{what} should be the {length} bytes from {address} on, but the file has {this.Length}. It is cut off or broken."));
        }
    }

    /// <summary>Reads bytes to fill a span.</summary>
    /// <param name="address">The first.</param>
    /// <param name="destination">Where they go.</param>
    /// <param name="what">What they are, for the message.</param>
    public void Read(long address, Span<byte> destination, string what)
    {
        this.Check(address, destination.Length, what);
        long place = address + this.Superblock.BaseAddress;
        while (!destination.IsEmpty)
        {
            int read = RandomAccess.Read(this.handle, destination, place);
            if (read == 0)
                throw this.Broken(FormattableString.Invariant($"the file ends within {what}. It became shorter while it was read."));

            destination = destination[read..];
            place += read;
        }
    }

    /// <summary>Reads a block.</summary>
    /// <param name="address">Its first byte.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="what">What it is, for the message.</param>
    public byte[] ReadBlock(long address, long length, string what)
    {
        this.Check(address, length, what);
        if (length > Array.MaxLength)
            throw this.Broken(FormattableString.Invariant($"{what} is said to have {length} bytes, more than fit into an array. The file is broken."));

        byte[] block = GC.AllocateUninitializedArray<byte>((int)length);
        this.Read(address, block, what);
        return block;
    }

    /// <summary>Checks the sum at the end of a block.</summary>
    /// <param name="block">All of it, with the sum in its last four bytes.</param>
    /// <param name="what">What it is, for the message.</param>
    public void CheckSum(ReadOnlySpan<byte> block, string what)
    {
        if (!this.VerifiesChecksums)
            return;

        ReadOnlySpan<byte> sum = block[^sizeof(uint)..];
        if (Lookup3.Sum(block[..^sizeof(uint)]) != System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(sum))
            throw this.Broken($"the check sum of {what} is wrong. The file is broken.");
    }

    /// <inheritdoc/>
    public void Dispose() => this.handle.Dispose();
}
