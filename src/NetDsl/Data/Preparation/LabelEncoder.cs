namespace NetDsl.Data;

/// <summary>
/// Makes labels of a single target that holds numbers of classes: one-hot targets, or for two classes one target of 0 and 1, as one asks for. The classes are
/// the different values of the training rows, ascending, and are called by their numbers; a value that is none of them is an error that names the row. Text
/// labels need no step: they are classes from the moment they are read.
/// </summary>
public sealed class LabelEncoder : PreparationStep
{
    /// <summary>Whether two classes become one target of 0 and 1 rather than two one-hot ones.</summary>
    public bool Binary { get; init; }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        RowLayout layout = rows.Layout;
        if (layout.TargetSize != 1 || layout.Classes is not null)
        {
            string what = layout.Classes is null ? $"{layout.TargetSize} targets" : "labels";
            throw new ArgumentException($"{nameof(LabelEncoder)} makes labels of one target of numbers; these rows have {what}.");
        }

        HashSet<float> found = [];
        BlockPass.Over(rows, (_, count, block) =>
        {
            foreach (float value in block.Targets)
            {
                if (found.Add(value) && found.Count > DatasetChecks.MostClasses)
                {
                    throw DataFormatException.InFile(
                        rows.Name, $"the target has more than {DatasetChecks.MostClasses} different values. Does it hold classes?");
                }
            }
        });
        if (found.Count < 2 || (this.Binary && found.Count != 2))
        {
            throw DataFormatException.InFile(
                rows.Name,
                $"the target has {found.Count} different value{(found.Count == 1 ? string.Empty : "s")} in the training rows; " +
                $"{(this.Binary ? "a binary label needs two" : "labels need at least two")}.");
        }

        return new StepState(nameof(LabelEncoder))
        {
            Numbers = new(StringComparer.Ordinal)
            {
                ["binary"] = [this.Binary ? 1 : 0],
                ["values"] = [.. found.Order().Select(value => (double)value)],
            },
        };
    }
}
