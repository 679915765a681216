using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes.Layers;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes pooling and its gradient, in vectors along the channels.</summary>
internal static class PoolingEmitter
{
    /// <summary>The most values of a window that are written out one after the other.</summary>
    private const int UnrolledValues = 16;

    public static void Emit(SourceWriter writer, PoolingStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Channels.Padded));
        ElementwiseEmitter.Method(writer, step, () =>
        {
            if (step.Cleared is { } cleared)
            {
                EmitClear(writer, cleared);
            }

            EmitWindows(writer, step, syntax);
        });
    }

    private static void EmitWindows(SourceWriter writer, PoolingStep step, VectorSyntax syntax) =>
        Nest(writer, Places(step.Windows, step.Channels, syntax, c: false, y: step.Y is not null), places =>
        {
            writer.Line($"ref {syntax.Element.Name} source = ref {At(step.Source, places, l => l.A)};");
            bool hasBegun = !IsUnrolled(step.Windows);
            if (hasBegun)
            {
                writer.Line($"{syntax.Type} result = {Beginning(step.Kind, syntax)};");
            }

            Values(writer, step.Windows, (source, _) =>
            {
                if (!hasBegun)
                {
                    hasBegun = true;
                    writer.Line($"{syntax.Type} result = {syntax.Load("source", source)};");
                    return;
                }

                writer.Open("// one value of the window");
                writer.Line($"{syntax.Type} value = {syntax.Load("source", source)};");
                writer.Line(step.Kind switch
                {
                    Pooling.Maximum => $"result = {syntax.Larger("result", "value")};",
                    Pooling.Minimum => $"result = {syntax.Smaller("result", "value")};",
                    _ => "result += value;",
                });
                writer.Close();
            });
            if (step.Kind == Pooling.Mean)
            {
                writer.Line($"result *= {Part(step.Windows, syntax)};");
            }

            if (step.Y is { } y)
            {
                writer.Line($"{syntax.Type} y = {syntax.Load(At(y, places, l => l.Y), "0")};");
                writer.Line($"result = {syntax.Derive(step.Epilogue.Derivative, "result", "y")};");
            }

            if (step.Epilogue.Accumulate)
            {
                writer.Line($"result += {syntax.Load(At(step.Destination, places, l => l.B), "0")};");
            }

            writer.Line(syntax.Store("result", At(step.Destination, places, l => l.B), "0"));
        });

    private static string Beginning(Pooling kind, VectorSyntax syntax) => kind switch
    {
        Pooling.Maximum => syntax.LowestValue(),
        Pooling.Minimum => syntax.HighestValue(),
        _ => syntax.Zero,
    };

    public static void Emit(SourceWriter writer, PoolingGradientStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Channels.Padded));
        bool adds = step.Windows.Overlap || step.Epilogue.Accumulate;
        ElementwiseEmitter.Method(writer, step, () =>
        {
            if (step.Clears)
            {
                EmitClear(writer, step.SourceDelta);
            }

            Nest(writer, Places(step.Windows, step.Channels, syntax, c: true, y: true), places =>
            {
                writer.Line($"ref {element.Name} source = ref {At(step.Source, places, l => l.A)};");
                writer.Line($"ref {element.Name} result = ref {At(step.SourceDelta.Base, places, l => l.C)};");
                writer.Line($"{syntax.Type} left = {syntax.Load(At(step.PooledDelta, places, l => l.Y), "0")};");
                writer.Line(step.Kind == Pooling.Mean
                    ? $"left *= {Part(step.Windows, syntax)};"
                    : $"{syntax.Type} {Chosen(step.Kind)} = {syntax.Load(At(step.Pooled, places, l => l.B), "0")};");
                Values(writer, step.Windows, (source, result) =>
                {
                    writer.Open("// one value of the window");
                    EmitShare(writer, syntax, step, source);
                    if (adds)
                    {
                        writer.Line($"share += {syntax.Load("result", result)};");
                    }

                    writer.Line(syntax.Store("share", "result", result));
                    writer.Close();
                });
            });
        });
    }

    /// <summary>A value's part of the gradient: the first of those chosen takes all of it, after which there is none left for the others.</summary>
    private static void EmitShare(SourceWriter writer, VectorSyntax syntax, PoolingGradientStep step, string source)
    {
        bool isMean = step.Kind == Pooling.Mean;
        if (!isMean || step.Epilogue.Derivative != "Linear")
        {
            writer.Line($"{syntax.Type} value = {syntax.Load("source", source)};");
        }

        writer.Line($"{syntax.Type} share = {(isMean ? "left" : syntax.WhereEqual("value", Chosen(step.Kind), "left"))};");
        if (!isMean)
        {
            writer.Line($"left = {syntax.WhereNotEqual("value", Chosen(step.Kind), "left")};");
        }

        if (step.Epilogue.Derivative != "Linear")
        {
            writer.Line($"share = {syntax.Derive(step.Epilogue.Derivative, "share", "value")};");
        }
    }

    private static bool IsUnrolled(WindowNest windows) => windows.Clipped.Count == 0 && windows.Size <= UnrolledValues;

    /// <summary>What a mean's sum is multiplied by: of a window that reaches over the edge only what is inside counts.</summary>
    private static string Part(WindowNest windows, VectorSyntax syntax)
    {
        if (windows.Clipped.Count == 0)
        {
            return syntax.Constant(1.0 / windows.Size);
        }

        IEnumerable<string> extents = windows.Clipped.Select((window, i) =>
        {
            (string from, string to) = Bounds(window, Place(windows.Places.Count - windows.Clipped.Count + i));
            return $"({to} - {from})";
        });
        string count = $"({syntax.Element.Name})({string.Join(" * ", extents)})";
        return syntax.Same($"1 / {count}");
    }

    private static string Chosen(Pooling kind) => kind == Pooling.Minimum ? "smallest" : "largest";

    private static void EmitClear(SourceWriter writer, TensorView view)
    {
        Dimension[] dimensions = [.. view.Leading, new(view.PaddedLast, 1)];
        EquatableArray<Loop> loops = Loop.Merge(Loop.Over(a: dimensions));
        bool isRun = loops.Count > 0 && loops[loops.Count - 1].A == 1;
        Nest(writer, [.. loops.Take(loops.Count - (isRun ? 1 : 0))], places => writer.Line(
            $"MemoryMarshal.CreateSpan(ref {At(view.Base, places, l => l.A)}, {Text(isRun ? loops[loops.Count - 1].Extent : 1)}).Clear();"));
        writer.Line();
    }

    /// <summary>The loops over windows and, in vectors, over channels, in which C and Y move too where there are any; in as few as the memory allows.</summary>
    private static List<Loop> Places(WindowNest windows, Columns channels, VectorSyntax syntax, bool c, bool y)
    {
        int lanes = syntax.Lanes;
        Loop vectors = new("channel", channels.Padded / lanes, lanes, lanes, c ? lanes : 0, y ? lanes : 0);
        return windows.Clipped.Count > 0 ? [.. windows.Places, vectors] : [.. Loop.Merge([.. windows.Places, vectors])];
    }

    private static void Nest(SourceWriter writer, List<Loop> loops, Action<List<Loop>> body)
    {
        for (int i = 0; i < loops.Count; i++)
        {
            writer.Open($"for (nint {Place(i)} = 0; {Place(i)} < {Text(loops[i].Extent)}; {Place(i)}++)");
        }

        body(loops);
        foreach (Loop _ in loops)
        {
            writer.Close();
        }
    }

    /// <summary>What is done with each value of a window that is inside its tensor, given how far it is from where the window begins.</summary>
    private static void Values(SourceWriter writer, WindowNest windows, Action<string, string> each)
    {
        if (IsUnrolled(windows))
        {
            foreach (Loop value in Unrolled(windows.Values))
            {
                each(Text(value.A), Text(value.C));
            }

            return;
        }

        for (int i = 0; i < windows.Values.Count; i++)
        {
            string variable = "v" + Text(i);
            (string from, string to) = windows.Clipped.Count == 0 ? ("0", Text(windows.Values[i].Extent)) : Bounds(windows.Clipped[i], WindowPlace(i));
            writer.Open($"for (nint {variable} = {from}; {variable} < {to}; {variable}++)");
        }

        each(Offset(l => l.A), Offset(l => l.C));
        foreach (Loop _ in windows.Values)
        {
            writer.Close();
        }

        string WindowPlace(int window) => Place(windows.Places.Count - windows.Clipped.Count + window);

        string Offset(Func<Loop, int> move)
        {
            string[] terms = [.. windows.Values.Select((loop, i) => Times("v" + Text(i), move(loop))).Where(term => term != "0")];
            return terms.Length == 0 ? "0" : string.Join(" + ", terms);
        }
    }

    /// <summary>All turns of a nest, each as a loop that stands where it is.</summary>
    private static IEnumerable<Loop> Unrolled(EquatableArray<Loop> loops) => loops.Aggregate(
        (IEnumerable<Loop>)[new Loop("value", 1)],
        (places, loop) => places.SelectMany(place => Enumerable.Range(0, loop.Extent).Select(
            i => place with { A = place.A + (i * loop.A), C = place.C + (i * loop.C) })));

    /// <summary>The values of a window that are inside, counted from the start of the dimension.</summary>
    private static (string From, string To) Bounds(Window window, string place)
    {
        string start = $"({place} * {Text(window.Stride)}) - {Text(window.PadBefore)}";
        return ($"nint.Max({start}, 0)", $"nint.Min({start} + {Text(window.Size)}, {Text(window.Input)})");
    }

    private static string At(Operand operand, List<Loop> places, Func<Loop, int> move) =>
        Addresses.Of(operand, "sample", [.. places.Select((loop, i) => Times(Place(i), move(loop)))]);

    private static string Place(int loop) => "i" + Text(loop);
}
