using System.Globalization;
using System.Numerics;
using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>
/// What a part of a training keeps in a checkpoint: numbers, texts, arrays and parameters by name. What is null is not kept, and what was
/// not kept is null. All bits come back.
/// </summary>
public sealed class CheckpointState
{
    private readonly string prefix;
    private readonly Dictionary<string, string> texts;
    private readonly Dictionary<string, SafetensorsTensor> arrays;

    /// <summary>A state that keeps nothing yet.</summary>
    public CheckpointState()
        : this(string.Empty, new(StringComparer.Ordinal), new(StringComparer.Ordinal))
    {
    }

    /// <summary>A state that was kept, or the part of it whose names have a prefix.</summary>
    internal CheckpointState(string prefix, Dictionary<string, string> texts, Dictionary<string, SafetensorsTensor> arrays)
    {
        this.prefix = prefix;
        this.texts = texts;
        this.arrays = arrays;
    }

    /// <summary>Whether nothing is kept.</summary>
    internal bool IsEmpty => !this.texts.Keys.Concat(this.arrays.Keys).Any(key => key.StartsWith(this.prefix, StringComparison.Ordinal));

    /// <summary>All numbers and texts as they are in the file, by name.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Texts => this.texts
        .Where(entry => entry.Key.StartsWith(this.prefix, StringComparison.Ordinal))
        .Select(entry => KeyValuePair.Create(entry.Key[this.prefix.Length..], entry.Value));

    /// <summary>Keeps a whole number.</summary>
    /// <param name="name">Its name, unique within the state.</param>
    /// <param name="value">The number, or null.</param>
    public void Set(string name, long? value) => this.Set(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Keeps a number with all its digits.</summary>
    /// <param name="name">Its name, unique within the state.</param>
    /// <param name="value">The number, or null.</param>
    public void Set(string name, double? value) => this.Set(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Keeps a text.</summary>
    /// <param name="name">Its name, unique within the state.</param>
    /// <param name="value">The text, or null.</param>
    public void Set(string name, string? value)
    {
        if (value is not null)
        {
            this.texts.Add(this.prefix + name, value);
        }
    }

    /// <summary>Keeps an array.</summary>
    /// <param name="name">Its name, unique within the state.</param>
    /// <param name="values">Its values, which are copied.</param>
    public void Set(string name, ReadOnlySpan<float> values) =>
        this.arrays.Add(this.prefix + name, SafetensorsTensor.Create(name, [values.Length], values));

    /// <summary>Keeps an array.</summary>
    /// <param name="name">Its name, unique within the state.</param>
    /// <param name="values">Its values, which are copied.</param>
    public void Set(string name, ReadOnlySpan<double> values) =>
        this.arrays.Add(this.prefix + name, SafetensorsTensor.Create(name, [values.Length], values));

    /// <summary>Keeps the parameters of a network.</summary>
    /// <param name="name">Their name, unique within the state.</param>
    /// <param name="snapshot">The parameters, which are copied, or null.</param>
    public void Set(string name, ParameterSnapshot? snapshot) => snapshot?.Save(this, name);

    /// <summary>A whole number that was kept, or null.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="FormatException">What was kept is no whole number.</exception>
    public long? GetInt64(string name) => this.Get<long>(name, NumberStyles.AllowLeadingSign);

    /// <summary>A number that was kept, or null.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="FormatException">What was kept is no number.</exception>
    public double? GetDouble(string name) => this.Get<double>(name, NumberStyles.Float);

    /// <summary>A text that was kept, or null.</summary>
    /// <param name="name">Its name.</param>
    public string? GetString(string name) => this.texts.GetValueOrDefault(this.prefix + name);

    /// <summary>An array that was kept, or null.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    public T[]? GetArray<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => this.arrays.GetValueOrDefault(this.prefix + name)?.ToArray<T>();

    /// <summary>The parameters of a network that were kept, or null.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="network">The network, which is not changed.</param>
    /// <exception cref="FormatException">What was kept are the parameters of another network.</exception>
    public ParameterSnapshot? GetSnapshot(string name, INetwork network)
    {
        if (this.Part(name).IsEmpty)
        {
            return null;
        }

        ParameterSnapshot snapshot = ParameterSnapshot.Of(network);
        snapshot.Load(this, name);
        return snapshot;
    }

    /// <summary>A part with names of its own.</summary>
    internal CheckpointState Part(string name) => new($"{this.prefix}{name}/", this.texts, this.arrays);

    /// <summary>Keeps parameters, each in its natural shape and order.</summary>
    internal void Set<T>(string name, IEnumerable<Parameter<T>> parameters)
        where T : unmanaged
    {
        foreach (Parameter<T> parameter in parameters)
        {
            this.arrays.Add($"{this.prefix}{name}/{parameter.Name}", ModelFile.ToTensor(parameter));
        }
    }

    /// <summary>The values of parameters that were kept, in their order.</summary>
    /// <exception cref="FormatException">Something else was kept.</exception>
    internal IReadOnlyList<T[]> GetParameters<T>(string name, IEnumerable<Parameter<T>> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        List<T[]> values = [];
        foreach (Parameter<T> parameter in parameters)
        {
            T[]? kept = this.GetArray<T>($"{name}/{parameter.Name}");
            values.Add(kept?.Length == parameter.Count
                ? kept
                : throw new FormatException($"'{name}' has {kept?.Length ?? 0} values of '{parameter.Name}', not {parameter.Count}."));
        }

        return values;
    }

    /// <summary>A whole number that must have been kept.</summary>
    /// <exception cref="FormatException">It was not.</exception>
    internal long RequireInt64(string name) => this.GetInt64(name) ?? throw Missing(name);

    /// <summary>A number that must have been kept.</summary>
    /// <exception cref="FormatException">It was not.</exception>
    internal double RequireDouble(string name) => this.GetDouble(name) ?? throw Missing(name);

    private static FormatException Missing(string name) => new($"'{name}' is missing.");

    private T? Get<T>(string name, NumberStyles style)
        where T : struct, INumberBase<T>
    {
        if (this.GetString(name) is not { } text)
        {
            return null;
        }

        return T.TryParse(text, style, CultureInfo.InvariantCulture, out T value)
            ? value
            : throw new FormatException($"'{name}' is '{text}', which is no such number.");
    }
}
