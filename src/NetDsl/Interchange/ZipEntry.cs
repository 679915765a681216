namespace NetDsl.Interchange;

/// <summary>A file in a zip file, as the directory at its end describes it.</summary>
/// <param name="Name">What it is called, with its folders.</param>
/// <param name="Method">How it is packed: 0 for stored as it is, 8 for deflate.</param>
/// <param name="IsEncrypted">Whether it is.</param>
/// <param name="PackedLength">The bytes that it takes.</param>
/// <param name="Length">The bytes that it has.</param>
/// <param name="CheckSum">Of the latter.</param>
/// <param name="HeaderOffset">Where its header begins.</param>
internal sealed record ZipEntry(string Name, int Method, bool IsEncrypted, long PackedLength, long Length, uint CheckSum, long HeaderOffset)
{
    public const int Stored = 0;
    public const int Deflated = 8;
}
