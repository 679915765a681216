using System.ComponentModel;
using System.Diagnostics;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>Lets Python look at files, where it is there with the packages for it.</summary>
internal static class PythonPeer
{
    // Debian's own first: another one on the path may be without the packages.
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3", "python"];

    private static readonly Lazy<string?> WithNumPy = new(() => Array.Find(Pythons, python => Run(python, "import numpy", []) is { ExitCode: 0 }));

    private static readonly Lazy<string?> WithH5py = new(() => Array.Find(Pythons, python => Run(python, "import h5py, numpy", []) is { ExitCode: 0 }));

    /// <summary>Runs a script that fails, by an assertion for example, where something is not as it should be.</summary>
    /// <param name="script">What is done with the file f and the module h5py, numpy being np; arguments are in a.</param>
    /// <param name="path">The file.</param>
    /// <param name="arguments">More arguments.</param>
    /// <returns>What it printed.</returns>
    public static string ReadWithH5py(string script, string path, params string[] arguments)
    {
        Assert.SkipWhen(WithH5py.Value is null, "There is no Python with h5py and numpy: python3-h5py brings both on Debian.");
        string code = $"import h5py, numpy as np, sys\na = sys.argv[2:]\nf = h5py.File(sys.argv[1], 'r')\n{script}\n";
        ProcessResult result = Run(WithH5py.Value!, code, [path, .. arguments])!;
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output;
    }

    /// <summary>Runs a script that looks at files with NumPy alone.</summary>
    /// <param name="script">The script; np is there, and the arguments in a.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The lines that it printed.</returns>
    public static string[] ReadWithNumPy(string script, params string[] arguments)
    {
        Assert.SkipWhen(WithNumPy.Value is null, "There is no Python with numpy: python3-numpy brings it on Debian.");
        ProcessResult result = Run(WithNumPy.Value!, $"import numpy as np, sys\na = sys.argv[1:]\n{script}\n", arguments)!;
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Runs a script that writes files.</summary>
    /// <param name="script">The script; h5py and np are there, and the arguments in a.</param>
    /// <param name="arguments">The arguments.</param>
    public static void Write(string script, params string[] arguments)
    {
        Assert.SkipWhen(WithH5py.Value is null, "There is no Python with h5py and numpy: python3-h5py brings both on Debian.");
        ProcessResult result = Run(WithH5py.Value!, $"import h5py, numpy as np, sys\na = sys.argv[1:]\n{script}\n", arguments)!;
        Assert.True(result.ExitCode == 0, result.Errors);
    }

    private static ProcessResult? Run(string python, string code, string[] arguments)
    {
        ProcessStartInfo start = new(python, ["-c", code, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ProcessResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
