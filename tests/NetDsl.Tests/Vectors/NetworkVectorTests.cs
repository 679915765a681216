using System.Numerics;
using NetDsl.Tests.Networks;
using NetDsl.Training;

namespace NetDsl.Tests.Vectors;

/// <summary>Outputs, loss and gradients against those of PyTorch in double precision.</summary>
public sealed class NetworkVectorTests
{
    // Relative to the largest value of an array.
    private const double SingleOutputTolerance = 1e-5;
    private const double SingleGradientTolerance = 1e-4;
    private const double DoubleTolerance = 1e-9;

    private static readonly Dictionary<string, (Func<INetwork<float>> Single, Func<INetwork<double>> Double)> Networks = new()
    {
        ["convolution_valid"] = (() => new ConvolutionValid(), () => new ConvolutionValidDouble()),
        ["convolution_same"] = (() => new ConvolutionSame(), () => new ConvolutionSameDouble()),
        ["convolution_strided"] = (() => new ConvolutionStrided(), () => new ConvolutionStridedDouble()),
        ["convolution_output"] = (() => new ConvolutionOutput(), () => new ConvolutionOutputDouble()),
        ["convolution_dilated"] = (() => new DilatedSteps(), () => new DilatedStepsDouble()),
        ["convolution_volume"] = (() => new Volumes(), () => new VolumesDouble()),
        ["depthwise"] = (() => new Depthwise(), () => new DepthwiseDouble()),
        ["depthwise_steps"] = (() => new DepthwiseSteps(), () => new DepthwiseStepsDouble()),
        ["separable"] = (() => new Separable(), () => new SeparableDouble()),
        ["separable_steps"] = (() => new SeparableSteps(), () => new SeparableStepsDouble()),
        ["transposed"] = (() => new Transposed(), () => new TransposedDouble()),
        ["transposed_steps"] = (() => new TransposedSteps(), () => new TransposedStepsDouble()),
        ["pooling_output"] = (() => new PoolingOutput(), () => new PoolingOutputDouble()),
        ["branches_residual"] = (() => new BranchesResidual(), () => new BranchesResidualDouble()),
        ["branches_inception"] = (() => new BranchesInception(), () => new BranchesInceptionDouble()),
        ["branches_joins"] = (() => new BranchesJoins(), () => new BranchesJoinsDouble()),
        ["branches_ends"] = (() => new BranchesEnds(), () => new BranchesEndsDouble()),
        ["branches_shared"] = (() => new BranchesShared(), () => new BranchesSharedDouble()),
        ["spatial_images"] = (() => new SpatialImages(), () => new SpatialImagesDouble()),
        ["spatial_volumes"] = (() => new SpatialVolumes(), () => new SpatialVolumesDouble()),
        ["spatial_orders"] = (() => new SpatialOrders(), () => new SpatialOrdersDouble()),
        ["conv1d_leading"] = (() => new Conv1DLeading(), () => new Conv1DLeadingDouble()),
        ["conv2d_leading"] = (() => new Conv2DLeading(), () => new Conv2DLeadingDouble()),
        ["detector"] = (() => new Detector(), () => new DetectorDouble()),
        ["dense_activations"] = (() => new DenseActivations(), () => new DenseActivationsDouble()),
        ["dense_leading"] = (() => new DenseLeading(), () => new DenseLeadingDouble()),
        ["normalized_by_batch"] = (() => new NormalizedByBatch(), () => new NormalizedByBatchDouble()),
        ["normalized_by_layer"] = (() => new NormalizedByLayer(), () => new NormalizedByLayerDouble()),
        ["simple_rnn"] = (() => new SimpleRnn(), () => new SimpleRnnDouble()),
        ["lstm"] = (() => new Lstm(), () => new LstmDouble()),
        ["lstm_leading"] = (() => new LstmLeading(), () => new LstmLeadingDouble()),
        ["lstm_bidirectional"] = (() => new LstmBidirectional(), () => new LstmBidirectionalDouble()),
        ["gru"] = (() => new Gru(), () => new GruDouble()),
        ["gru_reset_before"] = (() => new GruResetBefore(), () => new GruResetBeforeDouble()),
        ["embedding"] = (() => new Embedded(), () => new EmbeddedDouble()),
        ["mse_softmax"] = (() => new MseSoftmax(), () => new MseSoftmaxDouble()),
        ["mse_sigmoid"] = (() => new MseSigmoid(), () => new MseSigmoidDouble()),
        ["mse_tanh"] = (() => new MseTanh(), () => new MseTanhDouble()),
        ["mse_relu"] = (() => new MseReLU(), () => new MseReLUDouble()),
        ["bce_labels"] = (() => new BceLabels(), () => new BceLabelsDouble()),
        ["bce_softmax"] = (() => new BceSoftmax(), () => new BceSoftmaxDouble()),
        ["cce_sigmoid"] = (() => new CceSigmoid(), () => new CceSigmoidDouble()),
        ["activations_smooth"] = (() => new ActivationsSmooth(), () => new ActivationsSmoothDouble()),
        ["activations_piecewise"] = (() => new ActivationsPiecewise(), () => new ActivationsPiecewiseDouble()),
        ["activation_layers"] = (() => new ActivationLayers(), () => new ActivationLayersDouble()),
        ["prelu"] = (() => new TrainedSlopes(), () => new TrainedSlopesDouble()),
        ["loss_mae"] = (() => new LossMae(), () => new LossMaeDouble()),
        ["loss_msle"] = (() => new LossMsle(), () => new LossMsleDouble()),
        ["loss_mape"] = (() => new LossMape(), () => new LossMapeDouble()),
        ["loss_huber"] = (() => new LossHuber(), () => new LossHuberDouble()),
        ["loss_log_cosh"] = (() => new LossLogCosh(), () => new LossLogCoshDouble()),
        ["loss_poisson"] = (() => new LossPoisson(), () => new LossPoissonDouble()),
        ["loss_cosine"] = (() => new LossCosine(), () => new LossCosineDouble()),
        ["loss_hinge"] = (() => new LossHinge(), () => new LossHingeDouble()),
        ["loss_squared_hinge"] = (() => new LossSquaredHinge(), () => new LossSquaredHingeDouble()),
        ["loss_perceptron"] = (() => new LossPerceptron(), () => new LossPerceptronDouble()),
        ["loss_categorical_hinge"] = (() => new LossCategoricalHinge(), () => new LossCategoricalHingeDouble()),
        ["loss_kld"] = (() => new LossKld(), () => new LossKldDouble()),
        ["loss_sparse"] = (() => new LossSparse(), () => new LossSparseDouble()),
        ["loss_sparse_logs"] = (() => new LossSparseLogs(), () => new LossSparseLogsDouble()),
        ["loss_binary_focal"] = (() => new LossBinaryFocal(), () => new LossBinaryFocalDouble()),
        ["loss_categorical_focal"] = (() => new LossCategoricalFocal(), () => new LossCategoricalFocalDouble()),
        ["loss_bce_smoothed"] = (() => new LossBceSmoothed(), () => new LossBceSmoothedDouble()),
        ["loss_cce_smoothed"] = (() => new LossCceSmoothed(), () => new LossCceSmoothedDouble()),
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_single_precision_outputs_loss_and_gradients_are_those_of_PyTorch(string name) =>
        Verify(Networks[name].Single(), new VectorFile(name), SingleOutputTolerance, SingleGradientTolerance);

    [Theory]
    [MemberData(nameof(Names))]
    public void In_double_precision_outputs_loss_and_gradients_are_those_of_PyTorch(string name) =>
        Verify(Networks[name].Double(), new VectorFile(name), DoubleTolerance, DoubleTolerance);

    private static void Verify<T>(INetwork<T> network, VectorFile vectors, double outputTolerance, double gradientTolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        vectors.SetParameters(network);
        NetworkPass<T> pass = network.CreatePass(vectors.Samples);
        vectors["input"].ToArray<T>().CopyTo(pass.Inputs);
        vectors["target"].ToArray<T>().CopyTo(pass.Targets);

        double loss = pass.ForwardBackward(vectors.Samples, noiseSeed: null, inputGradients: true);

        Closeness.Verify("output", vectors["output"].ToArray<double>(), pass.Outputs, outputTolerance);
        Closeness.Verify("loss", vectors["loss"].ToArray<double>(), [loss], outputTolerance);
        Closeness.Verify("grad/input", vectors["grad/input"].ToArray<double>(), pass.InputGradients, gradientTolerance);
        foreach (Parameter<T> gradient in pass.Gradients)
        {
            string array = $"grad/{gradient.Name}";
            Closeness.Verify<T>(array, vectors[array].ToArray<double>(), gradient.ToArray(), gradientTolerance);
        }
    }
}
