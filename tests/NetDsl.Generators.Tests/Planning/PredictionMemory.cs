using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

/// <summary>
/// Goes through the steps of a prediction as the code written for them does, on memory in which a value is a hash of all that it was made of: in the
/// shared memory as it is laid out, or with a memory for each buffer.
/// </summary>
internal sealed class PredictionMemory(EquatableArray<BufferPlan> buffers, ISet<string> zeroed, IReadOnlyList<Step> steps, ElementType element, int samples, bool isShared)
{
    /// <summary>The elements that are one value here; sizes are multiples of it.</summary>
    public const int Unit = 4096;

    private readonly Dictionary<string, BufferPlan> plans = buffers.ToDictionary(b => b.Name);
    private readonly Dictionary<(string Memory, long Place), int> memory = [];

    /// <summary>What each step read of each sample, in the order of steps and samples.</summary>
    public SortedDictionary<(int Step, int Sample), int> Predict()
    {
        SortedDictionary<(int, int), int> seen = [];
        int place = 0;
        foreach (StepRun run in StepRun.Cut(steps, element))
        {
            int block = run.Samples == 0 ? samples : run.Samples;
            for (int first = 0; first < samples; first += block)
            {
                for (int i = 0; i < run.Steps.Count; i++)
                {
                    for (int sample = first; sample < Math.Min(first + block, samples); sample++)
                    {
                        seen.Add((place + i, sample), this.Take(run.Steps[i], place + i, sample));
                    }
                }
            }

            place += run.Steps.Count;
        }

        return seen;
    }

    private int Take(Step step, int place, int sample)
    {
        Operand? destination = step switch
        {
            CopyStep copy => copy.Destination.Base,
            DotProductStep product => product.Result,
            _ => null,
        };
        HashCode hash = default;
        hash.Add(place);
        foreach (long unit in step.Operands.Where(o => o.Memory != Memory.Inputs && !ReferenceEquals(o, destination)).SelectMany(o => this.Units(o, sample).Select(this.Read)))
        {
            hash.Add(unit);
        }

        int read = hash.ToHashCode();
        if (destination is not null)
        {
            // Zeros are kept at the beginning of a buffer that has any.
            foreach ((string, long) unit in this.Units(destination, sample).Skip(zeroed.Contains(destination.Buffer) ? 1 : 0))
            {
                this.memory[unit] = HashCode.Combine(read, sample);
            }
        }

        return read;
    }

    private long Read((string, long) unit) => this.memory.GetValueOrDefault(unit);

    private IEnumerable<(string Memory, long Place)> Units(Operand operand, int sample)
    {
        BufferPlan plan = this.plans[operand.Buffer];
        long begin = plan.IsShared
            ? plan.PredictionOffset
            : ((long)plan.PredictionOffset * samples) + ((long)sample * plan.Elements);
        string memory = !isShared ? operand.Buffer : plan.IsShared ? "shared" : "batch";
        return Enumerable.Range(0, plan.Elements / Unit).Select(unit => (memory, (begin / Unit) + unit));
    }
}
