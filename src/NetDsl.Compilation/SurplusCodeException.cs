namespace NetDsl.Compilation;

/// <summary>A source that was to declare networks and nothing else, and does more.</summary>
public sealed class SurplusCodeException : Exception
{
    internal SurplusCodeException(string surplus)
        : base(
            $"The source is more than a declaration of networks: {surplus}. Only using directives, namespaces and partial classes without " +
            "members, with attributes of NetDsl whose arguments are constants, may stand in it.")
    {
    }
}
