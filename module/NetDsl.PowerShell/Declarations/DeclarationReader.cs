using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>
/// Reads a model that is declared as data: an object with the keys name, inputShape, loss, precision and layers, a list of objects with
/// the key kind and, by their names, what the layer is given. Upper and lower case are the same.
/// </summary>
internal static class DeclarationReader
{
    private const string NameKey = "name";
    private const string InputShapeKey = "inputShape";
    private const string LossKey = "loss";
    private const string PrecisionKey = "precision";
    private const string LayersKey = "layers";
    private const string KindKey = "kind";

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The model of a hashtable, an object or a JSON text.</summary>
    /// <param name="declaration">What declares it.</param>
    /// <exception cref="CommandErrorException">It has a mistake; the message names its path.</exception>
    public static ModelDeclaration Read(object? declaration) =>
        (declaration is PSObject wrapped ? wrapped.BaseObject : declaration) is string json
            ? ReadJson(json)
            : Read(new DeclarationValue(string.Empty, declaration));

    /// <summary>The model of a JSON file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CommandErrorException">It has a mistake; the message names file and path.</exception>
    public static ModelDeclaration ReadFile(string path)
    {
        try
        {
            return ReadJson(File.ReadAllText(path)).In(path);
        }
        catch (CommandErrorException error)
        {
            ErrorRecord record = error.ErrorRecord;
            throw new CommandErrorException(
                record.FullyQualifiedErrorId, record.CategoryInfo.Category, record.TargetObject, $"{path}: {error.Message}", error);
        }
    }

    private static ModelDeclaration ReadJson(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Options);
            return Read(new DeclarationValue(string.Empty, document.RootElement));
        }
        catch (JsonException error)
        {
            throw new CommandErrorException(
                "InvalidJson",
                ErrorCategory.ParserError,
                json,
                FormattableString.Invariant($"Line {error.LineNumber + 1} of the JSON text: {Reason(error)}"),
                error);
        }
    }

    // The rest of the message is the place, counted from 0.
    private static string Reason(JsonException error) => error.Message.Split(" LineNumber:")[0];

    private static ModelDeclaration Read(DeclarationValue declaration)
    {
        IReadOnlyDictionary<string, DeclarationValue> members = declaration.Members();
        RefuseOthers(members, [NameKey, InputShapeKey, LossKey, PrecisionKey, LayersKey], "A declaration");
        string name = (string)Required(declaration, members, NameKey).As(typeof(string));
        Precision precision = members.TryGetValue(PrecisionKey, out DeclarationValue? element)
            ? (Precision)element.As(typeof(Precision))
            : Precision.Single;
        DeclaredPart[] layers = [.. ItemsOf(Required(declaration, members, LayersKey)).Select(ReadLayer)];
        DeclaredPart? input = members.TryGetValue(InputShapeKey, out DeclarationValue? shape) ? ReadInput(shape) : null;
        DeclaredPart? loss = members.TryGetValue(LossKey, out DeclarationValue? small)
            ? new DeclaredPart(new AttributeDeclaration("Loss", small.As(typeof(Loss))), small.Path)
            : null;
        return ModelDeclaration.Of(name, precision, new DeclaredEnds(input, loss, InputShapeKey, LossKey), layers);
    }

    private static DeclaredPart ReadInput(DeclarationValue shape)
    {
        IEnumerable<object> extents = ItemsOf(shape).Select(extent => extent.As(typeof(int)));
        return new DeclaredPart(new AttributeDeclaration("Input", extents), shape.Path);
    }

    // PowerShell makes no list of a single thing.
    private static IReadOnlyList<DeclarationValue> ItemsOf(DeclarationValue value) => value.IsList ? value.Items() : [value];

    private static DeclaredPart ReadLayer(DeclarationValue layer)
    {
        IReadOnlyDictionary<string, DeclarationValue> members = layer.Members();
        DeclarationValue kind = Required(layer, members, KindKey);
        string name = (string)kind.As(typeof(string));
        LayerKeyword keyword = LayerKeyword.Find(name)
            ?? throw kind.Error(LayerKeyword.NotFound(name));
        RefuseOthers(members, [KindKey, .. keyword.Parameters.Select(parameter => Key(parameter.Name))], keyword.Name);
        Hashtable values = new(StringComparer.OrdinalIgnoreCase);
        foreach (LayerParameter parameter in keyword.Parameters)
        {
            if (members.TryGetValue(parameter.Name, out DeclarationValue? value))
            {
                values[parameter.Name] = ReadArgument(parameter, value);
            }
            else if (parameter.IsRequired)
            {
                throw Missing(layer, Key(parameter.Name), keyword.Name);
            }
        }

        string place = $"{layer.Path} ({keyword.Name})";
        return new DeclaredPart(keyword.ToAttribute(values, place), place);
    }

    private static object ReadArgument(LayerParameter parameter, DeclarationValue value)
    {
        if (!value.IsList)
        {
            return value.As(parameter.ValueType);
        }

        object[] values = [.. value.Items().Select(item => item.As(parameter.ValueType))];
        bool isCount = parameter.Counts.Count == 0 ? values.Length > 0 : parameter.Counts.Contains(values.Length);
        string counts = parameter.Counts.Count == 0 ? "at least 1" : string.Join(" or ", parameter.Counts);
        string problem = FormattableString.Invariant($"there are {values.Length} values, where {counts} can be.");
        return isCount ? values : throw value.Error(problem);
    }

    private static void RefuseOthers(IReadOnlyDictionary<string, DeclarationValue> members, string[] known, string owner)
    {
        if (members.FirstOrDefault(member => !known.Contains(member.Key, StringComparer.OrdinalIgnoreCase)).Value is { } unknown)
        {
            throw unknown.Error($"there is no such key. {owner} has: {string.Join(", ", known)}.");
        }
    }

    private static DeclarationValue Required(DeclarationValue owner, IReadOnlyDictionary<string, DeclarationValue> members, string key) =>
        members.GetValueOrDefault(key) ?? throw Missing(owner, key, owner.Path.Length == 0 ? "a declaration" : "a layer");

    private static CommandErrorException Missing(DeclarationValue owner, string key, string what) =>
        new DeclarationValue(owner.Path.Length == 0 ? key : $"{owner.Path}.{key}", null).Error($"it is missing; {what} needs it.");

    // As JSON has names.
    private static string Key(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
