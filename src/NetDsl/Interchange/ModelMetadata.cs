namespace NetDsl.Interchange;

/// <summary>The names under which a file of NetDsl says what it holds.</summary>
internal static class ModelMetadata
{
    /// <summary>
    /// What the keys begin with. Tensors whose names begin so are no parameters but the state of a training, say; no layer can have such a
    /// name.
    /// </summary>
    public const string Prefix = "netdsl.";

    /// <summary>The version of the format, a whole number from 1.</summary>
    public const string Version = "netdsl.version";

    /// <summary>The name of the network's class.</summary>
    public const string NetworkName = "netdsl.network";

    /// <summary>Single or Double.</summary>
    public const string Precision = "netdsl.precision";

    /// <summary>The SHA-256 of the tensors: their names, types, shapes and values.</summary>
    public const string TensorChecksum = "netdsl.sha256";

    /// <summary>The C# text that declares the network.</summary>
    public const string Declaration = "netdsl.declaration";

    /// <summary>The names of the classes, a list in JSON.</summary>
    public const string Classes = "netdsl.classes";

    /// <summary>The names of the features in order, a list in JSON.</summary>
    public const string FeatureNames = "netdsl.features";

    /// <summary>The names of the targets in order, a list in JSON.</summary>
    public const string TargetNames = "netdsl.targets";

    /// <summary>The epochs it was trained for.</summary>
    public const string EpochsTrained = "netdsl.epochs";

    /// <summary>What its first parameters were drawn from.</summary>
    public const string Seed = "netdsl.seed";

    /// <summary>How data are prepared for the network, in JSON.</summary>
    public const string Preparation = "netdsl.preparation";

    /// <summary>The SHA-256 of what is said of the network, from its declaration to the preparation, as far as it is there.</summary>
    public const string DescriptionChecksum = "netdsl.description.sha256";

    /// <summary>Samples to test the network with, base64 of little-endian values.</summary>
    public const string SelfTestInputs = "netdsl.selftest.inputs";

    /// <summary>What it answered to them, base64 of little-endian values.</summary>
    public const string SelfTestOutputs = "netdsl.selftest.outputs";
}
