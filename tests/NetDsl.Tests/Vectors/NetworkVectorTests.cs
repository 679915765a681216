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
        ["mse_softmax"] = (() => new MseSoftmax(), () => new MseSoftmaxDouble()),
        ["mse_sigmoid"] = (() => new MseSigmoid(), () => new MseSigmoidDouble()),
        ["mse_tanh"] = (() => new MseTanh(), () => new MseTanhDouble()),
        ["mse_relu"] = (() => new MseReLU(), () => new MseReLUDouble()),
        ["bce_labels"] = (() => new BceLabels(), () => new BceLabelsDouble()),
        ["bce_softmax"] = (() => new BceSoftmax(), () => new BceSoftmaxDouble()),
        ["cce_sigmoid"] = (() => new CceSigmoid(), () => new CceSigmoidDouble()),
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
