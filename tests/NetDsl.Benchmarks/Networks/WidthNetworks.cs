using NetDsl.Training;

namespace NetDsl.Benchmarks.Networks;

/// <summary>
/// mlp-WIDTH: how cost grows with the width. 32 inputs, two layers of WIDTH, one label; mlp-8 to mlp-4096.
/// </summary>
public static partial class WidthNetworks
{
    private const string Prefix = "mlp-";

    private static readonly Dictionary<int, Func<INetwork<float>>> ByWidth = new()
    {
        [8] = () => new Width8(),
        [16] = () => new Width16(),
        [32] = () => new Width32(),
        [64] = () => new Width64(),
        [128] = () => new Width128(),
        [256] = () => new Width256(),
        [512] = () => new Width512(),
        [1024] = () => new Width1024(),
        [2048] = () => new Width2048(),
        [4096] = () => new Width4096(),
    };

    /// <summary>The widths, in ascending order.</summary>
    public static IReadOnlyCollection<int> Widths => ByWidth.Keys;

    /// <summary>The name of a width's workload.</summary>
    /// <param name="width">One of <see cref="Widths"/>.</param>
    public static string NameOf(int width) => FormattableString.Invariant($"{Prefix}{width}");

    /// <summary>Makes a network.</summary>
    /// <param name="name">A name such as mlp-64.</param>
    /// <returns>The network, or null where there is none of that name.</returns>
    public static INetwork<float>? TryCreate(string name) =>
        ByWidth.Keys.FirstOrDefault(width => NameOf(width) == name) is var found && ByWidth.TryGetValue(found, out Func<INetwork<float>>? create)
            ? create()
            : null;

    [Network]
    [Input(32)]
    [Dense(8, Activation.ReLU)]
    [Dense(8, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width8;

    [Network]
    [Input(32)]
    [Dense(16, Activation.ReLU)]
    [Dense(16, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width16;

    [Network]
    [Input(32)]
    [Dense(32, Activation.ReLU)]
    [Dense(32, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width32;

    [Network]
    [Input(32)]
    [Dense(64, Activation.ReLU)]
    [Dense(64, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width64;

    [Network]
    [Input(32)]
    [Dense(128, Activation.ReLU)]
    [Dense(128, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width128;

    [Network]
    [Input(32)]
    [Dense(256, Activation.ReLU)]
    [Dense(256, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width256;

    [Network]
    [Input(32)]
    [Dense(512, Activation.ReLU)]
    [Dense(512, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width512;

    [Network]
    [Input(32)]
    [Dense(1024, Activation.ReLU)]
    [Dense(1024, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width1024;

    [Network]
    [Input(32)]
    [Dense(2048, Activation.ReLU)]
    [Dense(2048, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width2048;

    [Network]
    [Input(32)]
    [Dense(4096, Activation.ReLU)]
    [Dense(4096, Activation.ReLU)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    private sealed partial class Width4096;
}
