namespace NetDsl.Data;

/// <summary>What becomes of rows whose label is none of the known classes.</summary>
public enum OtherLabels
{
    /// <summary>They are an error.</summary>
    Error,

    /// <summary>They are left out, and so are those without a label.</summary>
    Drop,
}
