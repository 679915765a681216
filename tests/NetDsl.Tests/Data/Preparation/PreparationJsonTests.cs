using System.Text;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data.Preparations;

public class PreparationJsonTests
{
    [Fact]
    public void What_was_written_comes_back_to_the_bit()
    {
        Dataset data = MixedTable.Rows(200, seed: 1);
        Preparation preparation = Preparation.Fit(MixedTable.Steps, data);
        Preparation loaded = Preparation.FromJson(preparation.ToJson());

        Assert.Equal(preparation, loaded);
        Assert.Equal(preparation.ToString(), loaded.ToString());
        Dataset other = MixedTable.Rows(100, seed: 2);
        Assert.Equal(preparation.Apply(other).AllFeatures, loaded.Apply(other).AllFeatures);
        Assert.Equal(preparation.Apply(other).AllTargets, loaded.Apply(other).AllTargets);
        Assert.Equal(preparation.Layout.FeatureNames, loaded.Layout.FeatureNames);
        Assert.NotEqual(preparation, Preparation.Fit(MixedTable.Steps, other));
    }

    [Fact]
    public void Labels_and_shapes_come_back()
    {
        Dataset images = new([.. Enumerable.Range(0, 24).Select(i => (float)i)], [2, 3, 2], [4, 5], [1], targetNames: ["größe \"x\""]);
        Preparation preparation = Preparation.Fit(
            [new StandardScaler { PerChannel = true }, new LogTransform { Offset = 1e3 }, new LabelEncoder { Binary = true }], images);
        Preparation loaded = Preparation.FromJson(preparation.ToJson());
        Assert.Equal(preparation.Apply(images).AllFeatures, loaded.Apply(images).AllFeatures);
        Assert.Equal(["4", "5"], loaded.Layout.Classes);
        Assert.Equal("größe \"x\"", loaded.Layout.LabelName);
        Assert.Equal([2, 3, 2], loaded.Source.FeatureShape);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "is no object")]
    [InlineData("{}", "has no 'source'")]
    [InlineData("{\"source\":{\"featureShape\":[1],\"targetShape\":[0]},\"steps\":[]}", "0 steps")]
    [InlineData("{\"source\":{\"featureShape\":[0],\"targetShape\":[0]},\"steps\":[]}", "shape")]
    [InlineData("{\"source\":{\"featureShape\":[70000,70000],\"targetShape\":[0]},\"steps\":[]}", "shape")]
    [InlineData("{\"source\":{\"featureShape\":[1],\"targetShape\":[0],\"categories\":{\"x\":[]}},\"steps\":[]}", "categories")]
    public void What_is_no_preparation_is_refused(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Preparation.FromJson(json)).Message);

    [Theory]
    [InlineData("{\"step\":\"StandardScaler\",\"numbers\":{\"mean\":[0],\"std\":[1]},\"names\":{}}", "needs 3 or 3 numbers 'mean'")]
    [InlineData("{\"step\":\"StandardScaler\",\"numbers\":{\"mean\":[0,0,0],\"std\":[1,0,1]},\"names\":{}}", "not positive")]
    [InlineData("{\"step\":\"StandardScaler\",\"numbers\":{\"mean\":[0,0,1e999],\"std\":[1,1,1]},\"names\":{}}", "no finite number")]
    [InlineData("{\"step\":\"Clip\",\"numbers\":{\"lower\":[1],\"upper\":[0]},\"names\":{}}", "above the upper")]
    [InlineData("{\"step\":\"Clip\",\"columns\":[3],\"numbers\":{\"lower\":[0],\"upper\":[1]},\"names\":{}}", "feature 3")]
    [InlineData("{\"step\":\"Clip\",\"columns\":[1,1],\"numbers\":{\"lower\":[0],\"upper\":[1]},\"names\":{}}", "not in order")]
    [InlineData("{\"step\":\"SimpleImputer\",\"numbers\":{\"fill\":[0,0,0],\"others\":[0],\"indicators\":[7]},\"names\":{}}", "indicator")]
    [InlineData("{\"step\":\"OneHotEncoder\",\"numbers\":{\"ignore\":[0],\"others\":[0]},\"names\":{}}", "does not say")]
    [InlineData("{\"step\":\"OneHotEncoder\",\"columns\":[1],\"numbers\":{\"ignore\":[0],\"others\":[0]},\"names\":{}}", "no categories of feature 1")]
    [InlineData("{\"step\":\"TargetScaler\",\"numbers\":{\"mean\":[],\"std\":[]},\"names\":{}}", "no targets")]
    [InlineData("{\"step\":\"LabelEncoder\",\"numbers\":{\"binary\":[0],\"values\":[1,2]},\"names\":{}}", "not one target")]
    [InlineData("{\"step\":\"Unknown\",\"numbers\":{},\"names\":{}}", "'Unknown'")]
    [InlineData("{\"numbers\":{},\"names\":{}}", "no name")]
    public void A_step_that_does_not_fit_is_refused(string step, string expected)
    {
        string json = "{\"source\":{\"featureShape\":[3],\"targetShape\":[0]},\"steps\":[" + step + "]}";
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Preparation.FromJson(json)).Message);
    }

    [Fact]
    public void A_short_text_does_not_fill_memory()
    {
        string image = "{\"source\":{\"featureShape\":[30000,30000],\"targetShape\":[0]},\"steps\":[";
        string log = "{\"step\":\"LogTransform\",\"numbers\":{\"offset\":[1],\"signed\":[0]},\"names\":{}}";
        string encoder = "{\"step\":\"OneHotEncoder\",\"columns\":[0],\"numbers\":{\"0\":[1,2],\"ignore\":[0],\"others\":[0]},\"names\":{}}";
        string name = new('x', 100_000);
        string table = $"{{\"source\":{{\"featureShape\":[1],\"featureNames\":[\"{name}\"],\"targetShape\":[0]}},\"steps\":[";
        string doubling = string.Join(",", Enumerable.Range(0, 12).Select(step =>
            $"{{\"step\":\"SimpleImputer\",\"columns\":[0],\"numbers\":{{\"fill\":[0],\"others\":[0],\"indicators\":[{string.Join(",", Enumerable.Range(0, 1 << step))}]}},\"names\":{{}}}}"));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Preparation.FromJson(image + log + "]}");
        Assert.Throws<FormatException>(() => Preparation.FromJson(image.Replace(",30000", string.Empty, StringComparison.Ordinal) + encoder + "]}x"));
        Assert.Throws<FormatException>(() => Preparation.FromJson(image + encoder + "]}"));
        Assert.Throws<FormatException>(() => Preparation.FromJson(image.Replace("30000,30000", "900000000", StringComparison.Ordinal) + encoder + "]}"));
        Assert.Throws<FormatException>(() => Preparation.FromJson(table + doubling + "]}"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    [Fact]
    public void Text_that_was_changed_is_refused_or_read()
    {
        Dataset data = MixedTable.Rows(60, seed: 1);
        byte[] text = Encoding.UTF8.GetBytes(Preparation.Fit(MixedTable.Steps, data).ToJson());
        RandomStream random = new(1, RandomStreams.Simulation);
        int refused = 0;
        for (int i = 0; i < 2000; i++)
        {
            byte[] changed = [.. text];
            for (int change = 0; change <= random.NextInt(3); change++)
            {
                changed[random.NextInt(changed.Length)] = random.NextInt(2) == 0 ? (byte)random.NextInt(256) : text[random.NextInt(text.Length)];
            }

            try
            {
                string json = Encoding.UTF8.GetString(changed, 0, random.NextInt(4) == 0 ? random.NextInt(text.Length) : text.Length);
                Preparation loaded = Preparation.FromJson(json);
                loaded.Apply(data.AllFeatures, new float[data.Count * loaded.Layout.FeatureSize]);
            }
            catch (Exception error) when (error is FormatException or ArgumentException or DataFormatException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 500, 2000);
    }
}
