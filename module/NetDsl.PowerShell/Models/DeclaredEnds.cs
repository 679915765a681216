namespace NetDsl.PowerShell;

/// <summary>What a model begins and ends with where that is said apart from its layers: one input and one loss.</summary>
/// <param name="Input">The input, or null where the layers say what the inputs are.</param>
/// <param name="Loss">The loss, or null where the layers say what the outputs are.</param>
/// <param name="InputName">What a person calls the input: a parameter, a key.</param>
/// <param name="LossName">What a person calls the loss.</param>
internal sealed record DeclaredEnds(DeclaredPart? Input, DeclaredPart? Loss, string InputName, string LossName);
