using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Rows to train with and rows to validate with, in memory or where they lie.</summary>
public sealed class TrainingRows
{
    internal TrainingRows(RowSource train, RowSource? validation = null)
    {
        this.Train = train;
        this.Validation = validation;
    }

    /// <summary>The rows to learn from.</summary>
    public RowSource Train { get; }

    /// <summary>The rows on which loss and accuracy are taken after each epoch, or null.</summary>
    public RowSource? Validation { get; }

    /// <summary>These rows with the validation rows that were asked for.</summary>
    /// <param name="validation">Rows to validate with, or null.</param>
    /// <param name="fraction">The part of the rows to validate with, or null.</param>
    /// <exception cref="CommandErrorException">Validation rows are given twice, or a part has no row.</exception>
    internal TrainingRows With(RowSource? validation, double? fraction)
    {
        if (fraction is not { } part)
        {
            return validation is null ? this : new TrainingRows(this.Train, validation);
        }

        if (validation is not null || this.Validation is not null)
        {
            string other = validation is null ? "the data have a part Validation already" : "-ValidationData gives others";
            throw new CommandErrorException(
                "ValidationGivenTwice",
                ErrorCategory.InvalidArgument,
                part,
                $"-ValidationSplit takes rows to validate with from those to train with, and {other}; give one of the two.");
        }

        RowSource all = this.Train;

        // As in Keras; rounded, for 1 - 0.9 is a little below 0.1.
        long trainRows = (long)Math.Floor(Math.Round(all.Count * (1 - part), 6));
        if (!(part > 0 && part < 1) || trainRows == 0 || trainRows == all.Count)
        {
            throw new CommandErrorException(
                "InvalidValidationSplit",
                ErrorCategory.InvalidArgument,
                part,
                FormattableString.Invariant(
                    $"-ValidationSplit {part} of {all.Count} rows does not leave rows both to train and to validate with; ") +
                "give a part above 0 and below 1.");
        }

        return new TrainingRows(Part(all, 0, trainRows), Part(all, trainRows, all.Count - trainRows));
    }

    /// <summary>
    /// The rows as a model takes them: prepared as those it has learnt from, where they come as they are; validation rows are prepared as the
    /// others.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <exception cref="CommandErrorException">They cannot be prepared so, or were prepared in another way.</exception>
    internal TrainingRows For(NetModel model)
    {
        RowSource train = model.Prepare(this.Train);
        if (this.Validation is not { } validation)
        {
            return new TrainingRows(train);
        }

        if (validation.Layout.Preparation is null && train.Layout.Preparation is { } preparation)
        {
            return new TrainingRows(train, NetModel.Apply(preparation, validation, validation));
        }

        return Equals(validation.Layout.Preparation, train.Layout.Preparation)
            ? new TrainingRows(train, validation)
            : throw new CommandErrorException(
                "ValidationDoesNotFit",
                ErrorCategory.InvalidData,
                validation,
                "The validation data are prepared in another way than the data to train with. Give them as they come: they are prepared like those.");
    }

    /// <summary>
    /// Refuses data whose classes or columns are others than those that the model learnt, or than those of the validation data: they would
    /// be taken for the same.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">The validation rows have another shape.</exception>
    /// <exception cref="CommandErrorException">They differ.</exception>
    internal void CheckNames(NetModel model)
    {
        RowLayout train = this.Train.Layout;
        string learnt = $"{model.Name} has learnt";
        string advice = "Import the data with the same columns and classes in that order, or train a new model from New-NetModel.";
        Same("ClassesDoNotFit", model, $"{learnt} the classes", model.Classes, train.Classes, advice);
        Same("FeaturesDoNotFit", model, $"{learnt} the features", model.FeatureNames, train.FeatureNames, advice);
        if (this.Validation?.Layout is { } validation)
        {
            CheckShapes(train, validation);
            string those = "The data to train with have";
            string alike = "Import both alike, or split one data set with Split-NetData.";
            Same("ValidationDoesNotFit", validation, $"{those} the classes", train.Classes, validation.Classes, alike);
            Same("ValidationDoesNotFit", validation, $"{those} the features", train.FeatureNames, validation.FeatureNames, alike);
        }
    }

    private static void CheckShapes(RowLayout train, RowLayout validation)
    {
        if (!validation.FeatureShape.SequenceEqual(train.FeatureShape) || !validation.TargetShape.SequenceEqual(train.TargetShape))
        {
            throw new ArgumentException(
                $"The validation data have features ({string.Join(", ", validation.FeatureShape)}) and targets ({string.Join(", ", validation.TargetShape)}); " +
                $"the training data have ({string.Join(", ", train.FeatureShape)}) and ({string.Join(", ", train.TargetShape)}).",
                nameof(validation));
        }
    }

    private static RowSource Part(RowSource all, long first, long count) => all.InMemory is { } data
        ? RowSource.Of(data.Subset([.. Enumerable.Range((int)first, (int)count)]))
        : all.Slice(first, count);

    private static void Same(
        string id, object target, string what, IReadOnlyList<string>? expected, IReadOnlyList<string>? given, string advice)
    {
        if (expected is not null && given is not null && !expected.SequenceEqual(given))
        {
            string whose = target is RowLayout ? "validation data" : "data";
            throw new CommandErrorException(
                id,
                ErrorCategory.InvalidData,
                target,
                $"{what} {string.Join(", ", expected)}; the {whose} have {string.Join(", ", given)}. {advice}");
        }
    }
}
