namespace NetDsl.Data;

/// <summary>Reads dates and times as ISO 8601 has them, as seconds since the beginning of 1970.</summary>
internal static class IsoTime
{
    private const int SecondsOfDay = 86_400;
    private const int MostDigits = 15;

    /// <summary>
    /// Reads a date, or a date and a time after a T or a space, with a time zone or without, as 2024-05-31, 2024-05-31 12:00 or
    /// 2024-05-31T12:00:00.25+02:00; in UTC unless it says otherwise.
    /// </summary>
    /// <param name="text">The text; fractions of a second may have any number of digits.</param>
    /// <param name="seconds">Seconds since 1970-01-01T00:00:00Z.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        if (!TryNumber(ref text, 4, out int year) || !Skip(ref text, '-') || !TryNumber(ref text, 2, out int month) || !Skip(ref text, '-')
            || !TryNumber(ref text, 2, out int day) || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        long days = new DateOnly(year, month, day).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        double time = 0;
        bool isTime = text.IsEmpty || ((Skip(ref text, 'T') || Skip(ref text, ' ')) && TryTime(ref text, out time) && TryZone(ref text, ref time));
        seconds = (days * SecondsOfDay) + time;
        return isTime && text.IsEmpty;
    }

    private static bool TryTime(ref ReadOnlySpan<char> text, out double time)
    {
        time = 0;
        if (!TryNumber(ref text, 2, out int hour) || !Skip(ref text, ':') || !TryNumber(ref text, 2, out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        int second = 0;
        if (Skip(ref text, ':') && (!TryNumber(ref text, 2, out second) || second > 60))
        {
            return false;
        }

        double fraction = 0;
        if (Skip(ref text, '.'))
        {
            int count = text.IndexOfAnyExceptInRange('0', '9');
            ReadOnlySpan<char> digits = count < 0 ? text : text[..count];
            text = text[digits.Length..];
            long numerator = 0;
            long denominator = 1;
            foreach (char digit in digits[..Math.Min(digits.Length, MostDigits)])
            {
                numerator = (numerator * 10) + (digit - '0');
                denominator *= 10;
            }

            fraction = (double)numerator / denominator;
        }

        time = (hour * 3600) + (minute * 60) + second + fraction;
        return true;
    }

    private static bool TryZone(ref ReadOnlySpan<char> text, ref double time)
    {
        if (text.IsEmpty || Skip(ref text, 'Z'))
        {
            return true;
        }

        int sign = Skip(ref text, '-') ? -1 : Skip(ref text, '+') ? 1 : 0;
        int minute = 0;
        if (sign == 0 || !TryNumber(ref text, 2, out int hour))
        {
            return false;
        }

        if (!text.IsEmpty)
        {
            Skip(ref text, ':');
            if (!TryNumber(ref text, 2, out minute))
            {
                return false;
            }
        }

        time -= sign * ((hour * 3600) + (minute * 60));
        return hour < 24 && minute < 60;
    }

    private static bool TryNumber(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        number = 0;
        if (text.Length < digits || text[..digits].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        foreach (char digit in text[..digits])
        {
            number = (number * 10) + (digit - '0');
        }

        text = text[digits..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, char expected)
    {
        bool isThere = text.Length > 0 && text[0] == expected;
        text = isThere ? text[1..] : text;
        return isThere;
    }
}
