namespace NetDsl.Data;

/// <summary>The cells of a column that were gathered: numbers of one precision, or the numbers of texts.</summary>
/// <param name="areDouble">Whether numbers are kept in double precision.</param>
internal sealed class TypedCells(bool areDouble)
{
    private ColumnBlock? recoded;
    private int[] recodes = [];

    /// <summary>Whether numbers are kept in double precision.</summary>
    public bool AreDouble => areDouble;

    public ValueChunks<float> Singles { get; } = new();

    public ValueChunks<double> Doubles { get; } = new();

    public ValueChunks<int> Codes { get; } = new();

    /// <summary>The number of values in a cell.</summary>
    public int Width { get; set; } = 1;

    /// <summary>Takes a number.</summary>
    public void Add(float number)
    {
        if (areDouble)
        {
            this.Doubles.Add(number);
        }
        else
        {
            this.Singles.Add(number);
        }
    }

    /// <summary>Takes cells that are missing.</summary>
    public void AddMissing(long cells, bool areText)
    {
        for (long i = 0; i < cells; i++)
        {
            if (areText)
            {
                this.Codes.Add(TextCodes.Missing);
                continue;
            }

            for (int value = 0; value < this.Width; value++)
            {
                this.Add(float.NaN);
            }
        }
    }

    /// <summary>Forgets the cells.</summary>
    public void Clear()
    {
        this.Singles.Clear();
        this.Doubles.Clear();
        this.Codes.Clear();
    }

    /// <summary>Copies cells of rows that follow each other.</summary>
    /// <param name="first">The first of the rows.</param>
    /// <param name="block">Where to.</param>
    /// <param name="texts">What the numbers of texts stand for.</param>
    public void CopyTo(long first, ColumnBlock block, TextCodes texts)
    {
        if (block.Content == ColumnContent.Text)
        {
            this.Codes.CopyTo(first, block.Codes);
            this.Recode(block, texts);
        }
        else if (areDouble)
        {
            this.Doubles.CopyTo(first, block.Doubles);
        }
        else if (block.Content == ColumnContent.Single)
        {
            this.Singles.CopyTo(first * this.Width, block.Singles);
        }
        else
        {
            float[] numbers = new float[block.Doubles.Length];
            this.Singles.CopyTo(first * this.Width, numbers);
            for (int i = 0; i < numbers.Length; i++)
            {
                block.Doubles[i] = numbers[i];
            }
        }
    }

    /// <summary>Gives the texts the numbers that they have in a block, which may have met them in another order.</summary>
    private void Recode(ColumnBlock block, TextCodes texts)
    {
        if (this.recoded != block || this.recodes.Length != texts.Count)
        {
            this.recoded = block;
            this.recodes = [.. texts.Texts.Select(text => block.Texts.Of(text))];
        }

        foreach (ref int code in block.Codes)
        {
            code = code < 0 ? code : this.recodes[code];
        }
    }
}
