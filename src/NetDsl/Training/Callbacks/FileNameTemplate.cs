using System.Globalization;
using System.Text.RegularExpressions;

namespace NetDsl.Training;

/// <summary>A path in which values of an epoch stand as <c>{epoch:000}</c> and <c>{val_loss:0.000}</c>.</summary>
/// <param name="text">The path.</param>
internal sealed partial class FileNameTemplate(string text)
{
    private const string EpochKey = "epoch";

    /// <summary>Reports a field that a training does not have.</summary>
    /// <param name="history">What it has.</param>
    /// <exception cref="ArgumentException">A field is not known, or its format is none.</exception>
    public void Require(History history)
    {
        foreach (Match field in Field().Matches(text))
        {
            string key = field.Groups["key"].Value;
            if (key != EpochKey && !history.Keys.Contains(key))
            {
                throw new ArgumentException(
                    $"The file name '{text}' asks for '{key}', which this training does not have. It has: {EpochKey}, {string.Join(", ", history.Keys)}.");
            }

            try
            {
                Text(field, 0);
            }
            catch (FormatException)
            {
                throw new ArgumentException($"The file name '{text}' has a format that is none for a number: '{field.Value}'.");
            }
        }
    }

    /// <summary>The path of an epoch.</summary>
    /// <param name="number">The epoch's number.</param>
    /// <param name="epoch">Its values.</param>
    public string For(int number, EpochLog epoch) => Field().Replace(
        text, field => field.Groups["key"].Value is var key && key == EpochKey ? Text(field, number) : Text(field, epoch[key]));

    private static string Text(Match field, IFormattable value) =>
        value.ToString(field.Groups["format"] is { Success: true } format ? format.Value : null, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<key>[A-Za-z_][A-Za-z0-9_]*)(:(?<format>[^{}]+))?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
