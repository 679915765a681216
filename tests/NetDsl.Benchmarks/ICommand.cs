namespace NetDsl.Benchmarks;

/// <summary>Something that this program can be asked to do.</summary>
internal interface ICommand
{
    /// <summary>The first argument of a call.</summary>
    string Name { get; }

    /// <summary>How to call it, and what it does: lines of the help text.</summary>
    string Usage { get; }

    /// <summary>The options that have a value.</summary>
    IReadOnlyList<string> Options => [];

    /// <summary>The options that are there or not.</summary>
    IReadOnlyList<string> Switches => [];

    /// <summary>Reads the arguments.</summary>
    /// <param name="line">What was given.</param>
    /// <returns>What they ask for.</returns>
    /// <exception cref="UsageException">They are not what the command takes.</exception>
    Action Read(CommandLine line);
}
