using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>
/// Predicts one sample in memory on the stack that nobody fills with zeros: the compiler would do so in a project without unsafe code, which
/// takes a tenth of a small network's answer.
/// </summary>
public static unsafe class OneSample
{
    /// <summary>Computes an answer; called by generated code.</summary>
    /// <param name="parameters">The first parameter.</param>
    /// <param name="input">The first value of the sample.</param>
    /// <param name="output">The first value of the answer.</param>
    /// <typeparam name="TPrediction">The network's prediction.</typeparam>
    /// <typeparam name="T">The element type of the network.</typeparam>
    [SkipLocalsInit]
    public static void Predict<TPrediction, T>(ref T parameters, ref T input, ref T output)
        where TPrediction : IOneSamplePrediction<T>
        where T : unmanaged
    {
        T* memory = stackalloc T[TPrediction.Room];
        TPrediction.Predict(ref parameters, ref input, ref output, ref *memory);
    }
}
