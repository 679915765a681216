using System.Text;
using NetDsl.Data;

namespace Lecture;

/// <summary>Draws images with characters.</summary>
internal static class Drawing
{
    private const int Size = 32;
    private const string Shades = " .:-=+*#%@";

    /// <summary>Darker pixels are left blank: they are the background of the detector.</summary>
    private const float Background = 0.5f;

    /// <summary>Two images side by side. A character is twice as high as wide, so it stands for the brighter of two pixels.</summary>
    /// <param name="left">32 x 32 pixels from 0 to 1.</param>
    /// <param name="right">As many.</param>
    public static string SideBySide(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        StringBuilder text = new();
        for (int row = 0; row < Size; row += 2)
        {
            text.Append("  ");
            AppendRow(text, left, row);
            text.Append("  |  ");
            AppendRow(text, right, row);
            text.AppendLine();
        }

        return text.ToString();
    }

    /// <summary>Of the first images of a class the one with the most to see.</summary>
    /// <param name="images">The images.</param>
    /// <param name="kind">The class.</param>
    public static ReadOnlySpan<float> Example(Dataset images, int kind)
    {
        const int Candidates = 100;
        IEnumerable<int> rows = Enumerable.Range(0, Math.Min(Candidates, images.Count)).Where(row => images.ClassOf(row) == kind);
        return images.Features(rows.MaxBy(row => images.Features(row).ToArray().Count(pixel => pixel > Background)));
    }

    private static void AppendRow(StringBuilder text, ReadOnlySpan<float> image, int row)
    {
        for (int column = 0; column < Size; column++)
        {
            float brighter = Math.Max(image[(row * Size) + column], image[((row + 1) * Size) + column]);
            float shade = Math.Max(0, (brighter - Background) / (1 - Background));
            text.Append(Shades[(int)(shade * (Shades.Length - 1))]);
        }
    }
}
