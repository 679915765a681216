using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// The last step of the forward pass: the last activation, the answers, the loss of each sample and its gradient. A sigmoid with binary
/// cross-entropy and a softmax with categorical cross-entropy are computed from the weighted sums, so that they do not overflow.
/// </summary>
/// <param name="Activation">The last activation, which the last layer leaves to this step; Linear where it has been applied.</param>
/// <param name="Loss">The member of the Loss enum.</param>
/// <param name="Settings">What the loss was given.</param>
/// <param name="Weight">What the loss is multiplied by.</param>
/// <param name="Values">What the last layer gives.</param>
/// <param name="Delta">The gradient of the loss with respect to it.</param>
/// <param name="Answers">Where the answers go.</param>
/// <param name="Targets">What they should have been.</param>
internal sealed record OutputStep(
    string Name,
    string Comment,
    string Activation,
    string Loss,
    LossSettings Settings,
    double Weight,
    TensorView Values,
    TensorView Delta,
    RowBlock Answers,
    RowBlock Targets)
    : Step(Name, Comment)
{
    public override bool IsBySample => false;

    public override IEnumerable<Operand> Operands => [this.Values.Base];

    /// <summary>Whether it is the first of several, which sets the loss of a sample to which the others add.</summary>
    public bool IsFirst => this.Answers.First == 0;
}
