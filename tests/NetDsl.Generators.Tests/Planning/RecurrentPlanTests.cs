using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

public sealed class RecurrentPlanTests
{
    public static TheoryData<string, string> Declarations => new()
    {
        { "[Input(5, 3)]", "[SimpleRNN(3)]" },
        { "[Input(4, 2)]", "[SimpleRNN(9, ReturnSequences = true, GoBackwards = true)]" },
        { "[Input(1, 2)]", "[LSTM(5)]" },
        { "[Input(7, 3)]", "[LSTM(17, ReturnSequences = true)]\n[LSTM(33, GoBackwards = true)]" },
        { "[Input(2, 3, 6, 2)]", "[LSTM(6, ReturnSequences = true, GoBackwards = true)]\n[LSTM(20)]" },
        { "[Input(5, 3)]", "[LSTM(5, ReturnSequences = true)]\n[Conv1D(3, 5, Padding = Padding.Same)]" },
        { "[Input(5, 3)]", "[GRU(13, ReturnSequences = true)]\n[GRU(3, GoBackwards = true)]" },
        { "[Input(5, 3, 2)]", "[GRU(7, ResetAfter = false, ReturnSequences = true)]\n[GRU(40, ResetAfter = false)]" },
        { "[Input(5, 3)]", "[LSTM(3, Bidirectional = true, ReturnSequences = true)]\n[GRU(5, Bidirectional = true)]" },
        { "[Input(6)]", "[Embedding(11, 5)]\n[LSTM(4)]" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void No_product_of_a_turn_reads_or_writes_outside_its_sample(string input, string layers)
    {
        ExecutionPlan plan = Plan(input, layers);
        foreach (Contraction contraction in Turns(plan).Concat(plan.Gradients).OfType<Contraction>())
        {
            foreach (VectorTarget target in VectorTarget.All)
            {
                foreach ((string role, Operand operand, int first, int last) in new ContractionReach(contraction, target, plan.Element).Operands)
                {
                    int end = operand.Memory switch
                    {
                        Memory.Parameters or Memory.Gradients => plan.Parameters.Where(p => p.Offset <= operand.Offset).Max(p => p.Offset + p.Length),
                        Memory.Shared => plan.Buffers.Single(b => b.Name == operand.Buffer).Elements,
                        _ => operand.SampleStride,
                    };
                    Assert.True(first >= 0 && last < end, $"{contraction.Name} on {target.Name} touches {first} to {last} of {role}, which ends at {end}.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void No_state_of_a_turn_is_outside_its_sample(string input, string layers)
    {
        ExecutionPlan plan = Plan(input, layers);
        foreach (Step step in Turns(plan))
        {
            foreach ((string role, TensorView view, int columns) in Views(step))
            {
                int last = view.Base.Offset + view.Leading.Sum(d => (d.Extent - 1) * d.Stride) + columns - 1;
                Assert.True(
                    view.Base.Offset >= 0 && last < view.Base.SampleStride,
                    $"{step.Name} touches {view.Base.Offset} to {last} of {role}, which has {view.Base.SampleStride}.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void The_state_before_the_first_step_is_a_place_that_no_step_writes_and_that_shares_no_memory(string input, string layers)
    {
        ExecutionPlan plan = Plan(input, layers);
        LoopStep[] loops = [.. plan.Forward.OfType<LoopStep>()];
        Assert.NotEmpty(loops);
        foreach (RecurrentCellStep cell in loops.Select(loop => Assert.Single(loop.Steps.OfType<RecurrentCellStep>())))
        {
            Assert.Equal(cell.State.Base.Offset, cell.Previous.Base.Offset + cell.State.Base.TurnStride);
            Assert.Equal(cell.Memory?.Base.Offset, cell.PreviousMemory?.Base.Offset + cell.Memory?.Base.TurnStride);
            foreach (string name in new[] { cell.State, cell.Memory }.OfType<TensorView>().Select(view => view.Base.Buffer))
            {
                BufferPlan states = plan.Buffers.Single(b => b.Name == name);
                Assert.All(plan.Buffers.Where(b => b.Name != name && b.PredictionOffset >= 0 && !b.IsShared), other => Assert.True(
                    other.PredictionOffset + other.Elements <= states.PredictionOffset || states.PredictionOffset + states.Elements <= other.PredictionOffset,
                    $"{other.Name} shares memory with {name}."));
            }
        }
    }

    [Theory]
    [InlineData("[Input(3, 5, 2)]", false)]
    [InlineData("[Input(2, 2, 5, 2)]", true)]
    public void Where_a_sample_has_sequences_enough_for_a_tile_a_loop_goes_from_sample_to_sample(string input, bool isBySample)
    {
        LoopStep loop = Assert.Single(Plan(input, "[LSTM(6)]").Forward.OfType<LoopStep>());
        Assert.Equal(isBySample, loop.IsBySample);
    }

    [Fact]
    public void The_gradient_of_the_gates_takes_the_place_of_their_sums()
    {
        ExecutionPlan plan = Plan("[Input(5, 3)]", "[LSTM(6)]");
        Contraction kernel = plan.Gradients.OfType<Contraction>().Single(c => c.Name == "lstm_0_gates_KernelGradient");
        Contraction sums = plan.Forward.OfType<Contraction>().Single(c => c.Name == "lstm_0_gates_Forward");
        Assert.Equal(sums.C, kernel.B);
        Assert.DoesNotContain(plan.Buffers, b => b.Name == "lstm_0_gates_delta");
    }

    private static ExecutionPlan Plan(string input, string layers) =>
        ExecutionPlanner.Plan(GeneratorRun.OfNetwork(input, layers, "[Loss(Loss.MeanSquaredError)]").Graph);

    // The steps of all loops as they are in the first turn and in the last.
    private static IEnumerable<Step> Turns(ExecutionPlan plan) =>
        from loop in plan.Forward.Concat(plan.Backward).OfType<LoopStep>()
        from step in loop.Steps
        from turn in new[] { 0, loop.Turns - 1 }
        select At(step, turn);

    private static Step At(Step step, int turn) => step switch
    {
        Contraction c => c with { A = At(c.A, turn), C = At(c.C, turn) },
        RecurrentCellStep c => c with
        {
            Gates = At(c.Gates, turn)!,
            Inner = At(c.Inner, turn),
            Previous = At(c.Previous, turn)!,
            State = At(c.State, turn)!,
            PreviousMemory = At(c.PreviousMemory, turn),
            Memory = At(c.Memory, turn),
        },
        RecurrentCellGradientStep c => c with
        {
            Gates = At(c.Gates, turn)!,
            Inner = At(c.Inner, turn),
            Previous = At(c.Previous, turn)!,
            State = At(c.State, turn)!,
            PreviousMemory = At(c.PreviousMemory, turn),
            Memory = At(c.Memory, turn),
            Delta = At(c.Delta, turn),
        },
        _ => step,
    };

    private static Operand At(Operand operand, int turn) => operand with { Offset = operand.Offset + (turn * operand.TurnStride) };

    private static TensorView? At(TensorView? view, int turn) => view is null ? null : view with { Base = At(view.Base, turn) };

    private static IEnumerable<(string Role, TensorView View, int Columns)> Views(Step step)
    {
        (string Role, TensorView? View, int Columns)[] views = step switch
        {
            RecurrentCellStep c =>
            [
                ("the gates", c.Gates, c.Cell.Columns), ("the product", c.Inner, c.Cell.Columns), ("the state before", c.Previous, c.Cell.Units),
                ("the state", c.State, c.Cell.Units), ("the memory before", c.PreviousMemory, c.Cell.Units), ("the memory", c.Memory, c.Cell.Units),
            ],
            RecurrentCellGradientStep c =>
            [
                ("the gates", c.Gates, c.Cell.Columns), ("the product", c.Inner, c.Cell.Columns), ("the state before", c.Previous, c.Cell.Units),
                ("the state", c.State, c.Cell.Units), ("the memory before", c.PreviousMemory, c.Cell.Units), ("the memory", c.Memory, c.Cell.Units),
                ("the gradient", c.Delta, c.Cell.Units), ("what is handed back", c.Carry, c.Cell.Units), ("that of the memory", c.MemoryCarry, c.Cell.Units),
            ],
            _ => [],
        };
        return views.Where(v => v.View is not null).Select(v => (v.Role, v.View!, v.Columns));
    }
}
