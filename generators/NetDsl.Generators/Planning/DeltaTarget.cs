using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Planning;

/// <summary>Where and how a step stores its sums: on the way back the gradient of what it read.</summary>
/// <param name="View">Where.</param>
/// <param name="Epilogue">What it does with the sums first.</param>
/// <param name="Values">The values whose derivative it multiplies by, where the epilogue says so.</param>
/// <param name="ForInputGradient">Whether only the gradient of the samples is made of it.</param>
internal sealed record DeltaTarget(TensorView View, Epilogue Epilogue, TensorView Values, bool ForInputGradient)
{
    /// <summary>Where a step on the way forward stores what it makes.</summary>
    /// <param name="view">Where.</param>
    /// <param name="activation">The activation that it applies.</param>
    public static DeltaTarget Of(TensorView view, string activation) => new(view, new(Activation: activation), view, ForInputGradient: false);

    /// <summary>The operand of the values, or null where no derivative is asked for.</summary>
    public Operand? Y => this.Epilogue.Derivative == "Linear" ? null : this.Values.Base;
}
