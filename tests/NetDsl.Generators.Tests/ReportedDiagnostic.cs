using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NetDsl.Generators.Tests;

/// <summary>A diagnostic as a test expects it.</summary>
/// <param name="Id">NETDSL012 ...</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">The source it is reported at.</param>
/// <param name="Message">Its message.</param>
internal sealed record ReportedDiagnostic(string Id, int Line, string Text, string Message)
{
    public static ReportedDiagnostic Of(Diagnostic diagnostic)
    {
        Location location = diagnostic.Location;
        string text = location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan);
        return new(
            diagnostic.Id, location.GetLineSpan().StartLinePosition.Line + 1, text, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }
}
