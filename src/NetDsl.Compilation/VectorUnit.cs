using System.Runtime.Intrinsics;

namespace NetDsl.Compilation;

/// <summary>The vectors of this process: what is compiled here is compiled for them alone.</summary>
internal static class VectorUnit
{
    /// <summary>The name of the generator for the widest that are fast.</summary>
    public static string Name { get; } =
        Vector512.IsHardwareAccelerated ? nameof(Vector512)
        : Vector256.IsHardwareAccelerated ? nameof(Vector256)
        : Vector128.IsHardwareAccelerated ? nameof(Vector128)
        : "Scalar";
}
