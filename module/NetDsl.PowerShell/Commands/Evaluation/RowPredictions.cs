using System.Globalization;
using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Objects that wait to be answered together: a model answers many at once several times as fast as one by one.</summary>
internal sealed class RowPredictions
{
    private readonly OutputColumns[] columns;
    private readonly FeatureReader reader;
    private readonly ObjectRow row = new();
    private readonly PSObject[] waiting;
    private readonly float[] features;
    private readonly double[] answers;
    private readonly Preparation? preparation;
    private readonly float[] raw;
    private int count;

    /// <summary>Nothing waits yet.</summary>
    /// <param name="model">The model that answers.</param>
    /// <param name="names">The properties that are its features.</param>
    /// <param name="columns">What is added to an object.</param>
    /// <param name="batchSize">How many objects are answered together.</param>
    public RowPredictions(NetModel model, IReadOnlyList<string> names, OutputColumns[] columns, int batchSize)
    {
        this.Model = model;
        this.columns = columns;
        this.preparation = model.Preparation;
        this.reader = new FeatureReader(names, model.Preparation?.Source);
        this.raw = new float[model.Preparation?.Source.FeatureSize ?? 0];
        this.waiting = new PSObject[batchSize];
        this.features = new float[batchSize * model.Network.Summary.InputSize];
        this.answers = new double[batchSize * model.Network.Summary.OutputSize];
    }

    /// <summary>The model that answers.</summary>
    public NetModel Model { get; }

    /// <summary>Whether no more can wait.</summary>
    public bool IsFull => this.count == this.waiting.Length;

    /// <summary>Takes an object in; it is copied and not changed.</summary>
    /// <param name="item">The object.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>The name of a property that it has and that would be added; null where it is taken in.</returns>
    /// <exception cref="CommandErrorException">It has not the features of the model.</exception>
    public string? Add(PSObject item, long number)
    {
        this.row.Read(item);
        int size = this.features.Length / this.waiting.Length;
        Span<float> sample = this.features.AsSpan(this.count * size, size);
        this.reader.Read(this.row, item, number, this.preparation is null ? sample : this.raw);
        this.Prepare(sample, item, number);
        if (this.columns.SelectMany(column => column.Names).FirstOrDefault(name => this.row.IndexOf(name) >= 0) is { } clash)
        {
            return clash;
        }

        this.waiting[this.count++] = this.row.Copy();
        return null;
    }

    private void Prepare(Span<float> sample, PSObject item, long number)
    {
        if (this.preparation is null)
        {
            return;
        }

        try
        {
            this.preparation.Apply(this.raw, sample);
        }
        catch (DataFormatException error)
        {
            throw FeatureReader.Error("InvalidData", item, number, this.reader.UnknownCategory ?? error.Message);
        }

        int missing = sample.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        if (missing >= 0)
        {
            string name = this.preparation.Layout.FeatureNames?[missing] ?? missing.ToString(CultureInfo.InvariantCulture);
            throw FeatureReader.Error(
                "InvalidData",
                item,
                number,
                $"the feature '{name}' is missing, and no step of the model's preparation fills it in. Mend the object, or leave it out with Where-Object.");
        }
    }

    /// <summary>Answers all that wait.</summary>
    /// <returns>The objects in their order, with what was added.</returns>
    public IEnumerable<PSObject> Answer()
    {
        int waited = this.count;
        this.count = 0;
        int inputs = this.features.Length / this.waiting.Length;
        int outputs = this.answers.Length / this.waiting.Length;
        this.Model.Engine.Predict(this.features.AsSpan(0, waited * inputs), this.answers.AsSpan(0, waited * outputs));
        this.Model.ScaledTargets?.InverseTargets(this.answers.AsSpan(0, waited * outputs));
        for (int i = 0; i < waited; i++)
        {
            PSObject answered = this.waiting[i];
            foreach (OutputColumns column in this.columns)
            {
                column.AddTo(answered, this.answers.AsSpan(i * outputs, outputs));
            }

            yield return answered;
        }
    }
}
