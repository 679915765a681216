namespace NetDsl.Generators.Planning;

/// <summary>A dense layer of a network that is written out unit by unit.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The values it takes.</param>
/// <param name="Units">The values it gives.</param>
/// <param name="Activation">The member of the Activation enum.</param>
/// <param name="Kernel">Its kernel.</param>
/// <param name="Bias">Its bias, or null.</param>
internal sealed record UnrolledLayer(string Name, int Inputs, int Units, string Activation, ParameterPlan Kernel, ParameterPlan? Bias);
