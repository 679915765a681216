using System.IO.Compression;
using System.Xml.Linq;
using NetDsl.Tests;

namespace NetDsl.Generators.Tests.Packaging;

/// <summary>
/// The package as a user takes it: packed from the sources alone, into a folder of its own, and referenced by a project that knows
/// nothing else of this repository.
/// </summary>
public sealed class PackageTests
{
    /// <summary>NuGet's "unable to load the service index": there is no network, and a package is not in any folder of this machine.</summary>
    private const string NoNetwork = "NU1301";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="NetDsl" Version="VERSION" />
          </ItemGroup>

        </Project>
        """;

    private const string Program = """
        using NetDsl;
        using NetDsl.Data;
        using NetDsl.Training;

        Dataset table = new([0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1], [3], [0, 1, 1, 1], [1]);
        TruthTable network = new(seed: 1);
        History history = new Trainer<float>(network, new Adam { LearningRate = 0.05 }).Fit(table, epochs: 200, batchSize: 4);

        float[] answers = new float[4];
        network.Predict(table.AllFeatures, answers);
        Console.WriteLine(history["loss"][^1] < 0.1 * history["loss"][0] && answers[0] < 0.5 && answers[3] > 0.5 ? "It has learnt." : "It has not learnt.");

        NetworkPass<float> pass = new Images().CreatePass(batchSize: 2);
        pass.Inputs.Fill(1);
        pass.Targets.Fill(100);
        Console.WriteLine(pass.ForwardBackward(samples: 2, noiseSeed: 1) > 1 ? "It computes." : "It does not compute.");

        [Network]
        [Input(3)]
        [Dense(4, Activation.Sigmoid)]
        [Dense(1, Activation.Sigmoid)]
        [Loss(Loss.MeanSquaredError)]
        public partial class TruthTable;

        [Network]
        [Input(8, 8, 1)]
        [Conv2D(8, 3, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Flatten]
        [Dropout(0.5)]
        [Dense(1)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Images;
        """;

    private const string Configuration = """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources>
            <clear />
            <add key="here" value="FEED" />
            <add key="nuget.org" value="https://api.nuget.org/v3/index.json" protocolVersion="3" />
          </packageSources>
          <packageSourceMapping>
            <clear />
            <packageSource key="here"><package pattern="NetDsl" /></packageSource>
            <packageSource key="nuget.org"><package pattern="*" /></packageSource>
          </packageSourceMapping>
          <fallbackPackageFolders>
            <clear />
            FALLBACK
          </fallbackPackageFolders>
        </configuration>
        """;

    [Fact]
    public async Task A_project_that_references_the_package_alone_declares_trains_and_predicts()
    {
        using TemporaryFolder folder = new();
        string package = await PackAsync(folder);
        CheckContents(package);

        string consumer = Directory.CreateDirectory(folder.File("consumer")).FullName;
        WriteConsumer(consumer, package);
        (int exitCode, string output) = await DotnetCommand.RunAsync(consumer, folder.File("packages"), "run", "-c", "Release");

        Assert.SkipWhen(output.Contains(NoNetwork, StringComparison.Ordinal), "The packages that NetDsl depends on are neither on this machine nor to be had.");
        Assert.True(exitCode == 0, output);
        Assert.Contains("It has learnt.", output, StringComparison.Ordinal);
        Assert.Contains("It computes.", output, StringComparison.Ordinal);
    }

    /// <summary>Packs the library as it is on a clean clone: with no output folder but a fresh one.</summary>
    private static async Task<string> PackAsync(TemporaryFolder folder)
    {
        Assert.SkipWhen(DotnetCommand.Path is null, "The command dotnet is not on the PATH.");
        (int exitCode, string output) = await DotnetCommand.RunAsync(
            Repository.Root,
            packages: null,
            "pack",
            Path.Combine("src", "NetDsl"),
            "-c",
            "Release",
            "--output",
            folder.File("feed"),
            "--artifacts-path",
            folder.File("build"));

        Assert.SkipWhen(output.Contains(NoNetwork, StringComparison.Ordinal), "The packages that the library is built with are neither on this machine nor to be had.");
        Assert.True(exitCode == 0, output);
        return Assert.Single(Directory.GetFiles(folder.File("feed")));
    }

    private static void CheckContents(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        string[] files = [.. archive.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("package/", StringComparison.Ordinal))];
        Assert.Equal(
            ["NetDsl.nuspec", "README.md", "[Content_Types].xml", "_rels/.rels", "analyzers/dotnet/cs/NetDsl.Generators.dll", "lib/net10.0/NetDsl.dll", "lib/net10.0/NetDsl.xml"],
            files.Order(StringComparer.Ordinal));

        using Stream stream = archive.GetEntry("NetDsl.nuspec")!.Open();
        var manifest = XDocument.Load(stream);
        XNamespace name = manifest.Root!.Name.Namespace;
        Assert.Equal("MIT", manifest.Descendants(name + "license").Single().Value);
        Assert.Equal("README.md", manifest.Descendants(name + "readme").Single().Value);
        Assert.Equal(
            ["CsvHelper", "MathNet.Numerics", "System.Numerics.Tensors"],
            manifest.Descendants(name + "dependency").Select(d => d.Attribute("id")!.Value).Order(StringComparer.Ordinal));
    }

    private static void WriteConsumer(string folder, string package)
    {
        // What lies above the temporary folder must not be taken in.
        foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(folder, name), "<Project />");
        }

        // The packages that were restored to build these tests serve here too, so that no network is needed.
        string restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string fallback = Directory.Exists(restored) ? new XElement("add", new XAttribute("key", "restored"), new XAttribute("value", restored)).ToString() : "";
        string version = Path.GetFileNameWithoutExtension(package)["NetDsl.".Length..];
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), Project.Replace("VERSION", version, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            Configuration.Replace("FEED", Path.GetDirectoryName(package), StringComparison.Ordinal).Replace("FALLBACK", fallback, StringComparison.Ordinal));
    }
}
