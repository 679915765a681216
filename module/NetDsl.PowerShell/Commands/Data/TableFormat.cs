namespace NetDsl.PowerShell;

/// <summary>What the name of a table's file says about it.</summary>
internal static class TableFormat
{
    /// <summary>What stands between two cells: a tab in .tsv, packed or not, otherwise a comma.</summary>
    /// <param name="file">The file.</param>
    public static char DelimiterOf(string file)
    {
        string name = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        return name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
    }
}
