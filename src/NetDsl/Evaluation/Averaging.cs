namespace NetDsl.Evaluation;

/// <summary>How the figures of several classes become one. Names and definitions are scikit-learn's.</summary>
public enum Averaging
{
    /// <summary>The mean over the classes, each counted alike however seldom it is.</summary>
    Macro,

    /// <summary>One figure of all decisions together: each sample and class is a decision of its own.</summary>
    Micro,

    /// <summary>The mean over the classes, each counted by the weight of the samples that belong to it.</summary>
    Weighted,
}
