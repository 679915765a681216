using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class IsoTimeTests
{
    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1969-12-31T23:59:59Z", -1)]
    [InlineData("2024-02-29 12:00", 1709208000)]
    [InlineData("2024-02-29T12:00:00.25", 1709208000.25)]
    [InlineData("2024-02-29T12:00:00.250000000", 1709208000.25)]
    [InlineData("2024-02-29T12:00:00+01:00", 1709204400)]
    [InlineData("2024-02-29T12:00:00-0530", 1709227800)]
    [InlineData("2024-02-29T12:00:00+01", 1709204400)]
    [InlineData("0001-01-01", -62135596800)]
    [InlineData("9999-12-31T23:59:59", 253402300799)]
    public void Dates_and_times_are_seconds_since_1970(string text, double seconds)
    {
        Assert.True(IsoTime.TryParse(text, out double found));
        Assert.Equal(seconds, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024-02-30")]
    [InlineData("2024-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("2024-2-3")]
    [InlineData("29.02.2024")]
    [InlineData("2024-02-29T")]
    [InlineData("2024-02-29T24:00")]
    [InlineData("2024-02-29T12:60")]
    [InlineData("2024-02-29T12:00:00x")]
    [InlineData("2024-02-29T12:00+1")]
    [InlineData("2024-02-29T12:00+25:00")]
    [InlineData("\u0662024-02-29")]
    public void Other_texts_are_no_times(string text)
    {
        Assert.False(IsoTime.TryParse(text, out _));
    }
}
