using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Data;

/// <summary>Reads numbers of single precision from UTF-8, with the bits that <see cref="float.Parse(string)"/> gives.</summary>
/// <remarks>
/// The first 19 digits are a whole number m of 64 bits. m 10^e as a double, with powers of ten that are rounded to doubles, is off by less than
/// two units in its last place: m is rounded once, the power once, their product or quotient once, each by half a unit, and digits after
/// the 19th count for less than a hundredth. Rounded to a float it is right unless the midpoint of two floats is that near, which one in
/// some hundred millions has; these, and what is hardly ever written, go to the library.
/// </remarks>
internal static class NumberText
{
    private const int MostDigits = 19;
    private const int LargestPower = 60;
    private const int LongestExponent = 4;

    // A float has 29 bits less than a double.
    private const ulong Discarded = (1UL << 29) - 1;
    private const ulong Midpoint = 1UL << 28;
    private const ulong Margin = 4;

    // Between these floats have all their bits.
    private const double Least = 1.2e-38;
    private const double Most = 3.4e38;

    private const ulong ZeroDigits = 0x3030303030303030;
    private const ulong HighestBits = 0x8080808080808080;

    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23,
        1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31, 1e32, 1e33, 1e34, 1e35, 1e36, 1e37, 1e38, 1e39, 1e40, 1e41, 1e42, 1e43, 1e44, 1e45, 1e46,
        1e47, 1e48, 1e49, 1e50, 1e51, 1e52, 1e53, 1e54, 1e55, 1e56, 1e57, 1e58, 1e59, 1e60,
    ];

    private static ReadOnlySpan<ulong> SmallPowers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>Reads a whole text as a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out float value) =>
        (ReadPrefix(text, out value) == text.Length && text.Length > 0)
        || float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads the number that a text begins with, unless it takes the library to round it.</summary>
    /// <param name="text">Begins with the number; what follows it is not looked at, and must be no part of a number.</param>
    /// <param name="value">A finite number.</param>
    /// <returns>The length of the number; 0 where it is none, or one for the library.</returns>
    public static int ReadPrefix(ReadOnlySpan<byte> text, out float value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return 0;
        }

        // Signs come as they like, so that nothing branches on them.
        int isNegative = text[0] == '-' ? 1 : 0;
        int begin = isNegative | (text[0] == '+' ? 1 : 0);
        int at = begin;
        ulong digits = 0;
        at = ReadDigits(text, at, ref digits);
        int count = at - begin;
        int exponent = 0;
        if (at < text.Length && text[at] == '.')
        {
            int point = ++at;
            at = ReadDigits(text, at, ref digits);
            exponent = point - at;
            count -= exponent;
        }

        if (count == 0)
        {
            return 0;
        }

        if (count > MostDigits)
        {
            digits = ReadLong(text[begin..at], out exponent);
        }

        if (at < text.Length && (text[at] | 0x20) == 'e' && !ReadExponent(text, ref at, ref exponent))
        {
            return 0;
        }

        bool isRounded = Round(digits, exponent, out float magnitude);
        value = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(magnitude) | ((uint)isNegative << 31));
        return isRounded ? at : 0;
    }

    /// <summary>Reads digits as far as there are any; more than fit make nonsense of the number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadDigits(ReadOnlySpan<byte> text, int at, ref ulong digits)
    {
        ulong number = digits;
        while (at + sizeof(ulong) <= text.Length)
        {
            // Digits become 0 to 9; the highest bit of each other byte is set in the mask, of which the lowest counts.
            ulong eight = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) ^ ZeroDigits;
            ulong others = (((eight & ~HighestBits) + (HighestBits - 0x0A0A0A0A0A0A0A0A)) | eight) & HighestBits;
            if (others == 0)
            {
                number = (number * 100_000_000) + EightDigits(eight);
                at += sizeof(ulong);
                continue;
            }

            // As many zeros before the digits as are missing; shifted in two steps, since there may be none.
            int count = BitOperations.TrailingZeroCount(others) >> 3;
            digits = (number * SmallPowers[count]) + EightDigits(eight << (4 * (8 - count)) << (4 * (8 - count)));
            return at + count;
        }

        for (uint digit; at < text.Length && (digit = text[at] - (uint)'0') <= 9; at++)
        {
            number = (number * 10) + digit;
        }

        digits = number;
        return at;
    }

    /// <summary>The number of eight digits, from 0 to 9 with the first in the lowest byte: pairs, then pairs of pairs, then both halves.</summary>
    private static ulong EightDigits(ulong eight)
    {
        eight = (eight * 10) + (eight >> 8);
        ulong first = (eight & 0x000000FF_000000FF) * (100 + (1_000_000UL << 32));
        ulong second = ((eight >> 16) & 0x000000FF_000000FF) * (1 + (10_000UL << 32));
        return (first + second) >> 32;
    }

    /// <summary>Reads a number of more digits than fit: leading zeros count for nothing, and so does what comes after the 19th of the others.</summary>
    /// <param name="text">Digits, with a point among them or not.</param>
    /// <param name="exponent">The power of ten that they are to be multiplied with.</param>
    /// <returns>The first 19.</returns>
    private static ulong ReadLong(ReadOnlySpan<byte> text, out int exponent)
    {
        ulong digits = 0;
        exponent = 0;
        int count = 0;
        bool isFraction = false;
        foreach (byte character in text)
        {
            if (character == '.')
            {
                isFraction = true;
                continue;
            }

            bool fits = count < MostDigits;
            if (fits)
            {
                digits = (digits * 10) + (character - (uint)'0');
                count += digits > 0 ? 1 : 0;
            }

            exponent += (fits ? 0 : 1) - (isFraction ? 1 : 0);
        }

        return digits;
    }

    private static bool ReadExponent(ReadOnlySpan<byte> text, ref int at, ref int exponent)
    {
        at++;
        bool isNegative = false;
        if (at < text.Length && (text[at] == '-' || text[at] == '+'))
        {
            isNegative = text[at++] == '-';
        }

        int begin = at;
        int power = 0;
        for (uint digit; at < text.Length && at - begin <= LongestExponent && (digit = text[at] - (uint)'0') <= 9; at++)
        {
            power = (power * 10) + (int)digit;
        }

        exponent += isNegative ? -power : power;
        return at > begin && at - begin <= LongestExponent;
    }

    private static bool Round(ulong digits, int exponent, out float value)
    {
        value = 0;
        if (digits == 0)
        {
            return true;
        }

        if (exponent is < -LargestPower or > LargestPower)
        {
            return false;
        }

        double number = exponent < 0 ? digits / Powers[-exponent] : digits * Powers[exponent];
        ulong discarded = BitConverter.DoubleToUInt64Bits(number) & Discarded;
        if (discarded - (Midpoint - Margin) <= 2 * Margin || number < Least || number > Most)
        {
            return false;
        }

        value = (float)number;
        return true;
    }
}
