using NetDsl.Generators.Planning;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the files of a network: what a user sees of it, and a file of loops and tiles for each kind of vector unit, or several for a network of many layers.</summary>
internal static class NetworkEmitter
{
    /// <summary>The files of a network.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="targets">The vector units to write code for, from the widest; the last one serves where no other does.</param>
    public static IReadOnlyList<GeneratedSource> Emit(NetworkGraph graph, EquatableArray<VectorTarget> targets)
    {
        ExecutionPlan plan = ExecutionPlanner.Plan(graph);
        string name = HintNames.Of(graph.Spec);
        List<GeneratedSource> sources = [new(name + ".g.cs", ClassEmitter.Emit(plan, targets))];
        foreach (VectorTarget target in targets)
        {
            IReadOnlyList<string> files = TargetEmitter.Emit(plan, target);
            for (int i = 0; i < files.Count; i++)
            {
                string part = i == 0 ? "" : FormattableString.Invariant($".{i + 1}");
                sources.Add(new($"{name}.{target.Name}{part}.g.cs", files[i]));
            }
        }

        return sources;
    }
}
