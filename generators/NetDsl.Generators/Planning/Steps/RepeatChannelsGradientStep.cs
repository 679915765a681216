namespace NetDsl.Generators.Planning.Steps;

/// <summary>Adds up the gradients of a channel's repetitions.</summary>
/// <param name="Times">How many there are.</param>
/// <param name="Delta">The gradients of the repetitions.</param>
/// <param name="Target">Where the sums go.</param>
internal sealed record RepeatChannelsGradientStep(string Name, string Comment, int Times, TensorView Delta, DeltaTarget Target) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands =>
        this.Target.Y is { } y ? [this.Delta.Base, this.Target.View.Base, y] : [this.Delta.Base, this.Target.View.Base];
}
