using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning;

/// <summary>
/// What a network computes, in which order and where: plain data in terms of loops, tiles and buffers, from which code is written.
/// A training step prepares the transposed kernels; takes the samples, in parts, forward, through the loss and backward; and then sums
/// the gradients of the parameters, each tile of them over all samples.
/// </summary>
/// <param name="Graph">The declaration with its shapes.</param>
/// <param name="Element">The type of parameters and activations.</param>
/// <param name="Parameters">Where the parameters lie.</param>
/// <param name="Buffers">Where everything else lies.</param>
/// <param name="KernelTransforms">The steps before any batch, which bring kernels into the form that the forward pass reads; each item on its own.</param>
/// <param name="Prepare">The steps before a batch that needs gradients; each item on its own.</param>
/// <param name="Forward">The steps of the forward pass, for any range of samples.</param>
/// <param name="Outputs">The last activation and the loss of each output; none for an unrolled network, which has them inside.</param>
/// <param name="Backward">The steps of the backward pass, for any range of samples.</param>
/// <param name="Gradients">The steps that sum the gradients of the parameters, for all samples.</param>
/// <param name="GradientTransforms">The steps after them, which bring gradients into the form that the parameters have.</param>
/// <param name="Unrolled">The whole network as one step, in place of all others, where it is tiny; otherwise null.</param>
/// <param name="Layers">What was decided for each layer.</param>
internal sealed record ExecutionPlan(
    NetworkGraph Graph,
    ElementType Element,
    EquatableArray<ParameterPlan> Parameters,
    EquatableArray<BufferPlan> Buffers,
    EquatableArray<Step> KernelTransforms,
    EquatableArray<TransposeStep> Prepare,
    EquatableArray<Step> Forward,
    EquatableArray<OutputStep> Outputs,
    EquatableArray<Step> Backward,
    EquatableArray<Step> Gradients,
    EquatableArray<AxisTransform> GradientTransforms,
    UnrolledStep? Unrolled,
    EquatableArray<LayerPlan> Layers)
{
    /// <summary>The elements of all parameters, padding included.</summary>
    public int ParameterLength => this.Parameters.Count == 0
        ? 0
        : this.Parameters.Max(p => p.Offset + p.Length);

    /// <summary>The elements that a pass needs for each sample of its batch.</summary>
    public int ElementsPerSample(bool training) => Extent(training, shared: false);

    /// <summary>
    /// The elements that a pass for prediction with several threads needs for each sample: its threads are at different layers at the same
    /// time, so its buffers share no memory but lie as for training.
    /// </summary>
    public int ElementsPerSampleOfThreads => this.Buffers
        .Where(b => !b.IsShared && b.PredictionOffset >= 0 && b.SameInPrediction is null)
        .Select(b => b.TrainingOffset + b.Elements)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>The elements that a pass needs whatever its batch.</summary>
    public int SharedElements(bool training) => Extent(training, shared: true);

    /// <summary>The steps of the forward pass that a prediction takes.</summary>
    public IEnumerable<Step> ForwardOfPrediction => this.Forward.Where(step => !step.IsForTraining);

    /// <summary>
    /// The parts of the way forward, to the loss and back. The steps that are done only for the gradient of the samples come last; nothing else waits
    /// for them.
    /// </summary>
    public IReadOnlyList<Segment> Segments =>
    [
        .. Segment.Cut(
        [
            .. this.Forward, .. this.Outputs,
            .. this.Backward.Where(step => !step.ForInputGradient), .. this.Backward.Where(step => step.ForInputGradient),
        ]),
    ];

    private int Extent(bool training, bool shared) => this.Buffers
        .Where(b => b.IsShared == shared)
        .Select(b => (Offset: training ? b.TrainingOffset : b.PredictionOffset, b.Elements))
        .Where(b => b.Offset >= 0)
        .Select(b => b.Offset + b.Elements)
        .DefaultIfEmpty(0)
        .Max();
}
