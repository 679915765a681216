using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Emission;

/// <summary>Names the files of a network, so that no two networks of a program share one.</summary>
internal static class HintNames
{
    /// <summary>The namespace, the types around the network and its name.</summary>
    public static string Of(NetworkSpec spec)
    {
        IEnumerable<string> containers = spec.ContainingTypes.Select(header => header.Split(' ').Last());
        return string.Join(".", new[] { spec.Namespace }.Concat(containers).Append(spec.TypeName).Where(part => part.Length > 0));
    }
}
