using System.Runtime.CompilerServices;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>
/// The buffers of one batch and the code that fills them: forward, loss and backward. Write samples to <see cref="Inputs"/> and, for a
/// loss, targets to <see cref="Targets"/>; then call. Nothing is allocated after construction. Not safe from several threads at once:
/// each takes its own pass over the one network.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public abstract unsafe class NetworkPass<T> : IStageRunner
    where T : unmanaged
{
    private const int KernelTransformStage = 0;
    private const int PrepareStage = 1;
    private const int SampleStage = 2;
    private const int GradientStage = 3;
    private const int GradientTransformStage = 4;
    private const int PenaltyStage = 5;

    // From here on the segments of the sample stage, each followed by the stage that reduces what it left.
    private const int FirstSegmentStage = 6;

    private readonly AlignedMemory<T> arena;
    private readonly AlignedMemory<T> inputs;
    private readonly AlignedMemory<T> outputs;
    private readonly AlignedMemory<T> targets;
    private readonly AlignedMemory<T> sampleWeights;
    private readonly AlignedMemory<T> inputGradients;
    private readonly AlignedMemory<double> losses;
    private readonly ThreadTeam team;
    private readonly RegularizationPenalty<T>? penalty;
    private readonly T* arenaStart;
    private readonly T* parameters;
    private readonly T* gradients;
    private T* inputStart;
    private T* outputStart;

    /// <summary>Called by generated code.</summary>
    /// <param name="network">The network whose parameters are read.</param>
    /// <param name="batchSize">The largest batch.</param>
    /// <param name="threads">The threads that share the work.</param>
    /// <param name="training">Whether gradients will be asked for.</param>
    /// <param name="arenaPerSample">The elements of all buffers that grow with the batch, for one sample.</param>
    /// <param name="arenaShared">The elements of all buffers that do not.</param>
    protected NetworkPass(INetwork<T> network, int batchSize, int threads, bool training, int arenaPerSample, int arenaShared)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        NetworkSummary summary = network.Summary;
        this.Network = network;
        this.BatchSize = batchSize;
        this.Threads = threads;
        this.IsTraining = training;
        this.InputSize = summary.InputSize;
        this.OutputSize = summary.OutputSize;
        this.TargetSize = summary.TargetSize;
        this.team = ThreadTeam.OfSize(threads);
        this.arena = new AlignedMemory<T>(checked((nint)arenaPerSample * batchSize) + arenaShared);
        this.inputs = new AlignedMemory<T>((nint)this.InputSize * batchSize);
        this.outputs = new AlignedMemory<T>((nint)this.OutputSize * batchSize);
        this.targets = new AlignedMemory<T>(training ? (nint)this.TargetSize * batchSize : 0);

        this.sampleWeights = new AlignedMemory<T>(training ? batchSize : 0);
        this.ResetSampleWeights();
        this.inputGradients = new AlignedMemory<T>(training ? (nint)this.InputSize * batchSize : 0);
        this.losses = new AlignedMemory<double>(training ? batchSize : 0);
        this.Gradients = training ? network.Parameters.CreateLike() : new ParameterSet<T>([]);
        this.penalty = training ? RegularizationPenalty<T>.Of(network.Parameters, this.Gradients) : null;
        this.arenaStart = this.arena.Pointer;
        this.inputStart = this.inputs.Pointer;
        this.outputStart = this.outputs.Pointer;
        this.parameters = (T*)Unsafe.AsPointer(ref network.Parameters.Reference);
        this.gradients = (T*)Unsafe.AsPointer(ref this.Gradients.Reference);
    }

    /// <summary>The network whose parameters are read.</summary>
    public INetwork<T> Network { get; }

    /// <summary>The largest batch.</summary>
    public int BatchSize { get; }

    /// <summary>The threads that share the work.</summary>
    public int Threads { get; }

    /// <summary>Whether gradients can be asked for.</summary>
    public bool IsTraining { get; }

    /// <summary>The number of values of one sample.</summary>
    public int InputSize { get; }

    /// <summary>The number of values of one answer.</summary>
    public int OutputSize { get; }

    /// <summary>The number of values of one target.</summary>
    public int TargetSize { get; }

    /// <summary>Where the caller writes the samples: [<see cref="BatchSize"/>, input shape].</summary>
    public Span<T> Inputs => this.inputs.Span;

    /// <summary>Where the caller writes the targets: [<see cref="BatchSize"/>, target shape].</summary>
    public Span<T> Targets => this.targets.Span;

    /// <summary>
    /// What loss and gradient of each sample are multiplied by, for the caller to write: [<see cref="BatchSize"/>], all 1 until then. They may be
    /// negative. Means are still taken over the number of samples.
    /// </summary>
    public Span<T> SampleWeights => this.sampleWeights.Span;

    /// <summary>The answers of the last call, [samples, output shape].</summary>
    public ReadOnlySpan<T> Outputs => this.outputs.Span[..(this.Samples * this.OutputSize)];

    /// <summary>The loss of each sample of the last call that computed one.</summary>
    public ReadOnlySpan<double> Losses => this.losses.Span[..this.Samples];

    /// <summary>
    /// The gradient of the batch's mean loss, regularisers included, with respect to each parameter, after <see cref="ForwardBackward"/>.
    /// </summary>
    public ParameterSet<T> Gradients { get; }

    /// <summary>The gradient of the batch's mean loss with respect to the samples, after a <see cref="ForwardBackward"/> that asked for it.</summary>
    public ReadOnlySpan<T> InputGradients => this.inputGradients.Span[..(this.Samples * this.InputSize)];

    /// <summary>Whether sample weights were loaded with a batch, so that they must be reset before one without.</summary>
    internal bool HasLoadedWeights { get; set; }

    /// <summary>The samples of the batch at hand, for generated code.</summary>
    protected int Samples { get; private set; }

    /// <summary>Whether dropout and noise are on, for generated code.</summary>
    protected bool NoiseEnabled { get; private set; }

    /// <summary>Whether normalisations take their statistics from the batch at hand, not from those before it, for generated code.</summary>
    protected bool UsesBatchStatistics => this.NoiseEnabled && this.Mode >= PassMode.Gradient;

    /// <summary>What the random numbers of this batch are drawn from, for generated code.</summary>
    protected ulong NoiseSeed { get; private set; }

    /// <summary>How far the call at hand goes, for generated code.</summary>
    protected PassMode Mode { get; private set; }

    /// <summary>The samples that are computed together and never parted between threads: the rows of a tile.</summary>
    protected abstract int SampleGroup { get; }

    /// <summary>The pieces of work before any batch: kernels are brought into another form.</summary>
    protected virtual int KernelTransformItems => 0;

    /// <summary>The pieces of work before a batch that needs gradients.</summary>
    protected abstract int PrepareItems { get; }

    /// <summary>
    /// Into how many parts the way of the samples forward and back is cut by layers that need sums over the whole batch before the next can begin;
    /// 1 where each range of samples goes all the way by itself.
    /// </summary>
    protected virtual int Segments => 1;

    /// <summary>The pieces of work that sum the gradients of the parameters.</summary>
    protected abstract int GradientItems { get; }

    /// <summary>The pieces of work that bring gradients into the form that the parameters have.</summary>
    protected virtual int GradientTransformItems => 0;

    /// <summary>Computes the answers of the first samples of <see cref="Inputs"/>, dropout off.</summary>
    /// <param name="samples">1 to <see cref="BatchSize"/>.</param>
    public void Predict(int samples) => this.Compute(PassMode.Predict, samples, noiseSeed: null);

    /// <summary>Computes the answers and their mean loss, dropout off.</summary>
    /// <param name="samples">1 to <see cref="BatchSize"/>.</param>
    /// <returns>The mean of <see cref="Losses"/>, and what the regularisers add.</returns>
    public double Evaluate(int samples)
    {
        this.RequireTraining();
        this.Compute(PassMode.Evaluate, samples, noiseSeed: null);
        return this.MeanLoss();
    }

    /// <summary>Computes the answers, their mean loss and its gradients.</summary>
    /// <param name="samples">1 to <see cref="BatchSize"/>.</param>
    /// <param name="noiseSeed">
    /// What dropout draws from: give each step its own. Null switches off what distinguishes training from prediction, as Keras's
    /// <c>training=False</c>: there is no dropout, and batch normalisation takes its moving statistics, without changing them, where it otherwise takes
    /// those of the batch and moves its own towards them.
    /// </param>
    /// <param name="inputGradients">Whether the gradient with respect to the samples is computed as well.</param>
    /// <returns>The mean of <see cref="Losses"/>, and what the regularisers add.</returns>
    public double ForwardBackward(int samples, ulong? noiseSeed, bool inputGradients = false)
    {
        this.RequireTraining();
        this.Compute(inputGradients ? PassMode.GradientWithInputs : PassMode.Gradient, samples, noiseSeed);
        return this.MeanLoss();
    }

    /// <inheritdoc/>
    void IStageRunner.RunStage(int stage, int begin, int end)
    {
        switch (stage)
        {
            case KernelTransformStage:
                this.TransformKernels(begin, end);
                break;
            case PrepareStage:
                this.Prepare(begin, end);
                break;
            case SampleStage:
                this.ComputeSamples(begin * this.SampleGroup, (int)Math.Min((long)end * this.SampleGroup, this.Samples));
                break;
            case GradientStage:
                this.SumGradients(begin, end);
                break;
            case GradientTransformStage:
                this.TransformGradients(begin, end);
                break;
            case PenaltyStage:
                this.penalty!.Compute(begin, end, withGradient: this.Mode >= PassMode.Gradient);
                break;
            default:
                this.RunSegmentStage(stage - FirstSegmentStage, begin, end);
                break;
        }
    }

    /// <summary>Makes all sample weights 1.</summary>
    internal void ResetSampleWeights()
    {
        T one = typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(1) : Unsafe.BitCast<double, T>(1);
        this.sampleWeights.Span.Fill(one);
        this.HasLoadedWeights = false;
    }

    /// <summary>Answers samples where they lie, without copying them to <see cref="Inputs"/>.</summary>
    internal void Predict(ReadOnlySpan<T> source, Span<T> destination, int samples)
    {
        fixed (T* from = source, to = destination)
        {
            this.inputStart = from;
            this.outputStart = to;
            this.Predict(samples);
            this.inputStart = this.inputs.Pointer;
            this.outputStart = this.outputs.Pointer;
        }
    }

    /// <summary>Brings pieces [begin, end) of the kernels into the form that the batch reads them in.</summary>
    /// <param name="begin">The first piece.</param>
    /// <param name="end">One past the last piece.</param>
    protected virtual void TransformKernels(int begin, int end)
    {
    }

    /// <summary>Does pieces [begin, end) of the work before a batch that needs gradients.</summary>
    /// <param name="begin">The first piece.</param>
    /// <param name="end">One past the last piece.</param>
    protected abstract void Prepare(int begin, int end);

    /// <summary>Takes samples [begin, end) forward and, as far as <see cref="Mode"/> says, to the loss and back.</summary>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">One past the last sample.</param>
    protected abstract void ComputeSamples(int begin, int end);

    /// <summary>Takes samples [begin, end) through one part of the way forward, to the loss and back.</summary>
    /// <param name="segment">The part, 0 to <see cref="Segments"/>.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">One past the last sample.</param>
    protected virtual void ComputeSegment(int segment, int begin, int end)
    {
    }

    /// <summary>The pieces of work between one part of the way and the next: sums over all samples.</summary>
    /// <param name="segment">The part that came before.</param>
    protected virtual int ReductionItems(int segment) => 0;

    /// <summary>Does pieces [begin, end) of the work between one part of the way and the next.</summary>
    /// <param name="segment">The part that came before.</param>
    /// <param name="begin">The first piece.</param>
    /// <param name="end">One past the last piece.</param>
    protected virtual void ReduceSegment(int segment, int begin, int end)
    {
    }

    /// <summary>Sums pieces [begin, end) of the parameters' gradients over all samples.</summary>
    /// <param name="begin">The first piece.</param>
    /// <param name="end">One past the last piece.</param>
    protected abstract void SumGradients(int begin, int end);

    /// <summary>Brings pieces [begin, end) of the summed gradients into the form that the parameters have.</summary>
    /// <param name="begin">The first piece.</param>
    /// <param name="end">One past the last piece.</param>
    protected virtual void TransformGradients(int begin, int end)
    {
    }

    /// <summary>
    /// The first sample of a portion of the batch, for generated code: where as many threads share the samples, each has taken one portion forward
    /// and back.
    /// </summary>
    /// <param name="portion">The portion, 0 to <paramref name="portions"/>, the end of the last.</param>
    /// <param name="portions">How many there are.</param>
    protected nint PortionStart(nint portion, int portions)
    {
        long groups = ((this.Samples - 1) / this.SampleGroup) + 1;
        return (nint)Math.Min(groups * portion / portions * this.SampleGroup, this.Samples);
    }

    /// <summary>A place in the arena.</summary>
    /// <param name="offset">In elements.</param>
    protected ref T Arena(nint offset) => ref *(this.arenaStart + offset);

    /// <summary>A place in the parameters.</summary>
    /// <param name="offset">In elements.</param>
    protected ref T ParameterAt(nint offset) => ref *(this.parameters + offset);

    /// <summary>A place in the gradients.</summary>
    /// <param name="offset">In elements.</param>
    protected ref T GradientAt(nint offset) => ref *(this.gradients + offset);

    /// <summary>The start of a sample.</summary>
    /// <param name="sample">Its place in the batch.</param>
    protected ref T InputAt(nint sample) => ref *(this.inputStart + (sample * this.InputSize));

    /// <summary>The start of a sample's gradient.</summary>
    /// <param name="sample">Its place in the batch.</param>
    protected ref T InputGradientAt(nint sample) => ref *(this.inputGradients.Pointer + (sample * this.InputSize));

    /// <summary>The start of an answer.</summary>
    /// <param name="sample">Its place in the batch.</param>
    protected ref T OutputAt(nint sample) => ref *(this.outputStart + (sample * this.OutputSize));

    /// <summary>The start of a target.</summary>
    /// <param name="sample">Its place in the batch.</param>
    protected ref T TargetAt(nint sample) => ref *(this.targets.Pointer + (sample * this.TargetSize));

    /// <summary>The weight of a sample.</summary>
    /// <param name="sample">Its place in the batch.</param>
    protected ref T SampleWeightAt(nint sample) => ref *(this.sampleWeights.Pointer + sample);

    /// <summary>The loss of a sample; a place that nobody reads where none was asked for.</summary>
    /// <param name="sample">Its place in the batch.</param>
    protected ref double LossAt(nint sample) => ref *(this.losses.Pointer + (this.IsTraining ? sample : 0));

    // Stages of pieces that do not depend on one another: that is all a training step has to wait for its threads. One without pieces costs nothing.
    private void Compute(PassMode mode, int samples, ulong? noiseSeed)
    {
        if ((uint)(samples - 1) >= (uint)this.BatchSize)
        {
            throw new ArgumentOutOfRangeException(
                nameof(samples), samples, $"This pass was made for batches of 1 to {this.BatchSize} samples.");
        }

        this.Mode = mode;
        this.Samples = samples;
        this.NoiseEnabled = noiseSeed.HasValue;
        this.NoiseSeed = noiseSeed.GetValueOrDefault();
        this.RunPieces(KernelTransformStage, this.KernelTransformItems);
        if (mode >= PassMode.Gradient)
        {
            this.RunPieces(PrepareStage, this.PrepareItems);
        }

        this.RunSamples(((samples - 1) / this.SampleGroup) + 1);
        if (mode >= PassMode.Gradient)
        {
            this.RunPieces(GradientStage, this.GradientItems);
            this.RunPieces(GradientTransformStage, this.GradientTransformItems);
        }

        if (this.penalty is not null && mode != PassMode.Predict)
        {
            this.RunPieces(PenaltyStage, this.penalty.BlockCount);
        }
    }

    // Without gradients nothing is asked of the batch as a whole: normalisations have their statistics from before.
    private void RunSamples(int groups)
    {
        int segments = this.Mode >= PassMode.Gradient ? this.Segments : 1;
        if (segments == 1)
        {
            this.team.Run(this, SampleStage, groups);
            return;
        }

        for (int segment = 0; segment < segments; segment++)
        {
            int stage = FirstSegmentStage + (2 * segment);
            this.team.Run(this, stage, groups);
            this.RunPieces(stage + 1, this.ReductionItems(segment));
        }
    }

    private void RunSegmentStage(int stage, int begin, int end)
    {
        int segment = stage / 2;
        if (stage % 2 == 0)
        {
            this.ComputeSegment(segment, begin * this.SampleGroup, (int)Math.Min((long)end * this.SampleGroup, this.Samples));
        }
        else
        {
            this.ReduceSegment(segment, begin, end);
        }
    }

    // A network of a few units has none of these pieces, and its step takes no longer than some 40 calls.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RunPieces(int stage, int items)
    {
        if (items > 0)
        {
            this.team.Run(this, stage, items, portion: 1);
        }
    }

    // Summed in order of the samples by one thread, so that the threads do not change the bits.
    private double MeanLoss()
    {
        double sum = 0;
        foreach (double loss in this.Losses)
        {
            sum += loss;
        }

        return (sum / this.Samples) + (this.penalty?.Value ?? 0);
    }

    private void RequireTraining()
    {
        if (!this.IsTraining)
        {
            throw new InvalidOperationException(
                $"This pass of {this.Network.Summary.Name} was made for prediction; create it with training: true to compute a loss or gradients.");
        }
    }
}
