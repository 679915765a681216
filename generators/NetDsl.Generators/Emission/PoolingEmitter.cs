using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes.Layers;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes max-pooling and its gradient, in vectors along the channels.</summary>
internal static class PoolingEmitter
{
    /// <summary>The most values of a window that are written out one after the other.</summary>
    private const int UnrolledValues = 16;

    public static void Emit(SourceWriter writer, MaxPoolingStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Destination.PaddedLast));
        ElementwiseEmitter.Method(writer, step, () =>
        {
            OpenOutputs(writer, step.Vertical, step.Horizontal, step.Destination, syntax);
            writer.Line($"ref {element.Name} source = ref {Addresses.Of(step.Source.Base, "sample", "channel")};");
            if (IsUnrolled(step.Vertical, step.Horizontal))
            {
                writer.Line($"source = ref {VectorSyntax.Add("source", WindowStart(step.Vertical, step.Horizontal, step.Source))};");
                bool first = true;
                foreach (int offset in Taps(step.Vertical, step.Horizontal, step.Source))
                {
                    writer.Line(first ? $"{syntax.Type} largest = {syntax.Load("source", Text(offset))};" : $"{syntax.Type} v{Text(offset)} = {syntax.Load("source", Text(offset))};");
                    if (!first)
                    {
                        writer.Line($"largest = {syntax.Larger("largest", "v" + Text(offset))};");
                    }

                    first = false;
                }
            }
            else
            {
                writer.Line($"{syntax.Type} largest = {syntax.LowestValue()};");
                OpenWindow(writer, step.Vertical, step.Horizontal);
                writer.Line($"{syntax.Type} value = {syntax.Load("source", $"(y * {Text(Row(step.Source))}) + (x * {Text(Pixel(step.Source))})")};");
                writer.Line($"largest = {syntax.Larger("largest", "value")};");
                writer.Close();
                writer.Close();
            }

            string place = OutputPlace(step.Destination);
            writer.Line(syntax.Store("largest", Addresses.Of(step.Destination.Base, "sample", place, "channel"), "0"));
            CloseOutputs(writer);
        });
    }

    public static void Emit(SourceWriter writer, MaxPoolingGradientStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Pooled.PaddedLast));
        bool unrolled = IsUnrolled(step.Vertical, step.Horizontal)
            && step.Vertical.Size <= step.Vertical.Stride && step.Horizontal.Size <= step.Horizontal.Stride;
        ElementwiseEmitter.Method(writer, step, () =>
        {
            if (!unrolled && !step.Epilogue.Accumulate)
            {
                EmitClear(writer, step.SourceDelta);
            }

            OpenOutputs(writer, step.Vertical, step.Horizontal, step.Pooled, syntax);
            writer.Line($"ref {element.Name} source = ref {Addresses.Of(step.Source.Base, "sample", "channel")};");
            writer.Line($"ref {element.Name} result = ref {Addresses.Of(step.SourceDelta.Base, "sample", "channel")};");
            writer.Line($"{syntax.Type} largest = {syntax.Load(Addresses.Of(step.Pooled.Base, "sample", OutputPlace(step.Pooled), "channel"), "0")};");
            writer.Line($"{syntax.Type} left = {syntax.Load(Addresses.Of(step.PooledDelta.Base, "sample", OutputPlace(step.PooledDelta), "channel"), "0")};");
            if (unrolled)
            {
                writer.Line($"source = ref {VectorSyntax.Add("source", WindowStart(step.Vertical, step.Horizontal, step.Source))};");
                writer.Line($"result = ref {VectorSyntax.Add("result", WindowStart(step.Vertical, step.Horizontal, step.SourceDelta))};");
                int[] results = [.. Taps(step.Vertical, step.Horizontal, step.SourceDelta)];
                int tap = 0;
                foreach (int offset in Taps(step.Vertical, step.Horizontal, step.Source))
                {
                    writer.Open($"// value {Text(tap + 1)} of the window");
                    EmitShare(writer, syntax, step.Epilogue, Text(offset), Text(results[tap]), add: step.Epilogue.Accumulate);
                    writer.Close();
                    tap++;
                }
            }
            else
            {
                OpenWindow(writer, step.Vertical, step.Horizontal);
                EmitShare(
                    writer,
                    syntax,
                    step.Epilogue,
                    $"(y * {Text(Row(step.Source))}) + (x * {Text(Pixel(step.Source))})",
                    $"(y * {Text(Row(step.SourceDelta))}) + (x * {Text(Pixel(step.SourceDelta))})",
                    add: true);
                writer.Close();
                writer.Close();
            }

            CloseOutputs(writer);
        });
    }

    /// <summary>The first of the largest values takes the gradient; after that there is none left for the others.</summary>
    private static void EmitShare(SourceWriter writer, VectorSyntax syntax, Epilogue epilogue, string source, string result, bool add)
    {
        writer.Line($"{syntax.Type} value = {syntax.Load("source", source)};");
        writer.Line($"{syntax.Type} share = {syntax.WhereEqual("value", "largest", "left")};");
        writer.Line($"left = {syntax.WhereNotEqual("value", "largest", "left")};");
        if (epilogue.Derivative != "Linear")
        {
            writer.Line($"share = {syntax.Derive(epilogue.Derivative, "share", "value")};");
        }

        if (add)
        {
            writer.Line($"share += {syntax.Load("result", result)};");
        }

        writer.Line(syntax.Store("share", "result", result));
    }

    private static void EmitClear(SourceWriter writer, TensorView view)
    {
        writer.Open($"for (nint row = 0; row < {Text(view.Axes[0][0].Extent)}; row++)");
        int run = ((view.Axes[1][0].Extent - 1) * Pixel(view)) + view.PaddedLast;
        writer.Line($"MemoryMarshal.CreateSpan(ref {Addresses.Of(view.Base, "sample", Times("row", Row(view)))}, {Text(run)}).Clear();");
        writer.Close();
        writer.Line();
    }

    private static void OpenOutputs(SourceWriter writer, Window vertical, Window horizontal, TensorView destination, VectorSyntax syntax)
    {
        writer.Open($"for (nint row = 0; row < {Text(vertical.Output)}; row++)");
        writer.Open($"for (nint column = 0; column < {Text(horizontal.Output)}; column++)");
        writer.Open($"for (nint channel = 0; channel < {Text(destination.PaddedLast)}; channel += {Text(syntax.Lanes)})");
    }

    private static void CloseOutputs(SourceWriter writer)
    {
        writer.Close();
        writer.Close();
        writer.Close();
    }

    /// <summary>The loops over the part of a window that lies inside the image.</summary>
    private static void OpenWindow(SourceWriter writer, Window vertical, Window horizontal)
    {
        OpenAxis("y", "row", vertical);
        OpenAxis("x", "column", horizontal);

        void OpenAxis(string variable, string output, Window window)
        {
            string start = $"({output} * {Text(window.Stride)}) - {Text(window.PadBefore)}";
            writer.Open($"for (nint {variable} = nint.Max({start}, 0); {variable} < nint.Min({start} + {Text(window.Size)}, {Text(window.Input)}); {variable}++)");
        }
    }

    private static bool IsUnrolled(Window vertical, Window horizontal) =>
        vertical is { PadBefore: 0, PadAfter: 0 } && horizontal is { PadBefore: 0, PadAfter: 0 }
        && vertical.Size * horizontal.Size <= UnrolledValues;

    private static string WindowStart(Window vertical, Window horizontal, TensorView view) =>
        $"(row * {Text(vertical.Stride * Row(view))}) + (column * {Text(horizontal.Stride * Pixel(view))})";

    private static IEnumerable<int> Taps(Window vertical, Window horizontal, TensorView view) =>
        from y in Enumerable.Range(0, vertical.Size)
        from x in Enumerable.Range(0, horizontal.Size)
        select (y * Row(view)) + (x * Pixel(view));

    private static string OutputPlace(TensorView view) => $"(row * {Text(Row(view))}) + (column * {Text(Pixel(view))})";

    private static int Row(TensorView image) => image.Axes[0][0].Stride;

    private static int Pixel(TensorView image) => image.Axes[1][0].Stride;
}
