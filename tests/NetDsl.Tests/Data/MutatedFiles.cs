using System.Diagnostics;
using System.Text;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data;

/// <summary>
/// Holds a reader to what no file may break, by files that are whole but for a few changes: it gives an answer or a
/// <see cref="DataFormatException"/>, soon, and takes no more memory than a file of that length can need.
/// </summary>
internal static class MutatedFiles
{
    /// <summary>The files that a reader must stand.</summary>
    public const int Count = 2_000;

    private const long AllocationPerByte = 4;
    private const long AllocationBesides = 64L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly byte[][] Texts =
    [
        "\""u8.ToArray(), "\"\""u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), ","u8.ToArray(), "1e400"u8.ToArray(), "-1e-400"u8.ToArray(),
        "99999999999999999999999999999999"u8.ToArray(), "nan"u8.ToArray(), "-"u8.ToArray(), "2147483648"u8.ToArray(),
        "18446744073709551615"u8.ToArray(), "\0"u8.ToArray(), "\xFF"u8.ToArray(), Encoding.UTF8.GetBytes(new string('9', 5_000)),
    ];

    /// <summary>Reads changed files, and says how many could be read and how many were refused.</summary>
    /// <param name="seeds">The contents of whole files, which the reader reads.</param>
    /// <param name="read">Reads the file of a path to its end; it is told the number of the seed too.</param>
    /// <param name="seed">Of the changes.</param>
    /// <param name="count">How many files are made.</param>
    public static (int Read, int Refused) Check(IReadOnlyList<byte[]> seeds, Action<string, int> read, ulong seed = 1, int count = Count)
    {
        int done = 0;
        for (int trial = 0; trial < count; trial++)
        {
            int which = trial % seeds.Count;
            byte[] content = Change(seeds[which], new RandomStream(seed, (ulong)trial));
            using TemporaryFile file = new(content);
            string what = $"changed file {trial} (seed {seed}) of {content.Length} bytes";
            done += ReadOne(file.Path, content.Length, path => read(path, which), what) ? 1 : 0;
        }

        return (done, count - done);
    }

    /// <summary>A copy with one to four changes.</summary>
    public static byte[] Change(byte[] whole, RandomStream random)
    {
        List<byte> content = [.. whole];
        for (int change = random.NextInt(4); change >= 0 && content.Count > 0; change--)
        {
            // Half of all places lie near the beginning, where headers are.
            int reach = random.NextInt(2) == 0 ? Math.Min(content.Count, 512) : content.Count;
            ChangeAt(content, random.NextInt(reach), ref random);
        }

        return [.. content];
    }

    private static void ChangeAt(List<byte> content, int place, ref RandomStream random)
    {
        int length = Math.Min(1 << random.NextInt(4), content.Count - place);
        switch (random.NextInt(8))
        {
            case 0:
                content[place] ^= (byte)(1 << random.NextInt(8));
                break;
            case 1:
                content[place] = (byte)random.NextInt(256);
                break;
            case 2:
                content.RemoveRange(place, content.Count - place);
                break;
            case 3:
                content.RemoveRange(place, length);
                break;
            case 4:
                content.InsertRange(place, content.GetRange(place, length));
                break;
            case 5:
                content.InsertRange(place, Texts[random.NextInt(Texts.Length)]);
                break;
            default:
                Enlarge(content, place, length, ref random);
                break;
        }
    }

    /// <summary>Makes a number of 1, 2, 4 or 8 bytes huge, negative or zero, whichever byte of it comes first.</summary>
    private static void Enlarge(List<byte> content, int place, int length, ref RandomStream random)
    {
        byte fill = (byte)(random.NextInt(3) == 0 ? 0 : 0xFF);
        for (int i = 0; i < length; i++)
        {
            content[place + i] = fill;
        }

        if (random.NextInt(2) == 0)
        {
            content[place + (random.NextInt(2) == 0 ? 0 : length - 1)] = 0x7F;
        }
    }

    private static bool ReadOne(string path, int size, Action<string> read, string what)
    {
        // A machine may stand still for a while, so that a file is slow only if it is so twice.
        (bool isRead, long allocated, TimeSpan time) = Measure(path, read, what);
        if (time > Longest)
        {
            (isRead, allocated, time) = Measure(path, read, what);
            Assert.True(time <= Longest, $"{what}: took {time}.");
        }

        Assert.True(allocated <= (AllocationPerByte * size) + AllocationBesides, $"{what}: {allocated} bytes were allocated.");
        return isRead;
    }

    private static (bool IsRead, long Allocated, TimeSpan Time) Measure(string path, Action<string> read, string what)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        bool isRead = false;
        try
        {
            read(path);
            isRead = true;
        }
        catch (DataFormatException)
        {
            // What a broken file is to be answered with.
        }
        catch (Exception error)
        {
            Assert.Fail($"{what}: {error}");
        }

        return (isRead, GC.GetAllocatedBytesForCurrentThread() - before, watch.Elapsed);
    }
}
