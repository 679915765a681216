using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Makes records of the errors that the library throws.</summary>
internal static class ErrorRecords
{
    /// <summary>The record of an error.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="target">What it is about where the error does not say.</param>
    public static ErrorRecord Of(Exception error, object? target) => error switch
    {
        DataFormatException data => new ErrorRecord(error, "InvalidData", ErrorCategory.InvalidData, data.Path ?? target),
        TrainingDivergedException => new ErrorRecord(error, "TrainingDiverged", ErrorCategory.InvalidResult, target),
        ArgumentException { ParamName: "data" or "train" or "validation" } unfit when target is NetModel =>
            Record(unfit, "DataDoNotFit", ErrorCategory.InvalidData, target),
        ArgumentException argument => Record(argument, "InvalidArgument", ErrorCategory.InvalidArgument, target),
        FileNotFoundException or DirectoryNotFoundException or ItemNotFoundException =>
            new ErrorRecord(error, "FileNotFound", ErrorCategory.ObjectNotFound, target),
        UnauthorizedAccessException => new ErrorRecord(error, "AccessDenied", ErrorCategory.PermissionDenied, target),
        IOException => new ErrorRecord(error, "FileNotReadable", ErrorCategory.ReadError, target),
        OutOfMemoryException => new ErrorRecord(error, "OutOfMemory", ErrorCategory.ResourceUnavailable, target),
        InvalidOperationException => new ErrorRecord(error, "InvalidOperation", ErrorCategory.InvalidOperation, target),
        IContainsErrorRecord known => new ErrorRecord(known.ErrorRecord, error),
        _ => new ErrorRecord(error, "UnexpectedError", ErrorCategory.NotSpecified, target),
    };

    // What .NET adds to the message of such an exception is the name of a C# parameter, which nobody at a prompt knows.
    private static ErrorRecord Record(ArgumentException error, string id, ErrorCategory category, object? target)
    {
        int end = error.ParamName is null ? -1 : error.Message.IndexOf($" (Parameter '{error.ParamName}')", StringComparison.Ordinal);
        return new ErrorRecord(error, id, category, target)
        {
            ErrorDetails = new ErrorDetails(end < 0 ? error.Message : error.Message[..end]),
        };
    }
}
