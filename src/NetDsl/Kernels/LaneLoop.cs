using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>Applies a function of lanes to a run of values in place, in the longest vectors of the machine.</summary>
internal static class LaneLoop
{
    /// <summary>f(x) in place of each x. A value's result does not depend on its place: the last few are computed in a vector as well.</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Apply<TFunction>(ref float values, int count)
        where TFunction : ILaneFunction
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; done <= count - Vector512<float>.Count; done += Vector512<float>.Count)
            {
                ref float place = ref Unsafe.Add(ref values, done);
                TFunction.Of(Vector512.LoadUnsafe(ref place)).StoreUnsafe(ref place);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (; done <= count - Vector256<float>.Count; done += Vector256<float>.Count)
            {
                ref float place = ref Unsafe.Add(ref values, done);
                TFunction.Of(Vector256.LoadUnsafe(ref place)).StoreUnsafe(ref place);
            }
        }

        for (; done <= count - Vector128<float>.Count; done += Vector128<float>.Count)
        {
            ref float place = ref Unsafe.Add(ref values, done);
            TFunction.Of(Vector128.LoadUnsafe(ref place)).StoreUnsafe(ref place);
        }

        if (done < count)
        {
            Span<float> rest = stackalloc float[Vector128<float>.Count];
            rest.Clear();
            Span<float> left = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref values, done), count - done);
            left.CopyTo(rest);
            ref float place = ref MemoryMarshal.GetReference(rest);
            TFunction.Of(Vector128.LoadUnsafe(ref place)).StoreUnsafe(ref place);
            rest[..left.Length].CopyTo(left);
        }
    }
}
