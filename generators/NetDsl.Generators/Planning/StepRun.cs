using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Planning;

/// <summary>
/// Steps that follow each other and are taken together for so few samples at a time that what one writes is still in the second-level cache
/// when the next reads it.
/// </summary>
/// <param name="Steps">The steps.</param>
/// <param name="Samples">The samples at a time; 0 for all.</param>
internal sealed record StepRun(EquatableArray<Step> Steps, int Samples)
{
    /// <summary>Half of a second-level cache; the other half is left to the weights.</summary>
    private const int CacheBytes = 1 << 19;

    /// <summary>
    /// How many times as many samples a step must have room for to be parted from those before it: few at a time would read the weights of
    /// small images over and over.
    /// </summary>
    private const int RoomToPart = 4;

    /// <summary>Cuts steps into runs. A step that gains by many samples at a time is one by itself.</summary>
    public static IEnumerable<StepRun> Cut(IEnumerable<Step> steps, ElementType element)
    {
        List<Step> run = [];
        int room = int.MaxValue;
        foreach (Step step in steps)
        {
            int own = step.IsBySample ? Room(step, element) : 0;
            if (run.Count > 0 && (own / RoomToPart >= room || room / RoomToPart >= own))
            {
                yield return Take(run, room);
                run = [];
                room = int.MaxValue;
            }

            run.Add(step);
            room = Math.Min(room, own);
        }

        if (run.Count > 0)
        {
            yield return Take(run, room);
        }
    }

    private static StepRun Take(List<Step> run, int room) => new(new(run), run.Count == 1 ? 0 : room);

    /// <summary>The samples that the cache holds what a step reads and writes of.</summary>
    private static int Room(Step step, ElementType element)
    {
        long bytes = step.Operands
            .Where(operand => operand.Memory == Memory.Batch)
            .GroupBy(operand => operand.Buffer, StringComparer.Ordinal)
            .Sum(buffer => (long)buffer.First().SampleStride * element.Size);
        return (int)Math.Max(1, CacheBytes / Math.Max(1, bytes));
    }
}
