using System.Collections;
using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.PowerShell;

/// <summary>Simulates data to learn from.</summary>
/// <remarks>
/// <para>
/// ShowerTrack draws what a particle leaves in a detector, a shower or a track, in images of 32 x 32 pixels, half of each kind. Showers
/// are brighter than tracks, so that the brightest pixel alone would tell most of them apart; therefore each image is divided by its
/// own maximum, unless -Raw is given.
/// </para>
/// <para>
/// Sine draws points x from -pi to pi and y = sin x with Gaussian noise: the smallest regression. Logic is a truth table of three inputs of
/// which four rows are known, always the same: the smallest classification, for one sigmoid.
/// </para>
/// <para>
/// Calorimeter gives the signals of four layers, from which the energy of a particle is to be learnt; a linear model is the right one. Jets gives
/// four correlated features of jets of quarks and gluons; [NetDsl.Data.Simulators.Jets]::LogLikelihoodRatios($data) is the best possible answer.
/// </para>
/// <para>
/// GalaxyImages draws ellipticals and spirals with the noise of the photons, to be told apart or, with -Target Shape, measured. AirShower
/// gives what 6 x 6 surface detectors of two layers see of cosmic nuclei in 128 bins of 20 ns; where they come from is to be learnt, or what
/// -Target says.
/// </para>
/// <para>
/// -Constant changes what else a simulation is made of, by the names of the properties of its parameters, which have their units and sources in
/// their documentation: [NetDsl.Data.Simulators.AirShowerParameters]::new() shows them with their defaults.
/// </para>
/// </remarks>
/// <example>
/// <para>A thousand images in three parts</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 1000 -Seed 1 | Split-NetData -Validation 0.1 -Test 0.2
/// </code>
/// </example>
/// <example>
/// <para>Images with their pixels from 0 to 255</para>
/// <code>
/// $raw = New-NetData ShowerTrack -Count 100 -Raw
/// </code>
/// </example>
/// <example>
/// <para>Points of a curve, and the first of them</para>
/// <code>
/// $points = New-NetData Sine -Count 500 -Noise 0.05
/// $points.Row(0)
/// </code>
/// </example>
/// <example>
/// <para>Galaxies in colour, whose shape is to be learnt</para>
/// <code>
/// $galaxies = New-NetData GalaxyImages -Count 100 -Size 48 -Colour -Target Shape
/// </code>
/// </example>
/// <example>
/// <para>Air showers from higher zenith angles, with waveforms long enough for the whole array</para>
/// <code>
/// $showers = New-NetData AirShower -Count 100 -Target Energy -Constant @{ MaximumZenith = 60; Bins = 512 }
/// </code>
/// </example>
/// <example>
/// <para>Jets, some with negative weights</para>
/// <code>
/// $jets = New-NetData Jets -Count 1000 -Weighted | Split-NetData -Test 0.5
/// </code>
/// </example>
/// <example>
/// <para>A simulation into a file, of which a few megabytes at a time are in memory</para>
/// <code>
/// New-NetData AirShower -Count 50 -Path air.npz -PassThru
/// $stream = Import-NetData air.npz -Stream
/// $stream.Dispose()
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "NetData", DefaultParameterSetName = DataSet, SupportsShouldProcess = true)]
[OutputType(typeof(Dataset), typeof(RowSource), typeof(FileInfo))]
public sealed class NewNetDataCommand : NetCommand
{
    private const string DataSet = "Data";
    private const string FileSet = "File";
    private const string StreamSet = "Stream";

    private static readonly string[] Settings =
    [
        nameof(Count), nameof(Seed), nameof(Raw), nameof(Noise), nameof(Target), nameof(Size), nameof(Colour), nameof(Weighted), nameof(Constant),
    ];

    /// <summary>What is simulated.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Simulator Simulator { get; set; }

    /// <summary>The number of samples.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int Count { get; set; } = 1024;

    /// <summary>
    /// What chance is drawn from. Sample i depends on the seed and on i alone: a longer series begins with the shorter one.
    /// </summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>
    /// Keeps the numbers as they are: for ShowerTrack pixels from 0 to 255, for GalaxyImages counts above the sky, for AirShower signals in vertical
    /// muons, which otherwise are scaled as log10(1 + signal).
    /// </summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>For Sine: the standard deviation of the noise.</summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double Noise { get; set; } = 0.1;

    /// <summary>
    /// What is to be learnt: for AirShower Direction (as it is without this), Energy, Primary or All, for GalaxyImages Class (likewise) or Shape.
    /// </summary>
    [Parameter]
    public SimulationTarget? Target { get; set; }

    /// <summary>For GalaxyImages: the edge of an image in pixels.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    [WholeNumber]
    public int Size { get; set; } = GalaxyImages.DefaultSize;

    /// <summary>For GalaxyImages: three channels, red, green and blue, instead of one.</summary>
    [Parameter]
    [Alias("Color")]
    public SwitchParameter Colour { get; set; }

    /// <summary>For Jets: a weight for each jet, some of them negative.</summary>
    [Parameter]
    public SwitchParameter Weighted { get; set; }

    /// <summary>
    /// Constants other than the usual ones, by their names, such as @{ Noise = 0.05 } for AirShower. Logic and Sine have none.
    /// </summary>
    [Parameter]
    public IDictionary? Constant { get; set; }

    /// <summary>The file that the data are written to, .h5, .npz, .npy, .csv or .tsv, in place of giving them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>With -Path to .npz and .h5: how hard numbers are packed, from 1, fast, to 9, small; not at all where it is left out.</summary>
    [Parameter(ParameterSetName = FileSet)]
    [ValidateRange(0, 9)]
    [WholeNumber]
    public int CompressionLevel { get; set; }

    /// <summary>With -Path to .h5: the rows of a chunk, which are read and shuffled together; about a megabyte where it is left out.</summary>
    [Parameter(ParameterSetName = FileSet)]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int ChunkRows { get; set; }

    /// <summary>With -Path: replaces a file that is there.</summary>
    [Parameter(ParameterSetName = FileSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>With -Path: gives the file.</summary>
    [Parameter(ParameterSetName = FileSet)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gives a stream whose samples are simulated when they are needed; for AirShower more than memory holds.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StreamSet)]
    public SwitchParameter Stream { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.ParameterSetName == FileSet ? this.Path : this.Simulator;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (this.ParameterSetName == DataSet)
        {
            this.WriteObject(this.Simulate());
        }
        else if (this.ParameterSetName == StreamSet)
        {
            this.WriteObject(this.Rows());
        }
        else
        {
            this.WriteFile();
        }
    }

    private void WriteFile()
    {
        string file = this.Files.Literal(this.Path);
        FileArguments.RefuseFolder(file);
        ExportFormat format = DataFileWriter.FormatOf(file);
        if (format is not ExportFormat.Hdf5)
        {
            this.RefuseGiven(file, "only an HDF5 file has chunks", nameof(this.ChunkRows));
        }

        if (format is not (ExportFormat.Hdf5 or ExportFormat.Npz))
        {
            this.RefuseGiven(file, "only HDF5 and NPZ files are packed", nameof(this.CompressionLevel));
        }

        using RowSource rows = this.Rows();
        if (!this.ShouldWrite(file, this.Force, FormattableString.Invariant($"Simulate {rows.Count} rows of {this.Simulator}")))
        {
            return;
        }

        DataFileWriter writer = new()
        {
            Compression = this.CompressionLevel,
            ChunkRows = this.IsGiven(nameof(this.ChunkRows)) ? this.ChunkRows : null,
        };
        using (RowProgress progress = new(this, $"Simulating {this.Simulator}", rows.Count))
        {
            writer.Write(file, format, rows, progress, this.Cancellation);
        }

        if (this.PassThru)
        {
            this.WriteObject(new FileInfo(file));
        }
    }

    private RowSource Rows()
    {
        if (this.Simulator != Simulator.AirShower)
        {
            return RowSource.Of(this.Simulate());
        }

        this.RefuseOthers(nameof(this.Count), nameof(this.Seed), nameof(this.Target), nameof(this.Raw), nameof(this.Constant));
        return AirShower.Stream(
            this.Count, this.Seed, this.TargetOf(AirShowerTarget.Direction), this.Raw, this.Constants<AirShowerParameters>());
    }

    private Dataset Simulate()
    {
        switch (this.Simulator)
        {
            case Simulator.Logic:
                this.RefuseOthers();
                return Logic.Table();
            case Simulator.Sine:
                this.RefuseOthers(nameof(this.Count), nameof(this.Seed), nameof(this.Noise));
                return Sine.Simulate(this.Count, this.Seed, this.Noise);
            case Simulator.Calorimeter:
                this.RefuseOthers(nameof(this.Count), nameof(this.Seed), nameof(this.Constant));
                return Calorimeter.Simulate(this.Count, this.Seed, this.Constants<CalorimeterParameters>(), this.Cancellation);
            case Simulator.Jets:
                this.RefuseOthers(nameof(this.Count), nameof(this.Seed), nameof(this.Weighted), nameof(this.Constant));
                return Jets.Simulate(this.Count, this.Seed, this.Weighted, this.Constants<JetsParameters>(), this.Cancellation);
            case Simulator.GalaxyImages:
                this.RefuseOthers(
                    nameof(this.Count),
                    nameof(this.Seed),
                    nameof(this.Size),
                    nameof(this.Colour),
                    nameof(this.Target),
                    nameof(this.Raw),
                    nameof(this.Constant));
                return GalaxyImages.Simulate(
                    this.Count,
                    this.Seed,
                    this.Size,
                    this.Colour,
                    this.TargetOf(GalaxyTarget.Class),
                    this.Raw,
                    this.Constants<GalaxyImagesParameters>(),
                    this.Cancellation);
            case Simulator.AirShower:
                this.RefuseOthers(nameof(this.Count), nameof(this.Seed), nameof(this.Target), nameof(this.Raw), nameof(this.Constant));
                return AirShower.Simulate(
                    this.Count,
                    this.Seed,
                    this.TargetOf(AirShowerTarget.Direction),
                    this.Raw,
                    this.Constants<AirShowerParameters>(),
                    this.Cancellation);
            default:
                this.RefuseOthers(nameof(this.Count), nameof(this.Seed), nameof(this.Raw), nameof(this.Constant));
                return ShowerTrack.Simulate(this.Count, this.Seed, this.Raw, this.Constants<ShowerTrackParameters>(), this.Cancellation);
        }
    }

    /// <summary>Refuses the settings that the simulator does not have.</summary>
    private void RefuseOthers(params string[] settings)
    {
        string reason = settings.Length == 0
            ? $"{this.Simulator} is always the same and has no settings"
            : $"{this.Simulator} has -{string.Join(", -", settings[..^1])} and -{settings[^1]}";
        this.RefuseGiven(this.Simulator, reason, [.. Settings.Except(settings)]);
    }

    /// <summary>What is to be learnt, of the targets of one simulator.</summary>
    private T TargetOf<T>(T usual)
        where T : struct, Enum
    {
        if (this.Target is not { } target)
        {
            return usual;
        }

        if (Enum.TryParse(target.ToString(), out T known))
        {
            return known;
        }

        throw new CommandErrorException(
            "UnfitTarget",
            ErrorCategory.InvalidArgument,
            this.Simulator,
            $"{this.Simulator} has no target {target}. Give one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    /// <summary>The constants that were given, and the usual values of the others; null where none were.</summary>
    private T? Constants<T>()
        where T : class, new() => this.Constant is null ? null : SimulationConstants.Of<T>(this.Simulator, this.Constant);
}
