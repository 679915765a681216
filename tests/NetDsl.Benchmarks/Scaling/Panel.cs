using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Scaling;

/// <summary>One of the plots of the figure: its first curve is this project's.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Variable">What is changed.</param>
/// <param name="Curves">A line for each program.</param>
internal sealed record Panel(string Title, string Variable, IReadOnlyList<Curve> Curves)
{
    /// <summary>Sorts points into panels: training and prediction of each sweep.</summary>
    /// <param name="points">What was measured.</param>
    public static IReadOnlyList<Panel> Of(IReadOnlyList<ScalingPoint> points) =>
    [
        .. from point in points
           group point by (point.Figure, point.Sweep) into panel
           orderby panel.Key.Figure
           select new Panel(
               $"{panel.Key.Figure.ToString().ToLowerInvariant()}, {panel.Key.Sweep.Constant}",
               panel.Key.Sweep.Variable,
               [
                   .. from point in panel
                      group point by point.Peer into curve
                      orderby curve.Key != PeerNames.NetDsl
                      select new Curve(curve.Key, [.. curve.OrderBy(point => point.Value).Select(point => ((double)point.Value, point.Seconds))]),
               ]),
    ];

    /// <summary>Where each peer is faster, in a sentence for each.</summary>
    public IReadOnlyList<string> Crossovers => [.. this.Curves.Skip(1).Select(peer => Crossover.Describe(this.Variable, this.Curves[0], peer))];

    /// <summary>The points as a table.</summary>
    public string ToTable()
    {
        IEnumerable<string> rows = this.Curves[0].Points.Select((point, i) =>
            $"{point.Value.ToString("0", CultureInfo.InvariantCulture),8}" +
            string.Concat(this.Curves.Select(curve => $"{Amount.Time(curve.Points[i].Seconds),14}")));
        string header = $"{this.Variable,8}{string.Concat(this.Curves.Select(curve => $"{curve.Name,14}"))}";
        return string.Join('\n', [$"{this.Title}: time of a sample", header, .. rows, .. this.Crossovers]);
    }
}
