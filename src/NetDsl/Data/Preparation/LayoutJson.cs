using System.Globalization;
using System.Text.Json;

namespace NetDsl.Data;

/// <summary>The layout of rows as an object in JSON; weights are not part of it.</summary>
internal static class LayoutJson
{
    private const string FeatureShape = "featureShape";
    private const string FeatureNames = "featureNames";
    private const string Categories = "categories";
    private const string MayMiss = "mayMissFeatures";
    private const string TargetShape = "targetShape";
    private const string TargetNames = "targetNames";
    private const string Classes = "classes";
    private const string LabelName = "labelName";

    /// <summary>Writes a layout.</summary>
    public static void Write(Utf8JsonWriter writer, RowLayout layout)
    {
        writer.WriteStartObject();
        JsonObject.Write(writer, FeatureShape, layout.FeatureShape);
        WriteNames(writer, FeatureNames, layout.FeatureNames);
        if (layout.Categories.Count > 0)
        {
            writer.WriteStartObject(Categories);
            foreach ((int place, IReadOnlyList<string> names) in layout.Categories.OrderBy(entry => entry.Key))
            {
                JsonObject.Write(writer, place.ToString(CultureInfo.InvariantCulture), names);
            }

            writer.WriteEndObject();
        }

        if (layout.MayMissFeatures)
        {
            writer.WriteBoolean(MayMiss, true);
        }

        JsonObject.Write(writer, TargetShape, layout.TargetShape);
        WriteNames(writer, TargetNames, layout.TargetNames);
        WriteNames(writer, Classes, layout.Classes);
        if (layout.LabelName is { } label)
        {
            writer.WriteString(LabelName, label);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a layout.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="ArgumentException">Its shapes and names do not fit each other.</exception>
    public static RowLayout Read(JsonObject json)
    {
        RowLayout layout = new()
        {
            FeatureShape = json.Numbers(FeatureShape) ?? throw new FormatException($"the layout has no '{FeatureShape}'"),
            FeatureNames = json.Texts(FeatureNames),
            Categories = json.Has(Categories) ? ReadCategories(json.Object(Categories)) : new Dictionary<int, IReadOnlyList<string>>(),
            MayMissFeatures = json.Flag(MayMiss),
            TargetShape = json.Numbers(TargetShape) ?? throw new FormatException($"the layout has no '{TargetShape}'"),
            TargetNames = json.Texts(TargetNames),
            Classes = json.Texts(Classes),
            LabelName = json.Text(LabelName),
        };
        layout.Check();
        return layout;
    }

    private static void WriteNames(Utf8JsonWriter writer, string key, IReadOnlyList<string>? names)
    {
        if (names is not null)
        {
            JsonObject.Write(writer, key, names);
        }
    }

    private static Dictionary<int, IReadOnlyList<string>> ReadCategories(JsonObject json)
    {
        Dictionary<int, IReadOnlyList<string>> categories = [];
        foreach (JsonProperty entry in json.Properties())
        {
            bool isPlace = int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int place);
            if (!isPlace || !categories.TryAdd(place, JsonObject.Texts(entry.Value, entry.Name)))
            {
                throw new FormatException($"'{Categories}' has '{entry.Name}', which is no place of a feature or comes twice");
            }
        }

        return categories;
    }
}
