using System.Globalization;
using System.Text;

namespace NetDsl.Data.Hdf5;

/// <summary>
/// Lists of names as PyTables keeps them in attributes: Python's pickle, protocol 0, of lists and tuples of texts and whole numbers. Nothing
/// else of that format is understood, and nothing is ever run.
/// </summary>
internal static class PickledNames
{
    /// <summary>The names and numbers in a pickle, those of inner lists as lists; null where it is anything else.</summary>
    /// <param name="text">The pickle.</param>
    public static List<object>? Read(string text)
    {
        Stack<List<object>> open = new();
        List<object> current = [];
        int place = 0;
        while (place < text.Length)
        {
            char code = text[place++];
            switch (code)
            {
                case '(':
                    // A mark, at which a tuple or a list begins.
                    open.Push(current);
                    current = [];
                    break;
                case 'l' or 't' when open.TryPop(out List<object>? outer):
                    outer.Add(current);
                    current = outer;
                    break;
                case 'V' or 'S':
                    current.Add(Unescape(Line(text, ref place)));
                    break;
                case 'I' or 'L' when long.TryParse(Line(text, ref place).TrimEnd('L'), CultureInfo.InvariantCulture, out long number):
                    current.Add(number);
                    break;
                case 'p':
                    Line(text, ref place);
                    break;
                case 'a' when current is [.., List<object> list, object item]:
                    current.RemoveAt(current.Count - 1);
                    list.Add(item);
                    break;
                case '.':
                    return open.Count == 0 && current is [List<object> whole] ? whole : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The names in a pickle of a list of them; null where it is none.</summary>
    /// <param name="text">The pickle.</param>
    public static string[]? ReadList(string text) => Read(text) is { } list && list.All(item => item is string or long)
        ? [.. list.Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)!)]
        : null;

    private static string Line(string text, ref int place)
    {
        int end = text.IndexOf('\n', place);
        string line = end < 0 ? text[place..] : text[place..end];
        place = end < 0 ? text.Length : end + 1;
        return line;
    }

    /// <summary>Python writes what is not Latin-1, the line's end and the backslash as \uXXXX.</summary>
    private static string Unescape(string line)
    {
        StringBuilder result = new();
        for (int i = 0; i < line.Length; i++)
        {
            int digits = i + 1 >= line.Length || line[i] != '\\' ? 0 : line[i + 1] switch { 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0 && i + 2 + digits <= line.Length
                && int.TryParse(line.AsSpan(i + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int point)
                && (digits == 4 || Rune.IsValid(point)))
            {
                result.Append(digits == 4 ? ((char)point).ToString() : new Rune(point).ToString());
                i += 1 + digits;
            }
            else
            {
                result.Append(line[i]);
            }
        }

        return result.ToString();
    }
}
