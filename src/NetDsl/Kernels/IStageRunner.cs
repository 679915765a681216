namespace NetDsl.Kernels;

/// <summary>Work that comes in numbered stages of independent items.</summary>
public interface IStageRunner
{
    /// <summary>Does items [begin, end) of one stage; called from several threads, never twice for one item.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">One past the last item.</param>
    void RunStage(int stage, int begin, int end);
}
