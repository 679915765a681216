using System.Collections;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Data;

/// <summary>Reads an array in a cell, one within the other or of several dimensions, into one row of numbers.</summary>
/// <param name="values">Takes the numbers, in row-major order.</param>
internal sealed class CellArray(List<float> values)
{
    /// <summary>What is wrong with the array that was read last; null where nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Appends the numbers of an array and gives its extents; where something is wrong, says so and appends nothing.</summary>
    /// <param name="cell">The array.</param>
    public int[] Read(IList cell)
    {
        int begin = values.Count;
        this.Problem = null;
        int[] shape = this.Append(cell);
        if (this.Problem is null && values.Count == begin)
        {
            this.Problem = "the array is empty";
        }

        Span<float> added = CollectionsMarshal.AsSpan(values)[begin..];
        int odd = this.Problem is null ? added.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) : -1;
        if (odd >= 0)
        {
            this.Problem = FormattableString.Invariant($"the value at [{Index(odd, shape)}] is {added[odd]}, no finite number of single precision");
        }

        if (this.Problem is not null)
        {
            values.RemoveRange(begin, values.Count - begin);
        }

        return shape;
    }

    private static string Index(int position, int[] shape)
    {
        int[] index = new int[shape.Length];
        for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            (position, index[dimension]) = Math.DivRem(position, shape[dimension]);
        }

        return string.Join(", ", index);
    }

    private int[] Append(IList cell)
    {
        switch (cell)
        {
            case float[] numbers: return this.AppendAll(numbers);
            case double[] numbers: return this.AppendAll(numbers);
            case byte[] numbers: return this.AppendAll(numbers);
            case int[] numbers: return this.AppendAll(numbers);
            default: break;
        }

        int[] shape = cell is Array array ? [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)] : [cell.Count];
        int[]? inner = null;
        foreach (object? element in cell)
        {
            int[] extents = this.AppendElement(element);
            inner ??= extents;
            if (this.Problem is null && !inner.SequenceEqual(extents))
            {
                this.Problem = $"the array is ragged: parts of it have the shapes ({string.Join(", ", inner)}) and ({string.Join(", ", extents)})";
            }

            if (this.Problem is not null)
            {
                break;
            }
        }

        return [.. shape, .. inner ?? []];
    }

    private int[] AppendElement(object? element)
    {
        if (CellValue.TryNumber(element, out float number))
        {
            values.Add(number);
        }
        else if (CellValue.Array(element) is { } nested)
        {
            return this.Append(nested);
        }
        else
        {
            string text = CellValue.Text(element);
            this.Problem = text.Length == 0 ? "an element of the array is empty" : $"the element '{text}' of the array is no number";
        }

        return [];
    }

    private int[] AppendAll<T>(T[] numbers)
        where T : INumberBase<T>
    {
        int begin = values.Count;
        CollectionsMarshal.SetCount(values, begin + numbers.Length);
        TensorPrimitives.ConvertTruncating<T, float>(numbers, CollectionsMarshal.AsSpan(values)[begin..]);
        return [numbers.Length];
    }
}
