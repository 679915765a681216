using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes.Layers;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes joins of several tensors and their gradients, in vectors along what lies unbroken in all of them.</summary>
internal static class JoinEmitter
{
    public static void Emit(SourceWriter writer, JoinStep step, VectorTarget target, ElementType element) =>
        ElementwiseEmitter.Method(writer, step, () => EmitNest(
            writer, [.. step.Sources, step.Destination], target, element, (syntax, values, store) =>
            {
                string result = step.Join switch
                {
                    JoinKind.Add => Infix(step, values, "+"),
                    JoinKind.Subtract => Infix(step, values, "-"),
                    JoinKind.Multiply => Infix(step, values, "*"),
                    JoinKind.Average => $"({Infix(step, values, "+")}) * {syntax.Constant(1.0 / step.Sources.Count)}",
                    JoinKind.Maximum => Nested(step, values, syntax.Larger),
                    _ => Nested(step, values, syntax.Smaller),
                };
                writer.Line(store(result));
            }));

    public static void Emit(SourceWriter writer, JoinGradientStep step, VectorTarget target, ElementType element)
    {
        List<TensorView> views = [.. step.Read];
        int firstValue = step.ReadsJoined ? 2 : 1;
        ElementwiseEmitter.Method(writer, step, () => EmitNest(
            writer, [.. views, step.SourceDelta], target, element, (syntax, values, store) =>
            {
                // The tensor's own value is among those of all tensors, or the only one that is read.
                string own = values(step.ReadsValues ? firstValue + step.Source : firstValue);
                writer.Line($"{syntax.Type} share = {Share(step, syntax, values)};");
                if (step.ReadsJoined)
                {
                    writer.Line($"share = {syntax.WhereEqual(own, values(1), "share")};");
                    for (int i = 0; i < step.Source; i++)
                    {
                        writer.Line($"share = {syntax.WhereNotEqual(values(firstValue + i), values(1), "share")};");
                    }
                }

                if (step.Epilogue.Derivative != "Linear")
                {
                    writer.Line($"share = {syntax.Derive(step.Epilogue.Derivative, "share", own)};");
                }

                if (step.Epilogue.Accumulate)
                {
                    writer.Line($"share += {values(views.Count)};");
                }

                writer.Line(store("share"));
            }));
    }

    /// <summary>The gradient of the joined value times its derivative with respect to the tensor's.</summary>
    private static string Share(JoinGradientStep step, VectorSyntax syntax, Func<int, string> values) => step.Join switch
    {
        JoinKind.Subtract when step.Source == 1 => "-" + values(0),
        JoinKind.Average => $"{values(0)} * {syntax.Constant(1.0 / step.Sources.Count)}",
        JoinKind.Multiply => string.Join(" * ", Enumerable.Range(0, step.Sources.Count)
            .Where(i => i != step.Source).Select(i => values(i + 1)).Prepend(values(0))),
        _ => values(0),
    };

    private static string Infix(JoinStep step, Func<int, string> values, string sign) =>
        string.Join($" {sign} ", step.Sources.Select((_, i) => values(i)));

    private static string Nested(JoinStep step, Func<int, string> values, Func<string, string, string> join) =>
        Enumerable.Range(1, step.Sources.Count - 1).Aggregate(values(0), (joined, i) => $"({join(joined, values(i))})");

    /// <summary>The loops over tensors, the last of which is written; the body is told how to read a value of each, and how to store one.</summary>
    private static void EmitNest(
        SourceWriter writer,
        IReadOnlyList<TensorView> views,
        VectorTarget target,
        ElementType element,
        Action<VectorSyntax, Func<int, string>, Func<string, string>> body)
    {
        SharedNest nest = SharedNest.Over(views);
        for (int i = 0; i < nest.Loops.Count; i++)
        {
            writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(nest.Loops[i].Extent)}; i{Text(i)}++)");
        }

        for (int view = 0; view < views.Count; view++)
        {
            string[] terms = [.. nest.Loops.Select((loop, i) => Times("i" + Text(i), loop.Strides[view]))];
            writer.Line($"ref {element.Name} x{Text(view)} = ref {Addresses.Of(views[view].Base, "sample", terms)};");
        }

        VectorSyntax vectors = new(element, target.Lanes(element, nest.Run));
        int whole = nest.Run / vectors.Lanes * vectors.Lanes;
        EmitRun(writer, vectors, 0, whole, views.Count, body);
        if (whole < nest.Run)
        {
            EmitRun(writer, new(element, 1), whole, nest.Run, views.Count, body);
        }

        foreach (SharedLoop _ in nest.Loops)
        {
            writer.Close();
        }
    }

    private static void EmitRun(
        SourceWriter writer,
        VectorSyntax syntax,
        int first,
        int last,
        int views,
        Action<VectorSyntax, Func<int, string>, Func<string, string>> body)
    {
        writer.Open($"for (nint i = {Text(first)}; i < {Text(last)}; i += {Text(syntax.Lanes)})");
        body(
            syntax,
            view => syntax.Load("x" + Text(view), "i"),
            value => syntax.Store(value, "x" + Text(views - 1), "i"));
        writer.Close();
    }
}
