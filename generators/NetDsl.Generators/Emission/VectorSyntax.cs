using System.Globalization;
using NetDsl.Generators.Planning;

namespace NetDsl.Generators.Emission;

/// <summary>How C# writes operations on a vector of so many elements, or on a single one.</summary>
internal sealed class VectorSyntax
{
    // Those of SELU (Klambauer et al. 2017, equation 14).
    private const double SeluAlpha = 1.67326324235437728;
    private const double SeluScale = 1.05070098735548049;

    private readonly string vector;

    public VectorSyntax(ElementType element, int lanes)
    {
        this.Element = element;
        this.Lanes = lanes;
        this.vector = "Vector" + (lanes * element.Size * 8).ToString(CultureInfo.InvariantCulture);
        this.Type = this.IsScalar ? element.Name : $"{this.vector}<{element.Name}>";
        this.Zero = this.IsScalar ? "0" : $"{this.Type}.Zero";
    }

    public ElementType Element { get; }

    public int Lanes { get; }

    /// <summary>The type of a value.</summary>
    public string Type { get; }

    public string Zero { get; }

    /// <summary>The same with half as many lanes.</summary>
    public VectorSyntax Half => new(this.Element, this.Lanes / 2);

    private bool IsScalar => this.Lanes == 1;

    private string Functions => this.IsScalar ? this.Element.Name : this.vector;

    /// <summary>The element at a distance from a reference.</summary>
    public static string Add(string reference, string offset) => offset == "0" ? reference : $"Unsafe.Add(ref {reference}, {offset})";

    public string Load(string reference, string offset) => this.IsScalar
        ? Add(reference, offset)
        : offset == "0" ? $"{this.vector}.LoadUnsafe(ref {reference})" : $"{this.vector}.LoadUnsafe(ref {Add(reference, offset)})";

    public string Store(string value, string reference, string offset) => this.IsScalar
        ? $"{Add(reference, offset)} = {value};"
        : $"{this.vector}.StoreUnsafe({value}, ref {Add(reference, offset)});";

    /// <summary>The element at a distance from a reference, in all lanes.</summary>
    public string Broadcast(string reference, string offset) =>
        this.IsScalar ? Add(reference, offset) : $"{this.vector}.Create({Add(reference, offset)})";

    /// <summary>The first half of the lanes.</summary>
    public static string FirstHalf(string x) => $"{x}.GetLower()";

    /// <summary>x y + sum, in one rounding where the processor has it, in two where it has not: never the slow emulation.</summary>
    public string MultiplyAdd(string x, string y, string sum) =>
        this.IsScalar ? $"({x} * {y}) + {sum}" : $"{this.vector}.MultiplyAddEstimate({x}, {y}, {sum})";

    /// <summary>A number in all lanes.</summary>
    public string Constant(double value)
    {
        string number = value.ToString("R", CultureInfo.InvariantCulture) + (this.Element.Size == 4 ? "f" : "d");
        return this.IsScalar ? number : $"{this.vector}.Create({number})";
    }

    /// <summary>A variable in all lanes.</summary>
    public string Same(string variable) => this.IsScalar ? variable : $"{this.vector}.Create({variable})";

    public string Exp(string x) => $"{(this.IsScalar ? this.Element.Name : "global::NetDsl.Kernels.LaneMath")}.Exp({x})";

    public string Log(string x) => $"{this.Functions}.Log({x})";

    public string Abs(string x) => $"{this.Functions}.Abs({x})";

    public string Clamp(string x, string low, string high) => $"{this.Functions}.Clamp({x}, {low}, {high})";

    public string Maximum(string x, string y) => $"{this.Functions}.Max({x}, {y})";

    public string Tanh(string x) => this.IsScalar ? $"{this.Element.Name}.Tanh({x})" : $"global::NetDsl.Kernels.LaneMath.Tanh({x})";

    public string Sigmoid(string x) =>
        this.IsScalar ? $"{this.Constant(1)} / ({this.Constant(1)} + {this.Exp("-" + x)})" : $"global::NetDsl.Kernels.LaneMath.Sigmoid({x})";

    /// <summary>The lanes of a vector in another order; 0 where there is none of that number.</summary>
    public string Permute(string x, int[] lanes) => this.IsScalar
        ? x
        : $"{this.vector}.Shuffle({x}, {this.vector}.Create({string.Join(", ", lanes.Select(lane => (this.Element.Size == 4 ? "" : "(long)") + lane.ToString(CultureInfo.InvariantCulture)))}))";

    /// <summary>A value in the first lanes, 0 in the others.</summary>
    public string InFirstLanes(string value, string count) => this.IsScalar
        ? value
        : $"{this.vector}.ConditionalSelect({this.vector}.LessThan({this.Type}.Indices, {this.vector}.Create(({this.Element.Name}){count})), {this.vector}.Create({value}), {this.Zero})";

    /// <summary>All bits of the first lanes, none of the others, to combine with a value by &amp;.</summary>
    public string FirstLanes(int count) =>
        $"{this.vector}.LessThan({this.Type}.Indices, {this.vector}.Create(({this.Element.Name}){count.ToString(CultureInfo.InvariantCulture)}))";

    /// <summary>The sum of all lanes.</summary>
    public string SumOfLanes(string x) => this.IsScalar ? x : $"{this.vector}.Sum({x})";

    public string LowestValue() => this.Same($"{this.Element.Name}.NegativeInfinity");

    public string HighestValue() => this.Same($"{this.Element.Name}.PositiveInfinity");

    public string Larger(string x, string y) => this.IsScalar ? $"{x} > {y} ? {x} : {y}" : $"{this.vector}.MaxNative({x}, {y})";

    public string Smaller(string x, string y) => this.IsScalar ? $"{x} < {y} ? {x} : {y}" : $"{this.vector}.MinNative({x}, {y})";

    /// <summary>x where y equals z, otherwise 0.</summary>
    public string WhereEqual(string y, string z, string x) => this.IsScalar
        ? $"{y} == {z} ? {x} : 0"
        : $"{this.vector}.ConditionalSelect({this.vector}.Equals({y}, {z}), {x}, {this.Zero})";

    /// <summary>x where y equals z, otherwise another value.</summary>
    public string WhereEqualOr(string y, string z, string x, string otherwise) => this.Where($"{y} == {z}", $"Equals({y}, {z})", x, otherwise);

    /// <summary>x where y is not below z, otherwise 0.</summary>
    public string WhereNotBelow(string y, string z, string x) => this.Where($"{y} >= {z}", $"GreaterThanOrEqual({y}, {z})", x, this.Zero);

    /// <summary>0 where y equals z, otherwise x.</summary>
    public string WhereNotEqual(string y, string z, string x) => this.IsScalar
        ? $"{y} == {z} ? 0 : {x}"
        : $"{this.vector}.ConditionalSelect({this.vector}.Equals({y}, {z}), {this.Zero}, {x})";

    /// <summary>An activation that a tile applies to a sum. That of a NaN stays one: the order of the operands says so.</summary>
    public string Activate(string activation, string sum) => activation switch
    {
        "Linear" => sum,
        "ReLU" => this.IsScalar ? $"{sum} < 0 ? 0 : {sum}" : $"{this.vector}.MaxNative({this.Zero}, {sum})",
        "ReLU6" => this.Between(sum, 6),
        "LeakyReLU" => this.IsScalar
            ? $"{sum} > 0 ? {sum} : {sum} * {this.Constant(0.2)}"
            : $"{this.vector}.MaxNative({sum} * {this.Constant(0.2)}, {sum})",
        "HardSigmoid" => this.Between(this.MultiplyAdd(sum, this.Constant(1.0 / 6), this.Constant(0.5)), 1),
        "Step" => this.Where($"{sum} >= 0", $"GreaterThanOrEqual({sum}, {this.Zero})", this.Constant(1), this.Where($"{sum} < 0", $"LessThan({sum}, {this.Zero})", this.Zero, sum)),
        "Sign" => this.Where($"{sum} > 0", $"GreaterThan({sum}, {this.Zero})", this.Constant(1), this.Where($"{sum} < 0", $"LessThan({sum}, {this.Zero})", this.Constant(-1), sum)),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "This activation is a step of its own."),
    };

    /// <summary>A sum times the derivative of the activation that returned y.</summary>
    public string Derive(string activation, string sum, string y) => activation switch
    {
        "Linear" => sum,
        "ReLU" => this.Where($"{y} > 0", $"GreaterThan({y}, {this.Zero})", sum, this.Zero),
        "ReLU6" => this.Inside(y, 6, sum),
        "HardSigmoid" => this.Inside(y, 1, $"{sum} * {this.Constant(1.0 / 6)}"),
        "LeakyReLU" => this.Where($"{y} > 0", $"GreaterThan({y}, {this.Zero})", sum, $"{sum} * {this.Constant(0.2)}"),
        "ELU" => this.Where($"{y} > 0", $"GreaterThan({y}, {this.Zero})", sum, $"{sum} * ({y} + {this.Constant(1)})"),
        "SELU" => this.Where(
            $"{y} > 0", $"GreaterThan({y}, {this.Zero})", $"{sum} * {this.Constant(SeluScale)}", $"{sum} * ({y} + {this.Constant(SeluScale * SeluAlpha)})"),
        "Softsign" => $"{sum} * (({this.Constant(1)} - {this.Abs(y)}) * ({this.Constant(1)} - {this.Abs(y)}))",
        "Exponential" => $"{sum} * {y}",
        "Step" or "Sign" => this.Zero,
        "Sigmoid" => $"{sum} * ({y} - ({y} * {y}))",
        "Tanh" => $"{sum} - ({sum} * ({y} * {y}))",
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "This derivative is a step of its own."),
    };

    /// <summary>One value where a condition holds, otherwise the other.</summary>
    /// <param name="condition">Of single elements.</param>
    /// <param name="comparison">Of vectors: a method and its arguments.</param>
    /// <param name="then">The one.</param>
    /// <param name="otherwise">The other.</param>
    private string Where(string condition, string comparison, string then, string otherwise) => this.IsScalar
        ? $"{condition} ? {then} : {otherwise}"
        : $"{this.vector}.ConditionalSelect({this.vector}.{comparison}, {then}, {otherwise})";

    /// <summary>A value not below 0 and not above a bound; NaN where it is one.</summary>
    private string Between(string x, double bound) => this.IsScalar
        ? $"({x}) < 0 ? 0 : ({x}) > {this.Constant(bound)} ? {this.Constant(bound)} : ({x})"
        : $"{this.vector}.MinNative({this.Constant(bound)}, {this.vector}.MaxNative({this.Zero}, {x}))";

    /// <summary>One value where another is above 0 and below a bound, otherwise 0.</summary>
    private string Inside(string y, double bound, string value) => this.Where(
        $"{y} > 0 && {y} < {this.Constant(bound)}", $"GreaterThan({y}, {this.Zero}) & {this.vector}.LessThan({y}, {this.Constant(bound)})", value, this.Zero);
}
