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

    /// <summary>One score that is no probability, such as a margin: above its threshold it stands for the second of two classes.</summary>
    BinaryScore = 32,

    /// <summary>Several scores that are no probabilities, each of a label that a sample has or has not.</summary>
    LabelScores = 64,

    /// <summary>A score for each class that is no probability; the largest decides.</summary>
    ClassScores = 128,

    /// <summary>Probabilities.</summary>
    Probabilities = Binary | MultiLabel | Categorical,

    /// <summary>A decision between classes, of which a sample has one.</summary>
    Classes = Binary | Categorical | BinaryScore | ClassScores,

    /// <summary>One output for each class.</summary>
    OutputPerClass = Categorical | ClassScores,

    /// <summary>Several labels, of which a sample may have any number.</summary>
    Labels = MultiLabel | LabelScores,

    /// <summary>Decisions.</summary>
    Decisions = Classes | Labels,

    /// <summary>One number that ranks samples: one output, or that of one class among several.</summary>
    Score = Classes | Value,

    /// <summary>Every network.</summary>
    Any = Decisions | Value | Values,
}
