using NetDsl.Data;

namespace NetDsl.Tests.Data.Preparations;

public class PreparationTests
{
    [Fact]
    public void What_is_not_in_the_training_rows_changes_nothing()
    {
        Dataset train = MixedTable.Rows(50, seed: 1);
        DataSplit one = new DataSplit(train, test: MixedTable.Rows(20, seed: 2)).Prepare(MixedTable.Steps);
        DataSplit other = new DataSplit(train, MixedTable.Rows(9, seed: 3), MixedTable.Rows(30, seed: 4)).Prepare(MixedTable.Steps);

        Assert.Equal(one.Train.Preparation, other.Train.Preparation);
        Assert.Equal(one.Train.AllFeatures, other.Train.AllFeatures);
        Assert.Same(one.Train.Preparation, one.Test!.Preparation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void A_stream_gives_the_same_numbers_and_rows_as_memory_to_the_bit(int blockRows)
    {
        Dataset data = MixedTable.Rows(500, seed: 1);
        BlockedSource stream = new(data, blockRows);
        Preparation preparation = Preparation.Fit(MixedTable.Steps, stream);
        Assert.Equal(Preparation.Fit(MixedTable.Steps, data).ToJson(), preparation.ToJson());

        Dataset expected = preparation.Apply(data);
        using (RowSource prepared = preparation.Apply(stream))
        {
            Dataset all = prepared.ReadAll();
            Assert.Equal(expected.AllFeatures, all.AllFeatures);
            Assert.Equal(expected.AllTargets, all.AllTargets);
            Assert.Equal(expected.SampleWeights, all.SampleWeights);
            Assert.Equal(expected.FeatureNames, all.FeatureNames);
            Assert.Same(preparation, all.Preparation);
            Assert.Equal(expected.AllFeatures[(13 * expected.FeatureSize)..][..(99 * expected.FeatureSize)], prepared.Read(13, 99).AllFeatures);
            Assert.False(stream.IsDisposed);
        }

        Assert.True(stream.IsDisposed);
    }

    [Fact]
    public void Each_step_reads_the_stream_once()
    {
        BlockedSource stream = new(MixedTable.Rows(100, seed: 1), 8);
        Preparation.Fit([new SimpleImputer(), new StandardScaler(), new LogTransform { Signed = true }], stream);
        Assert.Equal(200, stream.RowsRead);
    }

    [Fact]
    public void Rows_are_prepared_once_only()
    {
        Dataset data = MixedTable.Rows(50, seed: 1);
        Preparation preparation = Preparation.Fit([new StandardScaler()], data);
        Dataset prepared = preparation.Apply(data);

        Assert.Null(data.Preparation);
        Assert.Same(preparation, prepared.Subset([1, 2]).Preparation);
        Assert.Same(preparation, prepared.Split(test: 0.5).Test!.Preparation);
        Assert.Contains("prepared already", Assert.Throws<ArgumentException>(() => preparation.Apply(prepared)).Message);
        Assert.Contains("prepared already", Assert.Throws<ArgumentException>(() => Preparation.Fit([new StandardScaler()], prepared)).Message);
        using RowSource rows = RowSource.Of(prepared);
        Assert.Throws<ArgumentException>(() => preparation.Apply(rows));
        using RowSource raw = RowSource.Of(data);
        Assert.Contains("not prepared alike", Assert.Throws<ArgumentException>(
            () => RowSource.Concatenate([RowSource.Of(data), preparation.Apply(RowSource.Of(data))])).Message);
    }

    [Fact]
    public void Features_to_be_predicted_are_prepared_alike_and_leave_no_garbage()
    {
        Dataset data = MixedTable.Rows(300, seed: 1);
        Preparation preparation = Preparation.Fit(MixedTable.Steps, data);
        float[] prepared = new float[300 * preparation.Layout.FeatureSize];
        void Apply() => preparation.Apply(data.AllFeatures, prepared);
        Apply();

        Assert.Equal(preparation.Apply(data).AllFeatures, prepared);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Apply();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Throws<ArgumentException>(() => preparation.Apply(new float[5], prepared));
        Assert.Throws<ArgumentException>(() => preparation.Apply(new float[4], prepared));
    }

    [Fact]
    public void Data_without_targets_are_prepared_for_a_prediction()
    {
        Dataset data = MixedTable.Rows(50, seed: 1);
        Preparation preparation = Preparation.Fit(MixedTable.Steps, data);
        Dataset unknown = new(MixedTable.Layout with { TargetShape = [0], TargetNames = null }, data.AllFeatures.ToArray(), []);

        Assert.Equal(preparation.Apply(data).AllFeatures, preparation.Apply(unknown).AllFeatures);
        Assert.Equal(0, preparation.Apply(unknown).TargetSize);
    }

    [Fact]
    public void Other_features_are_refused()
    {
        Preparation preparation = Preparation.Fit([new StandardScaler()], new Dataset([1, 2, 3, 4], [2], [], [0], ["a", "b"]));
        ArgumentException shape = Assert.Throws<ArgumentException>(() => preparation.Apply(new Dataset([1, 2, 3], [3], [], [0])));
        ArgumentException names = Assert.Throws<ArgumentException>(() => preparation.Apply(new Dataset([1, 2], [2], [], [0], ["b", "a"])));
        Assert.Contains("shape (3)", shape.Message);
        Assert.Contains("Feature 0 of the rows is 'b'; the preparation was fitted to 'a'", names.Message);
        Assert.Equal(2, preparation.Apply(new Dataset([1, 2], [2], [], [0])).FeatureSize);
    }

    [Fact]
    public void Steps_work_on_the_columns_that_are_named()
    {
        Dataset data = new([1, 2, 3, 5, 8, 13], [3], [], [0], ["x1", "x2", "y"]);
        Assert.Equal([0f, 0, 3, 1, 1, 13], Prepared(new MinMaxScaler { Columns = ["x*"] }, data));
        Assert.Equal([1f, 0, 3, 5, 1, 13], Prepared(new MinMaxScaler { Columns = ["x2"] }, data));
        string message = Assert.Throws<ArgumentException>(() => Prepared(new MinMaxScaler { Columns = ["z"] }, data)).Message;
        Assert.Contains("column 'z'", message);
        Assert.Contains("There are: x1, x2, y", message);
        Assert.Throws<ArgumentException>(() => Prepared(new MinMaxScaler { Columns = [] }, data));
    }

    [Fact]
    public void Categories_are_not_calculated_with()
    {
        Dataset data = MixedTable.Rows(50, seed: 1);
        Assert.Contains("holds categories", Assert.Throws<ArgumentException>(
            () => Preparation.Fit([new StandardScaler { Columns = ["kind"] }], data)).Message);
        Assert.Equal([0, 2, 3], Preparation.Fit([new StandardScaler { Columns = ["*"] }], data).Steps[0].State.Columns!);
        Assert.Equal([0, 2, 3], Preparation.Fit([new StandardScaler()], data).Steps[0].State.Columns!);
    }

    [Fact]
    public void A_column_that_is_the_same_in_all_rows_is_not_divided()
    {
        Dataset data = new([1, 5, 3, 5], [2], [], [0]);
        Assert.Equal([-1f, 0, 1, 0], Prepared(new StandardScaler(), data));
        Assert.Equal([0f, 0, 1, 0], Prepared(new MinMaxScaler(), data));
        Assert.Equal([1f, 5, 3, 5], Prepared(new StandardScaler { WithMean = false, WithStd = false }, data));
    }

    [Fact]
    public void A_value_without_a_logarithm_is_refused_with_its_row_and_column()
    {
        Dataset train = new([1, 2, 3, 4], [2], [], [0], ["a", "b"]);
        Dataset test = new([1, 2, 3, -1, 5, 6], [2], [], [0], ["a", "b"]);
        Preparation preparation = Preparation.Fit([new LogTransform()], train);

        DataFormatException error = Assert.Throws<DataFormatException>(() => preparation.Apply(test));
        Assert.Equal((1L, "b"), (error.Row!.Value, error.Column));
        Assert.StartsWith("Row 1, column 'b': LogTransform cannot take the value -1", error.Message);
        using RowSource rows = preparation.Apply(new BlockedSource(test, 1));
        error = Assert.Throws<DataFormatException>(() => rows.Read(1, 2));
        Assert.StartsWith("some.file, row 1, column 'b'", error.Message);
        Assert.Throws<DataFormatException>(() => Prepared(new LogTransform { Offset = 0 }, new Dataset([0, 1], [1], [], [0])));
    }

    [Fact]
    public void Missing_values_stay_missing_until_they_are_filled_in()
    {
        Dataset data = new(new RowLayout { FeatureShape = [1], MayMissFeatures = true }, [1, float.NaN, 3], []);
        foreach (PreparationStep step in new PreparationStep[]
                 { new StandardScaler(), new MinMaxScaler(), new LogTransform(), new LogTransform { Signed = true }, new Clip { Minimum = 2 } })
        {
            Dataset prepared = Preparation.Fit([step], data).Apply(data);
            Assert.True(float.IsNaN(prepared.AllFeatures[1]));
            Assert.Equal(1, prepared.MissingCount);
        }
    }

    [Fact]
    public void A_hole_where_the_training_rows_had_none_is_an_error_and_not_passed_on()
    {
        RowLayout layout = new() { FeatureShape = [2], FeatureNames = ["a", "b"], MayMissFeatures = true };
        Preparation preparation = Preparation.Fit(
            [new SimpleImputer { Columns = ["a"] }], new Dataset(layout, [1, 2, float.NaN, 4], []));

        DataFormatException error = Assert.Throws<DataFormatException>(
            () => preparation.Apply(new Dataset(layout, [1, 2, 3, float.NaN], [])));

        Assert.Equal((1L, "b"), (error.Row!.Value, error.Column));
        Assert.True(Preparation.Fit([new SimpleImputer { Columns = ["a"] }], new Dataset(layout, [1, float.NaN, 2, 4], [])).Layout.MayMissFeatures);
    }

    [Fact]
    public void A_column_without_any_value_is_refused_by_name()
    {
        RowLayout layout = new() { FeatureShape = [2], FeatureNames = ["a", "empty"], MayMissFeatures = true };
        Dataset data = new(layout, [1, float.NaN, 2, float.NaN], []);
        PreparationStep[] steps =
            [new StandardScaler(), new MinMaxScaler(), new SimpleImputer(), new SimpleImputer { Strategy = ImputationStrategy.MostFrequent },
             new Clip { LowerQuantile = 0.1 }, new OneHotEncoder { Columns = ["empty"] }];
        Assert.All(steps, step => Assert.Contains(
            "column 'empty' has no value", Assert.Throws<DataFormatException>(() => Preparation.Fit([step], data)).Message));
    }

    [Fact]
    public void Options_that_cannot_be_are_refused()
    {
        Dataset data = new([1, 2, 3, 4], [1, 2, 2], [], [0]);
        Assert.Throws<ArgumentException>(() => Prepared(new MinMaxScaler { Minimum = 1, Maximum = 1 }, data));
        Assert.Throws<ArgumentException>(() => Prepared(new Clip(), data));
        Assert.Throws<ArgumentException>(() => Prepared(new Clip { Minimum = 2, Maximum = 1 }, data));
        Assert.Throws<ArgumentException>(() => Prepared(new Clip { Minimum = 2, LowerQuantile = 0.1 }, data));
        Assert.Throws<ArgumentException>(() => Prepared(new Clip { UpperQuantile = 1.1 }, data));
        Assert.Throws<ArgumentException>(() => Prepared(new StandardScaler { PerChannel = true, Columns = ["0"] }, data));
        Assert.Throws<ArgumentException>(() => Prepared(new LogTransform { Offset = double.NaN }, data));
        Assert.Throws<ArgumentException>(() => Prepared(new OneHotEncoder { Columns = ["0"] }, data));
        Assert.Throws<ArgumentException>(() => Prepared(new OneHotEncoder(), data));
        Assert.Throws<ArgumentException>(() => Prepared(new TargetScaler(), data));
        Assert.Throws<ArgumentException>(() => Prepared(new LabelEncoder(), data));
        Assert.Throws<ArgumentException>(() => Preparation.Fit([], data));
        Assert.Throws<ArgumentException>(() => Preparation.Fit([.. Enumerable.Repeat(new StandardScaler(), 33)], data));
        Dataset categories = new(MixedTable.Layout, [1, 1, 1, 1], [0, 0]);
        Assert.Throws<ArgumentException>(() => Prepared(new SimpleImputer { Strategy = ImputationStrategy.Constant, FillValue = 3 }, categories));
    }

    [Fact]
    public void A_preparation_says_what_it_found()
    {
        Dataset data = new([1, 5, 3, 5, 2, 5], [2], [10, 20, 30], [1], ["mass", "charge"], ["energy"]);
        string text = Preparation.Fit([new Clip { Minimum = 0 }, new StandardScaler(), new TargetScaler()], data).ToString();
        Assert.Equal(
            ["Clip on 2 columns: to 0..", "StandardScaler on 2 columns: mass mean 2 std 0.8165, charge mean 5 std 1", "TargetScaler on 1 target: energy mean 20 std 8.165"],
            text.Split(Environment.NewLine));
        Dataset wide = new(new float[40], [2, 10, 2], [], [0]);
        Assert.Equal(
            "StandardScaler on 40 columns in 2 channels: channel 0 mean 0 std 1, channel 1 mean 0 std 1",
            Preparation.Fit([new StandardScaler { PerChannel = true }], wide).ToString());
        Assert.EndsWith(", and 32 more", Preparation.Fit([new StandardScaler()], wide).ToString());
    }

    [Fact]
    public void A_sample_that_leaves_rows_out_takes_each_as_likely()
    {
        const int rows = 200_000;
        ColumnSample sample = new(1000, rows, seed: 3);
        float[] row = new float[1000];
        for (int i = 0; i < rows; i++)
        {
            row[0] = i;
            sample.Add(row, places: null);
        }

        Assert.True(sample.IsPart);
        Assert.InRange(sample.Quantile(0, 0.5), rows * 0.48, rows * 0.52);
        Assert.InRange(sample.Quantile(0, 0), 0, rows * 0.001);
        Assert.InRange(sample.Quantile(0, 1), rows * 0.999, rows);
    }

    [Fact]
    public void Vectors_and_single_values_give_the_same_bits()
    {
        // 35 columns by themselves go through vectors and what is left of them; one at a time none does.
        Dataset data = new([.. Enumerable.Range(0, 35 * 8).Select(i => (float)Math.Sin(i * 12.7) * i)], [35], [], [0]);
        foreach (Func<IReadOnlyList<string>?, ColumnStep> create in new Func<IReadOnlyList<string>?, ColumnStep>[]
                 {
                     columns => new StandardScaler { Columns = columns },
                     columns => new MinMaxScaler { Columns = columns },
                     columns => new Clip { Columns = columns, Minimum = -3, UpperQuantile = 0.7 },
                 })
        {
            Assert.Equal(Prepared(create(null), data), Prepared(create(["*"]), data));
            Assert.Equal(
                Preparation.Fit([create(null)], data).Steps[0].Numbers.Values, Preparation.Fit([create(["*"])], data).Steps[0].Numbers.Values);
        }
    }

    private static float[] Prepared(PreparationStep step, Dataset data) => Preparation.Fit([step], data).Apply(data).AllFeatures.ToArray();
}
