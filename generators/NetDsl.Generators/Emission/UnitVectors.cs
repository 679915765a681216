using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes a step that computes with the units of several blocks side by side, for all samples and sequences: in the longest vectors, then in one of
/// each shorter length, and what is left in a vector of which only so many lanes are stored, since the next block begins where one ends.
/// </summary>
internal sealed class UnitVectors
{
    private readonly SourceWriter writer;
    private readonly string unit;
    private readonly int count;

    private UnitVectors(SourceWriter writer, VectorSyntax syntax, string unit, int count)
    {
        this.writer = writer;
        this.Syntax = syntax;
        this.unit = unit;
        this.count = count;
    }

    /// <summary>How the vectors at hand are written.</summary>
    public VectorSyntax Syntax { get; }

    /// <summary>Writes the method of a step.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="step">The step.</param>
    /// <param name="units">The units of a block.</param>
    /// <param name="target">The machine.</param>
    /// <param name="element">The element type.</param>
    /// <param name="views">What the step reads and writes, by the names that the body gives them; null for what there is not.</param>
    /// <param name="body">Writes what is done with the units of one vector.</param>
    public static void Emit(
        SourceWriter writer, Step step, int units, VectorTarget target, ElementType element, (string Name, TensorView? View)[] views, Action<UnitVectors> body)
    {
        Dimension[][] leading = [.. views.Where(v => v.View is not null).Select(v => v.View!.Leading.ToArray())];
        writer.Line($"// {step.Comment}");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"private static void {step.Name}({Addresses.Parameters(step)})");
        writer.Open("for (nint sample = begin; sample < end; sample++)");
        for (int i = 0; i < leading[0].Length; i++)
        {
            writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(leading[0][i].Extent)}; i{Text(i)}++)");
        }

        foreach ((string name, TensorView? view) in views.Where(v => v.View is not null))
        {
            string[] places = [.. view!.Leading.Select((d, i) => Times("i" + Text(i), d.Stride))];
            writer.Line($"ref {element.Name} {name} = ref {Of(view.Base, "sample", places)};");
        }

        EmitVectors(writer, units, new(element, target.Lanes(element, element.Padded(units))), body);
        for (int i = 0; i < leading[0].Length + 2; i++)
        {
            writer.Close();
        }

        writer.Line();
    }

    private static void EmitVectors(SourceWriter writer, int units, VectorSyntax syntax, Action<UnitVectors> body)
    {
        int whole = units / syntax.Lanes * syntax.Lanes;
        if (whole > 0)
        {
            writer.Open(whole == syntax.Lanes ? "" : $"for (nint unit = 0; unit < {Text(whole)}; unit += {Text(syntax.Lanes)})");
            body(new(writer, syntax, whole == syntax.Lanes ? "0" : "unit", syntax.Lanes));
            writer.Close();
        }

        int left = units - whole;
        while (left > 0)
        {
            bool isShortest = syntax.Lanes / 2 * syntax.Element.Size < 16;
            if (syntax.Lanes <= left || isShortest)
            {
                writer.Open("");
                body(new(writer, syntax, Text(units - left), Math.Min(left, syntax.Lanes)));
                writer.Close();
                left -= Math.Min(left, syntax.Lanes);
            }
            else
            {
                syntax = syntax.Half;
            }
        }
    }

    /// <summary>Declares a variable.</summary>
    public void Let(string name, string value) => this.writer.Line($"{this.Syntax.Type} {name} = {value};");

    /// <summary>Gives a variable another value, unless it has it.</summary>
    public void Set(string name, string value)
    {
        if (value != name)
        {
            this.writer.Line($"{name} = {value};");
        }
    }

    /// <summary>Writes a line.</summary>
    public void Line(string line) => this.writer.Line(line);

    /// <summary>The vector of a block.</summary>
    public string Load(string name, int block = 0) => this.Syntax.Load(name, this.Place(block));

    /// <summary>Stores a variable in a block.</summary>
    public void Store(string value, string name, int block = 0)
    {
        if (this.count == this.Syntax.Lanes)
        {
            this.writer.Line(this.Syntax.Store(value, name, this.Place(block)));
            return;
        }

        for (int lane = 0; lane < this.count; lane++)
        {
            string place = $"{this.Place(block)} + {Text(lane)}";
            this.writer.Line($"{VectorSyntax.Add(name, place)} = {value}.GetElement({Text(lane)});");
        }
    }

    /// <summary>A function of a vector.</summary>
    public string Activate(string activation, string x) => activation switch
    {
        "Sigmoid" => this.Syntax.Sigmoid(x),
        "Tanh" => this.Syntax.Tanh(x),
        "Softsign" => $"{x} / ({this.Syntax.Constant(1)} + {this.Syntax.Abs(x)})",
        "Exponential" => this.Syntax.Exp(x),
        _ => this.Syntax.Activate(activation, x),
    };

    private string Place(int block) => block == 0 ? this.unit : this.unit == "0" ? Text(block) : $"{this.unit} + {Text(block)}";
}
