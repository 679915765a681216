using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>A training step and a prediction make no garbage. Run alone, since the second test counts what all threads allocate.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private const int Batch = 21;

    /// <summary>What the test host itself may allocate between two readings does not come every time.</summary>
    private const int Attempts = 20;

    private static readonly Type[] Networks =
        [typeof(EveryLayer), typeof(FilteredLayers), typeof(RecurrentLayers), typeof(EveryNormalization), typeof(NormalizedFeatures)];

    public static MatrixTheoryData<Type, int> NetworksAndThreads => new(Networks, [1, 2]);

    public static MatrixTheoryData<Type, int> NetworksAndSamples => new(Networks, [1, 150]);

    [Theory]
    [MemberData(nameof(NetworksAndThreads))]
    public void A_training_step_allocates_nothing_on_any_thread(Type type, int threads)
    {
        INetwork<float> network = Create(type);
        NetworkPass<float> pass = network.CreatePass(Batch, threads);
        OptimizerState<float> state = new Adam().CreateState(network.Parameters, threads);
        Batches.Fill(pass);
        AssertAllocatesNothing(() => Batches.Train(pass, state, Batch, steps: 3));
    }

    [Theory]
    [MemberData(nameof(NetworksAndSamples))]
    public void A_prediction_allocates_nothing(Type type, int samples)
    {
        INetwork<float> network = Create(type);
        float[] inputs = Batches.Inputs(network, samples);
        float[] outputs = new float[samples * network.Summary.OutputSize];
        AssertAllocatesNothing(() => network.Predict(inputs, outputs));
    }

    private static INetwork<float> Create(Type type) => (INetwork<float>)Activator.CreateInstance(type, 0UL)!;

    private static void AssertAllocatesNothing(Action action)
    {
        action();
        long fewest = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && fewest > 0; attempt++)
        {
            long ofThread = GC.GetAllocatedBytesForCurrentThread();
            long ofAll = GC.GetTotalAllocatedBytes(precise: true);
            action();
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - ofAll;
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - ofThread);
            fewest = Math.Min(fewest, allocated);
        }

        Assert.Equal(0, fewest);
    }
}
