namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to allow required members on .NET Standard 2.0.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
