using System.Reflection;
using System.Text;
using NetDsl.Tests;

namespace NetDsl.Generators.Tests.Emission;

public sealed class SizeTests
{
    private const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>Methods of more bytes than this are not optimised (MethodBody.DEFAULT_MAX_INLINE_SIZE and JitMinOptsCodeSize in RyuJIT's jitconfigvalues.h).</summary>
    private const int MostBytes = 60_000;

    /// <summary>With more locals than this RyuJIT tracks no longer each of them (lclMAX_TRACKED, 1,024) and inlines nothing more (MAX_INL_LCLS, 512).</summary>
    private const int MostLocals = 512;

    [Fact]
    public void Every_method_stays_within_what_the_compiler_optimises()
    {
        int methods = 0;
        foreach (MethodBase method in Declarations.Compiled.GetTypes().SelectMany(t => t.GetMethods(All).Cast<MethodBase>().Concat(t.GetConstructors(All))))
        {
            if (method.GetMethodBody() is { } body)
            {
                methods++;
                string name = $"{method.DeclaringType}.{method.Name}";
                Assert.True(body.GetILAsByteArray()!.Length < MostBytes, $"{name} has {body.GetILAsByteArray()!.Length} bytes.");
                Assert.True(body.LocalVariables.Count < MostLocals, $"{name} has {body.LocalVariables.Count} locals.");
            }
        }

        Assert.InRange(methods, 500, int.MaxValue);
    }

    [Fact]
    public void The_files_of_the_lectures_network_stay_small_enough_to_read()
    {
        GeneratorRun run = GeneratorRun.Of(Declarations.Shower);

        Assert.Equal(5, run.Sources.Length);
        Assert.All(run.Sources, source => Assert.InRange(source.SourceText.Length, 1, 600_000));
    }

    public static TheoryData<string> LargerNetworks =>
    [
        .. Directory.EnumerateFiles(Repository.File("tests", "NetDsl.Tests.Networks", "Lectures"), "*.cs").Order(StringComparer.Ordinal),
        Repository.File("tests", "NetDsl.Benchmarks", "Networks", "DetectorNet.cs"),
    ];

    [Theory]
    [MemberData(nameof(LargerNetworks))]
    public void The_files_of_the_larger_networks_stay_below_600_KB(string path)
    {
        GeneratorRun run = GeneratorRun.OfFile(path, File.ReadAllText(path));

        Assert.InRange(run.Sources.Length, 5, 20);
        Assert.All(run.Sources, source => Assert.InRange(Encoding.UTF8.GetByteCount(source.SourceText.ToString()), 1, 600_000));
    }
}
