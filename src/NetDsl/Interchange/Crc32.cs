namespace NetDsl.Interchange;

/// <summary>The check sum of zip files (ISO 3309, the polynomial 0x04C11DB7 with the lowest bit first), eight bytes at a time.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The check sum of bytes behind others.</summary>
    /// <param name="sum">That of the others; 0 for none.</param>
    /// <param name="bytes">The bytes.</param>
    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        uint[][] tables = Tables;
        uint register = ~sum;
        while (bytes.Length >= Slices)
        {
            uint next = 0;
            for (int i = 0; i < sizeof(uint); i++)
            {
                next ^= tables[Slices - 1 - i][(byte)((register >> (8 * i)) ^ bytes[i])] ^ tables[Slices - 5 - i][bytes[i + sizeof(uint)]];
            }

            register = next;
            bytes = bytes[Slices..];
        }

        foreach (byte value in bytes)
        {
            register = (register >> 8) ^ tables[0][(byte)(register ^ value)];
        }

        return ~register;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, Slices).Select(_ => new uint[256])];
        for (uint value = 0; value < 256; value++)
        {
            uint register = value;
            for (int bit = 0; bit < 8; bit++)
            {
                register = (register >> 1) ^ ((register & 1) * Polynomial);
            }

            tables[0][value] = register;
        }

        for (int slice = 1; slice < Slices; slice++)
        {
            for (int value = 0; value < 256; value++)
            {
                uint before = tables[slice - 1][value];
                tables[slice][value] = (before >> 8) ^ tables[0][(byte)before];
            }
        }

        return tables;
    }
}
