using Microsoft.CodeAnalysis;

namespace NetDsl.Generators.Diagnostics;

/// <summary>Every mistake the generator reports. Each has a page of its id in the folder pages: cause, example, fix.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "NetDsl";

    // The one place that says where the pages are published.
    private const string Pages = "https://github.com/netdsl/netdsl/blob/main/generators/NetDsl.Generators/Diagnostics/pages/";

    public static readonly DiagnosticDescriptor NotPartial = new(
        "NETDSL001",
        "A network's class must be partial",
        "'{0}' is not partial, so no code can be added to it; write 'partial class {0}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL001.md");

    public static readonly DiagnosticDescriptor NestedInNonPartial = new(
        "NETDSL002",
        "The types around a network's class must be partial",
        "'{0}' is nested in '{1}', which is not partial, so no code can be added to it; make '{1}' partial or move '{0}' out of it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL002.md");

    public static readonly DiagnosticDescriptor Generic = new(
        "NETDSL003",
        "A network's class must not be generic",
        "'{0}' cannot be a network because '{1}' is generic; for double precision write [Network(Precision = Precision.Double)]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL003.md");

    public static readonly DiagnosticDescriptor UnsuitableClass = new(
        "NETDSL004",
        "The class cannot be a network",
        "'{0}' is {1}; a network is an ordinary class that can be created and that other files can add to",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL004.md");

    public static readonly DiagnosticDescriptor OwnConstructor = new(
        "NETDSL005",
        "A network's class must not declare a constructor",
        "'{0}' declares a constructor; the generated code declares the one that makes the network, so put this code in a static method that calls it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL005.md");

    public static readonly DiagnosticDescriptor SplitDeclaration = new(
        "NETDSL006",
        "A network must be declared on one part of its class",
        "The attributes of '{0}' are written on several parts of the class ({1}), between which there is no order; put [Input], the layers and [Loss] on one part",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL006.md");

    public static readonly DiagnosticDescriptor NoInput = new(
        "NETDSL007",
        "A network must have an input",
        "'{0}' has no [Input]; write the shape of one sample, channels last, above the first layer: [Input(32, 32, 1)]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL007.md");

    public static readonly DiagnosticDescriptor NoLayers = new(
        "NETDSL009",
        "A network must have a layer",
        "'{0}' has no layers; write at least one below [Input], for example [Dense(1)]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL009.md");

    public static readonly DiagnosticDescriptor NoLoss = new(
        "NETDSL010",
        "A network must have a loss",
        "'{0}' has no [Loss]; write what training makes small, for example [Loss(Loss.MeanSquaredError)]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL010.md");

    public static readonly DiagnosticDescriptor UnknownFrom = new(
        "NETDSL011",
        "From must name a layer or input above",
        "Nothing above this layer is named '{0}'; above it there are: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL011.md");

    public static readonly DiagnosticDescriptor WrongRank = new(
        "NETDSL012",
        "A layer's input has too few dimensions",
        "{0} needs an input of rank {1} ({2}); {3} gives {4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL012.md");

    public static readonly DiagnosticDescriptor RepeatedName = new(
        "NETDSL014",
        "A name is used twice",
        "The name '{0}' is taken by {1}; layers and inputs need names of their own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL014.md");

    public static readonly DiagnosticDescriptor UnusableName = new(
        "NETDSL015",
        "A name has characters that cannot be used",
        "The name '{0}' cannot be used; a name is made of letters, digits and '_', and does not begin with a digit",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL015.md");

    public static readonly DiagnosticDescriptor WindowTooLarge = new(
        "NETDSL016",
        "A window is larger than its input",
        "{0} has a {1} of {2}, larger than its input; {3} gives {4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL016.md");

    public static readonly DiagnosticDescriptor SizeNotPositive = new(
        "NETDSL017",
        "A size must be at least 1",
        "{0} needs {1} to be at least 1; it is {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL017.md");

    public static readonly DiagnosticDescriptor SizeTooLarge = new(
        "NETDSL018",
        "A tensor has too many values",
        "{0} makes {1} {2}, more than 2,147,483,647 values{3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL018.md");

    public static readonly DiagnosticDescriptor NetworkTooLarge = new(
        "NETDSL019",
        "A network is too large",
        "With this {0} the network stores {1} {2}, rows filled up to multiples of 16; there can be at most 2,147,483,647",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL019.md");

    public static readonly DiagnosticDescriptor RateOutOfRange = new(
        "NETDSL020",
        "A rate must be in [0, 1)",
        "{0} needs a rate of at least 0 and below 1; it is {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL020.md");

    public static readonly DiagnosticDescriptor SoftmaxOnOneUnit = new(
        "NETDSL021",
        "A softmax needs more than one unit",
        "{0} has one {1}, over which a softmax is always 1; use Activation.Sigmoid for a yes or no, or one {1} a class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL021.md");

    public static readonly DiagnosticDescriptor LossDoesNotFit = new(
        "NETDSL022",
        "The loss does not fit the last activation",
        "{0} is for {1}; the network ends with {2}, so end it with Activation.{3} or choose another loss",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL022.md");

    public static readonly DiagnosticDescriptor UnknownEnumValue = new(
        "NETDSL023",
        "An enum has no such value",
        "{0} has no value {1}; it has: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL023.md");

    public static readonly DiagnosticDescriptor UnusedLayer = new(
        "NETDSL024",
        "A layer's output is not used",
        "Nobody takes the output of '{0}', and it is not the last layer; name it in another layer's From or remove it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL024.md");

    public static readonly DiagnosticDescriptor NothingAbove = new(
        "NETDSL025",
        "The first layer has no input",
        "There is nothing above this {0} to take; move [Input] above it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL025.md");

    public static readonly DiagnosticDescriptor UnknownLayer = new(
        "NETDSL026",
        "There is no such layer",
        "NetDsl has no layer '{0}'; a layer of your own is a type that implements ICustomLayer, declared by [Custom(typeof(...))]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL026.md");

    public static readonly DiagnosticDescriptor DropoutLast = new(
        "NETDSL027",
        "A network ends with a dropout",
        "'{0}' is the last layer, so training sets the network's own outputs to 0 at random; remove it, or put it before another layer",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL027.md");

    public static readonly DiagnosticDescriptor NormalizationNotFirst = new(
        "NETDSL048",
        "A Normalization must take the samples",
        "Normalization learns its statistics from the data before training, so it must take the network's input, not what {0} gives; move it directly below [Input], write Mean and Variance, or use BatchNormalization",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL048.md");

    public static readonly DiagnosticDescriptor NormalizationStatistics = new(
        "NETDSL049",
        "The statistics of a Normalization do not fit",
        "Normalization cannot use its statistics: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL049.md");

    public static readonly DiagnosticDescriptor NormalizationSettingOutOfRange = new(
        "NETDSL050",
        "A setting of a normalisation is out of range",
        "{0} needs {1}; it is {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL050.md");

    public static readonly DiagnosticDescriptor NumberOutOfRange = new(
        "NETDSL028",
        "A number is out of range",
        "{0} needs {1} to be {2}; it is {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL028.md");

    public static readonly DiagnosticDescriptor InitializerDoesNotFit = new(
        "NETDSL029",
        "An initialiser does not fit",
        "{0}; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL029.md");

    public static readonly DiagnosticDescriptor StepIsNotTrained = new(
        "NETDSL032",
        "Nothing before a step learns",
        "'{0}' ends with {1}, whose derivative is 0, so that training changes nothing before it; use an activation with a slope, such as "
            + "Activation.Sigmoid, or end the network with a step too, which makes it one for prediction",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL032.md");

    public static readonly DiagnosticDescriptor LossSettingUnused = new(
        "NETDSL033",
        "The loss does not take this setting",
        "{0} is no setting of {1}, which takes: {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL033.md");

    public static readonly DiagnosticDescriptor NotAnActivationOfSteps = new(
        "NETDSL045",
        "A recurrent layer cannot take this activation",
        "{0} applies its {1} at each step, value by value, and takes {2}; it is {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL045.md");

    public static readonly DiagnosticDescriptor ReshapeDoesNotFit = new(
        "NETDSL040",
        "A target shape has another number of values than the input",
        "Reshape to {0} needs {1} values; {2} gives {3}, {4} values",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL040.md");

    public static readonly DiagnosticDescriptor NotAPermutation = new(
        "NETDSL041",
        "The dimensions of a Permute must be an order of them",
        "Permute needs each of the dimensions 1 to {0} once; it has {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL041.md");

    public static readonly DiagnosticDescriptor CroppedAway = new(
        "NETDSL042",
        "A cropping leaves nothing",
        "{0} takes away {1} of the {2} places along the {3}; {4} gives {5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL042.md");

    public static readonly DiagnosticDescriptor AmountNegative = new(
        "NETDSL043",
        "An amount must be at least 0",
        "{0} needs {1} to be at least 0; it is {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL043.md");

    public static readonly DiagnosticDescriptor NoiseLast = new(
        "NETDSL044",
        "A network ends with noise",
        "'{0}' is the last layer, so training changes the network's own outputs at random; remove it, or put it before another layer",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL044.md");

    public static readonly DiagnosticDescriptor UnknownOutput = new(
        "NETDSL051",
        "An output must name a layer",
        "No layer is named '{0}'; there are: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL051.md");

    public static readonly DiagnosticDescriptor OutputOfNothing = new(
        "NETDSL052",
        "An output must stand below a layer",
        "There is no layer above this [Output] to take; write it below the layer, or name the layer in From",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL052.md");

    public static readonly DiagnosticDescriptor LossBesideOutputs = new(
        "NETDSL053",
        "A loss stands alone",
        "'{0}' has a [Loss], which is for the one output of the last layer, besides others; write one [Output] for each output instead",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL053.md");

    public static readonly DiagnosticDescriptor RepeatedOutput = new(
        "NETDSL054",
        "A layer is declared an output twice",
        "'{0}' is an output of the network already; leave one [Output] out",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL054.md");

    public static readonly DiagnosticDescriptor WeightOutOfRange = new(
        "NETDSL055",
        "The weight of an output must be at least 0",
        "The weight of an output's loss must be a finite number of at least 0; it is {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL055.md");

    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        "NETDSL056",
        "A join needs inputs whose shapes fit",
        "{0} needs inputs {1}; {2} gives {3} and {4} gives {5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL056.md");

    public static readonly DiagnosticDescriptor TooFewInputs = new(
        "NETDSL057",
        "A join needs at least two inputs",
        "{0} joins at least two layers; name them: [{0}(\"a\", \"b\")]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL057.md");

    public static readonly DiagnosticDescriptor UnsuitableWeights = new(
        "NETDSL058",
        "The weights cannot be shared",
        "{0} cannot use the parameters of '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL058.md");

    public static readonly DiagnosticDescriptor TooManyInputs = new(
        "NETDSL059",
        "A layer takes fewer inputs",
        "{0} takes {1} inputs; {2} are named",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL059.md");

    public static readonly DiagnosticDescriptor AxisOutOfRange = new(
        "NETDSL060",
        "There is no such axis",
        "{0} has the axis {1}, but its inputs have {2} (1 to {2}, or -1 for the last); {3} gives {4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL060.md");

    public static readonly DiagnosticDescriptor UnsuitableType = new(
        "NETDSL061",
        "A type cannot compute a layer",
        "'{0}' cannot compute a layer: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL061.md");

    public static readonly DiagnosticDescriptor StridesWithDilation = new(
        "NETDSL037",
        "A window with gaps cannot have strides",
        "{0} has strides and a dilation rate above 1, which do not go together; leave one of them at 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL037.md");

    public static readonly DiagnosticDescriptor OutputPaddingOutOfRange = new(
        "NETDSL038",
        "An output padding is out of range",
        "{0} needs {1} {2} along its {3}; it is {4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL038.md");

    public static readonly DiagnosticDescriptor CausalPadding = new(
        "NETDSL039",
        "Only Conv1D has a causal padding",
        "{0} has no Padding.Causal, which keeps Conv1D from seeing later steps; use Padding.Valid or Padding.Same",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "NETDSL039.md");
}
