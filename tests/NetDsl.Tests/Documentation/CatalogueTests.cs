using NetDsl.Data;
using NetDsl.Data.Simulators;
using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.Tests.Documentation;

/// <summary>The table of everything there is, which the README shows, is made from the code.</summary>
public sealed class CatalogueTests
{
    private const string Begin = "<!-- catalogue: begin -->\n";
    private const string End = "<!-- catalogue: end -->\n";

    private static string ReadmePath => Repository.File("README.md");

    [Fact]
    public void The_readme_lists_every_layer_activation_loss_optimizer_callback_and_metric()
    {
        string readme = File.ReadAllText(ReadmePath).ReplaceLineEndings("\n");
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = readme.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("NETDSL_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(ReadmePath, readme[..begin] + Table() + readme[end..]);
            return;
        }

        Assert.Equal(Table(), readme[begin..end]);
    }

    private static string Table() => string.Concat(
        "| kind | all there are |\n|---|---|\n",
        Row("layers", Subtypes<LayerAttribute>("Attribute")),
        Row("activations", Enum.GetNames<Activation>()),
        Row("initialisers", Enum.GetNames<Initializer>()),
        Row("losses", Enum.GetNames<Loss>()),
        Row("optimisers", Subtypes<Optimizer>()),
        Row("schedules", Subtypes<LearningRateSchedule>()),
        Row("callbacks", Subtypes<Callback>()),
        Row("preparation", Subtypes<PreparationStep>()),
        Row("augmentation", Subtypes<Augmentation>()),
        Row("simulators", Simulators()),
        Row("metrics", Metrics.All.Select(metric => metric.Metric.ToString())),
        Row("curves and analyses", Metrics.Analyses.Select(analysis => analysis.Name)));

    private static string Row(string kind, IEnumerable<string> names) =>
        $"| {kind} | {string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => $"`{name}`"))} |\n";

    private static IEnumerable<string> Simulators() => typeof(ShowerTrack).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(ShowerTrack).Namespace && type is { IsAbstract: true, IsSealed: true })
        .Select(type => type.Name);

    private static IEnumerable<string> Subtypes<T>(string ending = "") => typeof(T).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .Select(type => type.Name[..^ending.Length].Split('`')[0]);
}
