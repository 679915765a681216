using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Planning;

/// <summary>Lays the buffers of a pass out in one block of memory.</summary>
internal static class ArenaPlanner
{
    /// <summary>
    /// Training keeps all activations and gradients until the gradients of the parameters are summed, so each buffer has its own place.
    /// Prediction needs a buffer from the step that writes it to the last that reads it; those whose times do not overlap share memory.
    /// A buffer with a halo never does: its zeros are written once, when the memory is made. A buffer that one run of steps hands to another
    /// is needed for the whole of both, since they go over their samples several times. One that is the memory of another keeps that as long as either
    /// is needed.
    /// </summary>
    public static EquatableArray<BufferPlan> Place(
        IReadOnlyList<BufferPlan> buffers, ISet<string> zeroed, IReadOnlyList<Step> steps, ElementType element)
    {
        Dictionary<string, string> same = buffers.Where(b => b.SameInPrediction is not null).ToDictionary(b => b.Name, b => b.SameInPrediction!);
        Dictionary<string, (int First, int Last)> lives = Lives(steps, same, element);
        List<BufferPlan> placed = [];
        int batch = 0;
        int shared = 0;
        int predictionShared = 0;
        foreach (BufferPlan buffer in buffers)
        {
            int prediction = -1;
            bool isUsed = lives.TryGetValue(buffer.Name, out (int First, int Last) life);
            if (buffer.SameInPrediction is { } other)
            {
                prediction = placed.Single(b => b.Name == other).PredictionOffset;
            }
            else if (isUsed && buffer.IsShared)
            {
                prediction = predictionShared;
                predictionShared += RoundUp(buffer.Elements, element.LongestVector);
            }
            else if (isUsed)
            {
                (int, int) span = zeroed.Contains(buffer.Name) ? (0, int.MaxValue) : life;
                prediction = FirstGap(placed, lives, zeroed, span, buffer.Elements);
            }

            placed.Add(buffer with { TrainingOffset = buffer.IsShared ? shared : batch, PredictionOffset = prediction });
            if (buffer.IsShared)
            {
                shared += RoundUp(buffer.Elements, element.LongestVector);
            }
            else
            {
                batch += RoundUp(buffer.Elements, element.LongestVector);
            }
        }

        return new(placed);
    }

    private static Dictionary<string, (int First, int Last)> Lives(
        IReadOnlyList<Step> steps, Dictionary<string, string> same, ElementType element)
    {
        Dictionary<string, (int First, int Last)> lives = [];
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (string name in steps[i].Operands.Where(o => o.Memory is Memory.Batch or Memory.Shared).Select(o => Root(o.Buffer)))
            {
                lives[name] = lives.TryGetValue(name, out (int First, int Last) life) ? (life.First, i) : (i, i);
            }
        }

        int start = 0;
        foreach (StepRun run in StepRun.Cut(steps, element))
        {
            int end = start + run.Steps.Count - 1;
            foreach (string name in lives.Keys.ToArray())
            {
                (int first, int last) = lives[name];
                if (first < start && last >= start && last <= end)
                {
                    lives[name] = (first, end);
                }
                else if (first >= start && first <= end && last > end)
                {
                    lives[name] = (start, last);
                }
            }

            start = end + 1;
        }

        return lives;

        // One normalisation may follow another.
        string Root(string name)
        {
            while (same.TryGetValue(name, out string? other))
            {
                name = other;
            }

            return name;
        }
    }

    private static int FirstGap(
        List<BufferPlan> placed,
        Dictionary<string, (int First, int Last)> lives,
        ISet<string> zeroed,
        (int First, int Last) life,
        int elements)
    {
        int offset = 0;
        foreach (BufferPlan other in placed.Where(b => !b.IsShared && b.PredictionOffset >= 0 && b.SameInPrediction is null).OrderBy(b => b.PredictionOffset))
        {
            (int first, int last) = zeroed.Contains(other.Name) ? (0, int.MaxValue) : lives[other.Name];
            bool overlap = life.First <= last && first <= life.Last;
            if (overlap && offset < other.PredictionOffset + other.Elements && other.PredictionOffset < offset + elements)
            {
                offset = RoundUp(other.PredictionOffset + other.Elements, 16);
            }
        }

        return offset;
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
