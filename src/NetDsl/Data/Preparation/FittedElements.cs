using System.Numerics;

namespace NetDsl.Data;

/// <summary>A step that takes each value by itself, with numbers of its column, of its channel, or the same for all.</summary>
/// <typeparam name="TMap">What is done with a value.</typeparam>
internal sealed class FittedElements<TMap> : FittedStep
    where TMap : struct, IElementMap
{
    /// <summary>Numbers of a few channels are repeated so often that each vector finds its own; a vector has at most 16 single numbers.</summary>
    private const int Lanes = 16;

    private readonly double[] first;
    private readonly double[] second;
    private readonly int period;
    private readonly Func<double, double, string> describe;

    /// <param name="state">What is saved of the step.</param>
    /// <param name="source">What a row is made of.</param>
    /// <param name="first">The first number of each column, of each channel, or of all.</param>
    /// <param name="second">The second, as many.</param>
    /// <param name="describe">What is done with two such numbers, for a person.</param>
    public FittedElements(StepState state, RowLayout source, double[] first, double[] second, Func<double, double, string> describe)
        : base(state, source)
    {
        bool isPeriodic = first.Length != state.CountColumns(source);
        this.period = first.Length;
        this.first = isPeriodic ? Repeated(first) : first;
        this.second = isPeriodic ? Repeated(second) : second;
        this.describe = describe;
    }

    /// <summary>Numbers for each channel of the last axis, or for each column.</summary>
    public static int[] Lengths(StepState state, RowLayout source) => state.Columns is null
        ? [source.FeatureSize, source.FeatureShape[^1]]
        : [state.Columns.Length];

    public override string ToString()
    {
        if (this.period == this.State.CountColumns(this.Source))
        {
            return base.ToString();
        }

        string values = Text($"{this.Name} on {this.State.CountColumns(this.Source)} columns");
        return this.period == 1
            ? $"{values}: {this.describe(this.first[0], this.second[0])}"
            : $"{values} in {this.period} channels: " +
              string.Join(", ", Enumerable.Range(0, Math.Min(this.period, 8)).Select(channel => Text($"channel {channel} {this.Describe(channel)}"))) +
              (this.period > 8 ? Text($", and {this.period - 8} more") : string.Empty);
    }

    internal override void PrepareFeatures(int rows, ReadOnlySpan<float> features, Span<float> prepared, RowOrigin origin)
    {
        int size = this.FeatureSize;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> from = features.Slice(row * size, size);
            Span<float> to = prepared.Slice(row * size, size);
            if (this.State.Columns is { } places)
            {
                from.CopyTo(to);
                for (int i = 0; i < places.Length; i++)
                {
                    int place = places[i];
                    int number = this.period == 1 ? 0 : i;
                    to[place] = this.Map(from[place], number, row, place, origin);
                }
            }
            else
            {
                this.PrepareRow(from, to, row, origin);
            }
        }
    }

    private protected override string Describe(int index) => this.describe(this.first[index], this.second[index]);

    private static double[] Repeated(double[] numbers)
    {
        double[] repeated = new double[numbers.Length * Lanes];
        for (int i = 0; i < Lanes; i++)
        {
            numbers.CopyTo(repeated, i * numbers.Length);
        }

        return repeated;
    }

    private void PrepareRow(ReadOnlySpan<float> from, Span<float> to, int row, RowOrigin origin)
    {
        for (int begin = 0; begin < from.Length; begin += this.first.Length)
        {
            int length = Math.Min(this.first.Length, from.Length - begin);
            int i = 0;
            if (TMap.IsVectorized)
            {
                for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
                {
                    Vector<float> values = this.Map(new Vector<float>(from[(begin + i)..]), i);
                    if (Vector.LessThanOrEqualAll(Vector.Abs(values), Vector.Create(float.MaxValue)))
                    {
                        values.CopyTo(to[(begin + i)..]);
                    }
                    else
                    {
                        // Some are missing, or cannot be.
                        for (int j = i; j < i + Vector<float>.Count; j++)
                        {
                            to[begin + j] = this.Map(from[begin + j], j, row, begin + j, origin);
                        }
                    }
                }
            }

            for (; i < length; i++)
            {
                to[begin + i] = this.Map(from[begin + i], i, row, begin + i, origin);
            }
        }
    }

    private Vector<float> Map(Vector<float> values, int number)
    {
        Vector.Widen(values, out Vector<double> lower, out Vector<double> upper);
        int next = number + Vector<double>.Count;
        return Vector.Narrow(
            TMap.Apply(lower, new Vector<double>(this.first, number), new Vector<double>(this.second, number)),
            TMap.Apply(upper, new Vector<double>(this.first, next), new Vector<double>(this.second, next)));
    }

    private float Map(float value, int number, int row, int place, RowOrigin origin)
    {
        float result = (float)TMap.Apply(value, this.first[number], this.second[number]);
        return float.IsFinite(result) || (float.IsNaN(result) && float.IsNaN(value))
            ? result
            : throw origin.Error(row, this.Source.NameOfFeature(place), Text(
                $"{this.Name} cannot take the value {value}: the result is {result}, and finite numbers are needed. ") +
                "Remove the row, clip the column before, or leave it out of the step.");
    }
}
