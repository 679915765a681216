using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace NetDsl.Data.Hdf5;

/// <summary>
/// The HDF Group's library, with which HDF5 files are written. It is looked for when the first file is written and needed by nothing else.
/// It may be built without threads: whoever calls it has called <see cref="Enter"/> first. No identifier of it leaves <see cref="Hdf5Writer"/> and the
/// writers of its parts, so that another library can take its place.
/// </summary>
internal static unsafe partial class LibHdf5
{
    /// <summary>The name that imports are declared with.</summary>
    private const string Name = "hdf5";

    /// <summary>The environment variable with the path of the library, for those who have it elsewhere.</summary>
    private const string PathVariable = "NETDSL_HDF5";

    private static readonly Lazy<nint> Handle = new(Load);

    private static readonly Lock Gate = new();

    /// <summary>
    /// Finds and starts the library, if that was not done, and keeps every other thread out of it until the answer is disposed.
    /// </summary>
    /// <exception cref="DllNotFoundException">It is not there, or older than 1.10; the message says what brings it.</exception>
    public static Lock.Scope Enter()
    {
        _ = Handle.Value;
        Lock.Scope scope = Gate.EnterScope();

        // Errors are told as exceptions, not printed. A build for threads keeps this for each thread.
        _ = H5Eset_auto2(0, 0, 0);
        return scope;
    }

    /// <summary>One of the identifiers that the library keeps in variables: of its types and of its classes of properties.</summary>
    /// <param name="variable">What the variable is called, for example H5T_NATIVE_FLOAT_g.</param>
    public static long Global(string variable) => *(long*)NativeLibrary.GetExport(Handle.Value, variable);

    /// <summary>A function that not every version has, or 0.</summary>
    /// <param name="function">Its name.</param>
    public static nint Optional(string function) => NativeLibrary.TryGetExport(Handle.Value, function, out nint address) ? address : 0;

    /// <summary>Refuses an answer that is an error.</summary>
    /// <param name="answer">Negative where the call failed.</param>
    /// <param name="path">The file that is written.</param>
    /// <param name="what">What could not be done: "the dataset /x cannot be made".</param>
    /// <exception cref="IOException">The call failed; the message is the library's own.</exception>
    public static long Check(long answer, string path, string what)
    {
        if (answer >= 0)
        {
            return answer;
        }

        string reason = Essence(LastError());
        _ = H5Eclear2(0);
        throw new IOException($"{path}: {what}: {(reason.Length == 0 ? "the HDF5 library does not say why" : reason)}.");
    }

    private static nint Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(LibHdf5).Assembly, static (name, _, _) => name == Name ? Handle.Value : 0);
        nint handle = Find();

        // When the process ends the library would end the files that could not be written, and fail at it. Every other file is ended before.
        // Any other call, be it for the version, would be too late for this.
        ((delegate* unmanaged<int>)NativeLibrary.GetExport(handle, "H5dont_atexit"))();
        uint major = 0;
        uint minor = 0;
        uint release = 0;
        var version = (delegate* unmanaged<uint*, uint*, uint*, int>)NativeLibrary.GetExport(handle, "H5get_libversion");
        version(&major, &minor, &release);
        if (major == 1 && minor < 10)
        {
            throw new DllNotFoundException(
                $"The HDF5 library found here is {major}.{minor}.{release}; writing HDF5 files needs 1.10 or later. {Advice()}");
        }

        ((delegate* unmanaged<int>)NativeLibrary.GetExport(handle, "H5open"))();
        return handle;
    }

    private static nint Find()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path)
        {
            return NativeLibrary.TryLoad(path, out nint given)
                ? given
                : throw new DllNotFoundException(
                    $"The environment variable {PathVariable} says that the HDF5 library is '{path}'; it cannot be loaded from there. " +
                    "Correct the path, or remove the variable.");
        }

        Assembly assembly = typeof(LibHdf5).Assembly;
        foreach (string name in Names())
        {
            if (NativeLibrary.TryLoad(name, assembly, null, out nint found))
            {
                return found;
            }
        }

        throw new DllNotFoundException(
            "HDF5 files are written with the HDF Group's library, and it is not on this machine. (Reading them needs no library.) " + Advice());
    }

    /// <summary>Where the library may be, the most likely first.</summary>
    private static IEnumerable<string> Names()
    {
        if (OperatingSystem.IsWindows())
        {
            string installed = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "HDF_Group", "HDF5");
            IEnumerable<string> versions = Directory.Exists(installed)
                ? Directory.EnumerateDirectories(installed).OrderDescending(StringComparer.OrdinalIgnoreCase)
                : [];
            return ["hdf5.dll", .. versions.Select(folder => Path.Combine(folder, "bin", "hdf5.dll"))];
        }

        if (OperatingSystem.IsMacOS())
        {
            return
            [
                "libhdf5.dylib", "/opt/homebrew/lib/libhdf5.dylib", "/usr/local/lib/libhdf5.dylib", "/opt/local/lib/libhdf5.dylib",
            ];
        }

        // Debian's build for one process first; the numbers are the interfaces of 1.10, 1.12, 1.14 and 2.0.
        string[] stems = ["libhdf5_serial.so", "libhdf5.so"];
        return stems.SelectMany(stem => (string[])[$"{stem}.103", $"{stem}.200", $"{stem}.310", $"{stem}.320", stem]);
    }

    private static string Advice() =>
        $"{System()} Where it is in an unusual place, the environment variable {PathVariable} says where.";

    private static string System() =>
        OperatingSystem.IsWindows() ? "The HDF Group's installer brings it (hdfgroup.org), or put hdf5.dll and its companions on the PATH." :
        OperatingSystem.IsMacOS() ? "'brew install hdf5' brings it." :
        "On Debian and Ubuntu the package libhdf5-103-1 (later releases: libhdf5-310) brings it, on Fedora the package hdf5.";

    /// <summary>Of a failed call of the system the library tells all it knows; what the system said of it is enough.</summary>
    private static string Essence(string error)
    {
        const string Said = "error message = '";
        int begin = error.IndexOf(Said, StringComparison.Ordinal) + Said.Length;
        int end = begin < Said.Length ? -1 : error.IndexOf('\'', begin);
        return end < 0 ? error : error[begin..end];
    }

    /// <summary>What the library says of its last error: what was at its bottom, for example that the disk is full.</summary>
    private static string LastError()
    {
        StringBuilder text = new();
        GCHandle target = GCHandle.Alloc(text);
        try
        {
            // Upward: from where it went wrong to what was called.
            _ = H5Ewalk2(0, 0, &Take, GCHandle.ToIntPtr(target));
        }
        finally
        {
            target.Free();
        }

        return text.ToString();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Take(uint number, ErrorRecord* error, nint target)
    {
        if (number == 0 && GCHandle.FromIntPtr(target).Target is StringBuilder text)
        {
            text.Append(Marshal.PtrToStringUTF8(error->Description)?.TrimEnd('.', '\n', ' '));
        }

        return 0;
    }

    /// <summary>One of the library's errors (H5E_error2_t).</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ErrorRecord
    {
        public long Class;
        public long Major;
        public long Minor;
        public uint Line;
        public nint Function;
        public nint File;
        public nint Description;
    }
}
