using NetDsl.Data;

namespace NetDsl.Tests.Data.Preparations;

public class EncoderTests
{
    [Fact]
    public void Only_categories_of_the_training_rows_get_a_column()
    {
        Dataset train = Kinds([2, 0, 2], "a", "b", "c");
        Preparation preparation = Preparation.Fit([new OneHotEncoder { HandleUnknown = UnknownCategory.Ignore }], train);

        Dataset prepared = preparation.Apply(Kinds([0, 1, 2, float.NaN], "a", "b", "c"));

        Assert.Equal(["kind_a", "kind_c", "x"], prepared.FeatureNames);
        Assert.Equal([1f, 0, 7, 0, 0, 7, 0, 1, 7, 0, 0, 7], prepared.AllFeatures);
        Assert.Empty(prepared.Layout.Categories);
        Assert.False(prepared.Layout.MayMissFeatures);
    }

    [Fact]
    public void A_category_that_was_in_no_training_row_is_refused_with_its_name_and_row()
    {
        Preparation preparation = Preparation.Fit([new OneHotEncoder()], Kinds([2, 0, 2], "a", "b", "c"));
        DataFormatException error = Assert.Throws<DataFormatException>(() => preparation.Apply(Kinds([0, 1], "a", "b", "c")));
        Assert.StartsWith("Row 1, column 'kind': the category 'b' was in no training row; there were a, c.", error.Message);
        error = Assert.Throws<DataFormatException>(() => preparation.Apply([0.5f, 7], new float[3]));
        Assert.Contains("category '0.5'", error.Message);
    }

    [Fact]
    public void Categories_that_other_data_number_otherwise_are_known_by_their_names()
    {
        Dataset train = Kinds([0, 1, 2], "a", "b", "c");
        foreach (PreparationStep step in new PreparationStep[] { new OneHotEncoder(), new OrdinalEncoder() })
        {
            Preparation preparation = Preparation.Fit([step], train);
            Assert.Equal(preparation.Apply(train).AllFeatures, preparation.Apply(Kinds([3, 0, 1], "b", "c", "new", "a")).AllFeatures);
            ArgumentException error = Assert.Throws<ArgumentException>(() => preparation.Apply(new Dataset([0, 7], [2], [], [0])));
            Assert.Contains("which holds numbers here", error.Message);
        }
    }

    [Fact]
    public void Ordinal_numbers_count_the_categories_of_the_training_rows()
    {
        Dataset train = Kinds([2, 0, 2], "a", "b", "c");
        Assert.Equal([1f, 7, 0, 7, 1, 7], Preparation.Fit([new OrdinalEncoder()], train).Apply(train).AllFeatures);
        Preparation allowed = Preparation.Fit([new OrdinalEncoder { UnknownValue = -1 }], train);
        Assert.Equal([-1f, 7], allowed.Apply(Kinds([1], "a", "b", "c")).AllFeatures);
        Assert.True(float.IsNaN(allowed.Apply(Kinds([float.NaN], "a", "b", "c")).AllFeatures[0]));
        Assert.Throws<DataFormatException>(() => Preparation.Fit([new OrdinalEncoder()], train).Apply(Kinds([1], "a", "b", "c")));
    }

    [Fact]
    public void Numbers_that_are_named_are_categories_by_value()
    {
        Dataset data = new([5, 1, 2.5f, 2, 5, 3], [2], [], [0], ["n", "x"]);
        Dataset prepared = Preparation.Fit([new OneHotEncoder { Columns = ["n"] }], data).Apply(data);
        Assert.Equal(["n_2.5", "n_5", "x"], prepared.FeatureNames);
        Assert.Equal([0f, 1, 1, 1, 0, 2, 0, 1, 3], prepared.AllFeatures);
    }

    [Fact]
    public void A_column_of_too_many_values_is_no_column_of_categories()
    {
        Dataset data = new([.. Enumerable.Range(0, 5000).Select(i => (float)i)], [1], [], [0]);
        Assert.Contains("more than 4096 different values", Assert.Throws<DataFormatException>(
            () => Preparation.Fit([new OneHotEncoder { Columns = ["0"] }], data)).Message);
    }

    [Fact]
    public void Numbers_of_classes_become_labels()
    {
        Dataset data = new([1, 2, 3, 4], [1], [7, -1, 7, 3], [1], targetNames: ["type"]);
        Dataset prepared = Preparation.Fit([new LabelEncoder()], data).Apply(data);
        Assert.Equal(["-1", "3", "7"], prepared.Classes);
        Assert.Equal("type", prepared.LabelName);
        Assert.Equal([0f, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0], prepared.AllTargets);

        Dataset two = data.Subset([0, 1, 2]);
        Preparation binary = Preparation.Fit([new LabelEncoder { Binary = true }], two);
        Assert.Equal([1f, 0, 1], binary.Apply(two).AllTargets);
        Assert.StartsWith("Row 3, column 'type': the class 3 ", Assert.Throws<DataFormatException>(() => binary.Apply(data)).Message);
        Assert.Throws<InvalidOperationException>(() => binary.InverseTargets(new float[1]));
        Assert.Throws<DataFormatException>(() => Preparation.Fit([new LabelEncoder { Binary = true }], data));
        Assert.Throws<DataFormatException>(() => Preparation.Fit([new LabelEncoder()], data.Subset([0, 2])));
    }

    private static Dataset Kinds(float[] kinds, params string[] names) => new(
        new RowLayout
        {
            FeatureShape = [2],
            FeatureNames = ["kind", "x"],
            Categories = new Dictionary<int, IReadOnlyList<string>> { [0] = names },
            MayMissFeatures = true,
        },
        [.. kinds.SelectMany(kind => new[] { kind, 7 })],
        []);
}
