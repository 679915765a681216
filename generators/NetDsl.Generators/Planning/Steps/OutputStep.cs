namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// The last step of the forward pass: the last activation, the answers, the loss of each sample and its gradient. A sigmoid with binary
/// cross-entropy and a softmax with categorical cross-entropy are computed from the weighted sums, so that they do not overflow.
/// </summary>
/// <param name="Activation">The last activation, which the last layer leaves to this step.</param>
/// <param name="Loss">The member of the Loss enum.</param>
/// <param name="Values">What the last layer gives.</param>
/// <param name="Delta">The gradient of the loss with respect to it.</param>
internal sealed record OutputStep(string Name, string Comment, string Activation, string Loss, TensorView Values, TensorView Delta)
    : Step(Name, Comment)
{
    public override bool IsBySample => false;

    public override IEnumerable<Operand> Operands => [this.Values.Base];
}
