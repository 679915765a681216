using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Planning;

/// <summary>Lays the buffers of a pass out in one block of memory.</summary>
internal static class ArenaPlanner
{
    /// <summary>
    /// Training keeps all activations and gradients until the gradients of the parameters are summed, so each buffer has its own place.
    /// Prediction needs a buffer from the step that writes it to the last that reads it; those whose times do not overlap share memory.
    /// A buffer with a halo never does: its zeros are written once, when the memory is made.
    /// </summary>
    public static EquatableArray<BufferPlan> Place(
        IReadOnlyList<BufferPlan> buffers, ISet<string> zeroed, IReadOnlyList<Step> forward, Step output, ElementType element)
    {
        Step[] steps = [.. forward, output];
        Dictionary<string, (int First, int Last)> lives = [];
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (string name in steps[i].Operands.Where(o => o.Memory == Memory.Batch).Select(o => o.Buffer))
            {
                lives[name] = lives.TryGetValue(name, out (int First, int Last) life) ? (life.First, i) : (i, i);
            }
        }

        List<BufferPlan> placed = [];
        int batch = 0;
        int shared = 0;
        foreach (BufferPlan buffer in buffers)
        {
            int prediction = -1;
            if (!buffer.IsShared && lives.TryGetValue(buffer.Name, out (int First, int Last) life))
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

    private static int FirstGap(
        List<BufferPlan> placed,
        Dictionary<string, (int First, int Last)> lives,
        ISet<string> zeroed,
        (int First, int Last) life,
        int elements)
    {
        int offset = 0;
        foreach (BufferPlan other in placed.Where(b => b.PredictionOffset >= 0).OrderBy(b => b.PredictionOffset))
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
