namespace NetDsl;

/// <summary>
/// Makes a partial class a neural network: the layers are the attributes that follow, applied in the order written, and the compiler
/// adds prediction and training code for exactly their shapes.
/// </summary>
/// <example>
/// <code>
/// [Network]
/// [Input(3)]
/// [Dense(4, Activation.Sigmoid)]
/// [Dense(1, Activation.Sigmoid)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class TruthTable;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>The element type of parameters and activations; single precision unless told.</summary>
    public Precision Precision { get; set; } = Precision.Single;
}
