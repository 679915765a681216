using System.Globalization;

namespace NetDsl.Generators.Tests;

public sealed class CultureTests
{
    private const string Networks = """
        [Network]
        [Input(6, 6, 1)]
        [Conv2D(2, 3, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Flatten]
        [Dropout(0.25)]
        [Dense(1, Activation.Sigmoid)]
        [Loss(Loss.BinaryCrossentropy)]
        public partial class Right;

        [Network]
        [Input(200000000)]
        [Dropout(-0.5)]
        [Dense(-1)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Wrong;
        """;

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_text_is_the_same_under_any_culture(string name)
    {
        CultureInfo culture = Imitate(name);
        GeneratorRun expected = GeneratorRun.Of(Networks);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.NotEqual("-1,000.5", $"{-1000.5:N1}");

            GeneratorRun run = GeneratorRun.Of(Networks);

            Assert.Same(culture, CultureInfo.CurrentCulture);
            Assert.Equal(expected.Sources.Select(s => s.SourceText.ToString()), run.Sources.Select(s => s.SourceText.ToString()));
            Assert.Equal(expected.Reported, run.Reported);
            Assert.NotEmpty(run.Reported);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_stage_runs_under_the_invariant_culture_and_gives_the_thread_its_own_back()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;

            Assert.Same(CultureInfo.InvariantCulture, InvariantCulture.Run(_ => CultureInfo.CurrentCulture, 0));
            Assert.Throws<FormatException>(() => InvariantCulture.Run<int, int>(_ => throw new FormatException(), 0));
            Assert.Same(culture, CultureInfo.CurrentCulture);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // What breaks a literal in each of these; made by hand, since the tests run where no culture data are installed.
    private static CultureInfo Imitate(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        NumberFormatInfo format = culture.NumberFormat;
        (format.NegativeSign, format.NumberDecimalSeparator, format.NumberGroupSeparator) = name switch
        {
            "fi-FI" => ("\u2212", ",", "\u00A0"),
            "tr-TR" or "de-DE" => ("-", ",", "."),
            _ => throw new ArgumentException($"There is no imitation of the culture '{name}'.", nameof(name)),
        };
        return culture;
    }
}
