using System.Xml.Linq;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Networks;
using NetDsl.Benchmarks.Peers;
using NetDsl.Benchmarks.Scaling;

namespace NetDsl.Tests.Benchmarks;

/// <summary>How cost grows: the networks, the crossovers and the figure.</summary>
public sealed class ScalingTests
{
    private static readonly double[] Widths = [8, 16, 32, 64];

    [Fact]
    public void There_is_a_network_for_each_width_from_8_to_4096()
    {
        Assert.Equal([8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096], WidthNetworks.Widths);
        Assert.Equal((32 * 8) + 8 + (8 * 8) + 8 + 8 + 1, Workloads.Create("mlp-8").Network.Summary.ParameterCount);
        Assert.Null(WidthNetworks.TryCreate("mlp-9"));
    }

    [Theory]
    [InlineData("No crossover: NetDsl is faster than PyTorch at every width.", 1.0, 1.0, 1.0, 1.0)]
    [InlineData("No crossover: PyTorch is faster than NetDsl at every width.", 4.0, 4.0, 4.0, 4.0)]
    [InlineData("PyTorch is faster than NetDsl above width 23.", 1.0, 1.0, 4.0, 4.0)]
    [InlineData("NetDsl is faster than PyTorch above width 11.", 4.0, 1.0, 1.0, 1.0)]
    [InlineData("PyTorch is faster at width 16, 64, NetDsl at all others.", 1.0, 4.0, 1.0, 4.0)]
    public void A_crossover_is_named_where_lines_on_logarithmic_axes_meet(string expected, params double[] own) =>
        Assert.Equal(expected, Crossover.Describe("width", CurveOf("NetDsl", own), CurveOf("PyTorch", 2.0, 2.0, 2.0, 2.0)));

    [Fact]
    public void A_logarithmic_axis_begins_and_ends_with_whole_powers_and_keeps_ratios()
    {
        LogAxis axis = new(10, [2e-6, 0.5e-3], 100, 0);
        Assert.Equal([1e-6, 1e-5, 1e-4, 1e-3], axis.Marks.Select(mark => Math.Round(mark, 9)));
        Assert.Equal(100, axis.At(1e-6), 6);
        Assert.Equal(50, axis.At(Math.Sqrt(1e-9)), 6);
        Assert.Equal(0, axis.At(1e-3), 6);
    }

    [Fact]
    public void The_figure_is_well_formed_and_has_a_line_for_each_program_in_each_panel()
    {
        List<ScalingPoint> points = [];
        foreach (Sweep sweep in new[] { Sweep.OfWidths, Sweep.OfBatches })
        {
            foreach (string peer in new[] { PeerNames.NetDsl, PeerNames.PyTorch })
            {
                points.AddRange(sweep.Places.Select(place => new ScalingPoint(sweep, Figure.Training, peer, place.Value, 1e-6 * place.Value)));
            }
        }

        XElement figure = XElement.Parse(SvgFigure.Draw("a < b & c", Panel.Of(points)));
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(4, figure.Descendants(svg + "polyline").Count());
        Assert.Equal(2 * (10 + 13), figure.Descendants(svg + "circle").Count());
        Assert.Contains(figure.Descendants(svg + "text"), text => text.Value == "a < b & c");
        Assert.Contains(figure.Descendants(svg + "text"), text => text.Value == "100 us");
    }

    private static Curve CurveOf(string name, params double[] seconds) => new(name, [.. Widths.Zip(seconds)]);
}
