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
                string temporary = TemporaryFor(path);
                written.Add((temporary, target));
                WriteWhole(path, temporary, write);
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

    /// <summary>Removes what writers of a file left beside it when their process was killed. Nobody may be writing the file.</summary>
    /// <param name="path">The file.</param>
    public static void RemoveLeftovers(string path)
    {
        string target = Path.GetFullPath(path);
        string start = $".{Path.GetFileName(target)}.";
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(target) ?? target, "*.tmp"))
        {
            // A random name has 8 characters, a point and 3 more.
            string name = Path.GetFileName(file);
            if (name.StartsWith(start, StringComparison.Ordinal) && name.Length == start.Length + "12345678.123.tmp".Length)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>A name beside a file for what is to take its place, which nobody else uses.</summary>
    /// <param name="path">The file, as the caller calls it.</param>
    /// <exception cref="IOException">There cannot be such a file: its folder is not there, or it is a folder itself.</exception>
    public static string TemporaryFor(string path)
    {
        string target = Path.GetFullPath(path);
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
        return Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
    }

    /// <summary>Makes the file that is to take the place of another, empty, for a library that opens it by its name.</summary>
    /// <param name="path">The file, as the caller calls it.</param>
    /// <param name="temporary">What is to take its place.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static void MakeTemporary(string path, string temporary) => WriteWhole(path, temporary, static _ => { });

    private static void WriteWhole(string path, string temporary, Action<Stream> write)
    {
        try
        {
            using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        catch (UnauthorizedAccessException error)
        {
            // The name that it was denied is one that nobody knows.
            throw new UnauthorizedAccessException($"{path} cannot be written: access to it or to its folder is denied.", error);
        }
    }
}
