using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>A part of a model that a person declared, and where.</summary>
/// <param name="Attribute">The attribute that says the same in C#.</param>
/// <param name="Place">A line of a script, a parameter, or the path of a key.</param>
internal sealed record DeclaredPart(AttributeDeclaration Attribute, string Place);
