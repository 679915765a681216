namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class LayerDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("Conv2D(8, 3)", "Conv2D")]
    [InlineData("MaxPooling2D(2)", "MaxPooling2D")]
    public void A_layer_over_images_refuses_a_vector_naming_the_layer_that_gives_it(string layer, string kind)
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(64, 64, 2)]",
            "[MaxPooling2D(2)]",
            "[Conv2D(2, 1)]",
            "[MaxPooling2D(1)]",
            "[Dropout(0.1)]",
            "[Flatten]",
            $"[{layer}]",
            Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL012", 9, layer, $"{kind} needs an input of rank 3 (height, width, channels); layer 4 'Flatten' gives (2048)"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_layer_over_images_refuses_an_input_without_channels()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(32, 32)]", "[Conv2D(8, 3)]", Loss);

        Assert.Equal(
            "Conv2D needs an input of rank 3 (height, width, channels); the input gives (32, 32)", Assert.Single(run.Reported).Message);
    }

    [Fact]
    public void A_layer_with_a_name_is_called_by_it_in_the_messages_of_others()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 4, 1, Name = \"image\")]", "[Flatten(Name = \"flat\")]", "[Conv2D(8, 3)]", Loss);

        Assert.EndsWith("; layer 0 'flat' (Flatten) gives (16)", Assert.Single(run.Reported).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Conv1D(8, 3)", "Conv1D")]
    [InlineData("MaxPooling1D(2)", "MaxPooling1D")]
    [InlineData("GlobalAveragePooling1D", "GlobalAveragePooling1D")]
    [InlineData("AveragePooling1D", "AveragePooling1D")]
    [InlineData("GlobalMinPooling1D", "GlobalMinPooling1D")]
    [InlineData("ZeroPadding1D", "ZeroPadding1D")]
    [InlineData("Cropping1D", "Cropping1D")]
    [InlineData("UpSampling1D", "UpSampling1D")]
    [InlineData("SpatialDropout1D(0.5)", "SpatialDropout1D")]
    public void A_layer_along_steps_refuses_a_vector(string layer, string kind)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(16)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL012", 4, layer, $"{kind} needs an input of rank 2 (steps, channels); the input gives (16)"),
            Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Conv2D(8, 5)", "5", "Conv2D has a kernel of (5, 5)")]
    [InlineData("Conv2D(8, 5, 1)", "5", "Conv2D has a kernel of (5, 1)")]
    [InlineData("Conv2D(8, 4, 7)", "7", "Conv2D has a kernel of (4, 7)")]
    [InlineData("MaxPooling2D(5)", "5", "MaxPooling2D has a pool of (5, 5)")]
    [InlineData("MaxPooling2D(4, 7)", "7", "MaxPooling2D has a pool of (4, 7)")]
    public void A_window_larger_than_its_input_is_refused_at_its_size(string layer, string text, string window)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 6, 2)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL016", 4, text, window + ", larger than its input; the input gives (4, 6, 2)"),
            Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Conv1D(8, 5)", "Conv1D has a kernel of (5)")]
    [InlineData("MaxPooling1D(5)", "MaxPooling1D has a pool of (5)")]
    public void A_window_larger_than_the_steps_is_refused_at_its_size(string layer, string window)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(6, 4, 2)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL016", 4, "5", window + ", larger than its input; the input gives (6, 4, 2)"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void A_window_larger_than_its_input_is_right_where_zeros_are_added()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 4, 2)]", "[Conv2D(8, 7, Padding = Padding.Same)]", Loss);

        Assert.Empty(run.Reported);
    }

    [Theory]
    [InlineData("KernelRegularizerL1 = -1", "a finite number of at least 0; it is -1")]
    [InlineData("KernelRegularizerL2 = double.NaN", "a finite number of at least 0; it is NaN")]
    [InlineData("BiasRegularizerL1 = double.PositiveInfinity", "a finite number of at least 0; it is Infinity")]
    [InlineData("BiasRegularizerL2 = -0.5", "a finite number of at least 0; it is -0.5")]
    [InlineData("KernelMaxNorm = 0", "above 0; it is 0")]
    [InlineData("BiasMaxNorm = double.NaN", "above 0; it is NaN")]
    [InlineData("KernelInitializerScale = -2, KernelInitializer = Initializer.RandomNormal", "a finite number of at least 0; it is -2")]
    [InlineData("BiasInitializerMean = double.NaN, BiasInitializer = Initializer.Constant", "a finite number; it is NaN")]
    public void A_number_of_a_kernel_or_bias_that_cannot_be_is_refused_at_its_place(string arguments, string expected)
    {
        string argument = arguments.Split(',')[0];
        foreach (string layer in new[] { "Dense(2, ", "Conv1D(2, 1, " })
        {
            GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 3)]", $"[{layer}{arguments})]", Loss);

            Assert.Equal(
                new ReportedDiagnostic("NETDSL028", 4, argument, $"{layer.Split('(')[0]} needs {argument.Split(' ')[0]} to be {expected}"),
                Assert.Single(run.Reported));
            Assert.Empty(run.Sources);
        }
    }

    [Theory]
    [InlineData("KernelInitializerScale = 1", "KernelInitializer is GlorotUniform")]
    [InlineData("BiasInitializerMean = 1", "BiasInitializer is Zeros")]
    [InlineData("KernelInitializerMean = 1, KernelInitializer = Initializer.Orthogonal", "KernelInitializer is Orthogonal")]
    [InlineData("KernelInitializerScale = 1, KernelInitializer = Initializer.Constant", "KernelInitializer is Constant")]
    public void A_scale_or_mean_that_the_initialiser_does_not_take_is_refused(string arguments, string initializer)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", $"[Dense(2, {arguments})]", Loss);

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal("NETDSL029", reported.Id);
        Assert.EndsWith(initializer, reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dense(2, BiasInitializer = Initializer.Orthogonal)", "Orthogonal fills 2 dimensions or more; the bias has shape (2)")]
    [InlineData("Dense(2, BiasInitializer = Initializer.Identity)", "Identity fills 2 dimensions; the bias has shape (2)")]
    [InlineData("Conv1D(2, 3, KernelInitializer = Initializer.Identity)", "Identity fills 2 dimensions; the kernel has shape (3, 3, 2)")]
    public void An_initialiser_of_matrices_refuses_what_is_none(string layer, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 3)]", $"[{layer}]", Loss);

        Assert.Equal(message, Assert.Single(run.Reported).Message);
    }

    [Fact]
    public void What_a_layer_without_bias_says_of_its_bias_is_not_read() =>
        Assert.Empty(GeneratorRun.OfNetwork("[Input(3)]", "[Dense(2, UseBias = false, BiasRegularizerL2 = 1)]", Loss).Reported);

    [Theory]
    [InlineData("Dense(0)", "0", "Dense needs Units to be at least 1; it is 0")]
    [InlineData("Dense(units: -4)", "units: -4", "Dense needs Units to be at least 1; it is -4")]
    [InlineData("Conv2D(0, 3)", "0", "Conv2D needs Filters to be at least 1; it is 0")]
    [InlineData("Conv2D(1, -3)", "-3", "Conv2D needs KernelSize to be at least 1; it is -3")]
    [InlineData("Conv2D(1, 0, 3)", "0", "Conv2D needs KernelHeight to be at least 1; it is 0")]
    [InlineData("Conv2D(1, 3, 0)", "0", "Conv2D needs KernelWidth to be at least 1; it is 0")]
    [InlineData("Conv2D(1, 3, Strides = 0)", "Strides = 0", "Conv2D needs Strides to be at least 1; it is 0")]
    [InlineData("Conv2D(1, 3, StrideHeight = 0)", "StrideHeight = 0", "Conv2D needs StrideHeight to be at least 1; it is 0")]
    [InlineData("Conv2D(1, 3, StrideWidth = -1)", "StrideWidth = -1", "Conv2D needs StrideWidth to be at least 1; it is -1")]
    [InlineData("Conv1D(0, 3)", "0", "Conv1D needs Filters to be at least 1; it is 0")]
    [InlineData("Conv1D(1, 0)", "0", "Conv1D needs KernelSize to be at least 1; it is 0")]
    [InlineData("Conv1D(1, 3, Strides = 0)", "Strides = 0", "Conv1D needs Strides to be at least 1; it is 0")]
    [InlineData("MaxPooling1D(0)", "0", "MaxPooling1D needs PoolSize to be at least 1; it is 0")]
    [InlineData("MaxPooling1D(2, Strides = -2)", "Strides = -2", "MaxPooling1D needs Strides to be at least 1; it is -2")]
    [InlineData("MaxPooling2D(0)", "0", "MaxPooling2D needs PoolSize to be at least 1; it is 0")]
    [InlineData("MaxPooling2D(2, 0)", "0", "MaxPooling2D needs PoolWidth to be at least 1; it is 0")]
    [InlineData("MaxPooling2D(2, Strides = -2)", "Strides = -2", "MaxPooling2D needs Strides to be at least 1; it is -2")]
    public void A_size_below_1_is_refused_at_the_argument(string layer, string text, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(8, 8, 1)]", $"[{layer}]", Loss);

        Assert.Equal(new ReportedDiagnostic("NETDSL017", 4, text, message), Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Input(8, 0, 1)", "0", "Input needs each extent to be at least 1; it is 0")]
    [InlineData("Input(-8)", "-8", "Input needs each extent to be at least 1; it is -8")]
    [InlineData("Input(new[] { 8, 0 })", "new[] { 8, 0 }", "Input needs each extent to be at least 1; it is 0")]
    [InlineData("Input", "Input", "Input needs the number of extents to be at least 1; it is 0")]
    [InlineData("Input(null)", "Input(null)", "Input needs the number of extents to be at least 1; it is 0")]
    public void An_input_without_values_is_refused_at_the_extent(string input, string text, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork($"[{input}]", "[Dense(1)]", Loss);

        Assert.Equal(new ReportedDiagnostic("NETDSL017", 3, text, message), Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Input(65536, 65536)", "Flatten", 3, "65536", "Input makes a sample (65536, 65536), more than 2,147,483,647 values")]
    [InlineData(
        "Input(65536)",
        "Dense(65536)",
        4,
        "65536",
        "Dense makes the kernel (65536, 65536), more than 2,147,483,647 values; the input gives (65536)")]
    [InlineData(
        "Input(100000, 1)",
        "Dense(50000)",
        4,
        "50000",
        "Dense makes the output (100000, 50000), more than 2,147,483,647 values; the input gives (100000, 1)")]
    [InlineData(
        "Input(1, 1, 2)",
        "Conv2D(1, 40000, Padding = Padding.Same)",
        4,
        "1",
        "Conv2D makes the kernel (40000, 40000, 2, 1), more than 2,147,483,647 values; the input gives (1, 1, 2)")]
    [InlineData(
        "Input(1, 1, 2)",
        "MaxPooling2D(2147483647, Padding = Padding.Same)",
        4,
        "2147483647",
        "MaxPooling2D makes the pool (2147483647, 2147483647), more than 2,147,483,647 values; the input gives (1, 1, 2)")]
    public void More_values_than_an_int_counts_are_refused(string input, string layer, int line, string text, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork($"[{input}]", $"[{layer}]", Loss);

        Assert.Equal(new ReportedDiagnostic("NETDSL018", line, text, message), Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1.5f", "1.5")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    public void A_rate_outside_0_to_1_is_refused(string rate, string value)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", $"[Dropout({rate})]", "[Dense(1)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL020", 4, rate, $"Dropout needs a rate of at least 0 and below 1; it is {value}"),
            Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Dense(1, Activation.Softmax)", "Activation.Softmax", "Dense", "unit")]
    [InlineData("Dense(1, Activation = Activation.Softmax)", "Activation = Activation.Softmax", "Dense", "unit")]
    [InlineData("Conv1D(1, 3, Activation = Activation.Softmax)", "Activation = Activation.Softmax", "Conv1D", "filter")]
    [InlineData("Conv2D(1, 3, Activation = Activation.Softmax)", "Activation = Activation.Softmax", "Conv2D", "filter")]
    public void A_softmax_on_one_unit_is_refused_at_the_activation(string layer, string text, string kind, string unit)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(8, 8, 1)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL021",
                4,
                text,
                $"{kind} has one {unit}, over which a softmax is always 1; use Activation.Sigmoid for a yes or no, or one {unit} a class"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void A_value_that_no_member_of_an_enum_has_is_refused_once()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(1, (Activation)99)]", "[Loss(Loss.BinaryCrossentropy)]");

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL023",
                4,
                "(Activation)99",
                "Activation has no value 99; it has: Linear, Step, Sign, Sigmoid, HardSigmoid, Tanh, ReLU, ReLU6, LeakyReLU, ELU, SELU, GELU, SiLU, "
                    + "Softplus, Softsign, Exponential, Softmax, LogSoftmax"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("[Network(Precision = (Precision)7)]", "[Loss(Loss.MeanSquaredError)]", 2)]
    [InlineData("[Network]", "[Loss((Loss)(-1))]", 5)]
    public void Unknown_values_of_Network_and_Loss_are_refused_as_well(string network, string loss, int line)
    {
        GeneratorRun run = GeneratorRun.Of($"{network}\n[Input(3)]\n[Dense(1)]\n{loss}\npublic partial class Net;");

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal(("NETDSL023", line), (reported.Id, reported.Line));
    }

    [Fact]
    public void An_attribute_of_the_user_s_own_is_refused_saying_how_a_layer_of_one_s_own_is_declared()
    {
        GeneratorRun run = GeneratorRun.Of(
            "[Network]\n[Input(3)]\n[Mine.Dense]\n[Dense(1)]\n[Loss(Loss.MeanSquaredError)]\npublic partial class Net;\n"
            + "namespace Mine { class DenseAttribute : LayerAttribute; }");

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL026",
                4,
                "Mine.Dense",
                "NetDsl has no layer 'Mine.Dense'; a layer of your own is a type that implements ICustomLayer, declared by [Custom(typeof(...))]"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void Layers_that_depend_on_a_wrong_shape_are_not_reported()
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(8)]", "[Conv2D(8, 3)]", "[MaxPooling2D(2)]", "[Conv2D(8, 99)]", "[Dense(1)]", "[Loss(Loss.BinaryCrossentropy)]");

        Assert.Equal([("NETDSL012", 4)], run.Reported.Select(r => (r.Id, r.Line)));
    }

    [Fact]
    public void A_mistake_in_a_layer_s_own_arguments_is_reported_even_after_a_wrong_shape()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(8)]", "[Conv2D(8, 3)]", "[Dropout(2)]", "[Dense(0)]", Loss);

        Assert.Equal(["NETDSL012", "NETDSL020", "NETDSL017"], run.Reported.Select(r => r.Id));
    }

    [Fact]
    public void Two_branches_report_a_wrong_shape_each()
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(8)]", "[Conv2D(8, 3)]", "[Conv2D(8, 3, From = \"input_0\")]", Loss);

        Assert.Equal([4, 5], run.Reported.Where(r => r.Id == "NETDSL012").Select(r => r.Line));
    }
}
