using System.Collections;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>An array as a column of a table: what its first extent counts are the rows.</summary>
internal sealed class ArrayRows
{
    private readonly Func<int, object?> row;

    /// <param name="name">The name of the column.</param>
    /// <param name="array">The array.</param>
    /// <param name="rowSize">How many numbers make a row, where the array has them one after the other.</param>
    /// <exception cref="CommandErrorException">The array has no such rows.</exception>
    public ArrayRows(string name, IList array, long? rowSize = null)
    {
        this.Name = name;
        if (array is Array { Rank: > 1 } block)
        {
            (this.Count, this.row) = (block.GetLength(0), Slices(name, block));
            return;
        }

        IList list = (IList)PlainValue.Of(array)!;
        bool isFlat = rowSize > 1 && list.Count > 0 && list[0] is not IList;
        if (isFlat && list.Count % rowSize != 0)
        {
            throw Unfit(
                name,
                FormattableString.Invariant($"{list.Count} numbers are no whole number of rows of {rowSize}, as -FeatureShape says. Check both."));
        }

        int size = isFlat ? (int)rowSize!.Value : 1;
        this.Count = list.Count / size;
        this.row = isFlat ? i => Part(list, i * size, size) : i => list[i];
    }

    /// <summary>The name of the column.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>What one row holds: a number or an array.</summary>
    /// <param name="number">From 0.</param>
    public object? Row(int number) => this.row(number);

    private static Func<int, object?> Slices(string name, Array block)
    {
        Type element = block.GetType().GetElementType()!;
        if (!element.IsPrimitive)
        {
            throw Unfit(name, $"An array of several dimensions must hold numbers, as double[,] does; this one holds {element.Name}.");
        }

        int[] shape = [.. Enumerable.Range(1, block.Rank - 1).Select(block.GetLength)];
        int bytes = Buffer.ByteLength(block) / Math.Max(1, block.GetLength(0));
        return row =>
        {
            Array slice = Array.CreateInstance(element, shape);
            Buffer.BlockCopy(block, row * bytes, slice, 0, bytes);
            return slice;
        };
    }

    private static object?[] Part(IList list, int start, int count)
    {
        object?[] part = new object?[count];
        for (int i = 0; i < count; i++)
        {
            part[i] = list[start + i];
        }

        return part;
    }

    private static CommandErrorException Unfit(string name, string message) =>
        new("UnfitArray", ErrorCategory.InvalidData, name, message);
}
