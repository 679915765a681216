using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Planning;

/// <summary>A part of the way of the samples forward, to the loss and back, which ends where sums over the whole batch are needed.</summary>
/// <param name="Steps">The steps over any range of samples.</param>
/// <param name="Reductions">The sums over all samples that come after them; each item on its own. None after the last part.</param>
internal sealed record Segment(EquatableArray<Step> Steps, EquatableArray<Step> Reductions)
{
    /// <summary>Cuts steps at their barriers; barriers that follow each other are taken together.</summary>
    public static IEnumerable<Segment> Cut(IEnumerable<Step> steps)
    {
        List<Step> samples = [];
        List<Step> reductions = [];
        foreach (Step step in steps)
        {
            if (!step.IsBarrier && reductions.Count > 0)
            {
                yield return new(new(samples), new(reductions));
                samples = [];
                reductions = [];
            }

            (step.IsBarrier ? reductions : samples).Add(step);
        }

        yield return new(new(samples), new(reductions));
    }
}
