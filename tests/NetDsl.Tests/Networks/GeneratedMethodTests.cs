using System.Reflection;
using NetDsl.Benchmarks.Networks;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>Generated methods stay below what the run-time compiler optimises: beyond it, it gives up without a word.</summary>
public sealed class GeneratedMethodTests
{
    /// <summary>A method with more bytes of IL is compiled without optimisation (DEFAULT_MIN_OPTS_CODE_SIZE in the runtime's jit/compiler.h).</summary>
    private const int MostBytes = 60_000;

    /// <summary>With more locals than this nothing is inlined any more (MAX_LV_NUM_COUNT_FOR_INLINING in the same file).</summary>
    private const int MostLocals = 512;

    public static TheoryData<Type> Networks => [.. new[] { typeof(ShowerCnnNet).Assembly, typeof(EveryLayer).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).Where(IsGenerated)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_method_of_a_network_can_be_optimised(Type network)
    {
        MethodBase[] methods = [.. WithNested(network).SelectMany(Methods)];
        Assert.NotEmpty(methods);
        Assert.All(methods, method =>
        {
            MethodBody? body = method.GetMethodBody();
            Assert.InRange(body?.GetILAsByteArray()?.Length ?? 0, 0, MostBytes - 1);
            Assert.InRange(body?.LocalVariables.Count ?? 0, 0, MostLocals - 1);
        });
    }

    private static bool IsGenerated(Type type) => typeof(INetwork).IsAssignableFrom(type) && type.GetProperty("Description") is not null;

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMembers(
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).OfType<MethodBase>();
}
