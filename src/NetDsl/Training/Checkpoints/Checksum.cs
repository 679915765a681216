using System.Security.Cryptography;
using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>SHA-256 of values in the byte order of files, so that it is the same on every machine.</summary>
internal sealed class Checksum : IDisposable
{
    /// <summary>The values whose bytes are made at once.</summary>
    private const int BlockLength = 16 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The checksum of some values, as text.</summary>
    public static string Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            return SettingText.None;
        }

        using Checksum checksum = new();
        checksum.Add(values);
        return checksum.ToString();
    }

    /// <summary>Adds values.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        for (int begin = 0; begin < values.Length; begin += BlockLength)
        {
            ReadOnlySpan<float> block = values.Slice(begin, Math.Min(BlockLength, values.Length - begin));
            this.hash.AppendData(SafetensorsTensor.Create(string.Empty, [block.Length], block).Data);
        }
    }

    /// <summary>The checksum so far, as text.</summary>
    public override string ToString() => "SHA-256 " + Convert.ToHexStringLower(this.hash.GetCurrentHash());

    public void Dispose() => this.hash.Dispose();
}
