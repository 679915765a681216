namespace NetDsl.Evaluation;

/// <summary>Of what the cells of a confusion matrix are shares: scikit-learn's normalize.</summary>
public enum ConfusionNormalization
{
    /// <summary>Of the samples of the actual class, so that rows sum to 1 and the diagonal is the recall: "true".</summary>
    Actual,

    /// <summary>Of the samples taken for the predicted class, so that columns sum to 1 and the diagonal is the precision: "pred".</summary>
    Predicted,

    /// <summary>Of all samples: "all".</summary>
    All,
}
