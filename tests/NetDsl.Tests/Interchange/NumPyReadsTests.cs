using System.Diagnostics;
using System.Globalization;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Tests.Interchange;

/// <summary>What the project writes, opened by numpy; skipped where there is none.</summary>
public sealed class NumPyReadsTests : IDisposable
{
    // Prints type, shape and the bits of each value of each array.
    private const string Program =
        "import sys, numpy as np\n" +
        "file = np.load(sys.argv[1], allow_pickle=False)\n" +
        "for name in getattr(file, 'files', ['']):\n" +
        "    a = file[name] if name else file\n" +
        "    text = a.dtype.kind == 'U'\n" +
        "    print(name, a.dtype.str, a.shape, *(a.tolist() if text else a.ravel().view('<u%d' % a.dtype.itemsize).tolist()), sep='|')\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Arrays_of_both_precisions_open_in_NumPy()
    {
        float[] singles = [1.5f, -0f, float.Epsilon, float.MaxValue, float.NegativeInfinity, 1f / 3];
        double[] doubles = [1.5, -0d, double.Epsilon, double.MaxValue];
        string first = this.folder.File("a.npy");
        string second = this.folder.File("b.npy");
        NpyFile.Write(first, new NpyArray(singles, [1, 3, 2]));
        NpyFile.Write(second, new NpyArray(doubles, [4]));

        Assert.Equal([$"|<f4|(1, 3, 2)|{Bits(singles)}"], Open(first));
        Assert.Equal([$"|<f8|(4,)|{string.Join('|', doubles.Select(BitConverter.DoubleToUInt64Bits))}"], Open(second));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Data_sets_open_in_NumPy(bool compress)
    {
        RowLayout layout = new() { FeatureShape = [2, 1], TargetShape = [1], Classes = ["γ", "proton"], FeatureNames = ["energy", "θ"] };
        Dataset data = new(layout, [1, 0.1f, 2, 1e-40f], [0, 1], [0.5f, -1]);
        string path = this.folder.File("data.npz");

        NpzDataset.Write(path, data, compress);

        Assert.Equal(
            [
                $"features|<f4|(2, 2, 1)|{Bits([1, 0.1f, 2, 1e-40f])}",
                $"targets|<f4|(2, 1)|{Bits([0, 1])}",
                $"sample_weights|<f4|(2,)|{Bits([0.5f, -1])}",
                "classes|<U6|(2,)|γ|proton",
                "feature_names|<U6|(2,)|energy|θ",
            ],
            Open(path));
    }

    private static string Bits(float[] values) => string.Join('|', values.Select(BitConverter.SingleToUInt32Bits));

    private static string[] Open(string path)
    {
        foreach (string python in (string[])["/usr/bin/python3", "python3", "python"])
        {
            ProcessStartInfo start = new(python, ["-c", Program, path]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PYTHONIOENCODING"] = "utf-8";
            start.StandardOutputEncoding = System.Text.Encoding.UTF8;
            try
            {
                using Process process = Process.Start(start)!;
                Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
                string output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (!errors.Result.Contains("ModuleNotFoundError", StringComparison.Ordinal))
                {
                    Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{python} ended with {process.ExitCode}: {errors.Result}"));
                    return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no interpreter of this name.
            }
        }

        Assert.Skip("There is no Python with NumPy on this machine (Debian: python3-numpy).");
        return [];
    }
}
