namespace NetDsl.Generators.Shapes;

/// <summary>What shapes and planning must know of the members of the Activation enum.</summary>
internal static class ActivationTraits
{
    /// <summary>Whether its derivative is 0 wherever there is one, so that nothing before it learns.</summary>
    public static bool IsStep(string activation) => activation is "Step" or "Sign";

    /// <summary>Whether it is taken over the last dimension, and not of each value by itself.</summary>
    public static bool IsOfRows(string activation) => activation is "Softmax" or "LogSoftmax";

    /// <summary>Whether its derivative takes the weighted sums: of the others it is simplest in terms of their own values.</summary>
    public static bool TakesSums(string activation) => activation is "GELU" or "SiLU";

    /// <summary>Whether none of its values is negative.</summary>
    public static bool IsNotNegative(string activation) =>
        activation is "Sigmoid" or "HardSigmoid" or "ReLU" or "ReLU6" or "Softplus" or "Exponential" or "Softmax";
}
