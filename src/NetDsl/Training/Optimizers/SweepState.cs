using System.Numerics;

namespace NetDsl.Training;

/// <summary>The state of an optimiser whose step is one <see cref="Sweep{T,TRule}"/> over everything.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <typeparam name="TRule">The formula.</typeparam>
internal sealed class SweepState<T, TRule> : ElementwiseState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TRule : struct, IUpdateRule<T>
{
    private readonly Func<double, long, TRule> ruleOfStep;
    private readonly ParameterSet<T>[] slots;
    private TRule rule;

    /// <summary>The state before the first step.</summary>
    /// <param name="optimizer">The settings.</param>
    /// <param name="parameters">The parameters that a step changes.</param>
    /// <param name="threads">The threads that share a step.</param>
    /// <param name="ruleOfStep">
    /// Gives the formula with the constants of a step, from the learning rate and the step's number from 1.
    /// </param>
    public SweepState(Optimizer optimizer, ParameterSet<T> parameters, int threads, Func<double, long, TRule> ruleOfStep)
        : base(optimizer, parameters, threads, TRule.SlotNames)
    {
        this.ruleOfStep = ruleOfStep;
        this.slots = [.. TRule.SlotNames.Select(name => this.Slots[name])];
    }

    protected override void BeginStep(ParameterSet<T> gradients, double learningRate, long step) =>
        this.rule = this.ruleOfStep(learningRate, step);

    protected override void Update(ParameterSet<T> gradients, int begin, int end) =>
        Sweep<T, TRule>.Run(this.rule, this.IsShared, this.Parameters, gradients, this.slots, begin, end);
}
