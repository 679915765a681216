using System.Globalization;

namespace NetDsl.Data;

/// <summary>Reads dates and times as ISO 8601 has them, as seconds since the beginning of 1970.</summary>
internal static class IsoTime
{
    private const int LongestText = 40;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyyMMdd'T'HHmmssK", "yyyyMMdd'T'HHmmK",
    ];

    /// <summary>Reads a date, or a date and a time, in UTC unless it says otherwise.</summary>
    /// <param name="text">The text; fractions of a second may have any number of digits, of which seven count.</param>
    /// <param name="seconds">Seconds since 1970-01-01T00:00:00Z.</param>
    public static bool TryParse(scoped ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        scoped Span<char> shortened = stackalloc char[LongestText];
        if (text.Length > LongestText || text.Length < 8 || !char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        // numpy writes nanoseconds, which .NET's ticks of 100 ns cannot hold.
        int point = text.IndexOf('.');
        int digits = point < 0 ? 0 : text[(point + 1)..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length - point - 1 : digits;
        if (digits > 7)
        {
            text[..(point + 8)].CopyTo(shortened);
            text[(point + 1 + digits)..].CopyTo(shortened[(point + 8)..]);
            text = shortened[..(text.Length - digits + 7)];
        }

        bool isTime = DateTime.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time);
        seconds = (time - DateTime.UnixEpoch).TotalSeconds;
        return isTime;
    }
}
