using System.Collections;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Takes the name of a callback for one with its defaults: <c>-Callback TerminateOnNaN</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CallbackTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped(inputData) is IList list ? list.Cast<object?>().Select(One).ToArray() : One(inputData);

    private static object? One(object? item) => Unwrapped(item) is string name ? Callbacks.Create(name) : Unwrapped(item);

    private static object? Unwrapped(object? item) => item is PSObject wrapped ? wrapped.BaseObject : item;
}
