using System.Globalization;
using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>One output of a model, where it lies in an answer, how it is read and what its classes and values are called.</summary>
internal sealed class NamedOutput
{
    private NamedOutput(NetModel model, int place, RowLayout? data)
    {
        NetworkSummary summary = model.Network.Summary;
        this.Summary = summary.Outputs[place];
        this.Reading = new OutputReading(this.Summary);
        this.First = summary.Outputs.Take(place).Sum(other => other.Size);
        this.FirstTarget = summary.Outputs.Take(place).Sum(other => other.TargetSize);
        IReadOnlyList<string>? classes = model.Classes ?? data?.Classes;
        this.Classes = classes?.Count == this.Reading.Classes ? classes
            : this.Reading.Kind == DecisionKind.Sign ? ["-1", "1"]
            : Numbers(this.Reading.Classes);
        IReadOnlyList<string>? targets = model.TargetNames ?? data?.TargetNames;
        this.Values = targets?.Count == summary.TargetSize && this.Summary.TargetSize == this.Summary.Size
            ? [.. targets.Skip(this.FirstTarget).Take(this.Summary.Size)]
            : null;
    }

    /// <summary>What it is.</summary>
    public OutputSummary Summary { get; }

    /// <summary>How it is read.</summary>
    public OutputReading Reading { get; }

    /// <summary>The first of its values in an answer.</summary>
    public int First { get; }

    /// <summary>The first of its values in a target.</summary>
    public int FirstTarget { get; }

    /// <summary>The names of the classes; where they have none their numbers, or for margins the labels -1 and 1.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>A name for each value or label, or null.</summary>
    public IReadOnlyList<string>? Values { get; }

    /// <summary>What the positive class can be: one of the classes, or one of several labels; nothing where outputs are values.</summary>
    public IReadOnlyList<string> Positives =>
        this.Reading is { Decisions: > 1, Width: 1 } ? this.Values ?? Numbers(this.Summary.Size) : this.Classes;

    /// <summary>Whether an answer is one class, and not several or values.</summary>
    public bool DecidesClass => this.Reading.Decisions == 1;

    /// <summary>All outputs of a model.</summary>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<NamedOutput> AllOf(NetModel model) =>
        [.. Enumerable.Range(0, model.Network.Summary.Outputs.Count).Select(place => new NamedOutput(model, place, data: null))];

    /// <summary>One output of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">Its name, in any case, or null for the main one.</param>
    /// <param name="data">Data that may know names which the model does not, or null.</param>
    /// <exception cref="CommandErrorException">
    /// There is no such output, or the data have other classes than those the model has learnt.
    /// </exception>
    public static NamedOutput Of(NetModel model, string? name, RowSource? data = null)
    {
        if (model.Classes is { } learnt && data?.Layout.Classes is { } given && !learnt.SequenceEqual(given))
        {
            throw new CommandErrorException(
                "OtherClasses",
                ErrorCategory.InvalidData,
                data.InMemory ?? (object)data,
                $"{model.Name} has learnt the classes {string.Join(", ", learnt)}; the data have {string.Join(", ", given)}. " +
                "Import them with -Class in the order that was learnt.");
        }

        IReadOnlyList<OutputSummary> outputs = model.Network.Summary.Outputs;
        int place = outputs.Count - 1;
        while (name is not null && place >= 0 && !outputs[place].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            place--;
        }

        return place >= 0
            ? new NamedOutput(model, place, data?.Layout)
            : throw new CommandErrorException(
                "OutputNotFound",
                ErrorCategory.ObjectNotFound,
                name,
                $"{model.Name} has no output '{name}'; give -Output one of {string.Join(", ", outputs.Select(output => output.Name))}.");
    }

    /// <summary>The number of a class or label, from 0.</summary>
    /// <param name="name">Its name, or its number.</param>
    /// <exception cref="CommandErrorException">There is none.</exception>
    public int PlaceOf(string name)
    {
        int place = this.Positives.ToList().IndexOf(name);
        bool isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number);

        // A value is read as the score of the second of two classes.
        int count = this.Positives.Count == 0 ? 2 : this.Positives.Count;
        return place >= 0 ? place : isNumber && number < count ? number : throw new CommandErrorException(
            "ClassNotFound",
            ErrorCategory.ObjectNotFound,
            name,
            $"'{this.Summary.Name}' has no class '{name}'; " +
            $"give one of {string.Join(", ", this.Positives)}, or a number from 0 to {count - 1}.");
    }

    private static IReadOnlyList<string> Numbers(int count) =>
        [.. Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
