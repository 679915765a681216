namespace NetDsl.Data;

/// <summary>What one column of a table becomes, and what must be known of the whole table for it.</summary>
/// <param name="place">Its place in the table.</param>
/// <param name="field">What the table says of it.</param>
/// <param name="use">What it becomes.</param>
/// <param name="content">As what it is read.</param>
/// <param name="isNamed">Whether the options call it by its name.</param>
internal sealed class PlannedColumn(int place, TableField field, ColumnUse use, ColumnContent content, bool isNamed)
{
    public TableField Field { get; } = field;

    public string Name { get; } = field.Name;

    public ColumnUse Use => use;

    public bool IsNamed => isNamed;

    public bool IsText => content == ColumnContent.Text;

    public bool IsFeature => use is ColumnUse.Feature or ColumnUse.Category;

    public int Width { get; } = field.Width;

    /// <summary>The cells; of text, the numbers of the texts stay the same from the first pass on.</summary>
    public ColumnBlock Block { get; private set; } = new(place, content);

    /// <summary>The place of the first value in a row of features, or of targets.</summary>
    public int Start { get; set; }

    /// <summary>Whether another feature tells where this one is missing.</summary>
    public bool HasIndicator { get; set; }

    /// <summary>What stands in for missing values, one for each value of a cell; null where that is an error.</summary>
    public float[]? Fill { get; set; }

    /// <summary>The names of the classes or categories.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The number of the class or category of each text of the block; below 0 where it is none.</summary>
    public int[] Numbers { get; private set; } = [];

    /// <summary>The number of cells that are missing; null where it is not known.</summary>
    public long? Missing { get; set; } = field.Missing;

    /// <summary>Fixes the names of classes for which several texts may stand.</summary>
    /// <param name="names">In the order of their numbers.</param>
    /// <param name="texts">The texts, with the numbers of their classes.</param>
    public void SetNames(IReadOnlyList<string> names, IReadOnlyList<KeyValuePair<string, int>> texts)
    {
        this.Names = names;
        Dictionary<string, int> numbers = new(texts, StringComparer.Ordinal);
        this.Numbers = [.. this.Block.Texts.Texts.Select(text => numbers.GetValueOrDefault(text, -1))];
    }

    /// <summary>Fixes the names of the classes or categories.</summary>
    /// <param name="names">In the order of their numbers.</param>
    public void SetNames(IReadOnlyList<string> names)
    {
        this.Names = names;
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            numbers.Add(names[i], i);
            this.Block.Texts.Of(names[i]);
        }

        this.Numbers = [.. this.Block.Texts.Texts.Select(text => numbers.GetValueOrDefault(text, -1))];
    }

    /// <summary>Forgets texts that were read, so that memory stays bounded where each row has its own.</summary>
    public void Renew() => this.Block = new ColumnBlock(place, content);
}
