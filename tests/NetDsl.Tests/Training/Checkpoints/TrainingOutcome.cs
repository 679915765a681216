using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>All that a training leaves behind; single precision is widened, which keeps every bit of it.</summary>
internal sealed record TrainingOutcome(
    double[] Parameters, Dictionary<string, double[]> Slots, (long Steps, double LearningRate, int EpochsTrained) Counters, History History)
{
    /// <summary>That two trainings reached the same, bit by bit, the times left aside.</summary>
    public static void AssertSame(TrainingOutcome expected, TrainingOutcome actual)
    {
        Assert.Equal(Bits(expected.Parameters), Bits(actual.Parameters));
        Assert.Equal(expected.Slots.Keys, actual.Slots.Keys);
        Assert.All(expected.Slots, slot => Assert.Equal(Bits(slot.Value), Bits(actual.Slots[slot.Key])));
        Assert.Equal(expected.Counters, actual.Counters);
        Assert.Equal(expected.History.Keys, actual.History.Keys);
        Assert.All(expected.History.Keys, key => Assert.Equal(Bits(expected.History[key]), Bits(actual.History[key])));
        Assert.Equal(expected.History.Count, actual.History.Seconds.Count);
        Assert.Equal(expected.History.Count, actual.History.SamplesPerSecond.Count);
        Assert.All(actual.History.Seconds, seconds => Assert.InRange(seconds, 0, 600));
        Assert.Equal(expected.History.StopReason, actual.History.StopReason);
        Assert.False(actual.History.WasCancelled);
    }

    private static long[] Bits(IEnumerable<double> values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
