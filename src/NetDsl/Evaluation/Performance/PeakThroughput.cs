using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetDsl.Kernels;

namespace NetDsl.Evaluation;

/// <summary>
/// The most floating-point operations that these threads can do on this machine in these minutes: multiply-adds of the widest vectors
/// among registers, which no memory slows down. It is what the fractions of a peak refer to.
/// </summary>
public sealed class PeakThroughput : IStageRunner
{
    /// <summary>
    /// Independent sums. A multiply-add takes four cycles and two can begin in each, so eight would do; where it is a multiplication and an
    /// addition, of six cycles on Zen 4, twelve are just too few: fourteen and the two factors fill the 16 registers of all but AVX-512.
    /// </summary>
    private const int Sums = 14;

    /// <summary>Steps of a call: some 100 us, so that handing them to the threads does not count.</summary>
    private const int Steps = 40_000;

    private readonly float[] results;
    private readonly Func<int, float> loop;

    private PeakThroughput(int threads)
    {
        // Kept, so that the compiler cannot leave the loop out.
        this.results = new float[threads];
        this.loop =
            VectorBits == 512 ? Loop<Vector512<float>, Wide512> :
            VectorBits == 256 ? Loop<Vector256<float>, Wide256> :
            VectorBits == 128 ? Loop<Vector128<float>, Wide128> :
            Loop<float, Single>;
    }

    /// <summary>The bits of the widest vectors that this machine and its environment allow, or those of a single value.</summary>
    public static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 32;

    /// <summary>Measures the peak.</summary>
    /// <param name="threads">The threads that work at the same time, at least 1.</param>
    /// <param name="seconds">For how long, above 0.</param>
    /// <param name="precision">The precision of the operations.</param>
    /// <param name="cancellationToken">Ends the measurement early.</param>
    /// <returns>Floating-point operations in a second, all threads together.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double OperationsPerSecond(
        int threads, double seconds, Precision precision = Precision.Single, CancellationToken cancellationToken = default)
    {
        PeakThroughput peak = new(threads);
        ThreadTeam team = ThreadTeam.OfSize(threads);
        double operations = 2.0 * Sums * Lanes(precision) * Steps * threads;
        return Rates.Best(() => team.Run(peak, 0, threads), operations, seconds, cancellationToken);
    }

    /// <summary>
    /// The values of a vector, whose multiply-add takes as long on doubles as on floats, of which it holds twice as many; so only floats are timed.
    /// </summary>
    internal static int Lanes(Precision precision) => Math.Max(1, VectorBits / (precision == Precision.Double ? 64 : 32));

    /// <inheritdoc/>
    void IStageRunner.RunStage(int stage, int begin, int end)
    {
        for (int i = begin; i < end; i++)
        {
            this.results[i] = this.loop(Steps);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop<TVector, TOperations>(int steps)
        where TVector : struct
        where TOperations : IFusedMultiplyAdd<TVector>
    {
        // Sums that stay near 1 / (1 - 0.5): neither overflow nor the slow numbers near 0.
        TVector x = TOperations.Create(0.5f), y = TOperations.Create(1f);
        TVector s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x, s12 = x, s13 = x;
        for (int i = 0; i < steps; i++)
        {
            s0 = TOperations.MultiplyAdd(s0, x, y);
            s1 = TOperations.MultiplyAdd(s1, x, y);
            s2 = TOperations.MultiplyAdd(s2, x, y);
            s3 = TOperations.MultiplyAdd(s3, x, y);
            s4 = TOperations.MultiplyAdd(s4, x, y);
            s5 = TOperations.MultiplyAdd(s5, x, y);
            s6 = TOperations.MultiplyAdd(s6, x, y);
            s7 = TOperations.MultiplyAdd(s7, x, y);
            s8 = TOperations.MultiplyAdd(s8, x, y);
            s9 = TOperations.MultiplyAdd(s9, x, y);
            s10 = TOperations.MultiplyAdd(s10, x, y);
            s11 = TOperations.MultiplyAdd(s11, x, y);
            s12 = TOperations.MultiplyAdd(s12, x, y);
            s13 = TOperations.MultiplyAdd(s13, x, y);
        }

        return TOperations.Sum(s0) + TOperations.Sum(s1) + TOperations.Sum(s2) + TOperations.Sum(s3) + TOperations.Sum(s4) + TOperations.Sum(s5)
            + TOperations.Sum(s6) + TOperations.Sum(s7) + TOperations.Sum(s8) + TOperations.Sum(s9) + TOperations.Sum(s10) + TOperations.Sum(s11)
            + TOperations.Sum(s12) + TOperations.Sum(s13);
    }

    private readonly struct Wide512 : IFusedMultiplyAdd<Vector512<float>>
    {
        public static Vector512<float> Create(float value) => Vector512.Create(value);

        public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
            Vector512.MultiplyAddEstimate(x, y, z);

        public static float Sum(Vector512<float> x) => Vector512.Sum(x);
    }

    private readonly struct Wide256 : IFusedMultiplyAdd<Vector256<float>>
    {
        public static Vector256<float> Create(float value) => Vector256.Create(value);

        public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
            Vector256.MultiplyAddEstimate(x, y, z);

        public static float Sum(Vector256<float> x) => Vector256.Sum(x);
    }

    private readonly struct Wide128 : IFusedMultiplyAdd<Vector128<float>>
    {
        public static Vector128<float> Create(float value) => Vector128.Create(value);

        public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) =>
            Vector128.MultiplyAddEstimate(x, y, z);

        public static float Sum(Vector128<float> x) => Vector128.Sum(x);
    }

    private readonly struct Single : IFusedMultiplyAdd<float>
    {
        public static float Create(float value) => value;

        public static float MultiplyAdd(float x, float y, float z) => (x * y) + z;

        public static float Sum(float x) => x;
    }
}
