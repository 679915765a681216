using System.Collections;
using System.Collections.Specialized;
using System.Data;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>What an object of the pipeline has: its properties, the keys of a dictionary, or the columns of a data row.</summary>
internal static class ObjectProperties
{
    /// <summary>
    /// Their names, in the order of the object. A hashtable has none, and may have another one in the next session: its keys are sorted.
    /// </summary>
    /// <param name="item">The object.</param>
    public static IReadOnlyList<string> Names(PSObject item) => item.BaseObject switch
    {
        string => [],
        decimal => [],
        { } plain when plain.GetType().IsPrimitive => [],
        DataRow row => [.. row.Table.Columns.Cast<DataColumn>().Select(column => column.ColumnName)],
        DataRowView view => Names(PSObject.AsPSObject(view.Row)),
        IOrderedDictionary dictionary => [.. dictionary.Keys.OfType<string>()],
        IDictionary dictionary => [.. dictionary.Keys.OfType<string>().Order(StringComparer.OrdinalIgnoreCase)],
        _ => [.. item.Properties.Where(property => property.IsGettable).Select(property => property.Name)],
    };

    /// <summary>The value of a property; false where there is no such property.</summary>
    /// <param name="item">The object.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value, without what PowerShell wraps it in.</param>
    public static bool TryGet(PSObject item, string name, out object? value)
    {
        (bool isThere, value) = item.BaseObject switch
        {
            DataRow row => row.Table.Columns.Contains(name) ? (true, row[name]) : (false, null),
            DataRowView view => view.Row.Table.Columns.Contains(name) ? (true, view.Row[name]) : (false, null),
            IDictionary dictionary => dictionary.Contains(name) ? (true, dictionary[name]) : (false, null),
            _ => item.Properties[name] is { IsGettable: true } property ? (true, property.Value) : (false, (object?)null),
        };
        value = PlainValue.Of(value);
        return isThere;
    }
}
