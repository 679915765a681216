using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[SimpleRNN], [LSTM], [GRU]: along the dimension before the features, with a state.</summary>
internal sealed class RecurrentShape(string kind) : LayerShape
{
    private const string Units = nameof(Units);
    private const string Activation = nameof(Activation);
    private const string RecurrentActivation = nameof(RecurrentActivation);

    /// <summary>Those whose derivative can be told from what they return, since that is what a step keeps.</summary>
    private static readonly string[] Activations = ["Linear", "Sigmoid", "HardSigmoid", "Tanh", "ReLU", "ReLU6", "LeakyReLU", "Softsign", "Exponential"];

    public override string Kind => kind;

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(Units);
        CheckActivation(layer, Activation);
        CheckActivation(layer, RecurrentActivation);
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!layer.RequireAxes("steps", "features"))
        {
            return null;
        }

        RecurrentCell cell = this.Cell(layer);
        int features = layer.InputShape.Last;
        int[] places = [.. layer.InputShape.Extents.Take(layer.InputShape.Rank - 1)];
        if (!layer.CountFits("the kernel", Units, features, cell.Gates, cell.Units)
            || !layer.CountFits("the recurrent kernel", Units, cell.Units, cell.Gates, cell.Units)
            || !layer.CountFits("the gates of all steps", Units, [.. places, 2, cell.Gates, cell.Units]))
        {
            return null;
        }

        bool bias = layer.Spec.Flag("UseBias", true);
        bool sequences = layer.Spec.Flag("ReturnSequences", false);
        bool isBidirectional = layer.Spec.Flag("Bidirectional", false);
        int directions = isBidirectional ? 2 : 1;
        EquatableArray<ParameterNode> parameters = Parameters(layer, cell, features, bias);
        if (layer.HasErrors)
        {
            return null;
        }

        long steps = directions * places.Aggregate(1L, (n, extent) => n * extent);
        return new RecurrentNode(cell, bias, sequences, layer.Spec.Flag("GoBackwards", false), isBidirectional)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = new([.. sequences ? places : places.Take(places.Length - 1), directions * cell.Units]),
            Parameters = parameters,

            // The products, the biases, an activation for each gate, and three operations or four for each value of a state with gates.
            Flops = steps * ((2L * (features + cell.Units) * cell.Columns) + ((bias ? 2L : 1L) * cell.Columns) + (cell.Gates == 1 ? 0 : 4L * cell.Units)),
        };
    }

    private RecurrentCell Cell(LayerContext layer)
    {
        RecurrentCellKind cell = kind switch
        {
            "SimpleRNN" => RecurrentCellKind.Simple,
            "LSTM" => RecurrentCellKind.LongShortTerm,
            _ => layer.Spec.Flag("ResetAfter", true) ? RecurrentCellKind.GatedResetAfter : RecurrentCellKind.GatedResetBefore,
        };
        return new(cell, layer.Spec.Integer(Units, 0), layer.Spec.Text(Activation) ?? "Tanh", layer.Spec.Text(RecurrentActivation) ?? "Sigmoid");
    }

    private static EquatableArray<ParameterNode> Parameters(LayerContext layer, RecurrentCell cell, int features, bool useBias)
    {
        int columns = cell.Columns;
        List<ParameterNode> parameters =
        [
            ParameterRules.Apply(layer, "Kernel", new(
                "kernel", new Shape(features, columns), layer.Spec.Text("KernelInitializer") ?? "GlorotUniform", features, columns)),
            ParameterRules.Apply(layer, "Recurrent", new(
                "recurrent_kernel", new Shape(cell.Units, columns), layer.Spec.Text("RecurrentInitializer") ?? "Orthogonal", cell.Units, columns)),
        ];
        if (useBias)
        {
            Shape shape = cell.HasInnerBias ? new Shape(2, columns) : new Shape(columns);
            bool remembers = cell.Kind == RecurrentCellKind.LongShortTerm && layer.Spec.Flag("UnitForgetBias", true);
            ParameterNode bias = ParameterRules.Apply(
                layer, "Bias", new("bias", shape, layer.Spec.Text("BiasInitializer") ?? "Zeros", cell.HasInnerBias ? 2 : columns, columns));
            ParameterRule[] ones = remembers ? [new("OnesFrom", cell.Units), new("OnesTo", 2 * cell.Units)] : [];
            parameters.Add(bias with { IsInPanels = !cell.HasInnerBias, Rules = new([.. bias.Rules, .. ones]) });
        }

        // The same again for the way back from the end, under names of their own.
        return new(layer.Spec.Flag("Bidirectional", false)
            ? parameters.Concat(parameters.Select(parameter => parameter with { Name = RecurrentNode.BackwardPrefix + parameter.Name }))
            : parameters);
    }

    private static void CheckActivation(LayerContext layer, string argument)
    {
        if (layer.Spec.Text(argument) is { } activation && !Activations.Contains(activation))
        {
            layer.Report(DiagnosticDescriptors.NotAnActivationOfSteps, argument, layer.Spec.Kind, argument, string.Join(", ", Activations), activation);
        }
    }
}
