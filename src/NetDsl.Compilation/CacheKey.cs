using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Compilation;

/// <summary>What decides what a source compiles to.</summary>
internal static class CacheKey
{
    /// <summary>
    /// The assemblies that take part, by their content: the id of a module is a hash of it, since builds are deterministic. Then the version of the
    /// framework, and the vectors: several machines may share a folder.
    /// </summary>
    private static readonly Lazy<string> Tools = new(() => string.Join('\n', ((Assembly[])
    [
        typeof(NetworkAttribute).Assembly,
        typeof(CacheKey).Assembly,

        // By name: a type of the generator would bring the whole compiler with it, which a cached declaration does not need.
        Assembly.Load("NetDsl.Generators"),
    ]).Select(assembly => assembly.ManifestModule.ModuleVersionId).Select(id => id.ToString("N")).Append(Environment.Version.ToString(2)).Append(VectorUnit.Name)));

    /// <summary>A name for a source under these tools.</summary>
    public static string Of(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Tools.Value + "\n" + source)));
}
