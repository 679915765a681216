using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>
/// What an optimiser remembers of one network: the steps done and, for each slot (momentum, velocity ...), one value a parameter
/// value. Saving <see cref="Steps"/>, <see cref="LearningRate"/> and <see cref="Slots"/> and setting them again resumes training
/// with the same bits. A step allocates nothing. Not safe from several threads at once.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public abstract class OptimizerState<T> : IStageRunner
    where T : unmanaged
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
    protected OptimizerState(Optimizer optimizer, ParameterSet<T> parameters, int threads, IReadOnlyList<string> slots)
    {
        this.Optimizer = optimizer;
        this.Parameters = parameters;
        this.LearningRate = optimizer.LearningRate;
        this.Slots = slots.ToDictionary(name => name, _ => parameters.CreateLike(), StringComparer.Ordinal);
        this.team = ThreadTeam.OfSize(threads);
        this.IsShared = threads > 1 && parameters.TrainableLength >= SharedLength;
        this.gradients = parameters;
    }

    /// <summary>The settings.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The parameters that a step changes.</summary>
    public ParameterSet<T> Parameters { get; }

    /// <summary>What is remembered for each parameter value, by the names Keras gives it: momentum, velocity ...</summary>
    public IReadOnlyDictionary<string, ParameterSet<T>> Slots { get; }

    /// <summary>How far the next step goes; the optimiser's setting at first.</summary>
    public double LearningRate { get; set; }

    /// <summary>Whether several threads share a step, each with blocks that begin on a cache line.</summary>
    private protected bool IsShared { get; }

    /// <summary>The steps done.</summary>
    public long Steps { get; set; }

    /// <summary>Changes the parameters by one step against the gradient.</summary>
    /// <param name="gradients">The gradient of the loss with respect to each parameter, in the same layout.</param>
    /// <exception cref="ArgumentException">The gradients belong to another network.</exception>
    public void Step(ParameterSet<T> gradients)
    {
        int all = this.Parameters.Values.Length;
        if (gradients.Values.Length != all)
        {
            throw new ArgumentException(
                $"The parameters take {all} elements, the gradients {gradients.Values.Length}: they belong to different networks.",
                nameof(gradients));
        }

        int length = this.Parameters.TrainableLength;
        this.gradients = gradients;
        this.Steps++;
        this.BeginStep();
        if (this.IsShared)
        {
            this.team.Run(this, 0, (length + BlockLength - 1) / BlockLength);
        }
        else
        {
            this.Update(gradients, 0, length);
        }
    }

    void IStageRunner.RunStage(int stage, int begin, int end) => this.Update(
        this.gradients, begin * BlockLength, Math.Min(end * BlockLength, this.Parameters.TrainableLength));

    /// <summary>Computes what is the same for all elements of a step; <see cref="Steps"/> counts this step already.</summary>
    protected abstract void BeginStep();

    /// <summary>Changes a range of the flat storage. Ranges do not depend on each other and may run at the same time.</summary>
    /// <param name="gradients">The gradient, in the layout of the parameters.</param>
    /// <param name="begin">The first element.</param>
    /// <param name="end">One past the last element.</param>
    protected abstract void Update(ParameterSet<T> gradients, int begin, int end);
}
