using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes the prediction of one sample by a tiny network: the units of a layer in the lanes of a vector, everything in registers, no
/// buffer. A pass over a batch of one would take several times as long to set up as this takes in all.
/// </summary>
internal static class UnrolledPredictionEmitter
{
    /// <summary>Whether the network has this form: the sum over units that a softmax needs is left to passes.</summary>
    public static bool Serves(UnrolledStep step) => step.Layers[step.Layers.Count - 1].Activation != "Softmax";

    public static void Emit(SourceWriter writer, UnrolledStep step, VectorTarget target, ElementType element)
    {
        string type = element.Name;
        writer.Line("// one sample, the units of a layer in lanes");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void PredictOne(ref {type} parameters, ref {type} input, ref {type} output)");
        VectorSyntax? before = null;
        for (int layer = 0; layer < step.Layers.Count; layer++)
        {
            UnrolledLayer l = step.Layers[layer];
            VectorSyntax syntax = new(element, target.Lanes(element, l.Kernel.PaddedColumns));
            int vectors = (l.Units + syntax.Lanes - 1) / syntax.Lanes;
            writer.Line($"// {l.Name}: {Text(l.Inputs)} -> {Text(l.Units)}, {l.Activation}");
            for (int vector = 0; vector < vectors; vector++)
            {
                string place = Text((l.Bias?.Offset ?? 0) + (vector * syntax.Lanes));
                writer.Line($"{syntax.Type} {Unit(layer, vector)} = {(l.Bias is null ? syntax.Zero : syntax.Load("parameters", place))};");
            }

            for (int input = 0; input < l.Inputs; input++)
            {
                string value = layer == 0 ? VectorSyntax.Add("input", Text(input)) : Element(before!, layer - 1, input);
                for (int vector = 0; vector < vectors; vector++)
                {
                    string sum = Unit(layer, vector);
                    string place = Text(l.Kernel.IndexOf(input, vector * syntax.Lanes, element));
                    writer.Line($"{sum} = {syntax.MultiplyAdd(syntax.Same(value), syntax.Load("parameters", place), sum)};");
                }
            }

            for (int vector = 0; vector < vectors && l.Activation != "Linear"; vector++)
            {
                writer.Line($"{Unit(layer, vector)} = {Activate(l.Activation, Unit(layer, vector), syntax, target, element)};");
            }

            before = syntax;
        }

        int last = step.Layers.Count - 1;
        for (int unit = 0; unit < step.Outputs; unit++)
        {
            writer.Line($"{VectorSyntax.Add("output", Text(unit))} = {Element(before!, last, unit)};");
        }

        writer.Close();
        writer.Line();
    }

    // A single value goes through a vector for the exponential: the platform's function for one value takes three times as long.
    private static string Activate(string activation, string sum, VectorSyntax syntax, VectorTarget target, ElementType element)
    {
        bool widen = syntax.Lanes == 1 && target.VectorBytes > 0 && activation is "Sigmoid" or "Tanh" or "Exponential";
        VectorSyntax wide = widen ? new(element, 16 / element.Size) : syntax;
        string value = ReferenceEquals(wide, syntax) ? sum : wide.Same(sum);
        string result = activation switch
        {
            "Sigmoid" => wide.Sigmoid(value),
            "Tanh" => wide.Tanh(value),
            "Exponential" => wide.Exp(value),
            _ => wide.Activate(activation, value),
        };
        return ReferenceEquals(wide, syntax) ? result : $"{result}.ToScalar()";
    }

    private static string Unit(int layer, int vector) => $"y{Text(layer)}_{Text(vector)}";

    private static string Element(VectorSyntax syntax, int layer, int unit) =>
        syntax.Lanes == 1 ? Unit(layer, unit) : $"{Unit(layer, unit / syntax.Lanes)}.GetElement({Text(unit % syntax.Lanes)})";
}
