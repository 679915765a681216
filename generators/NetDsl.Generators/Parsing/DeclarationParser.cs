using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>Reads a declaration from the compiler's symbols; beyond this folder there are none.</summary>
internal static class DeclarationParser
{
    /// <summary>The declaration of a class; null for one that the compiler itself refuses, or that is read at another of its parts.</summary>
    public static NetworkDeclaration? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type)
        {
            return null;
        }

        // [Network] on several parts of one class is the compiler's error; were each part read, two files of one name would be generated.
        AttributeData network = type.GetAttributes().First(a => KnownTypes.IsNetwork(a.AttributeClass));
        if (network.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent != context.TargetNode || !IsAccepted(network))
        {
            return null;
        }

        var problems = new List<DiagnosticInfo>();
        AttributeLocations location = ArgumentReader.Locate(network);
        ClassRules.Check(type, location.Attribute, problems, cancellation);
        List<AttributeData> attributes = [.. type.GetAttributes().Where(IsPartOfNetwork)];
        if (!AttributeOrder.Check(type, attributes, problems, cancellation) || !attributes.All(IsAccepted))
        {
            return new NetworkDeclaration(
                null,
                location,
                EquatableArray<AttributeLocations>.Empty,
                EquatableArray<AttributeLocations>.Empty,
                new EquatableArray<DiagnosticInfo>(problems));
        }

        bool isDouble = ArgumentReader.Read(network, problems).Any(a => a.Name == "Precision" && a.Value[0] is "Double");
        List<AttributeData> layers = [.. attributes.Where(a => !KnownTypes.IsOutput(a.AttributeClass)).OrderBy(Start)];
        List<AttributeData> outputs = [.. attributes.Where(a => KnownTypes.IsOutput(a.AttributeClass)).OrderBy(Start)];
        CustomTypeRules.Check(layers, problems);
        var spec = new NetworkSpec(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            new EquatableArray<string>(ContainingTypes(type).Reverse()),
            type.Name,
            isDouble,
            new EquatableArray<LayerSpec>(layers.Select(a => Layer(a, problems))),
            new EquatableArray<OutputSpec>(outputs.Select(a => new OutputSpec(Layer(a, problems), layers.Count(l => Start(l) < Start(a))))),
            DeclarationText.Of(type, network, attributes.OrderBy(Start)));
        return new NetworkDeclaration(
            spec,
            location,
            new EquatableArray<AttributeLocations>(layers.Select(ArgumentReader.Locate)),
            new EquatableArray<AttributeLocations>(outputs.Select(ArgumentReader.Locate)),
            new EquatableArray<DiagnosticInfo>(problems));
    }

    private static LayerSpec Layer(AttributeData attribute, ICollection<DiagnosticInfo> problems) =>
        new(KnownTypes.KindOf(attribute.AttributeClass!), ArgumentReader.Read(attribute, problems));

    private static bool IsPartOfNetwork(AttributeData attribute)
    {
        INamedTypeSymbol? type = attribute.AttributeClass;
        return KnownTypes.IsInput(type) || KnownTypes.IsOutput(type) || KnownTypes.IsLayer(type);
    }

    // Arguments that fit no constructor the compiler has reported itself; guesses at what was meant would only add noise.
    private static bool IsAccepted(AttributeData attribute) =>
        attribute is { AttributeConstructor: not null, ApplicationSyntaxReference: not null }
        && attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(a => a.Value)).All(IsAccepted);

    private static bool IsAccepted(TypedConstant constant) =>
        constant.Kind != TypedConstantKind.Error
        && (constant.Kind != TypedConstantKind.Array || constant.IsNull || constant.Values.All(IsAccepted));

    private static int Start(AttributeData attribute) => attribute.ApplicationSyntaxReference!.Span.Start;

    private static IEnumerable<string> ContainingTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            string keyword = outer switch
            {
                { TypeKind: TypeKind.Interface } => "interface",
                { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
                { TypeKind: TypeKind.Struct } => "struct",
                { IsRecord: true } => "record",
                _ => "class",
            };
            yield return $"partial {keyword} {outer.Name}";
        }
    }
}
