using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes products of an axis and a constant matrix, in vectors along the channels.</summary>
internal static class AxisTransformEmitter
{
    public static void Emit(SourceWriter writer, AxisTransform step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Width));
        Loop[] loops = [.. step.Places];
        writer.Line($"// {step.Comment}");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        if (step.BySample)
        {
            writer.Open("for (nint sample = begin; sample < end; sample++)");
        }
        else if (loops.Length == 0)
        {
            writer.Open("if (begin < end)");
        }

        for (int i = 0; i < loops.Length; i++)
        {
            bool isShared = i == 0 && !step.BySample;
            writer.Open($"for (nint {Variable(i)} = {(isShared ? "begin" : "0")}; {Variable(i)} < {(isShared ? "end" : Text(loops[i].Extent))}; {Variable(i)}++)");
        }

        foreach (AxisPiece piece in step.Pieces)
        {
            EmitPiece(writer, step, piece, loops, syntax);
        }

        for (int i = step.BySample || loops.Length == 0 ? -1 : 0; i < loops.Length; i++)
        {
            writer.Close();
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitPiece(SourceWriter writer, AxisTransform step, AxisPiece piece, Loop[] loops, VectorSyntax syntax)
    {
        string element = syntax.Element.Name;
        bool isLoop = piece.Count > 1;
        writer.Open(isLoop ? $"for (nint piece = 0; piece < {Text(piece.Count)}; piece++)" : "");
        string At(Operand operand, Func<Place, int> of, Func<Loop, int> move) => Addresses.Of(
            operand with { Offset = operand.Offset + of(piece.Start) },
            "sample",
            [.. loops.Select((loop, i) => Times(Variable(i), move(loop))), isLoop ? Times("piece", of(piece.Step)) : "0"]);
        writer.Line($"ref {element} source = ref {At(step.Source, p => p.A, l => l.A)};");
        writer.Line($"ref {element} result = ref {At(step.Destination, p => p.C, l => l.C)};");
        if (step.Bias is { } bias)
        {
            writer.Line($"ref {element} bias = ref {Addresses.Of(bias, "sample")};");
        }

        if (step.Scale is { } scale)
        {
            writer.Line($"ref {element} scale = ref {Addresses.Of(scale, "sample")};");
        }

        if (step.Y is { } y)
        {
            writer.Line($"ref {element} values = ref {At(y, p => p.Y, l => l.Y)};");
        }

        bool isRun = step.Run > syntax.Lanes;
        string along = isRun ? "c" : "0";
        writer.Open(isRun ? $"for (nint c = 0; c < {Text(step.Run)}; c += {Text(syntax.Lanes)})" : "");
        List<(int, string)> inputs = [];
        foreach (AxisPoint input in piece.Inputs)
        {
            string name = "x" + Text(input.Index);
            writer.Line($"{syntax.Type} {name} = {syntax.Load("source", Sum(along, input.Place.A))};");
            inputs.Add((input.Index, name));
        }

        string[] results = LinearMapEmitter.Emit(writer, syntax, step.Matrix, [.. piece.Outputs.Select(output => output.Index)], inputs);
        for (int i = 0; i < results.Length; i++)
        {
            EmitStore(writer, step, piece.Outputs[i], results[i], along, syntax);
        }

        writer.Close();
        writer.Close();
    }

    private static void EmitStore(SourceWriter writer, AxisTransform step, AxisPoint output, string result, string along, VectorSyntax syntax)
    {
        string place = Sum(along, output.Place.C);
        string sum = result;
        if (step.Bias is not null)
        {
            sum = $"{sum} + {syntax.Load("bias", along)}";
        }

        if (step.Scale is not null)
        {
            sum = syntax.MultiplyAdd($"({sum})", syntax.Load("scale", along), syntax.Load("scale", Sum(along, step.Run)));
        }

        if (step.Y is not null || step.Epilogue.Activation != "Linear" || step.Epilogue.Accumulate)
        {
            string name = "r" + Text(output.Index);
            writer.Line($"{syntax.Type} {name} = {sum};");
            sum = name;
        }

        if (step.Y is not null)
        {
            string y = "y" + Text(output.Index);
            writer.Line($"{syntax.Type} {y} = {syntax.Load("values", Sum(along, output.Place.Y))};");
            writer.Line($"{sum} = {syntax.Derive(step.Epilogue.Derivative, sum, y)};");
        }

        if (step.Epilogue.Activation != "Linear")
        {
            writer.Line($"{sum} = {syntax.Activate(step.Epilogue.Activation, sum)};");
        }

        if (step.Epilogue.Accumulate)
        {
            writer.Line($"{sum} += {syntax.Load("result", place)};");
        }

        writer.Line(syntax.Store(sum, "result", place));
    }

    private static string Sum(string along, int offset) =>
        offset == 0 ? along : along == "0" ? Text(offset) : $"{along} + {Text(offset)}";

    private static string Variable(int loop) => "i" + Text(loop);
}
