using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Generators.Tests.Emission;

/// <summary>Declarations that between them ask for everything that is emitted.</summary>
internal static class Declarations
{
    /// <summary>The convolutional network of the lectures.</summary>
    public const string Shower = """
        /// <summary>Tells particle showers from tracks.</summary>
        [Network]
        [Input(32, 32, 1)]
        [Conv2D(32, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Conv2D(64, 5, Padding = Padding.Same, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Flatten]
        [Dense(1024, Activation.ReLU)]
        [Dropout(0.5)]
        [Dense(2, Activation.Softmax)]
        [Loss(Loss.CategoricalCrossentropy)]
        public partial class Shower;
        """;

    /// <summary>Names of classes and their attributes.</summary>
    private static readonly (string Name, string Attributes)[] Networks =
    [
        ("Logic", "[Network] [Input(3)] [Dense(4, Activation.Sigmoid)] [Dense(1, Activation.Sigmoid)] [Loss(Loss.MeanSquaredError)]"),
        ("TinyClasses", "[Network(Precision = Precision.Double)] [Input(4)] [Dense(8, Activation.Tanh)] [Dense(3, Activation.Softmax)] "
            + "[Loss(Loss.CategoricalCrossentropy)]"),
        ("TinyProbabilities", "[Network] [Input(2, 2)] [Flatten] [Dense(5, Activation.ReLU, UseBias = false)] [Dense(3, Activation.Sigmoid)] "
            + "[Loss(Loss.BinaryCrossentropy)]"),
        ("TinySoftmaxError", "[Network] [Input(3)] [Dense(3, Activation.Softmax)] [Loss(Loss.MeanSquaredError)]"),
        ("LargestUnrolled", "[Network] [Input(7)] [Dense(8, Activation.Tanh)] [Dense(7, Activation.Sigmoid)] [Loss(Loss.BinaryCrossentropy)]"),
        ("Perceptron", "[Network] [Input(784)] [Dense(128, Activation.ReLU)] [Dense(64, Activation.ReLU)] [Dense(10, Activation.Softmax)] "
            + "[Loss(Loss.CategoricalCrossentropy)]"),
        ("Smooth", "[Network(Precision = Precision.Double)] [Input(30)] [Dense(20, Activation.Tanh)] [Dense(17, Activation.Sigmoid)] "
            + "[Dense(6, Activation.Softmax)] [Dense(2)] [Loss(Loss.MeanSquaredError)]"),
        ("Strided", "[Network(Precision = Precision.Double)] [Input(11, 9, 3)] [Conv2D(5, 3, Strides = 2, Padding = Padding.Same, UseBias = false)] "
            + "[Conv2D(4, 2, 3, StrideWidth = 2, Activation = Activation.Sigmoid)] [Flatten] [Dense(2, Activation.Softmax)] [Loss(Loss.CategoricalCrossentropy)]"),
        ("Pooled", "[Network] [Input(12, 12, 20)] [MaxPooling2D(3, Strides = 2)] [MaxPooling2D(5, Padding = Padding.Same, Strides = 1)] [Flatten] "
            + "[Dense(1, Activation.Sigmoid)] [Loss(Loss.BinaryCrossentropy)]"),
        ("Places", "[Network] [Input(6, 7, 5)] [Dense(4, Activation.ReLU)] [Conv2D(3, 1, Activation = Activation.Softmax)] [Loss(Loss.MeanSquaredError)]"),
        ("Waves", "[Network] [Input(2, 3, 4, 5)] [Dense(6)] [Dropout(0.25)] [Flatten] [Dense(3)] [Loss(Loss.MeanSquaredError)]"),
        ("Detectors", "[Network] [Input(2, 3, 32, 2)] [Conv1D(8, 5, Strides = 2, Activation = Activation.ReLU)] [MaxPooling1D(2)] "
            + "[Conv2D(4, 2, Padding = Padding.Same)] [GlobalAveragePooling1D] [Flatten] [Dense(3)] [Loss(Loss.MeanSquaredError)]"),
        ("NoisyInput", "[Network] [Input(100)] [Dropout(0.1)] [Dense(50, Activation.ReLU)] [Dropout(0.5)] [Dense(1)] [Loss(Loss.MeanSquaredError)]"),
        ("EndsFlat", "[Network] [Input(5, 5, 2)] [Conv2D(3, 3)] [Flatten] [Loss(Loss.MeanSquaredError)]"),
        ("FullKernel", "[Network] [Input(4, 4, 3)] [Conv2D(10, 4, Activation = Activation.ReLU)] [Flatten] [Dense(2)] [Loss(Loss.MeanSquaredError)]"),
        ("Named", "[Network] [Input(40, Name = \"événement\")] [Dense(30, Name = \"größe\")] [Dense(20, Name = \"pass\", From = \"größe\")] "
            + "[Dense(1, Name = \"層\")] [Loss(Loss.MeanSquaredError)]"),
        ("Filtered", "[Network] [Input(6, 12, 12)] [Conv2D(36, 5, Padding = Padding.Same, Activation = Activation.Tanh)] [Conv2D(9, 3, UseBias = false)] "
            + "[Flatten] [Dense(2)] [Loss(Loss.MeanSquaredError)]"),
        ("FilteredWaves", "[Network(Precision = Precision.Double)] [Input(2, 3, 13, 28)] [Conv1D(33, 4, Activation = Activation.ReLU)] "
            + "[GlobalAveragePooling1D] [Loss(Loss.MeanSquaredError)]"),
        ("Spatial", "[Network] [Input(5, 6, 3)] [ZeroPadding2D(1)] [Conv2D(5, 3, Activation = Activation.Tanh)] [AveragePooling2D(3, Strides = 2, Padding = "
            + "Padding.Same)] [SpatialDropout2D(0.2)] [UpSampling2D(2, Interpolation = Interpolation.Bilinear)] [Cropping2D(1)] [MinPooling2D(3, Strides = 1)] "
            + "[GaussianNoise(0.1)] [Reshape(-1, 5)] [Permute(2, 1)] [MaxPooling1D(2)] [GlobalMaxPooling1D] [RepeatVector(2)] [UpSampling1D(2)] [GaussianDropout(0.1)] "
            + "[AlphaDropout(0.1)] [Reshape(2, 2, 2, -1)] [MinPooling3D(1)] [Loss(Loss.MeanSquaredError)]"),
        ("Untrained", "[Network] [Input(4, 4, 1)] [MaxPooling2D(2)] [Flatten] [Loss(Loss.MeanSquaredError)]"),
    ];

    private static readonly Lazy<Assembly> Shared = new(Compile);

    /// <summary>The full names of the classes.</summary>
    public static IEnumerable<string> Names => Networks.Select(n => "Diverse." + n.Name).Append("Shower");

    /// <summary>All networks, compiled once for all tests that look at them.</summary>
    public static Assembly Compiled => Shared.Value;

    /// <summary>All of them, as a file of a namespace.</summary>
    public static string Text { get; } =
        "using NetDsl;\n\nnamespace Diverse;\n\n"
        + string.Join("\n", Networks.Select(n => $"/// <summary>A network.</summary>\n{n.Attributes}\npublic partial class {n.Name};\n"));

    private static Assembly Compile() => StrictCompilation.Of(LanguageVersion.CSharp13, Text, "using NetDsl;\n" + Shower).Load();
}
