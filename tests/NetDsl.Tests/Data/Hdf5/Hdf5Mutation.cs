using System.Buffers.Binary;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>Breaks files: bits are flipped, ends cut off, numbers made huge or small, blocks copied over others.</summary>
internal static class Hdf5Mutation
{
    private const int Kinds = 6;

    /// <summary>A broken copy.</summary>
    /// <param name="whole">The file.</param>
    /// <param name="random">Decides how it is broken.</param>
    public static byte[] Break(byte[] whole, Random random)
    {
        byte[] changed = [.. whole];
        int times = random.Next(1, 4);
        for (int i = 0; i < times; i++)
        {
            int place = Place(changed, random);
            switch (random.Next(Kinds))
            {
                case 0:
                case 1:
                    changed[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    MakeHuge(changed.AsSpan(place), random);
                    break;
                case 3:
                    changed[place] = (byte)random.Next(256);
                    break;
                case 4:
                    // Addresses lie on multiples of 8; one that leads elsewhere makes circles.
                    int target = place / 8 * 8;
                    if (target + 8 <= changed.Length)
                        BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(target), random.Next(changed.Length) / 8 * 8);

                    break;
                default:
                    int length = Math.Min(random.Next(1, 64), changed.Length - place);
                    changed.AsSpan(random.Next(changed.Length - length + 1), length).CopyTo(changed.AsSpan(place));
                    break;
            }
        }

        return random.Next(10) == 0 ? changed[..random.Next(changed.Length)] : changed;
    }

    // Structure is more often not zero than values are; most changes should meet it.
    private static int Place(byte[] file, Random random)
    {
        int place = random.Next(file.Length);
        for (int attempt = 0; attempt < 8 && file[place] == 0; attempt++)
            place = random.Next(file.Length);

        return place;
    }

    private static void MakeHuge(Span<byte> place, Random random)
    {
        int size = Math.Min(1 << random.Next(4), place.Length);
        place[..size].Fill(0xFF);
        if (random.Next(2) == 0)
            place[size - 1] = 0x7F;
        else if (random.Next(2) == 0)
            place[..(size / 2)].Clear();
    }
}
