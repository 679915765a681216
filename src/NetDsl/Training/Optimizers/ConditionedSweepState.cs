using System.Numerics;

namespace NetDsl.Training;

/// <summary>The state of an optimiser that clips gradients or decays parameters before it applies its formula, in the same sweep.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <typeparam name="TRule">The formula.</typeparam>
internal sealed class ConditionedSweepState<T, TRule> : ElementwiseState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TRule : struct, IUpdateRule<T>
{
    private readonly Func<double, long, TRule> ruleOfStep;
    private readonly ParameterSet<T>[] slots;
    private readonly Segment[] segments;
    private readonly ConditionedRule<T, TRule>[] rules;
    private readonly bool pastCaches;

    /// <summary>The state before the first step.</summary>
    /// <param name="optimizer">The settings.</param>
    /// <param name="parameters">The parameters that a step changes.</param>
    /// <param name="threads">The threads that share a step.</param>
    /// <param name="ruleOfStep">
    /// Gives the formula with the constants of a step, from the learning rate and the step's number from 1.
    /// </param>
    public ConditionedSweepState(Optimizer optimizer, ParameterSet<T> parameters, int threads, Func<double, long, TRule> ruleOfStep)
        : base(optimizer, parameters, threads, TRule.SlotNames)
    {
        this.ruleOfStep = ruleOfStep;
        this.slots = [.. TRule.SlotNames.Select(name => this.Slots[name])];
        this.segments = this.Segments();
        this.rules = new ConditionedRule<T, TRule>[this.segments.Length];
        this.pastCaches = this.IsShared && this.segments.All(s => s.Begin % Vector<T>.Count == 0);
    }

    protected override void BeginStep(ParameterSet<T> gradients, double learningRate, long step)
    {
        TRule rule = this.ruleOfStep(learningRate, step);
        T bound = T.CreateTruncating(this.Optimizer.ClipValue ?? double.PositiveInfinity);
        T decay = T.CreateTruncating(learningRate * this.Optimizer.WeightDecay);
        T scaleOfAll = T.One;
        if (this.Optimizer.GlobalClipNorm is { } globalNorm)
        {
            scaleOfAll = Scale(gradients.Values[..this.TrainableLength], globalNorm);
        }

        for (int i = 0; i < this.segments.Length; i++)
        {
            Segment segment = this.segments[i];
            T scale = this.Optimizer.ClipNorm is { } norm ? Scale(gradients.Values[segment.Begin..segment.End], norm) : scaleOfAll;
            this.rules[i] = new ConditionedRule<T, TRule>(rule, scale, bound, segment.Decays ? decay : T.Zero);
        }
    }

    protected override void Update(ParameterSet<T> gradients, int begin, int end)
    {
        for (int i = 0; i < this.segments.Length; i++)
        {
            int from = Math.Max(begin, this.segments[i].Begin);
            int to = Math.Min(end, this.segments[i].End);
            if (from < to)
            {
                Sweep<T, ConditionedRule<T, TRule>>.Run(in this.rules[i], this.pastCaches, this.Parameters, gradients, this.slots, from, to);
            }
        }
    }

    private static T Scale(ReadOnlySpan<T> gradients, double most)
    {
        double norm = Math.Sqrt(BlockSums.Dot(gradients, gradients));
        return norm > most ? T.CreateTruncating(most / norm) : T.One;
    }

    // One for each parameter only where parameters differ in what is done to them.
    private Segment[] Segments()
    {
        bool differ = this.Optimizer.ClipNorm is not null || (this.Optimizer.WeightDecay > 0 && !this.Optimizer.DecayBiases);
        return differ
            ?
            [
                .. this.Parameters.Definitions
                    .Where(definition => definition.Layout.Offset < this.TrainableLength)
                    .Select(definition => new Segment(
                        definition.Layout.Offset,
                        definition.Layout.Offset + definition.Layout.Length,
                        this.Optimizer.DecayBiases || !definition.Name.EndsWith("/bias", StringComparison.Ordinal))),
            ]
            : [new Segment(0, this.TrainableLength, Decays: true)];
    }

    private readonly record struct Segment(int Begin, int End, bool Decays);
}
