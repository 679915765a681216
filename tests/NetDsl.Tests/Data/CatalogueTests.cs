using NetDsl.Data;

namespace NetDsl.Tests.Data;

/// <summary>A real table: the Fermi LAT catalogue 3FGL, with text, empty cells and classes in upper and lower case.</summary>
public class CatalogueTests
{
    private static readonly string[] Features = ["GLAT", "Pivot_Energy", "Flux_Density", "Spectral_Index"];

    [Fact]
    public void The_3FGL_catalogue_gives_its_sources_by_class()
    {
        string path = Repository.SharedData("3fgl", "3fgl_v16_table.csv.gz");

        Dataset data = CsvFile.Read(path, new() { Targets = ["CLASS1"], Features = Features });

        Assert.Equal(3034, data.Count);
        Assert.Equal(Features, data.FeatureNames);
        Assert.Equal(data.Classes!.Order(StringComparer.Ordinal), data.Classes);
        int[] counts = new int[data.Classes!.Count];
        for (int row = 0; row < data.Count; row++)
        {
            counts[data.ClassOf(row)]++;
        }

        int Sum(params string[] classes) => classes.Sum(name => counts[data.Classes.ToList().IndexOf(name)]);
        Assert.Equal(1717, Sum("bll", "BLL", "bcu", "BCU", "fsrq", "FSRQ"));
        Assert.Equal(167, Sum("psr", "PSR"));
        Assert.Equal(1010, Sum("NULL"));
    }

    [Fact]
    public void A_column_with_empty_cells_is_refused_with_the_first_of_them()
    {
        string path = Repository.SharedData("3fgl", "3fgl_v16_table.csv.gz");

        DataFormatException error = Assert.Throws<DataFormatException>(() => CsvFile.Read(path, new() { Features = ["GLAT", "Signif_Avg"] }));

        Assert.Equal("Signif_Avg", error.Column);
        Assert.Equal(621, error.Row);
        Assert.Contains("the cell is empty", error.Message, StringComparison.Ordinal);
    }
}
