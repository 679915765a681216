using System.Globalization;
using CsvHelper;

namespace NetDsl.Data;

/// <summary>One reading of a CSV file, row by row; only numbers are kept.</summary>
internal sealed class CsvTable
{
    private readonly string path;
    private readonly CsvOptions options;
    private readonly CsvParser parser;
    private readonly List<float> features = [];
    private readonly List<float> targets = [];
    private string[] names = [];
    private CsvNumberColumn[] featureColumns = [];
    private CsvNumberColumn[] targetColumns = [];
    private CsvLabelColumn? labelColumn;
    private int rows;

    public CsvTable(string path, CsvOptions options, CsvParser parser)
    {
        if (options.Targets.Count != 1 && (options.Classes is not null || options.Labels is LabelEncoding.OneHot or LabelEncoding.Binary))
        {
            throw new ArgumentException(
                $"Labels stand in one target column; {options.Targets.Count} were chosen. Several target columns can only be values.",
                nameof(options));
        }

        if (options.Classes is not null && options.Labels is LabelEncoding.Value)
        {
            throw new ArgumentException("Values have no classes: choose OneHot or Binary labels, or leave the classes out.", nameof(options));
        }

        this.path = path;
        this.options = options;
        this.parser = parser;
    }

    /// <summary>The line the latest row ends on.</summary>
    public long Line => this.parser.RawRow;

    public Dataset Read()
    {
        if (!this.parser.Read())
        {
            throw DataFormatException.InFile(this.path, "the file is empty; a table of numbers was expected.");
        }

        this.NameColumns();
        if (this.options.HasHeader && !this.parser.Read())
        {
            throw DataFormatException.InFile(this.path, "the file has a header and no rows.");
        }

        this.ChooseColumns();
        do
        {
            this.AddRow();
        }
        while (this.parser.Read());
        return this.Finish();
    }

    /// <summary>The error for a cell.</summary>
    public DataFormatException Error(long line, int column, string problem) =>
        DataFormatException.AtLine(this.path, line, this.names[column], problem);

    /// <summary>The error for a column.</summary>
    public DataFormatException Error(int column, string problem) =>
        DataFormatException.InFile(this.path, $"column '{this.names[column]}' {problem}", this.names[column]);

    private void NameColumns()
    {
        this.names = new string[this.parser.Count];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < this.names.Length; i++)
        {
            string cell = this.options.HasHeader ? this.parser[i] : string.Empty;

            // A column without a name, such as the row numbers that pandas writes, is called by its place.
            this.names[i] = cell.Length > 0 ? cell : i.ToString(CultureInfo.InvariantCulture);
            if (!seen.Add(this.names[i]))
            {
                throw this.Error(this.Line, i, "the header has this name twice; each column needs its own.");
            }
        }
    }

    private void ChooseColumns()
    {
        int[] targetPlaces = [.. this.options.Targets.Select(this.Place)];
        int[] featurePlaces = this.options.Features is { } chosen
            ? [.. chosen.Select(this.Place)]
            : [.. Enumerable.Range(0, this.names.Length).Except(targetPlaces)];
        int[] twice = [.. featurePlaces.Concat(targetPlaces).GroupBy(place => place).Where(g => g.Count() > 1).Select(g => g.Key)];
        if (twice.Length > 0)
        {
            throw new ArgumentException($"Column '{this.names[twice[0]]}' is chosen twice; a column is one feature or one target.");
        }

        this.featureColumns = [.. featurePlaces.Select(place => new CsvNumberColumn(this, place, mayBeText: this.options.Features is null))];
        if (targetPlaces.Length == 1 && this.EncodingOf(targetPlaces[0]) is var encoding and not LabelEncoding.Value)
        {
            this.labelColumn = new CsvLabelColumn(this, targetPlaces[0], encoding, this.options.Classes);
        }
        else
        {
            this.targetColumns = [.. targetPlaces.Select(place => new CsvNumberColumn(this, place, mayBeText: false))];
        }
    }

    private int Place(string name)
    {
        int place = Array.IndexOf(this.names, name);
        return place >= 0
            ? place
            : throw DataFormatException.InFile(
                this.path, $"there is no column '{name}'. There are: {string.Join(", ", this.names)}.", column: name);
    }

    private LabelEncoding EncodingOf(int place)
    {
        bool isNumber = place < this.parser.Count && CsvNumberColumn.TryParse(this.parser[place], out _);
        return this.options.Labels ?? (isNumber && this.options.Classes is null ? LabelEncoding.Value : LabelEncoding.OneHot);
    }

    private void AddRow()
    {
        // All cells, also those of columns that are not used: a stray quotation mark there can have swallowed other rows.
        string[] cells = this.parser.Record!;
        if (cells.Length != this.names.Length)
        {
            throw DataFormatException.AtLine(
                this.path,
                this.Line,
                null,
                $"the row has {cells.Length} cells; the {(this.options.HasHeader ? "header" : "first row")} has {this.names.Length}.");
        }

        foreach (CsvNumberColumn column in this.featureColumns)
        {
            this.features.Add(column.Parse(cells[column.Place]));
        }

        foreach (CsvNumberColumn column in this.targetColumns)
        {
            this.targets.Add(column.Parse(cells[column.Place]));
        }

        this.labelColumn?.Add(cells[this.labelColumn.Place]);
        this.rows++;
    }

    private Dataset Finish()
    {
        CsvNumberColumn[] numbers = [.. this.featureColumns.Where(column => !column.IsText)];
        if (numbers.Length == 0)
        {
            throw DataFormatException.InFile(this.path, $"no column but the targets holds numbers. There are: {string.Join(", ", this.names)}.");
        }

        string[] featureNames = [.. numbers.Select(column => this.names[column.Place])];
        float[] values = this.WithoutText(numbers.Length);
        if (this.labelColumn is { } labels)
        {
            (float[] encoded, string[] classes, int width) = labels.Encode();
            return new Dataset(values, [numbers.Length], encoded, [width], new DatasetNames(featureNames, null, classes), this.path);
        }

        string[]? targetNames = this.targetColumns.Length == 0 ? null : [.. this.targetColumns.Select(column => this.names[column.Place])];
        DatasetNames all = new(featureNames, targetNames, null);
        return new Dataset(values, [numbers.Length], [.. this.targets], [this.targetColumns.Length], all, this.path);
    }

    /// <summary>The features without the columns that turned out to be text.</summary>
    private float[] WithoutText(int width)
    {
        if (width == this.featureColumns.Length)
        {
            return [.. this.features];
        }

        float[] values = new float[this.rows * width];
        int next = 0;
        for (int row = 0; row < this.rows; row++)
        {
            for (int i = 0; i < this.featureColumns.Length; i++)
            {
                if (!this.featureColumns[i].IsText)
                {
                    values[next++] = this.features[(row * this.featureColumns.Length) + i];
                }
            }
        }

        return values;
    }
}
