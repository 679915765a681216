using System.Globalization;
using System.Text;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data;

public class NumberTextTests
{
    private static readonly string[] Odd =
    [
        "", "-", "+", ".", "-.", "1.", ".5", "-.5", "+.5e1", "1e", "1e+", "1e5", "1E-5", "1e+05", "1e99999", "1e-99999", "0e99999", "1e999999999999", "-0",
        "-0.0", "00", "007", "0.0000000000000000000000000000000000000000000001", "1e-45", "7e-46", "7.1e-46", "1.17549435e-38", "1.1754942e-38",
        "3.4028235e38", "3.4028236e38", "3.4028235677973366e38", "3.402823567797336e38", "1e39", "16777217", "16777216.999999", "16777219",
        "16777217.0000000000000000000000001", "9007199254740993", "18446744073709551615", "18446744073709551616", "12345678901234567890123456789",
        "0.1", "0.30000000000000004", "1.00000017881393421514957253748434595763683319091796875", "1.00000017881393432617187499", "1.00000017881393432617187500",
        "1.00000017881393432617187501", "NaN", "nan", "-NaN", "Infinity", "-infinity", "inf", " 1", "1 ", "\t1\n", "1 2", "1,5", "0x10", "1_000", "1e5.5",
        "--1", "+-1", "1-", "1.2.3", "12345678", "123456789", "1234567a", "12345678.", "12345678.12345678", "1\0", "\u0661", "1e-5f", "1d",
        "99999999999999999999999999999999999999999999999999e-20", "0.000000000000000000000000000000000000000000000000000123e40",
    ];

    [Fact]
    public void Odd_texts_are_what_the_library_makes_of_them()
    {
        foreach (string text in Odd)
        {
            AssertSame(text);
        }
    }

    [Fact]
    public void A_million_random_texts_have_the_bits_that_the_library_gives()
    {
        RandomStream random = new(7, 0);
        StringBuilder text = new();
        for (int trial = 0; trial < 1_000_000; trial++)
        {
            text.Clear();
            Write(text, ref random, trial % 8);
            AssertSame(text.ToString());
        }
    }

    [Fact]
    public void Numbers_next_to_the_middle_of_two_floats_are_rounded_right()
    {
        RandomStream random = new(8, 0);
        for (int trial = 0; trial < 50_000; trial++)
        {
            float low = BitConverter.UInt32BitsToSingle((random.NextUInt32() % 0x7F00_0000u) + 1);
            double middle = ((double)low + MathF.BitIncrement(low)) / 2;
            foreach (double near in new[] { Math.BitDecrement(middle), middle, Math.BitIncrement(middle) })
            {
                AssertSame(near.ToString("E16", CultureInfo.InvariantCulture));
                AssertSame(near.ToString("E20", CultureInfo.InvariantCulture));
                AssertSame(near.ToString("E40", CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void A_number_ends_where_something_else_begins()
    {
        Assert.Equal(4, NumberText.ReadPrefix("1.25,3"u8, out float value));
        Assert.Equal(1.25f, value);
        Assert.Equal(8, NumberText.ReadPrefix("-12345.5\n"u8, out value));
        Assert.Equal(-12345.5f, value);
        Assert.Equal(0, NumberText.ReadPrefix(",1"u8, out _));
    }

    private static void Write(StringBuilder text, ref RandomStream random, int form)
    {
        float number = BitConverter.UInt32BitsToSingle(random.NextUInt32());
        double wide = BitConverter.UInt64BitsToDouble(((ulong)random.NextUInt32() << 32) | random.NextUInt32());
        double usual = (random.NextUInt32() - 2147483648.0) / (1 << random.NextInt(32));
        switch (form)
        {
            case 0:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case 1:
                text.Append(wide.ToString(CultureInfo.InvariantCulture));
                break;
            case 2:
                text.Append(((double)number).ToString("R", CultureInfo.InvariantCulture));
                break;
            case 3:
                text.Append(usual.ToString("F" + random.NextInt(12).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                break;
            case 4:
                text.Append(usual.ToString("e" + random.NextInt(20).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                break;
            case 5:
                text.Append(random.NextInt(1 << 30) - (1 << 29));
                break;
            default:
                int length = random.NextInt(form == 6 ? 12 : 40);
                for (int i = 0; i < length; i++)
                {
                    text.Append("0123456789012345678901234567890.eE+- "[random.NextInt(form == 6 ? 37 : 31)]);
                }

                break;
        }
    }

    private static void AssertSame(string text)
    {
        bool isNumber = float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float expected);

        Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out float value) == isNumber, text);
        if (isNumber)
        {
            Assert.True(BitConverter.SingleToUInt32Bits(value) == BitConverter.SingleToUInt32Bits(expected), $"{text}: {value} and not {expected}");
        }
    }
}
