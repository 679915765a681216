using System.Text.Json;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class ScheduleTests
{
    [Theory]
    [InlineData("step")]
    [InlineData("exponential")]
    [InlineData("exponential_staircase")]
    [InlineData("piecewise")]
    [InlineData("polynomial")]
    [InlineData("polynomial_cycle")]
    [InlineData("cosine")]
    [InlineData("cosine_warmup")]
    [InlineData("restarts")]
    [InlineData("restarts_equal")]
    [InlineData("restarts_double")]
    [InlineData("inverse_time")]
    [InlineData("inverse_time_staircase")]
    [InlineData("warmup")]
    [InlineData("one_cycle")]
    [InlineData("one_cycle_steep")]
    public void Rates_agree_with_PyTorch_or_the_formula_of_Keras(string key)
    {
        using JsonDocument vectors = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "schedules.json")));
        double[] expected = [.. vectors.RootElement.GetProperty(key).EnumerateArray().Select(e => e.GetDouble())];
        LearningRateSchedule schedule = ScheduleOf(key);
        Assert.True(expected.Length >= 40);
        Assert.All(expected.Select((rate, step) => (rate, step)), e => Assert.Equal(e.rate, schedule.RateAt(e.step), 1e-12));
    }

    [Fact]
    public void A_constant_schedule_is_constant() => Assert.Equal([0.3, 0.3], new long[] { 0, 1_000_000_000_000 }.Select(new ConstantSchedule(0.3).RateAt));

    [Fact]
    public void A_schedule_that_is_over_stays_where_it_is()
    {
        Assert.Equal(0.01, new PolynomialDecay(0.1, 10, endLearningRate: 0.01).RateAt(1000), 1e-15);
        Assert.Equal(0.02, new CosineDecay(0.2, 10, alpha: 0.1).RateAt(1000), 1e-15);
        OneCycle cycle = new(1, 10);
        Assert.Equal(cycle.RateAt(9), cycle.RateAt(1000));
        Assert.Equal(1 / 25.0 / 1e4, cycle.RateAt(9), 1e-15);
    }

    [Fact]
    public void Every_restart_begins_at_the_top_however_late()
    {
        CosineDecayRestarts schedule = new(1, firstDecaySteps: 10);
        long begin = 0;
        for (long length = 10; begin < 1L << 40; length *= 2)
        {
            Assert.Equal(1, schedule.RateAt(begin), 1e-9);
            begin += length;
            Assert.InRange(schedule.RateAt(begin - 1), 0, 0.03);
        }
    }

    [Fact]
    public void A_warm_up_leads_to_the_beginning_of_the_other_schedule()
    {
        LinearWarmup schedule = new(new StepDecay(0.4, decaySteps: 3, decayRate: 0.5), warmupSteps: 4);
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.4, 0.4, 0.2], Enumerable.Range(0, 8).Select(step => schedule.RateAt(step)), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_by_name()
    {
        Assert.Contains("initialLearningRate must be", Refused(() => new CosineDecay(-1, 10)));
        Assert.Contains("decaySteps must be at least 1", Refused(() => new ExponentialDecay(0.1, 0, 0.5)));
        Assert.Contains("decayRate must be", Refused(() => new InverseTimeDecay(0.1, 1, double.NaN)));
        Assert.Contains("tMul must be", Refused(() => new CosineDecayRestarts(0.1, 10, tMul: 0.5)));
        Assert.Contains("pctStart must be", Refused(() => new OneCycle(0.1, 10, pctStart: 1)));
        Assert.Contains("totalSteps must be at least 2", Refused(() => new OneCycle(0.1, 1)));
        Assert.Contains("3 rates; 2 are given", Assert.Throws<ArgumentException>(() => new PiecewiseConstantDecay([1, 2], [0.1, 0.2])).Message);
        Assert.Contains("must increase", Assert.Throws<ArgumentException>(() => new PiecewiseConstantDecay([2, 1], [0.1, 0.2, 0.3])).Message);
    }

    private static string Refused(Func<LearningRateSchedule> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;

    private static LearningRateSchedule ScheduleOf(string key) => key switch
    {
        "step" => new StepDecay(0.1, decaySteps: 7, decayRate: 0.3),
        "exponential" => new ExponentialDecay(0.1, decaySteps: 1, decayRate: 0.9),
        "exponential_staircase" => new ExponentialDecay(0.1, decaySteps: 8, decayRate: 0.5, staircase: true),
        "piecewise" => new PiecewiseConstantDecay([10, 30], [0.1, 0.05, 0.01]),
        "polynomial" => new PolynomialDecay(0.1, decaySteps: 25, endLearningRate: 0.01, power: 2),
        "polynomial_cycle" => new PolynomialDecay(0.1, decaySteps: 25, endLearningRate: 0.01, power: 2, cycle: true),
        "cosine" => new CosineDecay(0.1, decaySteps: 60),
        "cosine_warmup" => new CosineDecay(0.01, decaySteps: 30, alpha: 0.1, warmupTarget: 0.2, warmupSteps: 7),
        "restarts" => new CosineDecayRestarts(0.1, firstDecaySteps: 7, mMul: 0.8, alpha: 0.05),
        "restarts_equal" => new CosineDecayRestarts(0.1, firstDecaySteps: 9, tMul: 1),
        "restarts_double" => new CosineDecayRestarts(0.1, firstDecaySteps: 5),
        "inverse_time" => new InverseTimeDecay(0.1, decaySteps: 4, decayRate: 0.5),
        "inverse_time_staircase" => new InverseTimeDecay(0.1, decaySteps: 4, decayRate: 0.5, staircase: true),
        "warmup" => new LinearWarmup(new ExponentialDecay(0.1, decaySteps: 1, decayRate: 0.9), warmupSteps: 6, initialLearningRate: 0.02),
        "one_cycle" => new OneCycle(0.5, totalSteps: 40),
        "one_cycle_steep" => new OneCycle(0.5, totalSteps: 60, pctStart: 0.55, divFactor: 10, finalDivFactor: 100),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    };
}
