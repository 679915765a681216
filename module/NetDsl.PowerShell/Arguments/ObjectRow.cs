using System.Collections;
using System.Data;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>
/// The properties of an object of the pipeline, the entries of a dictionary or the columns of a data row. One is used for all objects, each read
/// once.
/// </summary>
internal sealed class ObjectRow
{
    private readonly List<string> names = [];
    private readonly List<object?> values = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => this.names;

    /// <summary>The value of each, without what PowerShell wraps it in.</summary>
    public IReadOnlyList<object?> Values => this.values;

    /// <summary>Reads an object. A property that cannot be read is there without a value, as Select-Object has it.</summary>
    /// <param name="item">The object.</param>
    public void Read(PSObject item)
    {
        this.names.Clear();
        this.values.Clear();
        if (item.BaseObject is IDictionary or DataRow or DataRowView)
        {
            foreach (string name in ObjectProperties.Names(item))
            {
                ObjectProperties.TryGet(item, name, out object? value);
                this.Add(name, value);
            }

            return;
        }

        foreach (PSPropertyInfo property in item.Properties)
        {
            if (property.IsGettable)
            {
                this.Add(property.Name, ValueOf(property));
            }
        }
    }

    /// <summary>The place of a name, in any case; -1 where there is none.</summary>
    /// <param name="name">The name.</param>
    public int IndexOf(string name) => this.names.FindIndex(other => other.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A new object with the same names and values.</summary>
    public PSObject Copy()
    {
        PSObject copy = new();
        for (int i = 0; i < this.names.Count; i++)
        {
            // Not checked again: the names are those of one object.
            copy.Properties.Add(new PSNoteProperty(this.names[i], this.values[i]), preValidated: true);
        }

        return copy;
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private void Add(string name, object? value)
    {
        this.names.Add(name);
        this.values.Add(value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value);
    }
}
