using NetDsl.Generators.Planning;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the loops of steps that compute by channel: over places, over runs of channels, and over blocks of vectors along a run.</summary>
internal sealed class ChannelLoops(SourceWriter writer, EquatableArray<Loop> places, ChannelRun channels, VectorSyntax syntax)
{
    /// <summary>Writes the loops over the places around a body; braces where there is only one place.</summary>
    public void Places(Action body)
    {
        if (places.Count == 0)
        {
            writer.Open("");
            body();
            writer.Close();
            return;
        }

        this.Nest("i", places, body);
    }

    /// <summary>Writes the loops over the runs of channels around a body.</summary>
    public void Groups(Action body) => this.Nest("g", channels.Groups, body);

    /// <summary>
    /// Writes a body for each block of vectors along a run, in a loop where there are several; the last block may have fewer.
    /// </summary>
    /// <param name="vectors">The most vectors of a block.</param>
    /// <param name="body">What is written, given the first column and the vectors.</param>
    public void Blocks(int vectors, Action<string, int> body) => Blocks(writer, channels.Stored / syntax.Lanes, vectors, syntax.Lanes, body);

    /// <summary>The same for so many vectors of so many lanes.</summary>
    public static void Blocks(SourceWriter writer, int total, int vectors, int lanes, Action<string, int> body)
    {
        int width = vectors * lanes;
        int whole = total / vectors;
        if (whole > 0)
        {
            writer.Open(whole == 1 ? "" : $"for (nint c = 0; c < {Text(whole * width)}; c += {Text(width)})");
            body(whole == 1 ? "0" : "c", vectors);
            writer.Close();
            writer.Line();
        }

        if (total % vectors > 0)
        {
            writer.Open("");
            body(Text(whole * width), total % vectors);
            writer.Close();
            writer.Line();
        }
    }

    /// <summary>A place in a tensor: a column of a run at a place of a sample.</summary>
    /// <param name="operand">The tensor.</param>
    /// <param name="place">How it moves from place to place; null where it has none.</param>
    /// <param name="group">How it moves from run to run.</param>
    public string At(Operand operand, Func<Loop, int>? place, Func<Loop, int> group) => Addresses.Of(
        operand,
        "sample",
        [
            .. place is null ? [] : places.Select((loop, i) => Times("i" + Text(i), place(loop))),
            .. channels.Groups.Select((loop, i) => Times("g" + Text(i), group(loop))),
        ]);

    /// <summary>The offset of a vector of a block.</summary>
    public string Along(string column, int vector) => Sum(column, vector * syntax.Lanes);

    /// <summary>An expression plus a constant.</summary>
    public static string Sum(string column, int offset) =>
        offset == 0 ? column : column == "0" ? Text(offset) : $"{column} + {Text(offset)}";

    private void Nest(string variable, EquatableArray<Loop> loops, Action body)
    {
        for (int i = 0; i < loops.Count; i++)
        {
            string name = variable + Text(i);
            writer.Open($"for (nint {name} = 0; {name} < {Text(loops[i].Extent)}; {name}++)");
        }

        body();
        foreach (Loop _ in loops)
        {
            writer.Close();
        }
    }
}
