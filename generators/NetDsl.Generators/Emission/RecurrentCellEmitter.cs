using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Emission;

/// <summary>Writes what a recurrent layer does with its gates at each step, and the way back, in vectors along the units.</summary>
internal static class RecurrentCellEmitter
{
    public static void Emit(SourceWriter writer, RecurrentCellStep step, VectorTarget target, ElementType element) => UnitVectors.Emit(
        writer,
        step,
        step.Cell.Units,
        target,
        element,
        [
            ("gates", step.Gates), ("inner", step.Inner), ("previous", step.Cell.Gates == 3 ? step.Previous : null), ("state", step.State),
            ("previousMemory", step.PreviousMemory), ("memory", step.Memory),
        ],
        vectors =>
        {
            switch (step.Cell.Kind)
            {
                case RecurrentCellKind.Simple:
                    vectors.Let("h", vectors.Load("gates"));
                    vectors.Set("h", vectors.Activate(step.Cell.Activation, "h"));
                    vectors.Store("h", "state");
                    break;
                case RecurrentCellKind.LongShortTerm:
                    EmitLongShortTerm(vectors, step.Cell);
                    break;
                default:
                    EmitGated(vectors, step.Cell);
                    break;
            }
        });

    public static void Emit(SourceWriter writer, RecurrentCellGradientStep step, VectorTarget target, ElementType element) => UnitVectors.Emit(
        writer,
        step,
        step.Cell.Units,
        target,
        element,
        [
            ("gates", step.Gates), ("inner", step.Inner), ("previous", step.Cell.Gates == 3 ? step.Previous : null),
            ("state", step.Cell.Gates == 1 ? step.State : null), ("previousMemory", step.PreviousMemory), ("memory", step.Memory),
            ("delta", step.Delta), ("carry", step.Carry), ("memoryCarry", step.MemoryCarry),
        ],
        vectors =>
        {
            // After the last step nobody took the state, so nothing was handed back yet.
            string isTaken = $"if (turn < {Addresses.Text(step.LastTurn)})";
            vectors.Let("dh", vectors.Load(step.Delta is null ? "carry" : "delta"));
            if (step.Delta is not null && step.LastTurn > 0)
            {
                AddWhere(vectors, isTaken, "dh", "carry");
            }

            switch (step.Cell.Kind)
            {
                case RecurrentCellKind.Simple:
                    vectors.Let("h", vectors.Load("state"));
                    vectors.Set("dh", vectors.Syntax.Derive(step.Cell.Activation, "dh", "h"));
                    vectors.Store("dh", "gates");
                    break;
                case RecurrentCellKind.LongShortTerm:
                    EmitLongShortTermGradient(vectors, step.Cell, step.LastTurn > 0 ? isTaken : null);
                    break;
                default:
                    EmitGatedGradient(vectors, step.Cell);
                    break;
            }
        });

    public static void Emit(SourceWriter writer, ResetGateStep step, VectorTarget target, ElementType element) => UnitVectors.Emit(
        writer,
        step,
        step.Cell.Units,
        target,
        element,
        [("gates", step.Gates), ("product", step.Product), ("previous", step.Previous), ("copy", step.Copy), ("kept", step.Kept)],
        vectors =>
        {
            int units = step.Cell.Units;
            vectors.Let("z", $"{vectors.Load("gates")} + {vectors.Load("product")}");
            vectors.Let("r", $"{vectors.Load("gates", units)} + {vectors.Load("product", units)}");
            vectors.Set("z", vectors.Activate(step.Cell.RecurrentActivation, "z"));
            vectors.Set("r", vectors.Activate(step.Cell.RecurrentActivation, "r"));
            vectors.Let("before", vectors.Load("previous"));
            vectors.Let("through", "r * before");
            vectors.Store("z", "gates");
            vectors.Store("r", "gates", units);
            vectors.Store("before", "copy");
            vectors.Store("through", "kept");
        });

    public static void Emit(SourceWriter writer, ResetGateGradientStep step, VectorTarget target, ElementType element) => UnitVectors.Emit(
        writer,
        step,
        step.Cell.Units,
        target,
        element,
        [("gates", step.Gates), ("product", step.Product), ("previous", step.Previous), ("kept", step.Kept), ("carry", step.Carry)],
        vectors =>
        {
            int units = step.Cell.Units;
            vectors.Let("r", vectors.Load("gates", units));
            vectors.Let("dk", vectors.Load("kept"));
            vectors.Let("dr", $"dk * {vectors.Load("previous")}");
            vectors.Set("dr", vectors.Syntax.Derive(step.Cell.RecurrentActivation, "dr", "r"));
            vectors.Let("dh", vectors.Syntax.MultiplyAdd("dk", "r", vectors.Load("carry")));
            vectors.Let("dz", vectors.Load("gates"));
            vectors.Let("zero", vectors.Syntax.Zero);
            vectors.Store("dr", "gates", units);
            vectors.Store("dh", "carry");
            vectors.Store("dz", "product");
            vectors.Store("dr", "product", units);
            vectors.Store("zero", "product", 2 * units);
        });

    private static void EmitLongShortTerm(UnitVectors vectors, RecurrentCell cell)
    {
        int units = cell.Units;
        string[] gates = ["i", "f", "g", "o"];
        for (int gate = 0; gate < gates.Length; gate++)
        {
            vectors.Let(gates[gate], vectors.Load("gates", gate * units));
        }

        foreach (string gate in gates)
        {
            vectors.Set(gate, vectors.Activate(gate == "g" ? cell.Activation : cell.RecurrentActivation, gate));
        }

        vectors.Let("c", vectors.Syntax.MultiplyAdd("i", "g", $"f * {vectors.Load("previousMemory")}"));
        vectors.Let("h", vectors.Activate(cell.Activation, "c"));
        vectors.Line("h *= o;");
        for (int gate = 0; gate < gates.Length; gate++)
        {
            vectors.Store(gates[gate], "gates", gate * units);
        }

        vectors.Store("c", "memory");
        vectors.Store("h", "state");
    }

    private static void EmitLongShortTermGradient(UnitVectors vectors, RecurrentCell cell, string? isTaken)
    {
        int units = cell.Units;
        string[] gates = ["i", "f", "g", "o"];
        for (int gate = 0; gate < gates.Length; gate++)
        {
            vectors.Let(gates[gate], vectors.Load("gates", gate * units));
        }

        vectors.Let("c", vectors.Load("memory"));
        vectors.Set("c", vectors.Activate(cell.Activation, "c"));
        vectors.Let("dO", "dh * c");
        vectors.Let("dc", "dh * o");
        vectors.Set("dc", vectors.Syntax.Derive(cell.Activation, "dc", "c"));
        if (isTaken is not null)
        {
            AddWhere(vectors, isTaken, "dc", "memoryCarry");
        }

        vectors.Let("di", "dc * g");
        vectors.Let("dg", "dc * i");
        vectors.Let("df", $"dc * {vectors.Load("previousMemory")}");
        vectors.Line("dc *= f;");
        vectors.Store("dc", "memoryCarry");
        string[] deltas = ["di", "df", "dg", "dO"];
        for (int gate = 0; gate < gates.Length; gate++)
        {
            vectors.Set(deltas[gate], vectors.Syntax.Derive(gate == 2 ? cell.Activation : cell.RecurrentActivation, deltas[gate], gates[gate]));
            vectors.Store(deltas[gate], "gates", gate * units);
        }
    }

    private static void EmitGated(UnitVectors vectors, RecurrentCell cell)
    {
        int units = cell.Units;
        bool isAfter = cell.Kind == RecurrentCellKind.GatedResetAfter;
        vectors.Let("g", vectors.Load("inner", 2 * units));
        vectors.Let("z", vectors.Load("gates"));
        if (isAfter)
        {
            vectors.Let("r", $"{vectors.Load("gates", units)} + {vectors.Load("inner", units)}");
            vectors.Line($"z += {vectors.Load("inner")};");
            vectors.Set("z", vectors.Activate(cell.RecurrentActivation, "z"));
            vectors.Set("r", vectors.Activate(cell.RecurrentActivation, "r"));
            vectors.Line("g *= r;");
        }

        vectors.Line($"g += {vectors.Load("gates", 2 * units)};");
        vectors.Set("g", vectors.Activate(cell.Activation, "g"));

        // z h + (1 - z) g
        vectors.Let("h", $"{vectors.Load("previous")} - g");
        vectors.Set("h", vectors.Syntax.MultiplyAdd("z", "h", "g"));
        if (isAfter)
        {
            vectors.Store("z", "gates");
            vectors.Store("r", "gates", units);
        }

        vectors.Store("g", "gates", 2 * units);
        vectors.Store("h", "state");
    }

    private static void EmitGatedGradient(UnitVectors vectors, RecurrentCell cell)
    {
        int units = cell.Units;
        vectors.Let("z", vectors.Load("gates"));
        vectors.Let("g", vectors.Load("gates", 2 * units));
        vectors.Let("dz", $"dh * ({vectors.Load("previous")} - g)");
        vectors.Set("dz", vectors.Syntax.Derive(cell.RecurrentActivation, "dz", "z"));
        vectors.Let("through", "dh * z");
        vectors.Let("dg", "dh - through");
        vectors.Set("dg", vectors.Syntax.Derive(cell.Activation, "dg", "g"));
        if (cell.Kind == RecurrentCellKind.GatedResetAfter)
        {
            vectors.Let("r", vectors.Load("gates", units));
            vectors.Let("dr", $"dg * {vectors.Load("inner", 2 * units)}");
            vectors.Set("dr", vectors.Syntax.Derive(cell.RecurrentActivation, "dr", "r"));
            vectors.Let("dp", "dg * r");
            vectors.Store("dr", "gates", units);
            vectors.Store("dz", "inner");
            vectors.Store("dr", "inner", units);
            vectors.Store("dp", "inner", 2 * units);
        }
        else
        {
            vectors.Let("zero", vectors.Syntax.Zero);
            vectors.Store("zero", "inner");
            vectors.Store("zero", "inner", units);
            vectors.Store("dg", "inner", 2 * units);
        }

        vectors.Store("dz", "gates");
        vectors.Store("dg", "gates", 2 * units);
        vectors.Store("through", "carry");
    }

    private static void AddWhere(UnitVectors vectors, string condition, string sum, string what)
    {
        vectors.Line(condition);
        vectors.Line("{");
        vectors.Line($"    {sum} += {vectors.Load(what)};");
        vectors.Line("}");
        vectors.Line("");
    }
}
