using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Generators.Diagnostics;
using NetDsl.Generators.Emission;
using NetDsl.Generators.Parsing;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators;

/// <summary>
/// Adds to each class with [Network] the code of the network that its attributes declare. This is the pipeline only: parsing, shapes,
/// planning and emission are folders of their own. Source and diagnostics are two outputs, since only the second knows lines:
/// an edit above a network moves its diagnostics, and generates nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    private readonly EquatableArray<VectorTarget> targets;

    /// <summary>A generator of code for every processor.</summary>
    public NetworkGenerator()
        : this(VectorTarget.All)
    {
    }

    /// <summary>
    /// A generator of code for one kind of vector unit, for a program that runs where it is compiled: there is a third as much to compile.
    /// Elsewhere the code gives the same results, slowly.
    /// </summary>
    /// <param name="vectorUnit">Vector512, Vector256, Vector128 or Scalar.</param>
    public NetworkGenerator(string vectorUnit)
        : this(new EquatableArray<VectorTarget>([VectorTarget.All.Single(target => target.Name == vectorUnit)]))
    {
    }

    private NetworkGenerator(EquatableArray<VectorTarget> targets) => this.targets = targets;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.NetworkAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (syntax, cancellation) =>
                    InvariantCulture.Run(static input => DeclarationParser.Parse(input.syntax, input.cancellation), (syntax, cancellation)))
            .SelectMany(static (declaration, _) => OneOrNone(declaration))
            .WithTrackingName(TrackingNames.Declarations);

        IncrementalValuesProvider<NetworkGraph> graphs = declarations
            .SelectMany(static (declaration, _) => OneOrNone(declaration.IsSound ? declaration.Spec : null))
            .WithTrackingName(TrackingNames.Specs)
            .SelectMany(static (spec, _) => OneOrNone(InvariantCulture.Run(ShapeInference.Infer, spec).Graph))
            .WithTrackingName(TrackingNames.Graphs);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = declarations
            .SelectMany(static (declaration, _) => InvariantCulture.Run(DeclarationDiagnostics.Of, declaration))
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(graphs, this.AddSource);

        // The compilation joins one diagnostic at a time, so that a program without mistakes does no work here at all.
        context.RegisterSourceOutput(
            diagnostics.Combine(context.CompilationProvider),
            static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right)));
    }

    private static IEnumerable<T> OneOrNone<T>(T? value)
        where T : class => value is null ? [] : [value];

    private void AddSource(SourceProductionContext output, NetworkGraph graph)
    {
        foreach (GeneratedSource source in InvariantCulture.Run(network => NetworkEmitter.Emit(network, this.targets), graph))
        {
            output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8));
        }
    }
}
