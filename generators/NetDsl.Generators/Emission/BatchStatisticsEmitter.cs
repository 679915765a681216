using System.Globalization;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the calls that make the coefficients of normalisations: from statistics of before, or from those of the whole batch.</summary>
internal static class BatchStatisticsEmitter
{
    private const string Kernel = "global::NetDsl.Kernels.BatchNormalization";

    public static void Emit(SourceWriter writer, MovingStatisticsStep step, ElementType element)
    {
        BatchNormalizationData data = step.Normalization;
        Open(writer, step);
        foreach (string line in FromBefore(data, element, operand => Addresses.Of(operand, "0"), "pass.IsTraining"))
        {
            writer.Line(line);
        }

        writer.Close();
        writer.Line();
    }

    public static void Emit(SourceWriter writer, DataStatisticsStep step, ElementType element)
    {
        Open(writer, step);
        writer.Line(FromData(step, element, operand => Addresses.Of(operand, "0")));
        writer.Close();
        writer.Line();
    }

    public static void Emit(SourceWriter writer, BatchStatisticsStep step, ElementType element)
    {
        BatchNormalizationData data = step.Normalization;
        string At(Operand? operand) => Reference(operand, element, o => Addresses.Of(o, "0"));
        writer.Line($"// {step.Comment}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        if (!step.IsBackward)
        {
            writer.Line("// statistics from before are there already");
            writer.Open("if (!pass.UsesBatchStatistics)");
            writer.Line("return;");
            writer.Close();
            writer.Line();
        }

        writer.Line($"int first = (int)begin * {Kernel}.PieceColumns;");
        writer.Line($"int last = int.Min((int)end * {Kernel}.PieceColumns, {Text(data.Stored)});");
        if (step.IsBackward)
        {
            writer.Line($"{Kernel}.Gradients(");
            writer.Indented(
            [
                $"{At(step.First)}, {Text(step.First.SampleStride)}, {At(step.Second)}, {Text(step.Second!.SampleStride)}, ofValues: {(step.OfValues ? "true" : "false")},",
                $"pass.Samples, {Text(step.Places)}, pass.UsesBatchStatistics, first, last, {Text(data.Channels)}, {Text(data.Stored)},",
                $"{At(step.GammaGradient)}, {At(step.BetaGradient)}, {At(data.Coefficients)});",
            ]);
        }
        else
        {
            writer.Line($"{Kernel}.FromBatch(");
            writer.Indented(
            [
                $"{At(step.First)}, {Text(step.First.SampleStride)}, {At(step.Second)},",
                $"pass.Samples, {Text(step.Places)}, first, last, {Text(data.Channels)}, {Text(data.Stored)},",
                $"{At(data.Gamma)}, {At(data.Beta)}, {Number(data.Epsilon, element)}, {Number(data.Momentum, element)},",
                $"{At(data.Mean)}, {At(data.Variance)}, {At(data.Coefficients)});",
            ]);
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>The calls that make coefficients from moving statistics.</summary>
    /// <param name="data">The normalisation.</param>
    /// <param name="element">The type of its values.</param>
    /// <param name="place">How an operand is reached.</param>
    /// <param name="isTraining">Whether the pass was made for training, as an expression.</param>
    public static IEnumerable<string> FromBefore(BatchNormalizationData data, ElementType element, Func<Operand, string> place, string isTraining)
    {
        string At(Operand? operand) => Reference(operand, element, place);
        yield return $"{Kernel}.FromMovingStatistics({At(data.Mean)}, {At(data.Variance)}, {At(data.Gamma)}, {At(data.Beta)}, "
            + $"{Text(data.Channels)}, {Text(data.Stored)}, {Number(data.Epsilon, element)}, {At(data.Coefficients)});";
        if (data.Fused is not null)
        {
            yield return $"{Kernel}.Fuse({At(data.Coefficients)}, {Text(data.Stored)}, {isTraining}, {At(data.Fused)});";
        }
    }

    /// <summary>The call that makes coefficients from statistics of the data.</summary>
    public static string FromData(DataStatisticsStep step, ElementType element, Func<Operand, string> place) =>
        $"{Kernel}.FromDataStatistics(ref {place(step.Mean)}, ref {place(step.Variance)}, "
        + $"{Text(step.Channels)}, {Text(step.Stored)}, {Number(step.Epsilon, element)}, ref {place(step.Coefficients)});";

    private static void Open(SourceWriter writer, Step step)
    {
        writer.Line($"// {step.Comment}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
    }

    private static string Reference(Operand? operand, ElementType element, Func<Operand, string> place) =>
        operand is null ? $"ref Unsafe.NullRef<{element.Name}>()" : "ref " + place(operand);

    private static string Number(double value, ElementType element) =>
        value.ToString("R", CultureInfo.InvariantCulture) + (element.Size == 4 ? "f" : "d");
}
