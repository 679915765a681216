using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Tests.Data.Hdf5;

namespace NetDsl.Tests.Interchange;

/// <summary>What the project writes, opened by numpy; skipped where there is none.</summary>
public sealed class NumPyReadsTests : IDisposable
{
    // Prints name, type, shape and the bits of each value of each array.
    private const string Script =
        "file = np.load(a[0], allow_pickle=False)\n" +
        "for name in getattr(file, 'files', ['']):\n" +
        "    x = file[name] if name else file\n" +
        "    values = map(ascii, x) if x.dtype.kind == 'U' else x.ravel().view('<u%d' % x.dtype.itemsize)\n" +
        "    print(name, x.dtype.str, x.shape, *values, sep='|')\n";

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
                "classes|<U6|(2,)|'\\u03b3'|'proton'",
                "feature_names|<U6|(2,)|'energy'|'\\u03b8'",
            ],
            Open(path));
    }

    private static string Bits(float[] values) => string.Join('|', values.Select(BitConverter.SingleToUInt32Bits));

    private static string[] Open(string path) => PythonPeer.ReadWithNumPy(Script, path);
}
