namespace NetDsl.PowerShell;

/// <summary>Guesses which name was meant by a mistyped one.</summary>
internal static class NearestName
{
    /// <summary>Of so many letters of a name one may be wrong, missing or too much: more would make a guess of chance.</summary>
    private const int LettersPerMistake = 4;

    /// <summary>The name that differs least from what was typed, in any case; null where all differ much.</summary>
    /// <param name="names">The names.</param>
    /// <param name="typed">What was typed.</param>
    public static string? Among(IEnumerable<string> names, string typed)
    {
        (string? name, int distance) = names
            .Select(name => (Name: (string?)name, Distance: Distance(name.ToUpperInvariant(), typed.ToUpperInvariant())))
            .MinBy(candidate => candidate.Distance);
        return name is not null && distance * LettersPerMistake <= Math.Max(name.Length, typed.Length) ? name : null;
    }

    // The letters to change, add or take away (Levenshtein 1966), row by row of the table.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
