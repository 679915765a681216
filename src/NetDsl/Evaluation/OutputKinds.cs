namespace NetDsl.Evaluation;

/// <summary>How the outputs of a network are read, and so which metrics apply to it.</summary>
[Flags]
public enum OutputKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>One probability: of the second of two classes.</summary>
    Binary = 1,

    /// <summary>Several probabilities, each of a label that a sample has or has not.</summary>
    MultiLabel = 2,

    /// <summary>The probabilities of classes, which sum to 1.</summary>
    Categorical = 4,

    /// <summary>One value of any size.</summary>
    Value = 8,

    /// <summary>Several values.</summary>
    Values = 16,

    /// <summary>Decisions.</summary>
    Decisions = Binary | MultiLabel | Categorical,

    /// <summary>One number that ranks samples: one output, or that of one class among several.</summary>
    Score = Binary | Categorical | Value,

    /// <summary>Every network.</summary>
    Any = Decisions | Value | Values,
}
