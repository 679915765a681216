using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace NetDsl.PowerShell;

/// <summary>Takes off what PowerShell wraps values in.</summary>
internal static class PlainValue
{
    /// <summary>The value itself; of a list one with such values.</summary>
    /// <param name="value">The value.</param>
    public static object? Of(object? value)
    {
        object? plain = value switch
        {
            PSObject nothing when nothing == AutomationNull.Value => null,
            PSObject wrapped => wrapped.BaseObject,
            _ => value,
        };
        return plain is IList list and not IDictionary && MayHoldWrapped(list) ? OfAll(list) : plain;
    }

    private static bool MayHoldWrapped(IList list) => list is not Array array || (array.Rank == 1 && !array.GetType().GetElementType()!.IsPrimitive);

    private static object?[] OfAll(IList list)
    {
        object?[] plain = new object?[list.Count];
        for (int i = 0; i < plain.Length; i++)
        {
            plain[i] = Of(list[i]);
        }

        return plain;
    }
}
