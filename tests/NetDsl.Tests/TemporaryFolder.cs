namespace NetDsl.Tests;

/// <summary>A folder of its own for each test, removed with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("netdsl-tests-");

    public string Path => this.folder.FullName;

    public IEnumerable<string> FileNames => this.folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal);

    public string File(string name) => System.IO.Path.Combine(this.folder.FullName, name);

    public void Dispose() => this.folder.Delete(recursive: true);
}
