using NetDsl.Generators.Planning;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the files of a network: what a user sees of it, and one file of loops and tiles for each kind of vector unit.</summary>
internal static class NetworkEmitter
{
    public static IReadOnlyList<GeneratedSource> Emit(NetworkGraph graph)
    {
        ExecutionPlan plan = ExecutionPlanner.Plan(graph);
        string name = HintNames.Of(graph.Spec);
        List<GeneratedSource> sources = [new(name + ".g.cs", ClassEmitter.Emit(plan))];
        sources.AddRange(VectorTarget.All.Select(target => new GeneratedSource($"{name}.{target.Name}.g.cs", TargetEmitter.Emit(plan, target))));
        return sources;
    }
}
