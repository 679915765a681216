using System.Text;
using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class FitsFileTests
{
    [Fact]
    public void A_catalogue_becomes_data_with_classes_and_array_columns()
    {
        Dataset data = FitsFile.Read(
            DataPath("packed.fits.gz"),
            new FitsOptions { Hdu = "lat_point_source_catalog", Targets = ["CLASS1"], Features = ["Flux", "Flux_History"] },
            out TableReport report);

        Assert.Equal((30, 49), (data.Count, data.FeatureSize));
        Assert.Equal(["Flux", "Flux_History[0]"], data.FeatureNames!.Take(2));
        Assert.Equal(["PSR", "bll", "fsrq"], data.Classes);
        Assert.Equal(30, report.Rows);
    }

    [Fact]
    public void A_stream_gives_the_rows_that_reading_gives()
    {
        FitsOptions options = new() { Hdu = "THIRD" };
        Dataset data = FitsFile.Read(DataPath("several.fits"), options);
        using RowSource rows = FitsFile.Open(DataPath("several.fits"), options);

        Assert.Equal(data.AllFeatures, rows.ReadAll().AllFeatures);
        Assert.Equal([40f, 41, 42], rows.Read(40, 3).AllFeatures);
    }

    [Fact]
    public void The_first_table_is_read_unless_another_is_named()
    {
        string path = DataPath("several.fits");

        Assert.Equal(["y"], FitsFile.Read(path).FeatureNames);
        Assert.Equal(["z"], FitsFile.Read(path, new FitsOptions { Hdu = "5" }).FeatureNames);
        Assert.Contains("'BLANK' is no binary table", Refuse(() => FitsFile.Read(path, new FitsOptions { Hdu = "BLANK" })), StringComparison.Ordinal);
        Assert.Contains("2 SECOND (BinaryTable)", Refuse(() => FitsFile.Read(path, new FitsOptions { Hdu = "FOURTH" })), StringComparison.Ordinal);
        Assert.Equal([2, 3, 4], FitsFile.ReadImage(path, "CUBE").Shape);
        Assert.Equal([3, 5], FitsFile.ReadImage(path).Shape);
    }

    [Fact]
    public void Missing_values_follow_the_options()
    {
        string path = DataPath("nulls.fits");

        Assert.Contains("missing", Refuse(() => FitsFile.Read(path)), StringComparison.Ordinal);
        Assert.Equal(8, FitsFile.Read(path, new FitsOptions { Missing = MissingValues.Keep, ExcludedFeatures = ["K"] }).MissingCount);
        Assert.Equal([2f, 3, 4], FitsFile.Read(path, new FitsOptions { Missing = MissingValues.Drop, Features = ["I", "J"] }).AllFeatures);
    }

    [Fact]
    public void Arrays_of_different_lengths_are_left_out_and_refused_when_asked_for()
    {
        string path = DataPath("any_length.fits");

        Assert.Equal(
            ["equal[0]", "equal[1]", "equal[2]", "wide[0]", "wide[1]", "x"],
            FitsFile.Read(path).FeatureNames);
        Assert.Contains(
            "column 'ragged' cannot be read: its array has 1 elements in row 0 and 4 in row 1",
            Refuse(() => FitsFile.Read(path, new FitsOptions { Features = ["x", "ragged"] })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_is_no_stream()
    {
        Assert.Contains("gunzip", Refuse(() => FitsFile.Open(DataPath("packed.fits.gz"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_known_by_its_first_bytes_plain_and_packed()
    {
        using TemporaryFile other = new("SIMPLE,y\n1,2\n");

        Assert.True(FitsFile.IsFits(DataPath("types.fits")));
        Assert.True(FitsFile.IsFits(DataPath("packed.fits.gz")));
        Assert.False(FitsFile.IsFits(other.Path));
        Assert.Contains("no FITS file", Refuse(() => FitsFile.List(other.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_does_not_keep_to_itself_is_refused_with_the_reason()
    {
        foreach ((string problem, string[] cards) in (IEnumerable<(string, string[])>)
        [
            ("the file has 40 behind it", Table(1_000_000_000_000, 1_000_000_000_000)),
            ("take 8 bytes; a row has 4", [.. Table(4, 10), "TFIELDS = 1", "TFORM1  = 'D'"]),
            ("'7Y' of column 'col1' is none", [.. Table(4, 10), "TFIELDS = 1", "TFORM1  = '7Y'"]),
            ("TFORM1 is missing", [.. Table(4, 10), "TFIELDS = 1"]),
            ("TZERO1 is many", [.. Table(4, 10), "TFIELDS = 1", "TFORM1  = 'J'", "TZERO1  = many"]),
            ("'x'", [.. Table(8, 5), "TFIELDS = 2", "TFORM1  = 'J'", "TFORM2  = 'J'", "TTYPE1  = 'x'", "TTYPE2  = 'x'"]),
        ])
        {
            byte[] content = [.. Block(["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0"]), .. Block(cards), .. new byte[40]];
            Assert.Contains(problem, Refuse(() => Read(content)), StringComparison.Ordinal);
        }

        Assert.Contains("has no END", Refuse(() => Read(Block(["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0"], end: false))), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_point_to_one_place_of_the_heap_do_not_fill_the_memory()
    {
        // Each of 10 rows has the same 90 bytes.
        byte[] data = [.. Enumerable.Range(0, 10).SelectMany(_ => (byte[])[0, 0, 0, 90, 0, 0, 0, 0]), .. new byte[100]];
        byte[] file =
        [
            .. Block(["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0"]),
            .. Block([.. Table(8, 10), "PCOUNT  = 100", "TFIELDS = 1", "TFORM1  = '1PB(90)'"]),
            .. data,
        ];

        using TemporaryFile temporary = new(file);
        Assert.Equal("its arrays overlap in the heap", FitsFile.List(temporary.Path)[1].Columns[0].Problem);
    }

    [Fact]
    public void A_text_that_goes_on_over_many_cards_is_put_together()
    {
        byte[] file = Block(["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", "EXTNAME = 'it''s &'", "CONTINUE  'long &'", "CONTINUE  'indeed' / so"]);
        using TemporaryFile temporary = new(file);

        Assert.Equal("it's long indeed", FitsFile.List(temporary.Path)[0].Name);
    }

    private static string[] Table(long rowSize, long rows) =>
        ["XTENSION= 'BINTABLE'", "BITPIX  = 8", "NAXIS   = 2", $"NAXIS1  = {rowSize}", $"NAXIS2  = {rows}"];

    private static byte[] Block(string[] cards, bool end = true) =>
        Encoding.ASCII.GetBytes(string.Concat([.. cards.Select(card => card.PadRight(80)), .. end ? ["END"] : Array.Empty<string>()]).PadRight(2880));

    private static Dataset Read(byte[] content)
    {
        using TemporaryFile file = new(content);
        return FitsFile.Read(file.Path);
    }

    private static string Refuse(Func<object> read) => Assert.Throws<DataFormatException>(read).Message;

    private static string DataPath(string name) => Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files", $"fits_{name}");
}
