using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>The state of an optimiser that changes each parameter value by itself, so that threads can share a step.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal abstract class ElementwiseState<T> : OptimizerState<T>, IStageRunner
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// The elements a thread takes at once: whole pages of single precision, so that no two threads write to one cache line.
    /// </summary>
    private const int BlockLength = 1024;

    /// <summary>
    /// Below so many elements the calling thread does the step alone: Adam takes some 0.3 ns an element, so half of them last about as
    /// long as it takes to hand work to a second thread and to wait for it.
    /// </summary>
    private const int SharedLength = 32 * BlockLength;

    private readonly ThreadTeam team;
    private ParameterSet<T> gradients;

    /// <summary>A state before the first step.</summary>
    /// <param name="optimizer">The settings.</param>
    /// <param name="parameters">The parameters that a step changes.</param>
    /// <param name="threads">The threads that share a step.</param>
    /// <param name="slots">The names of what is remembered for each parameter value.</param>
    protected ElementwiseState(Optimizer optimizer, ParameterSet<T> parameters, int threads, IReadOnlyList<string> slots)
        : base(optimizer, parameters, slots)
    {
        this.team = ThreadTeam.OfSize(threads);
        this.IsShared = threads > 1 && this.TrainableLength >= SharedLength;
        this.gradients = parameters;
    }

    /// <summary>Whether several threads share a step, each with blocks that begin on a cache line.</summary>
    protected bool IsShared { get; }

    void IStageRunner.RunStage(int stage, int begin, int end) => this.Update(
        this.gradients, begin * BlockLength, Math.Min(end * BlockLength, this.TrainableLength));

    /// <inheritdoc/>
    protected sealed override void Change(ParameterSet<T> gradients)
    {
        this.gradients = gradients;
        this.BeginStep(gradients, this.LearningRate, this.Steps + 1);
        int length = this.TrainableLength;
        if (this.IsShared)
        {
            this.team.Run(this, 0, (length + BlockLength - 1) / BlockLength);
        }
        else
        {
            this.Update(gradients, 0, length);
        }
    }

    /// <summary>Computes what is the same for all elements of a step.</summary>
    /// <param name="gradients">The gradient, in the layout of the parameters.</param>
    /// <param name="learningRate">How far the step goes.</param>
    /// <param name="step">Its number, from 1.</param>
    protected abstract void BeginStep(ParameterSet<T> gradients, double learningRate, long step);

    /// <summary>Changes a range of the flat storage. Ranges do not depend on each other and may run at the same time.</summary>
    /// <param name="gradients">The gradient, in the layout of the parameters.</param>
    /// <param name="begin">The first element.</param>
    /// <param name="end">One past the last element.</param>
    protected abstract void Update(ParameterSet<T> gradients, int begin, int end);
}
