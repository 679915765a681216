namespace NetDsl.Compilation;

/// <summary>Compiles a declaration at run time with the generator that the compiler uses.</summary>
public sealed class NetworkCompiler;
