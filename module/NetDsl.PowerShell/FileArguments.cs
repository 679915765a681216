using System.Collections.ObjectModel;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>From what a person gives as a path to the files of the disk: providers, drives, wildcards.</summary>
/// <param name="session">The session, which knows the drives and the current folder.</param>
internal sealed class FileArguments(SessionState session)
{
    private const string FileSystem = "FileSystem";

    /// <summary>The files that a path with wildcards stands for, in ordinal order; at least one.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="CommandErrorException">There is none, or the path is no place for files.</exception>
    public IReadOnlyList<string> Matching(string path)
    {
        Collection<string> files = session.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
        RequireFiles(provider, path);
        return files.Count > 0
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw new CommandErrorException(
                "FileNotFound", ErrorCategory.ObjectNotFound, path, $"No file matches {path}. Give the path of a file that is there.");
    }

    /// <summary>The file that a path stands for as it is written, whether it is there or not.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="CommandErrorException">The path is no place for files.</exception>
    public string Literal(string path)
    {
        string file = session.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        RequireFiles(provider, path);
        return file;
    }

    /// <summary>Says what a folder is in place of a file; to read or write it would only be denied.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="CommandErrorException">It is a folder.</exception>
    public static void RefuseFolder(string file)
    {
        if (Directory.Exists(file))
        {
            throw new CommandErrorException(
                "PathIsFolder", ErrorCategory.InvalidArgument, file, $"{file} is a folder. Give the path of a file, {Path.Combine(file, "*")} say.");
        }
    }

    private static void RequireFiles(ProviderInfo provider, string path)
    {
        if (provider.Name != FileSystem)
        {
            throw new CommandErrorException(
                "NotAFile",
                ErrorCategory.InvalidArgument,
                path,
                $"{path} is a place of the provider {provider.Name}; give a path of the file system.");
        }
    }
}
