using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>
/// The columns in which an output answers an object: for a decision between classes the class and how sure the model is of it, and for
/// values one column for each that has a name, or one of all.
/// </summary>
internal sealed class OutputColumns
{
    private readonly NamedOutput output;
    private readonly bool isSingle;

    // In the precision of the model: 0.3 of single precision is 0.30000001192092896 in double.
    private readonly Func<double, object> number;
    private readonly string[] names;
    private readonly double[] probabilities;

    /// <summary>The columns of an output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="precision">The element type of the model.</param>
    /// <param name="isOnly">Whether it is the only one that answers; otherwise its columns have its name.</param>
    /// <param name="prefix">What the names of all columns begin with.</param>
    /// <param name="allProbabilities">Whether there is a column for the probability of each class.</param>
    public OutputColumns(NamedOutput output, Precision precision, bool isOnly, string prefix, bool allProbabilities)
    {
        this.output = output;
        this.isSingle = precision == Precision.Single;
        this.number = this.isSingle ? value => (float)value : value => value;
        string own = prefix + (isOnly ? "Prediction" : output.Summary.Name);
        string of = prefix + (isOnly ? string.Empty : output.Summary.Name + "_");
        bool hasNames = output is { DecidesClass: false, Values.Count: > 1 };
        this.probabilities = output.DecidesClass && output.Reading.IsProbability ? new double[output.Reading.Classes] : [];
        this.names = (output.DecidesClass, output.Reading.IsProbability) switch
        {
            (true, true) when allProbabilities => [own, of + "Probability", .. output.Classes.Select(name => $"{of}Probability_{name}")],
            (true, true) => [own, of + "Probability"],
            (true, false) => [own, of + "Score"],
            _ when hasNames => [.. output.Values!.Select(name => prefix + name)],
            _ => [own],
        };
    }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => this.names;

    /// <summary>Adds them to an object.</summary>
    /// <param name="row">The object.</param>
    /// <param name="answer">What the model answers, all outputs one after the other.</param>
    public void AddTo(PSObject row, ReadOnlySpan<double> answer)
    {
        ReadOnlySpan<double> own = answer.Slice(this.output.First, this.output.Summary.Size);
        if (this.output.DecidesClass)
        {
            this.AddClass(row, own);
        }
        else if (this.names.Length == 1)
        {
            this.Add(row, 0, own.Length == 1 ? this.number(own[0]) : this.Numbers(own));
        }
        else
        {
            for (int i = 0; i < own.Length; i++)
            {
                this.Add(row, i, this.number(own[i]));
            }
        }
    }

    private void AddClass(PSObject row, ReadOnlySpan<double> own)
    {
        int decided = this.output.Reading.Decide(own);
        bool isDecided = decided >= 0;
        this.Add(row, 0, isDecided ? this.output.Classes[decided] : null);
        if (this.probabilities.Length == 0)
        {
            this.Add(row, 1, this.number(own.Length == 1 || !isDecided ? own[0] : own[decided]));
            return;
        }

        this.output.Reading.Probabilities(own, this.probabilities);
        this.Add(row, 1, isDecided ? this.number(this.probabilities[decided]) : null);
        for (int i = 2; i < this.names.Length; i++)
        {
            this.Add(row, i, this.number(this.probabilities[i - 2]));
        }
    }

    private object Numbers(ReadOnlySpan<double> values)
    {
        double[] all = values.ToArray();
        return this.isSingle ? Array.ConvertAll(all, value => (float)value) : all;
    }

    // The names were held against those of the object before.
    private void Add(PSObject row, int column, object? value) =>
        row.Properties.Add(new PSNoteProperty(this.names[column], value), preValidated: true);
}
