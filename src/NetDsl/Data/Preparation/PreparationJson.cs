using System.Text;
using System.Text.Json;

namespace NetDsl.Data;

/// <summary>A preparation as text: an object with "source", the layout of the rows, and "steps", a list.</summary>
internal static class PreparationJson
{
    private const string Source = "source";
    private const string Steps = "steps";
    private const string Kind = "step";
    private const string Columns = "columns";
    private const string Numbers = "numbers";
    private const string Names = "names";

    /// <summary>Writes a preparation.</summary>
    public static string Write(Preparation preparation)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(Source);
            LayoutJson.Write(writer, preparation.Source);
            writer.WriteStartArray(Steps);
            foreach (FittedStep step in preparation.Steps)
            {
                Write(writer, step.State);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a preparation.</summary>
    /// <exception cref="FormatException">The text is none; the message says what is wrong.</exception>
    public static Preparation Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonObject root = new(document.RootElement, "the preparation");
            RowLayout source = LayoutJson.Read(root.Object(Source));
            JsonElement[] steps = root.Array(Steps);
            if (steps.Length is 0 or > Preparation.MostSteps)
            {
                throw new FormatException($"there are {steps.Length} steps; a preparation has 1 to {Preparation.MostSteps}");
            }

            RowLayout layout = source;
            List<FittedStep> fitted = [];
            foreach (JsonElement element in steps)
            {
                FittedStep step = FittedSteps.Create(ReadState(element), layout);
                layout = step.LayoutAfter(layout);
                fitted.Add(step);
            }

            return new Preparation(source, fitted);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The preparation cannot be read: {error.Message.TrimEnd('.')}.", error);
        }
    }

    private static void Write(Utf8JsonWriter writer, StepState state)
    {
        writer.WriteStartObject();
        writer.WriteString(Kind, state.Kind);
        if (state.Columns is { } columns)
        {
            JsonObject.Write(writer, Columns, columns);
        }

        writer.WriteStartObject(Numbers);
        foreach ((string name, double[] numbers) in state.Numbers)
        {
            writer.WriteStartArray(name);
            foreach (double number in numbers)
            {
                writer.WriteNumberValue(number);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartObject(Names);
        foreach ((string name, string[] names) in state.Names)
        {
            JsonObject.Write(writer, name, names);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static StepState ReadState(JsonElement element)
    {
        JsonObject step = new(element, "a step");
        StepState state = new(step.Text(Kind) ?? throw new FormatException("a step has no name")) { Columns = step.Numbers(Columns) };
        foreach (JsonProperty entry in step.Object(Numbers).Properties())
        {
            state.Numbers[entry.Name] = JsonObject.Doubles(entry.Value, entry.Name);
        }

        foreach (JsonProperty entry in step.Object(Names).Properties())
        {
            state.Names[entry.Name] = JsonObject.Texts(entry.Value, entry.Name);
        }

        return state;
    }
}
