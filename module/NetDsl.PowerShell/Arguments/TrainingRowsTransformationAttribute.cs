using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>
/// Takes a whole data set or a stream where a split one is wanted: all of it is to train with; says what to do where there is nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrainingRowsTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>What is said of a part that a split does not have.</summary>
    internal const string NoData = "There are no data here. A split has the parts that were asked for: Split-NetData -Test 0.2 makes a part Test.";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => throw new ArgumentTransformationMetadataException(NoData),
            Dataset data => new TrainingRows(RowSource.Of(data)),
            DataSplit { Validation: { } validation } split => new TrainingRows(RowSource.Of(split.Train), RowSource.Of(validation)),
            DataSplit split => new TrainingRows(RowSource.Of(split.Train)),
            SourceSplit split => new TrainingRows(split.Train, split.Validation),
            RowSource source => new TrainingRows(source),
            _ => value,
        };
    }
}
