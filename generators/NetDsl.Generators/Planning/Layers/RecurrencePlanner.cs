using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// The way of a state along the steps. Forward, each turn of a loop adds the product of the state before to the sums of the gates and makes the next
/// state; back, each turn makes the gradient of the sums and takes it to the state before. What can be done for all steps at once, the gradients of
/// the recurrent kernel and of its bias, is done after the loop.
/// </summary>
internal sealed class RecurrencePlanner : LayerPlanner
{
    private const string RecurrentKernel = "recurrent_kernel";

    /// <summary>Sequences in each sample from which one sample alone has rows enough for a tile.</summary>
    private const int RowsForOneSample = 4;

    public override bool ReadsItsOutput(LayerNode node) => true;

    // The sums of the gates give way to what they let through, and that to the gradient of the sums.
    public override bool ReplacesItsInput(LayerNode node) => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        RecurrenceNode recurrence = (RecurrenceNode)node;
        builder.ReadInputOf(node);
        RecurrentBuffers buffers = new(recurrence, builder);
        buffers.AddForward();
        builder.AddForward(node, new LoopStep(
            $"{node.Name}_Forward",
            $"the states of {recurrence.Steps} steps, one after the other",
            recurrence.Steps,
            IsBackward: false,
            new(ForwardTurn(recurrence, builder, buffers))));
        if (!recurrence.ReturnSequences)
        {
            builder.AddForward(node, new CopyStep(
                $"{node.Name}_Last", $"the state after the last step, {node.OutputShape}", buffers.States.At(recurrence.Steps - 1), builder.TensorOf(node).Values));
        }

        builder.Describe(node, $"step by step, {(Role(recurrence) == SampleRole.Rows ? "samples" : "places")} as rows");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        RecurrenceNode recurrence = (RecurrenceNode)node;
        RecurrentCell cell = recurrence.Cell;
        RecurrentBuffers buffers = new(recurrence, builder);
        PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.None);
        Operand transpose = AddTranspose(recurrence, builder);
        builder.AddBackward(node, new LoopStep(
            $"{node.Name}_Backward",
            $"gradients of {recurrence.Steps} steps, the last first",
            recurrence.Steps,
            IsBackward: true,
            new(BackwardTurn(recurrence, builder, buffers, transpose))));

        TensorView factors = buffers.Factors ?? buffers.States.Shifted(-1);
        TensorView delta = buffers.Inner ?? buffers.Gates;
        builder.AddGradient(node, new Contraction(
            $"{node.Name}_RecurrentKernelGradient",
            $"sum over samples and steps of the states before' . gradient of the gates -> ({cell.Units}, {cell.Columns}); {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            A: factors.Base,
            B: delta.Base,
            C: builder.GradientOperand(node, RecurrentKernel),
            Bias: null,
            Y: null,
            SampleRole.Terms,
            Loop.Merge([new Loop("unit", cell.Units, A: 1, C: 1)]),
            Loop.Merge(Loop.Over(a: factors.Leading, b: delta.Leading)),
            new(cell.Columns, delta.PaddedLast),
            new()));
        if (recurrence.UseBias && cell.HasInnerBias)
        {
            builder.AddGradient(node, new BiasGradientStep(
                $"{node.Name}_InnerBiasGradient",
                $"sum over samples and steps of the gradient of the product with the state ({cell.Columns})",
                delta,
                InnerBias(builder.GradientOperand(node, "bias"), node, builder),
                new(cell.Columns, delta.PaddedLast)));
        }
    }

    private static IEnumerable<Step> ForwardTurn(RecurrenceNode node, PlanBuilder builder, RecurrentBuffers buffers)
    {
        RecurrentCell cell = node.Cell;
        TensorView gates = buffers.Gates.AtTurn();
        TensorView previous = buffers.States.AtTurn(-1);
        TensorView state = buffers.States.AtTurn();
        if (cell.Kind == RecurrentCellKind.GatedResetBefore)
        {
            TensorView first = buffers.Inner!.Plane(0).AtTurn();
            TensorView second = buffers.Inner!.Plane(1).AtTurn();
            TensorView kept = buffers.Factors!.Plane(1).AtTurn();
            yield return Product(node, builder, "Recurrent", previous, first, new());
            yield return new ResetGateStep(
                $"{node.Name}_Reset", $"gates of one step -> what they let through of the state before ({cell.Units})", cell, gates, first, previous, buffers.Factors!.Plane(0).AtTurn(), kept);
            yield return Product(node, builder, "RecurrentReset", kept, second, new());
            yield return CellStep(second);
            yield break;
        }

        TensorView? inner = buffers.Inner?.AtTurn();
        yield return Product(node, builder, "Recurrent", previous, inner ?? gates, new(Accumulate: inner is null));
        yield return CellStep(inner);

        RecurrentCellStep CellStep(TensorView? product) => new(
            $"{node.Name}_Cell",
            $"gates of one step -> its state ({cell.Units})",
            cell,
            gates,
            product,
            previous,
            state,
            buffers.Memories?.AtTurn(-1),
            buffers.Memories?.AtTurn());
    }

    private static IEnumerable<Step> BackwardTurn(RecurrenceNode node, PlanBuilder builder, RecurrentBuffers buffers, Operand transpose)
    {
        RecurrentCell cell = node.Cell;
        TensorView delta = buffers.Delta;
        bool isBefore = cell.Kind == RecurrentCellKind.GatedResetBefore;
        TensorView gates = buffers.Gates.AtTurn();
        TensorView previous = buffers.States.AtTurn(-1);
        TensorView? inner = isBefore ? buffers.Inner!.Plane(1).AtTurn() : buffers.Inner?.AtTurn();

        // Where only the last state is an output, its gradient is where that of the states before goes on.
        TensorView carry = node.ReturnSequences ? buffers.AddState("carry", $"gradient of the state before a step of {node.Name}") : delta;
        yield return new RecurrentCellGradientStep(
            $"{node.Name}_CellGradient",
            $"gradient of the state of one step ({cell.Units}) -> of its gates",
            cell,
            gates,
            inner,
            previous,
            buffers.States.AtTurn(),
            buffers.Memories?.AtTurn(-1),
            buffers.Memories?.AtTurn(),
            node.ReturnSequences ? delta.AtTurn() : null,
            carry,
            buffers.Memories is null ? null : buffers.AddState("memoryCarry", $"gradient of the memory before a step of {node.Name}"),
            node.Steps - 1);
        if (!isBefore)
        {
            yield return BackProduct(node, "RecurrentBackward", inner ?? gates, transpose, carry, new(Accumulate: inner is not null));
            yield break;
        }

        TensorView kept = buffers.AddState("keptDelta", $"gradient of what the reset gate of {node.Name} lets through of a state");
        TensorView first = buffers.Inner!.Plane(0).AtTurn();
        yield return BackProduct(node, "RecurrentResetBackward", inner!, transpose, kept, new());
        yield return new ResetGateGradientStep(
            $"{node.Name}_ResetGradient", $"gradient of what the reset gate lets through of one state ({cell.Units}) -> of its gates", cell, gates, first, previous, kept, carry);
        yield return BackProduct(node, "RecurrentBackward", first, transpose, carry, new(Accumulate: true));
    }

    private static Contraction Product(RecurrenceNode node, PlanBuilder builder, string name, TensorView state, TensorView sums, Epilogue epilogue) => new(
        $"{node.Name}_{name}",
        $"state ({node.Cell.Units}) . recurrent kernel ({node.Cell.Units}, {node.Cell.Columns}) -> sums of the gates of one step",
        A: state.Base,
        B: builder.ParameterOperand(node, RecurrentKernel),
        C: sums.Base,
        Bias: node.UseBias && node.Cell.HasInnerBias ? InnerBias(builder.ParameterOperand(node, "bias"), node, builder) : null,
        Y: null,
        Role(node),
        Loop.Merge(Loop.Over(a: state.Leading, c: sums.Leading)),
        new([new Loop("unit", node.Cell.Units, A: 1, B: 1)]),
        new(node.Cell.Columns, sums.PaddedLast),
        epilogue);

    private static Contraction BackProduct(RecurrenceNode node, string name, TensorView delta, Operand transpose, TensorView state, Epilogue epilogue) => new(
        $"{node.Name}_{name}",
        $"gradient of the gates of one step ({node.Cell.Columns}) . recurrent kernel' -> of the state before ({node.Cell.Units})",
        A: delta.Base,
        B: transpose,
        C: state.Base,
        Bias: null,
        Y: null,
        Role(node),
        Loop.Merge(Loop.Over(a: delta.Leading, c: state.Leading)),
        new([new Loop("column", node.Cell.Columns, A: 1, B: 1)]),
        new(node.Cell.Units, state.PaddedLast),
        epilogue);

    private static Operand AddTranspose(RecurrenceNode node, PlanBuilder builder)
    {
        RecurrentCell cell = node.Cell;
        Operand transpose = builder.AddShared($"{node.Name}_transpose", $"transposed recurrent kernel of {node.Name}", cell.Columns, cell.Units);
        builder.AddPrepare(node, new TransposeStep(
            $"{node.Name}_Transpose",
            $"recurrent kernel ({cell.Units}, {cell.Columns}) -> ({cell.Columns}, {cell.Units})",
            builder.ParameterOperand(node, RecurrentKernel),
            new(cell.Columns, builder.Parameter(node, RecurrentKernel).PaddedColumns),
            Rows: cell.Units,
            SourceRow: 0,
            transpose,
            new(cell.Units, builder.Element.Padded(cell.Units)),
            DestinationRow: 0,
            DestinationColumn: 0,
            EquatableArray<Loop>.Empty));
        return transpose;
    }

    /// <summary>The second row of the bias.</summary>
    private static Operand InnerBias(Operand bias, LayerNode node, PlanBuilder builder) =>
        bias with { Offset = bias.Offset + builder.Parameter(node, "bias").PaddedColumns };

    /// <summary>With few sequences a sample the samples are the rows of the tiles, with many the sequences are.</summary>
    private static SampleRole Role(RecurrenceNode node) =>
        node.InputShape.Size / (node.Steps * node.Cell.Columns) >= RowsForOneSample ? SampleRole.Outer : SampleRole.Rows;
}
