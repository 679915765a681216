using System.Globalization;

namespace NetDsl.Generators;

/// <summary>
/// Runs a stage of the generator as every machine would: under a Finnish culture the minus sign of a number is not the one of C#, under
/// a German one 0.5 is 0,5, and the thread's culture is the user's.
/// </summary>
internal static class InvariantCulture
{
    public static TResult Run<TArgument, TResult>(Func<TArgument, TResult> stage, TArgument argument)
    {
#pragma warning disable RS1035 // The rule forbids what depends on the culture; this is what makes the rest independent of it.
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return stage(argument);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
#pragma warning restore RS1035
    }
}
