namespace System.Diagnostics.CodeAnalysis;

/// <summary>What the compiler asks for to allow required members in records on .NET Standard 2.0.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
