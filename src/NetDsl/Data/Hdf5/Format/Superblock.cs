namespace NetDsl.Data.Hdf5.Format;

/// <summary>What the file says of itself at its beginning (HDF5 File Format Specification 3.0, section II.A).</summary>
/// <param name="BaseAddress">The place that addresses count from: that of the superblock.</param>
/// <param name="OffsetSize">The bytes of an address.</param>
/// <param name="LengthSize">The bytes of a length.</param>
/// <param name="RootAddress">The address of the root group's header.</param>
internal sealed record Superblock(long BaseAddress, int OffsetSize, int LengthSize, long RootAddress)
{
    // Longer than a superblock of any version.
    private const int LongestLength = 160;

    private const string What = "the superblock";

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Finds the superblock: at the file's beginning, or behind a block of the user's of 512 bytes or a power of two of them.</summary>
    public static Superblock Find(Hdf5Source source)
    {
        Span<byte> signature = stackalloc byte[Signature.Length];
        for (long place = 0; place <= source.FileLength - Signature.Length; place = place == 0 ? 512 : 2 * place)
        {
            source.Read(place, signature, What);
            if (signature.SequenceEqual(Signature))
                return Read(source, place);
        }

        throw source.Broken("this is no HDF5 file: it does not begin with the letters 89 'HDF', nor do they follow after 512, 1024, 2048 ... bytes.");
    }

    private static Superblock Read(Hdf5Source source, long place)
    {
        byte[] block = source.ReadBlock(place, Math.Min(LongestLength, source.FileLength - place), What);
        ByteCursor cursor = new(source, block, What);
        cursor.Skip(Signature.Length);
        int version = cursor.Version(0, 3);
        if (version < 2)
            cursor.Skip(4);

        int offsetSize = cursor.UInt8();
        int lengthSize = cursor.UInt8();
        if (offsetSize is not (2 or 4 or 8) || lengthSize is not (2 or 4 or 8))
            throw cursor.Broken(FormattableString.Invariant($"addresses have {offsetSize} bytes and lengths {lengthSize}; 2, 4 and 8 are read."));

        // Flags of use, and before version 2 the sizes of B-trees' nodes, which every node says for itself.
        cursor.Skip(version switch { 0 => 1 + 8, 1 => 1 + 8 + 4, _ => 1 });
        cursor.Skip(offsetSize);
        cursor.Skip(offsetSize);
        long end = cursor.Number(offsetSize);
        if (end > source.FileLength)
        {
            throw source.Broken(FormattableString.Invariant(
                $"the file should have {end} bytes, but has {source.FileLength}: it is cut off, or the program that writes it has not closed it yet."));
        }

        // Before version 2 the driver's block and the root group's name come before its address.
        cursor.Skip(version < 2 ? 2 * offsetSize : 0);
        long root = cursor.Number(offsetSize);
        if (version >= 2)
        {
            cursor.Skip(sizeof(uint));
            source.CheckSum(block.AsSpan(0, cursor.Position), What);
        }

        return new Superblock(place, offsetSize, lengthSize, root);
    }
}
