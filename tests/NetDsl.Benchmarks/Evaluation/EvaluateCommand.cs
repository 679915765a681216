using System.Numerics;
using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>Writes what a compiled network makes of given parameters, samples and targets, to be held against another framework.</summary>
internal sealed class EvaluateCommand : ICommand
{
    private const string Parameters = "--parameters";
    private const string Input = "--input";
    private const string Target = "--target";
    private const string Output = "--output";

    /// <inheritdoc/>
    public string Name => "evaluate";

    /// <inheritdoc/>
    public string Usage =>
        """
        evaluate ASSEMBLY TYPE --parameters P.safetensors --input X.npy --target Y.npy --output OUT.safetensors
            writes output, loss, grad/NAME and grad/input of a compiled network
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Parameters, Input, Target, Output];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        if (line.Positions.Count != 2)
        {
            throw new UsageException("evaluate takes an assembly and a type.");
        }

        EvaluateArguments arguments = new(
            line.Positions[0],
            line.Positions[1],
            line.Required(Parameters),
            line.Required(Input),
            line.Required(Target),
            line.Required(Output));
        return () => Run(arguments);
    }

    private static void Run(EvaluateArguments arguments)
    {
        INetwork network = NetworkAssembly.CreateNetwork(arguments.Assembly, arguments.Type);
        try
        {
            switch (network)
            {
                case INetwork<float> single:
                    Write(single, arguments);
                    break;
                case INetwork<double> precise:
                    Write(precise, arguments);
                    break;
                default:
                    throw new EvaluationException($"{arguments.Type} has an element type that is neither float nor double.");
            }
        }
        catch (Exception error) when (error is DataFormatException or ModelFormatException or IOException or UnauthorizedAccessException)
        {
            // These name the file and what is wrong with it.
            throw new EvaluationException(error.Message, error);
        }
    }

    private static void Write<T>(INetwork<T> network, EvaluateArguments arguments)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> evaluation = new(network);
        evaluation.LoadParameters(arguments.Parameters);
        SafetensorsFile.Write(arguments.Output, evaluation.Run(arguments.Input, arguments.Target));
        Console.WriteLine($"{arguments.Output}: output, loss and gradients of {network.Summary.Name} by {Kernel()}.");
    }

    // The vectors that generated code takes here, which differ from machine to machine and can be switched off by environment.
    private static string Kernel() =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "Vector512" :
        System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "Vector256" :
        System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated ? "Vector128" :
        "Scalar";
}
