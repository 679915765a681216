using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>
/// Says what to do where a split is given and one of its parts is wanted, a part that the split does not have, or a stream where data must be
/// in memory.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DatasetTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        RefuseOthers(value);
        return value switch
        {
            RowSource source => throw new ArgumentTransformationMetadataException(
                $"{source.Name} is a stream, and here all rows must be in memory. Read them with .ReadAll(), or some of them with .Read(first, count)."),

            // Not its base object: that of an object of properties alone has none of them.
            _ => inputData,
        };
    }

    /// <summary>Refuses nothing at all, and a split.</summary>
    /// <param name="value">What was given.</param>
    /// <exception cref="ArgumentTransformationMetadataException">It is one of them.</exception>
    internal static void RefuseOthers(object? value)
    {
        if (value is null)
        {
            throw new ArgumentTransformationMetadataException(TrainingRowsTransformationAttribute.NoData);
        }

        if (value is DataSplit or SourceSplit)
        {
            throw new ArgumentTransformationMetadataException("These data are split; choose a part: .Train, .Validation or .Test.");
        }
    }
}
