using System.Management.Automation;
using NetDsl.Compilation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Tests whether the gradients that a model computes are those of its loss.</summary>
/// <remarks>
/// <para>
/// Compares the gradient of each parameter, and of the samples, with central differences of the loss: single values, and random directions
/// in which every value takes part. It is the test of a layer of your own: a gradient that is wrong is no error of the command but a result that
/// says False, with the parameter.
/// </para>
/// <para>
/// In single precision rounding hides what is smaller than about 1 percent. So a twin of the model in double precision is compiled from its C#,
/// takes the model's parameters and is compared, which finds what is larger than a millionth. The model itself is not changed. Where it has
/// no C#, or that does not compile in double precision, a warning says so and the model is compared as it is.
/// </para>
/// <para>
/// Dropout and noise are off and batch normalisations take their moving statistics, as in prediction; -Noise switches them on as in training.
/// </para>
/// </remarks>
/// <example>
/// <para>Test a network on random samples</para>
/// <code>
/// $model = New-NetModel Tabular -InputShape 4 -Loss CategoricalCrossentropy {
///     Dense 8 -Activation Tanh
///     Dense 3 -Activation Softmax
/// }
/// $test = Test-NetGradient $model
/// $test.Parameters
/// </code>
/// </example>
/// <example>
/// <para>Go on only with right gradients, dropout on, on data of your own</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 100
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     MaxPooling2D 4
///     Flatten
///     Dropout 0.5
///     Dense 2 -Activation Softmax
/// }
/// if ($model | Test-NetGradient -Data $data -Samples 4 -Noise -Quiet) { Invoke-NetTraining $model $data }
/// </code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "NetGradient")]
[OutputType(typeof(NetGradientTest), typeof(bool))]
public sealed class TestNetGradientCommand : ModelCommand
{
    private const int DefaultSamples = 16;

    /// <summary>Rows with targets, of which the first are taken. Without them samples are drawn that the model and its loss can use.</summary>
    [Parameter(Position = 1)]
    [DatasetTransformation]
    public Dataset? Data { get; set; }

    /// <summary>The rows whose loss is taken: 16, or all where there are fewer. More make the test slower and no sharper.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int Samples { get; set; } = DefaultSamples;

    /// <summary>What random samples, and with -Noise dropout and noise, are drawn from.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Tests with dropout and noise on, and batch normalisations on the statistics of the batch, as in training.</summary>
    [Parameter]
    public SwitchParameter Noise { get; set; }

    /// <summary>Tests the model in its own precision, and no twin in double precision.</summary>
    [Parameter]
    public SwitchParameter AsIs { get; set; }

    /// <summary>Gives only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        using ActivityProgress progress = new(this, $"Testing the gradients of {this.Model.Name}");
        int samples = this.SamplesOf(this.Data);
        Dataset data = this.Model.Prepared(this.Data) ?? this.Model.Engine.DrawSamples(samples, this.Seed);
        progress.Report("Compiling in double precision", 0, 2);
        ModelEngine engine = this.TwinEngine() ?? this.Model.Engine;
        progress.Report("Comparing gradients with differences of the loss", 1, 2);
        GradientReport report = engine.CheckGradients(data, samples, this.Noise ? this.Seed : null, this.Cancellation);
        if (this.Quiet)
        {
            this.WriteObject(report.Agrees);
        }
        else
        {
            this.WriteObject(new NetGradientTest(this.Model, engine.Precision, samples, report));
        }
    }

    private int SamplesOf(Dataset? data)
    {
        if (data is null || this.Samples <= data.Count)
        {
            return this.Samples;
        }

        return this.IsGiven(nameof(this.Samples))
            ? throw new CommandErrorException(
                "TooFewRows",
                ErrorCategory.InvalidArgument,
                this.Samples,
                $"{this.Samples} samples are asked for, and the data have {data.Count} rows; give -Samples of at most {data.Count}, or no data.")
            : data.Count;
    }

    /// <returns>Null where the model is tested as it is.</returns>
    private ModelEngine? TwinEngine()
    {
        if (this.AsIs || this.Model.Precision == Precision.Double)
        {
            return null;
        }

        if (this.Model.Source.Length == 0)
        {
            this.WarnOfSinglePrecision("there is no C# text of it");
            return null;
        }

        try
        {
            ModelCompiler compiler = new(this.WriteWarning, this.Cancellation);
            CompiledDeclaration declaration = compiler.CompileIn(this.Model.Source, Precision.Double);

            // What an assembly says of its declaration is without namespaces.
            string name = this.Model.Network.GetType().FullName!;
            CompiledNetwork? same = declaration.Networks.OrderByDescending(network => network.Name == name)
                .FirstOrDefault(network => network.Type.Name == this.Model.Name);
            if (same?.Create() is INetwork<double> twin)
            {
                this.Model.Engine.CopyParametersTo(twin);
                return ModelEngine.For(twin);
            }

            this.WarnOfSinglePrecision($"its C# text does not declare {this.Model.Name} in double precision");
        }
        catch (DeclarationException error)
        {
            string mistake = error.Diagnostics is [var first, ..] ? first.ToString() : error.Message;
            this.WarnOfSinglePrecision($"its C# text does not compile in double precision: {mistake}");
        }

        return null;
    }

    private void WarnOfSinglePrecision(string reason) => this.WriteWarning(
        $"{this.Model.Name} is tested in single precision, in which rounding hides what is smaller than about 1 percent: {reason.TrimEnd('.')}.");
}
