using NetDsl.Data;

namespace NetDsl.Tests.Data;

/// <summary>Several labels for one class, and rows with other labels.</summary>
public sealed class ClassLabelTests
{
    private const string Catalogue = "flux,class\n1,bll\n2,psr\n3,PSR\n4,unknown\n5,fsrq\n6,\n";

    private static readonly CsvOptions Options = new()
    {
        Targets = ["class"],
        Labels = LabelEncoding.OneHot,
        Classes = ["pulsar", "blazar", "other"],
        ClassLabels = new Dictionary<string, IReadOnlyList<string>> { ["pulsar"] = ["psr", "PSR"], ["blazar"] = ["bll", "fsrq"] },
    };

    [Fact]
    public void Labels_of_a_class_become_that_class_and_rows_with_others_are_left_out()
    {
        using TemporaryFile file = new(Catalogue);
        Dataset data = CsvFile.Read(file.Path, Options with { OtherLabels = OtherLabels.Drop }, out TableReport report);
        Assert.Equal([1f, 2f, 3f, 5f], data.AllFeatures.ToArray());
        Assert.Equal([1, 0, 0, 1], Enumerable.Range(0, 4).Select(data.ClassOf));
        Assert.Equal(["pulsar", "blazar", "other"], data.Classes!);
        Assert.Equal(2, report.DroppedRows);
    }

    [Fact]
    public void A_stream_has_the_rows_that_memory_has()
    {
        using TemporaryFile file = new(Catalogue);
        using RowSource rows = CsvFile.Open(file.Path, Options with { OtherLabels = OtherLabels.Drop });
        Assert.Equal(4, rows.Count);
        Assert.Equal([3f, 5f], rows.Read(2, 2).AllFeatures.ToArray());
        Assert.Equal([1f, 0, 0, 0, 1, 0], rows.Read(2, 2).AllTargets.ToArray());
    }

    [Fact]
    public void A_label_of_no_class_is_an_error_with_its_line_unless_told_otherwise()
    {
        using TemporaryFile file = new(Catalogue);
        DataFormatException error = Assert.Throws<DataFormatException>(() => CsvFile.Read(file.Path, Options));
        Assert.Contains("line 5", error.Message, StringComparison.Ordinal);
        Assert.Contains("'unknown'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_which_none_has_a_class_are_an_error()
    {
        using TemporaryFile file = new("x,class\n1,a\n2,b\n");
        DataFormatException error = Assert.Throws<DataFormatException>(() => CsvFile.Read(file.Path, Options with { OtherLabels = OtherLabels.Drop }));
        Assert.Contains("none of the classes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_in_batches_keep_the_labels_of_the_classes()
    {
        DatasetBuilder builder = new(["flux", "class"], Options with { OtherLabels = OtherLabels.Drop });
        foreach (string[] labels in (string[][])[["bll", "psr", "none"], ["PSR", "else", "fsrq"]])
        {
            foreach (string label in labels)
            {
                builder.Add([1.0, label]);
            }

            Dataset batch = builder.BuildBatch();
            Assert.Equal(2, batch.Count);
            Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(batch.ClassOf).Order());
        }
    }

    [Fact]
    public void Labels_that_contradict_each_other_are_refused()
    {
        using TemporaryFile file = new(Catalogue);
        Dictionary<string, IReadOnlyList<string>> twice = new() { ["pulsar"] = ["psr"], ["blazar"] = ["psr"] };
        Dictionary<string, IReadOnlyList<string>> unknown = new() { ["quasar"] = ["bll"] };
        Assert.Throws<ArgumentException>(() => CsvFile.Read(file.Path, Options with { ClassLabels = twice }));
        Assert.Throws<ArgumentException>(() => CsvFile.Read(file.Path, Options with { ClassLabels = unknown }));
        Assert.Throws<ArgumentException>(() => CsvFile.Read(file.Path, Options with { Classes = null }));
    }
}
