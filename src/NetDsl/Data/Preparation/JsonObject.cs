using System.Text.Json;

namespace NetDsl.Data;

/// <summary>The properties of an object in JSON that comes from a file: what is missing or of another kind is an error that names it.</summary>
internal readonly struct JsonObject
{
    private readonly JsonElement element;
    private readonly string what;

    /// <param name="element">The object.</param>
    /// <param name="what">What it is, for errors.</param>
    /// <exception cref="FormatException">It is no object.</exception>
    public JsonObject(JsonElement element, string what)
    {
        this.element = element.ValueKind == JsonValueKind.Object ? element : throw new FormatException($"{what} is no object");
        this.what = what;
    }

    /// <summary>Writes a list of whole numbers.</summary>
    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<int> numbers)
    {
        writer.WriteStartArray(name);
        foreach (int number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a list of names.</summary>
    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> names)
    {
        writer.WriteStartArray(name);
        foreach (string text in names)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    /// <summary>A list of finite numbers.</summary>
    public static double[] Doubles(JsonElement element, string name) => [.. Items(element, name).Select(item =>
        item.ValueKind == JsonValueKind.Number && item.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"'{name}' holds something that is no finite number"))];

    /// <summary>A list of names.</summary>
    public static string[] Texts(JsonElement element, string name) => [.. Items(element, name).Select(item =>
        item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new FormatException($"'{name}' holds something that is no text"))];

    /// <summary>Whether there is a property.</summary>
    public bool Has(string name) => this.element.TryGetProperty(name, out _);

    /// <summary>All properties.</summary>
    public IEnumerable<JsonProperty> Properties() => this.element.EnumerateObject();

    /// <summary>An object that must be there.</summary>
    public JsonObject Object(string name) => this.element.TryGetProperty(name, out JsonElement value)
        ? new JsonObject(value, $"'{name}'")
        : throw new FormatException($"{this.what} has no '{name}'");

    /// <summary>A list that must be there.</summary>
    public JsonElement[] Array(string name) => this.element.TryGetProperty(name, out JsonElement value)
        ? [.. Items(value, name)]
        : throw new FormatException($"{this.what} has no '{name}'");

    /// <summary>A text, or null where there is none.</summary>
    public string? Text(string name) => !this.element.TryGetProperty(name, out JsonElement value)
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"'{name}' is no text");

    /// <summary>Whether something is so; not, where nothing is said.</summary>
    public bool Flag(string name) => this.element.TryGetProperty(name, out JsonElement value) && (value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"'{name}' is neither true nor false"),
    });

    /// <summary>A list of whole numbers from 0, or null where there is none.</summary>
    public int[]? Numbers(string name) => !this.element.TryGetProperty(name, out JsonElement value)
        ? null
        : [.. Items(value, name).Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int number) && number >= 0
            ? number
            : throw new FormatException($"'{name}' holds something that is no whole number from 0"))];

    /// <summary>A list of names, or null where there is none.</summary>
    public string[]? Texts(string name) => this.element.TryGetProperty(name, out JsonElement value) ? Texts(value, name) : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray()
        : throw new FormatException($"'{name}' is no list");
}
