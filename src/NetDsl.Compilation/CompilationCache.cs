using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Compilation;

/// <summary>
/// Keeps compiled declarations on disk, one file each, so that a declaration costs a compilation once. A file is written whole or not at
/// all, and carries a checksum: one that is broken counts as missing. A folder that cannot be used is no error, only slower.
/// </summary>
public sealed class CompilationCache
{
    /// <summary>The environment variable that names another folder than <see cref="DefaultFolder"/>.</summary>
    public const string FolderVariable = "NETDSL_CACHE";

    private const string Extension = ".netdsl";

    /// <summary>
    /// The declarations that are kept, those used last: with some 100 KB each the folder stays below 50 MB, however many
    /// a search through hyperparameters makes.
    /// </summary>
    private const int MostFiles = 500;

    private static readonly byte[] Magic = "NETDSL02"u8.ToArray();

    /// <summary>A cache in a folder, which is made when it is first written to.</summary>
    /// <param name="folder">The folder; only files of the cache belong there.</param>
    public CompilationCache(string folder) => this.Folder = folder;

    /// <summary>The folder that is used unless another is named: NetDsl/cache in the user's local application data.</summary>
    /// <returns>Null where the user has none.</returns>
    public static string? DefaultFolder
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable(FolderVariable);
            if (!string.IsNullOrWhiteSpace(named))
            {
                return Path.GetFullPath(named);
            }

            string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return data.Length == 0 ? null : Path.Combine(data, "NetDsl", "cache");
        }
    }

    /// <summary>Where the files lie.</summary>
    public string Folder { get; }

    /// <summary>The file of a key, whether it exists or not.</summary>
    internal string PathOf(string key) => Path.Combine(this.Folder, key + Extension);

    /// <summary>What was kept under a key, or null.</summary>
    internal CompiledImage? Read(string key)
    {
        try
        {
            string path = this.PathOf(key);
            if (!File.Exists(path))
            {
                return null;
            }

            CompiledImage? image = Decode(File.ReadAllBytes(path));
            if (image is not null)
            {
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            }

            return image;
        }
        catch (Exception error) when (IsDisk(error))
        {
            return null;
        }
    }

    /// <summary>Keeps something under a key.</summary>
    internal void Write(string key, CompiledImage image)
    {
        // Another process may write the same key at this moment: each has its own file until it is whole.
        string temporary = Path.Combine(this.Folder, Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            this.CreateFolder();
            File.WriteAllBytes(temporary, Encode(image));
            File.Move(temporary, this.PathOf(key), overwrite: true);
            this.Trim();
        }
        catch (Exception error) when (IsDisk(error))
        {
            TryDelete(temporary);
        }
    }

    private static bool IsDisk(Exception error) => error is IOException or UnauthorizedAccessException or NotSupportedException;

    private static byte[] Encode(CompiledImage image)
    {
        using MemoryStream payload = new();
        using (BinaryWriter writer = new(payload, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(image.Warnings.Count);
            foreach (DeclarationDiagnostic warning in image.Warnings)
            {
                writer.Write(warning.Id);
                writer.Write(warning.Line);
                writer.Write(warning.Column);
                writer.Write(warning.Message);
            }

            writer.Write(image.Surplus ?? string.Empty);
            writer.Write(image.Assembly.Length);
            writer.Write(image.Assembly);
        }

        byte[] body = payload.ToArray();
        return [.. Magic, .. SHA256.HashData(body), .. body];
    }

    private static CompiledImage? Decode(byte[] file)
    {
        int start = Magic.Length + SHA256.HashSizeInBytes;
        if (file.Length < start
            || !file.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            || !SHA256.HashData(file.AsSpan(start)).AsSpan().SequenceEqual(file.AsSpan(Magic.Length, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        using BinaryReader reader = new(new MemoryStream(file, start, file.Length - start), Encoding.UTF8);
        DeclarationDiagnostic[] warnings = new DeclarationDiagnostic[reader.ReadInt32()];
        for (int i = 0; i < warnings.Length; i++)
        {
            string id = reader.ReadString();
            int line = reader.ReadInt32();
            int column = reader.ReadInt32();
            warnings[i] = new DeclarationDiagnostic(id, IsError: false, line, column, reader.ReadString());
        }

        string surplus = reader.ReadString();
        return new CompiledImage(reader.ReadBytes(reader.ReadInt32()), warnings, surplus.Length == 0 ? null : surplus);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (IsDisk(error))
        {
            // The folder is not usable, which is where this began.
        }
    }

    // The files are code that will be run: nobody else may write them.
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(this.Folder);
        }
        else
        {
            Directory.CreateDirectory(this.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Trim()
    {
        FileInfo[] files = new DirectoryInfo(this.Folder).GetFiles("*" + Extension);
        foreach (FileInfo file in files.OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostFiles))
        {
            TryDelete(file.FullName);
        }
    }
}
