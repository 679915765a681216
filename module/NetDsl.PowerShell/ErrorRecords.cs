using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Makes records of the errors that the library throws.</summary>
internal static class ErrorRecords
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int WindowsLockViolation = unchecked((int)0x80070021);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    // errno of Linux, where two differ that of macOS as well.
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;

    /// <summary>The record of an error.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="target">What it is about where the error does not say.</param>
    public static ErrorRecord Of(Exception error, object? target) => error switch
    {
        CommandErrorException own => own.ErrorRecord,
        ModelFormatException file => new ErrorRecord(error, "InvalidModelFile", ErrorCategory.InvalidData, file.Path),
        DataFormatException data => new ErrorRecord(error, "InvalidData", ErrorCategory.InvalidData, data.Path ?? target),
        TrainingDivergedException => Advised(
            error,
            "TrainingDiverged",
            ErrorCategory.InvalidResult,
            target,
            "-LearningRate gives another rate; a layer Normalization, first in the model, brings features to that range. The model has the " +
            "parameters it had then: make a new one."),
        CheckpointMismatchException other => Advised(
            error, "CheckpointMismatch", ErrorCategory.InvalidData, other.Path, "-Force in place of -Resume begins anew and replaces the file."),
        ArgumentException { ParamName: "data" or "train" or "validation" or "source" } unfit when target is NetModel =>
            Record(unfit, "DataDoNotFit", ErrorCategory.InvalidData, target),
        ArgumentException argument => Record(argument, "InvalidArgument", ErrorCategory.InvalidArgument, target),
        FileNotFoundException or DirectoryNotFoundException or ItemNotFoundException =>
            new ErrorRecord(error, "FileNotFound", ErrorCategory.ObjectNotFound, target),
        UnauthorizedAccessException => Advised(
            error, "AccessDenied", ErrorCategory.PermissionDenied, target, "Check who may use it, or choose another file."),
        IOException when IsDiskFull(error) => Advised(
            error, "DiskFull", ErrorCategory.ResourceUnavailable, target, "Nothing was left behind. Make room, or choose a path on another disk."),
        IOException when IsLocked(error) => Advised(
            error, "FileLocked", ErrorCategory.ResourceBusy, target, "Close it in the program that uses it, or choose another file."),
        IOException => Advised(
            error, "FileNotUsable", ErrorCategory.OpenError, target, "Check that the path is that of a file on a disk that can be used."),
        OutOfMemoryException => new ErrorRecord(error, "OutOfMemory", ErrorCategory.ResourceUnavailable, target),
        DllNotFoundException => new ErrorRecord(error, "LibraryNotFound", ErrorCategory.NotInstalled, target),
        ObjectDisposedException => new ErrorRecord(error, "StreamClosed", ErrorCategory.InvalidOperation, target)
        {
            ErrorDetails = new ErrorDetails("The file was closed with Dispose(), and cannot be read any more. Open it again with Import-NetData -Stream."),
        },
        InvalidOperationException => new ErrorRecord(error, "InvalidOperation", ErrorCategory.InvalidOperation, target),
        IContainsErrorRecord known => new ErrorRecord(known.ErrorRecord, error),
        _ => new ErrorRecord(error, "UnexpectedError", ErrorCategory.NotSpecified, target),
    };

    private static ErrorRecord Advised(Exception error, string id, ErrorCategory category, object? target, string advice) =>
        new(error, id, category, target) { ErrorDetails = new ErrorDetails($"{error.Message.TrimEnd('.')}. {advice}") };

    // .NET gives Windows' code or, elsewhere, errno.
    private static bool IsDiskFull(Exception error) => error.HResult is WindowsDiskFull or WindowsHandleDiskFull or NoSpaceLeft or QuotaExceeded;

    private static bool IsLocked(Exception error) => error.HResult is WindowsSharingViolation or WindowsLockViolation or WouldBlock or WouldBlockOnMac;

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
