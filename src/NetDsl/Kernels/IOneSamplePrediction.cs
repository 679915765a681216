namespace NetDsl.Kernels;

/// <summary>The prediction of one sample by a network whose activations fit on the stack; generated code implements it.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public interface IOneSamplePrediction<T>
    where T : unmanaged
{
    /// <summary>The elements of memory it needs.</summary>
    static abstract int Room { get; }

    /// <summary>Computes the answer.</summary>
    /// <param name="parameters">The first parameter.</param>
    /// <param name="input">The first value of the sample.</param>
    /// <param name="output">The first value of the answer.</param>
    /// <param name="memory">So much memory, with anything in it.</param>
    static abstract void Predict(ref T parameters, ref T input, ref T output, ref T memory);
}
