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

    /// <summary>Cuts steps into runs. A step that gains by many samples at a time is one by itself.</summary>
    public static IEnumerable<StepRun> Cut(IEnumerable<Step> steps, ElementType element)
    {
        List<Step> run = [];
        foreach (Step step in steps)
        {
            if (!step.IsBySample)
            {
                foreach (StepRun before in Take(run, element))
                {
                    yield return before;
                }

                yield return new(new([step]), 0);
                run = [];
                continue;
            }

            run.Add(step);
        }

        foreach (StepRun last in Take(run, element))
        {
            yield return last;
        }
    }

    private static IEnumerable<StepRun> Take(List<Step> run, ElementType element)
    {
        if (run.Count > 0)
        {
            long bytes = run.SelectMany(step => step.Operands)
                .Where(operand => operand.Memory == Memory.Batch)
                .GroupBy(operand => operand.Buffer, StringComparer.Ordinal)
                .Sum(buffer => (long)buffer.First().SampleStride * element.Size);
            yield return new(new(run), run.Count == 1 ? 0 : (int)Math.Max(1, CacheBytes / Math.Max(1, bytes)));
        }
    }
}
