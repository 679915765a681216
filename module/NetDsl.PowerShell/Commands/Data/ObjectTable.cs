using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Objects as the rows of a table. The first one says which columns there are.</summary>
/// <param name="options">Which columns are what.</param>
/// <param name="allColumns">Whether each number of an object is to be a feature, so that none may come later.</param>
internal sealed class ObjectTable(TableOptions options, bool allColumns)
{
    private string[] columns = [];
    private bool[] isUsed = [];
    private object?[] cells = [];
    private long number;

    /// <summary>Makes the data; null before the first object.</summary>
    public DatasetBuilder? Builder { get; private set; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => this.columns;

    /// <summary>Takes an object.</summary>
    /// <param name="item">The object.</param>
    /// <exception cref="CommandErrorException">It has no properties, or others than the first object.</exception>
    /// <exception cref="DataFormatException">A property holds no number or no label.</exception>
    public void Add(PSObject item)
    {
        DatasetBuilder builder = this.Builder ?? this.Begin(item);
        for (int i = 0; i < this.columns.Length; i++)
        {
            if (this.isUsed[i])
            {
                this.cells[i] = this.Value(item, this.columns[i]);
            }
        }

        if (allColumns && this.number > 0)
        {
            this.RefuseMore(item);
        }

        builder.Add(this.cells);
        this.number++;
    }

    private DatasetBuilder Begin(PSObject item)
    {
        this.columns = [.. ObjectProperties.Names(item)];
        if (this.columns.Length == 0)
        {
            throw this.Error(
                "NoProperties",
                item,
                $"it is of type {item.BaseObject.GetType().Name} and has no properties to make columns of. " +
                "Give objects, such as the rows of Import-Csv, or arrays with -FeatureArray.");
        }

        this.Builder = new DatasetBuilder(this.columns, options);
        this.isUsed = [.. Enumerable.Range(0, this.columns.Length).Select(this.Builder.Uses)];
        this.cells = new object?[this.columns.Length];
        return this.Builder;
    }

    private object? Value(PSObject item, string column)
    {
        try
        {
            return ObjectProperties.TryGet(item, column, out object? value)
                ? value
                : options.Missing != MissingValues.Error ? null
                : throw this.Error(
                    "MissingProperty",
                    item,
                    $"there is no property '{column}', which the first object has. There are: {string.Join(", ", ObjectProperties.Names(item))}. " +
                    "Remove the object, give it the property, or choose other columns with -Feature.");
        }
        catch (GetValueException error)
        {
            throw this.Error("UnreadableProperty", item, $"the property '{column}' cannot be read: {error.Message}", error);
        }
    }

    private void RefuseMore(PSObject item)
    {
        IReadOnlyList<string> names = ObjectProperties.Names(item);
        if (names.Count > this.columns.Length)
        {
            string more = names.First(name => !this.columns.Contains(name, StringComparer.OrdinalIgnoreCase));
            throw this.Error(
                "PropertiesDiffer",
                item,
                $"there is a property '{more}', which the first object does not have. Choose the columns with -Feature, or give it to all objects.");
        }
    }

    private CommandErrorException Error(string id, PSObject item, string problem, Exception? inner = null) => new(
        id,
        ErrorCategory.InvalidData,
        item,
        FormattableString.Invariant($"Object {this.number + 1}: {problem}"),
        inner);
}
