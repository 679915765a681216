using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Kernels;

/// <summary>Transposes matrices, kernels between panels among them: see <c>ParameterLayout</c> for what a panel is.</summary>
public static class Transposition
{
    /// <summary>
    /// Writes rows [<paramref name="sourceRow"/>, + <paramref name="count"/>) of one panel of a matrix as columns of its transpose.
    /// </summary>
    /// <param name="source">The matrix, in panels.</param>
    /// <param name="panel">Which of its panels.</param>
    /// <param name="sourceRows">Its rows.</param>
    /// <param name="sourceColumns">Its columns.</param>
    /// <param name="sourcePadded">Its columns as stored.</param>
    /// <param name="panelWidth">The columns of a panel, in both matrices.</param>
    /// <param name="sourceRow">The first row to write.</param>
    /// <param name="count">The rows to write.</param>
    /// <param name="destination">The transpose, in panels.</param>
    /// <param name="destinationRow">Its row that takes the matrix's first column.</param>
    /// <param name="destinationColumn">Its column that takes the first row.</param>
    /// <param name="destinationRows">Its rows.</param>
    /// <param name="destinationPadded">Its columns as stored.</param>
    /// <param name="isShared">
    /// Whether other threads read the transpose: it is then stored past the caches, since a store to a line that another core has read waits
    /// until that core has given it up, 7 to 28 ns a line.
    /// </param>
    public static void Panel<T>(
        ref T source,
        nint panel,
        int sourceRows,
        int sourceColumns,
        int sourcePadded,
        int panelWidth,
        nint sourceRow,
        int count,
        ref T destination,
        nint destinationRow,
        nint destinationColumn,
        int destinationRows,
        int destinationPadded,
        bool isShared)
        where T : unmanaged
    {
        int first = (int)panel * panelWidth;
        int stride = Math.Min(panelWidth, sourcePadded - first);
        int columns = Math.Min(panelWidth, sourceColumns - first);
        ref T rows = ref Unsafe.Add(ref source, ((nint)first * sourceRows) + (sourceRow * stride));
        int done = 0;
        while (done < count)
        {
            // What lies in one panel of the transpose at a time.
            int column = (int)destinationColumn + done;
            int start = column / panelWidth * panelWidth;
            int width = Math.Min(panelWidth, destinationPadded - start);
            int part = Math.Min(count - done, start + width - column);
            ref T target = ref Unsafe.Add(
                ref destination, ((nint)start * destinationRows) + ((destinationRow + first) * width) + (column - start));
            Block(ref Unsafe.Add(ref rows, (nint)done * stride), stride, ref target, width, part, columns, isShared);
            done += part;
        }
    }

    /// <summary>Copies a matrix whose columns are apart to where its rows are: target[c, r] = source[r, c].</summary>
    /// <param name="source">The matrix; the values of a row follow each other.</param>
    /// <param name="sourceStride">Elements from one row to the next.</param>
    /// <param name="target">The transpose; the values of a column of the matrix follow each other.</param>
    /// <param name="targetStride">Elements from one column to the next.</param>
    /// <param name="rows">The rows of the matrix.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="accumulate">Whether the values are added to what is there.</param>
    public static void Copy<T>(ref T source, int sourceStride, ref T target, int targetStride, int rows, int columns, bool accumulate)
        where T : unmanaged, INumberBase<T>
    {
        if (!accumulate)
        {
            Block(ref source, sourceStride, ref target, targetStride, rows, columns, isShared: false);
            return;
        }

        for (int c = 0; c < columns; c++)
        {
            ref T line = ref Unsafe.Add(ref target, (nint)c * targetStride);
            for (int r = 0; r < rows; r++)
            {
                Unsafe.Add(ref line, r) += Unsafe.Add(ref source, ((nint)r * sourceStride) + c);
            }
        }
    }

    /// <summary>target[c, r] = source[r, c].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<T>(ref T source, int sourceStride, ref T target, int targetStride, int rows, int columns, bool isShared)
        where T : unmanaged
    {
        int wholeRows = 0;
        int wholeColumns = 0;
        if (typeof(T) == typeof(float) && Vector128.IsHardwareAccelerated)
        {
            wholeRows = rows & ~3;
            wholeColumns = columns & ~3;
            ref float from = ref Unsafe.As<T, float>(ref source);
            ref float to = ref Unsafe.As<T, float>(ref target);
            bool pastCaches = isShared && targetStride % 4 == 0 && IsAligned(ref to);
            bool byEight = Avx.IsSupported && !pastCaches;
            int rowsByEight = byEight ? rows & ~7 : 0;
            int columnsByEight = byEight ? columns & ~7 : 0;
            for (int c = 0; c < columnsByEight; c += 8)
            {
                for (int r = 0; r < rowsByEight; r += 8)
                {
                    Transpose8(
                        ref Unsafe.Add(ref from, ((nint)r * sourceStride) + c), sourceStride, ref Unsafe.Add(ref to, ((nint)c * targetStride) + r), targetStride);
                }
            }

            for (int c = 0; c < wholeColumns; c += 4)
            {
                for (int r = c < columnsByEight ? rowsByEight : 0; r < wholeRows; r += 4)
                {
                    Transpose4(
                        ref Unsafe.Add(ref from, ((nint)r * sourceStride) + c),
                        sourceStride,
                        ref Unsafe.Add(ref to, ((nint)c * targetStride) + r),
                        targetStride,
                        pastCaches);
                }
            }
        }

        for (int c = 0; c < columns; c++)
        {
            for (int r = c < wholeColumns ? wholeRows : 0; r < rows; r++)
            {
                Unsafe.Add(ref target, ((nint)c * targetStride) + r) = Unsafe.Add(ref source, ((nint)r * sourceStride) + c);
            }
        }
    }

    // A quarter of the time of four blocks of 4 x 4, which need twice the loads and stores: the transposes of five layers of 300 units took 4 % of a
    // training step, and now take 1 %. Not past the caches, where the halves of eight cache lines would be open at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose8(ref float source, nint sourceStride, ref float target, nint targetStride)
    {
        (Vector256<float> a0, Vector256<float> a1, Vector256<float> a2, Vector256<float> a3) = FourRows(ref source, sourceStride);
        (Vector256<float> b0, Vector256<float> b1, Vector256<float> b2, Vector256<float> b3) =
            FourRows(ref Unsafe.Add(ref source, 4 * sourceStride), sourceStride);
        const byte lower = 0x20, upper = 0x31;
        Avx.Permute2x128(a0, b0, lower).StoreUnsafe(ref target);
        Avx.Permute2x128(a1, b1, lower).StoreUnsafe(ref Unsafe.Add(ref target, targetStride));
        Avx.Permute2x128(a2, b2, lower).StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetStride));
        Avx.Permute2x128(a3, b3, lower).StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetStride));
        Avx.Permute2x128(a0, b0, upper).StoreUnsafe(ref Unsafe.Add(ref target, 4 * targetStride));
        Avx.Permute2x128(a1, b1, upper).StoreUnsafe(ref Unsafe.Add(ref target, 5 * targetStride));
        Avx.Permute2x128(a2, b2, upper).StoreUnsafe(ref Unsafe.Add(ref target, 6 * targetStride));
        Avx.Permute2x128(a3, b3, upper).StoreUnsafe(ref Unsafe.Add(ref target, 7 * targetStride));
    }

    /// <summary>Four rows of eight as columns: each result has a column of the first four in its lower half, of the last four in its upper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> First, Vector256<float> Second, Vector256<float> Third, Vector256<float> Fourth) FourRows(
        ref float source, nint stride)
    {
        const byte lowerPairs = 0x44, upperPairs = 0xEE;
        Vector256<float> a = Vector256.LoadUnsafe(ref source);
        Vector256<float> b = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, stride));
        Vector256<float> c = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * stride));
        Vector256<float> d = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * stride));
        Vector256<float> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d), cd1 = Avx.UnpackHigh(c, d);
        return (Avx.Shuffle(ab0, cd0, lowerPairs), Avx.Shuffle(ab0, cd0, upperPairs), Avx.Shuffle(ab1, cd1, lowerPairs), Avx.Shuffle(ab1, cd1, upperPairs));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4(ref float source, nint sourceStride, ref float target, nint targetStride, bool pastCaches)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        Vector128<float> d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        Vector128<float> ac0 = Interleave(a, c, upper: false), ac1 = Interleave(a, c, upper: true);
        Vector128<float> bd0 = Interleave(b, d, upper: false), bd1 = Interleave(b, d, upper: true);
        Store(Interleave(ac0, bd0, upper: false), ref target, pastCaches);
        Store(Interleave(ac0, bd0, upper: true), ref Unsafe.Add(ref target, targetStride), pastCaches);
        Store(Interleave(ac1, bd1, upper: false), ref Unsafe.Add(ref target, 2 * targetStride), pastCaches);
        Store(Interleave(ac1, bd1, upper: true), ref Unsafe.Add(ref target, 3 * targetStride), pastCaches);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store(Vector128<float> vector, ref float target, bool pastCaches)
    {
        if (pastCaches)
        {
            vector.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref target));
        }
        else
        {
            vector.StoreUnsafe(ref target);
        }
    }

    private static unsafe bool IsAligned(ref float target) => (nuint)Unsafe.AsPointer(ref target) % 16 == 0;

    // x0 y0 x1 y1, or x2 y2 x3 y3: one instruction on x64 (unpcklps, unpckhps) and on Arm64 (zip1, zip2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Interleave(Vector128<float> x, Vector128<float> y, bool upper)
    {
        if (Sse.IsSupported)
        {
            return upper ? Sse.UnpackHigh(x, y) : Sse.UnpackLow(x, y);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return upper
                ? AdvSimd.Arm64.ZipHigh(x, y)
                : AdvSimd.Arm64.ZipLow(x, y);
        }

        int i = upper ? 2 : 0;
        return Vector128.Create(x[i], y[i], x[i + 1], y[i + 1]);
    }
}
