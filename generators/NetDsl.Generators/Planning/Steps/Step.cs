namespace NetDsl.Generators.Planning.Steps;

/// <summary>A piece of work of a pass.</summary>
/// <param name="Name">The name of its method.</param>
/// <param name="Comment">What it does, with its shapes and cost.</param>
internal abstract record Step(string Name, string Comment)
{
    /// <summary>The layer it belongs to.</summary>
    public string Layer { get; init; } = "";

    /// <summary>What it reads and writes.</summary>
    public abstract IEnumerable<Operand> Operands { get; }

    /// <summary>Whether it goes from sample to sample, so that doing it for few of them at a time costs nothing.</summary>
    public virtual bool IsBySample => true;

    /// <summary>
    /// Whether it is a sum over the whole batch, between what comes before it for all samples and what comes after it for any.
    /// </summary>
    public virtual bool IsBarrier => false;

    /// <summary>Whether a step of the way forward is done only where there will be gradients.</summary>
    public virtual bool IsForTraining => false;

    /// <summary>Whether something that it reads or writes moves with the turns of a loop around it.</summary>
    public bool MovesInTurns => this.Operands.Any(operand => operand.TurnStride != 0);

    /// <summary>The pieces that it can be done in, each on its own, where it is not done for samples.</summary>
    public virtual int Items(ElementType element) => 1;

    /// <summary>Whether it is done only where the gradient of the samples is asked for.</summary>
    public bool ForInputGradient { get; init; }
}
