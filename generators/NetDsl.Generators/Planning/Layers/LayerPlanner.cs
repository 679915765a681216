using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Describes the work of one kind of layer: its loops on the way forward, on the way back and for its parameters.</summary>
internal abstract class LayerPlanner
{
    private static readonly Dictionary<Type, LayerPlanner> Planners = new()
    {
        [typeof(InputNode)] = new InputPlanner(),
        [typeof(DenseNode)] = new DensePlanner(),
        [typeof(ConvolutionNode)] = new ConvolutionPlanner(),
        [typeof(PoolingNode)] = new PoolingPlanner(),
        [typeof(GlobalPoolingNode)] = new GlobalPoolingPlanner(),
        [typeof(TransposedConvolutionNode)] = new TransposedConvolutionPlanner(),
        [typeof(DepthwiseConvolutionNode)] = new DepthwiseConvolutionPlanner(),
        [typeof(RepeatedChannelsNode)] = new RepeatedChannelsPlanner(),
        [typeof(CustomNode)] = new CustomPlanner(),
        [typeof(JoinNode)] = new JoinPlanner(),
        [typeof(ConcatenateNode)] = new ConcatenatePlanner(),
        [typeof(FlattenNode)] = new FlattenPlanner(),
        [typeof(NoiseNode)] = new NoisePlanner(),
        [typeof(ReshapeNode)] = new ReshapePlanner(),
        [typeof(PermuteNode)] = new PermutePlanner(),
        [typeof(RepeatVectorNode)] = new RepeatVectorPlanner(),
        [typeof(ZeroPaddingNode)] = new ZeroPaddingPlanner(),
        [typeof(CroppingNode)] = new CroppingPlanner(),
        [typeof(UpSamplingNode)] = new UpSamplingPlanner(),
        [typeof(ActivationNode)] = new ActivationPlanner(),
        [typeof(PReLUNode)] = new PReLUPlanner(),
        [typeof(BatchNormalizationNode)] = new BatchNormalizationPlanner(),
        [typeof(LayerNormalizationNode)] = new LayerNormalizationPlanner(),
        [typeof(NormalizationNode)] = new NormalizationPlanner(),
        [typeof(RecurrenceNode)] = new RecurrencePlanner(),
        [typeof(EmbeddingNode)] = new EmbeddingPlanner(),
    };

    /// <summary>Whether the layer only looks at the memory of the one before it in another way.</summary>
    public virtual bool IsView => false;

    /// <summary>
    /// Whether the layer applies its activation, whichever it is, as <see cref="PlanBuilder.TileActivation"/> and
    /// <see cref="PlanBuilder.AddActivation"/> do: then an [Activation] right behind it becomes part of it.
    /// </summary>
    public virtual bool AppliesActivation => false;

    /// <summary>The planner of a layer.</summary>
    public static LayerPlanner Of(LayerNode node) => Planners[node.GetType()];

    /// <summary>What the layer asks of the memory that it reads.</summary>
    public virtual InputNeeds Needs(LayerNode node, ElementType element) => default;

    /// <summary>The same of a layer that hands on what its own readers ask for, since they read the same memory.</summary>
    public virtual InputNeeds Needs(LayerNode node, PlanBuilder builder) => this.Needs(node, builder.Element);

    /// <summary>The zeros that the layer wants around the gradient of its output.</summary>
    public virtual Halo DeltaHalo(LayerNode node, PlanBuilder builder) => default;

    /// <summary>
    /// Whether the layer, on the way back, reads each value of its input for the last time when it stores the gradient of that value, and stores
    /// one for all of them.
    /// </summary>
    public virtual bool ReplacesItsInput(LayerNode node) => false;

    /// <summary>Whether the layer, on the way back, reads its output as well as the gradient of it.</summary>
    public virtual bool ReadsItsOutput(LayerNode node) => false;

    /// <summary>Whether the layer can multiply its sums and add to them where it stores them, as a normalisation after it asks.</summary>
    public virtual bool ScalesItsOutput => false;

    /// <summary>Makes the layer's output and adds its steps on the way forward.</summary>
    public abstract void Forward(LayerNode node, PlanBuilder builder);

    /// <summary>Adds its steps on the way back and those for the gradients of its parameters.</summary>
    public abstract void Backward(LayerNode node, PlanBuilder builder);
}
