namespace NetDsl.Data;

/// <summary>Files that are there as a whole or not at all, whatever happens to the program or the machine.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, makes sure that it is on the disk, and only then puts it in the file's place.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write) => Write([(path, write)]);

    /// <summary>Writes files that belong together: puts none in its place before all are on the disk.</summary>
    /// <param name="files">The files, each with what writes its content; those that are there are replaced.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        List<(string Temporary, string Target)> written = [];
        try
        {
            foreach ((string path, Action<Stream> write) in files)
            {
                string target = Path.GetFullPath(path);
                string temporary = TemporaryFor(path, target);
                written.Add((temporary, target));
                using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            foreach ((string temporary, string target) in written)
            {
                File.Move(temporary, target, overwrite: true);
            }
        }
        catch
        {
            foreach ((string temporary, _) in written)
            {
                File.Delete(temporary);
            }

            throw;
        }
    }

    private static string TemporaryFor(string path, string target)
    {
        string folder = Path.GetDirectoryName(target) ?? target;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: the folder {folder} does not exist.");
        }

        if (Directory.Exists(target))
        {
            throw new IOException($"{path} cannot be written: it is a folder.");
        }

        // In the same folder: only within one file system is a move a single act.
        return Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
    }
}
