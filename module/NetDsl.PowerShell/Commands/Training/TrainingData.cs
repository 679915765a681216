using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Chooses the rows to train and to validate with, and sees that their names fit each other and the model.</summary>
internal static class TrainingData
{
    /// <summary>The data with the validation rows that were asked for.</summary>
    /// <param name="data">The data as they were given.</param>
    /// <param name="validation">Data to validate with, or null.</param>
    /// <param name="fraction">The part of the rows to validate with, or null.</param>
    /// <exception cref="CommandErrorException">Validation rows are given twice, or a part has no row.</exception>
    public static DataSplit Choose(DataSplit data, Dataset? validation, double? fraction)
    {
        if (fraction is not { } part)
        {
            return validation is null ? data : new DataSplit(data.Train, validation, data.Test);
        }

        if (validation is not null || data.Validation is not null)
        {
            string other = validation is null ? "the data have a part Validation already" : "-ValidationData gives others";
            throw new CommandErrorException(
                "ValidationGivenTwice",
                ErrorCategory.InvalidArgument,
                part,
                $"-ValidationSplit takes rows to validate with from those to train with, and {other}; give one of the two.");
        }

        Dataset all = data.Train;

        // As in Keras; rounded, for 1 - 0.9 is a little below 0.1.
        int trainRows = (int)Math.Floor(Math.Round(all.Count * (1 - part), 6));
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

        int[] rows = [.. Enumerable.Range(0, all.Count)];
        return new DataSplit(all.Subset(rows.AsSpan(0, trainRows)), all.Subset(rows.AsSpan(trainRows)), data.Test);
    }

    /// <summary>
    /// Refuses data whose classes or columns are others than those that the model learnt, or than those of the validation data: they would
    /// be taken for the same.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="CommandErrorException">They differ.</exception>
    public static void CheckNames(NetModel model, DataSplit data)
    {
        Dataset train = data.Train;
        string learnt = $"{model.Name} has learnt";
        string advice = "Import the data with the same columns and classes in that order, or train a new model from New-NetModel.";
        Same("ClassesDoNotFit", model, $"{learnt} the classes", model.Classes, train.Classes, advice);
        Same("FeaturesDoNotFit", model, $"{learnt} the features", model.FeatureNames, train.FeatureNames, advice);
        if (data.Validation is { } validation)
        {
            string those = "The data to train with have";
            string alike = "Import both alike, or split one data set with Split-NetData.";
            Same("ValidationDoesNotFit", validation, $"{those} the classes", train.Classes, validation.Classes, alike);
            Same("ValidationDoesNotFit", validation, $"{those} the features", train.FeatureNames, validation.FeatureNames, alike);
        }
    }

    private static void Same(
        string id, object target, string what, IReadOnlyList<string>? expected, IReadOnlyList<string>? given, string advice)
    {
        if (expected is not null && given is not null && !expected.SequenceEqual(given))
        {
            string whose = target is Dataset ? "validation data" : "data";
            throw new CommandErrorException(
                id,
                ErrorCategory.InvalidData,
                target,
                $"{what} {string.Join(", ", expected)}; the {whose} have {string.Join(", ", given)}. {advice}");
        }
    }
}
