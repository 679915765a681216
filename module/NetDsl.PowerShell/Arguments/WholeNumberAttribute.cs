using System.Collections;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Refuses 2.5 where a whole number is wanted; PowerShell itself would round it without a word.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        foreach (object? item in value is IList list ? list : new[] { value })
        {
            object? number = item is PSObject inner ? inner.BaseObject : item;
            if (number is double or float or decimal && Convert.ToDouble(number, null) is var real && real != Math.Floor(real))
            {
                throw new ArgumentTransformationMetadataException(FormattableString.Invariant($"{real} is no whole number."));
            }
        }

        return inputData;
    }
}
