using System.Globalization;
using System.Security;
using System.Text;
using NetDsl.Benchmarks.Measurement;

namespace NetDsl.Benchmarks.Scaling;

/// <summary>Draws panels side by side as one SVG file. It has a background and colours of its own for light and for dark pages.</summary>
internal sealed class SvgFigure
{
    private const int Columns = 2;
    private const int PanelWidth = 460;
    private const int PanelHeight = 350;
    private const int HeaderHeight = 64;
    private const int Left = 70;
    private const int Right = 20;
    private const int Top = 70;
    private const int Bottom = 46;

    /// <summary>Colours that differ for readers who see few colours as well, after Okabe and Ito 2008.</summary>
    private const string Style =
        """
        <style>
          text { font: 12px system-ui, sans-serif; fill: #24292f; }
          .title { font-size: 14px; font-weight: 600; }
          .note { font-size: 11px; fill: #57606a; }
          .page { fill: #ffffff; }
          .grid { stroke: #d8dee4; }
          .curve { fill: none; stroke-width: 2; }
          .c0 { stroke: #d55e00; } .p0 { fill: #d55e00; }
          .c1 { stroke: #0072b2; } .p1 { fill: #0072b2; }
          .c2 { stroke: #009e73; } .p2 { fill: #009e73; }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; }
            .note { fill: #9198a1; }
            .page { fill: #0d1117; }
            .grid { stroke: #30363d; }
            .c1 { stroke: #56b4e9; } .p1 { fill: #56b4e9; }
          }
        </style>
        """;

    private readonly StringBuilder text = new();

    private SvgFigure()
    {
    }

    /// <summary>Draws.</summary>
    /// <param name="heading">What is shown, and on what machine.</param>
    /// <param name="panels">The plots.</param>
    /// <returns>The text of the file.</returns>
    public static string Draw(string heading, IReadOnlyList<Panel> panels)
    {
        SvgFigure figure = new();
        int rows = (panels.Count + Columns - 1) / Columns;
        (int width, int height) = (Columns * PanelWidth, HeaderHeight + (rows * PanelHeight));
        figure.Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">""");
        figure.text.Append(Style).Append('\n');
        figure.Line($"""<rect class="page" width="{width}" height="{height}" rx="6"/>""");
        figure.Text(PanelWidth, 24, "middle", "note", heading);
        string[] names = [.. panels.SelectMany(panel => panel.Curves).Select(curve => curve.Name).Distinct()];
        figure.Legend(names);
        for (int i = 0; i < panels.Count; i++)
        {
            figure.Line($"""<g transform="translate({i % Columns * PanelWidth} {HeaderHeight + (i / Columns * PanelHeight)})">""");
            figure.Panel(panels[i], names);
            figure.Line($"</g>");
        }

        figure.Line($"</svg>");
        return figure.text.ToString();
    }

    private void Legend(string[] names)
    {
        const int EntryWidth = 130;
        double x = PanelWidth - (names.Length * EntryWidth / 2.0);
        for (int i = 0; i < names.Length; i++)
        {
            this.Line($"""<line class="curve c{i}" x1="{x:0.#}" y1="46" x2="{x + 24:0.#}" y2="46"/>""");
            this.Text(x + 30, 50, "start", "", names[i]);
            x += EntryWidth;
        }
    }

    private void Panel(Panel panel, string[] names)
    {
        (double Value, double Seconds)[] points = [.. panel.Curves.SelectMany(curve => curve.Points)];
        LogAxis x = new(2, [.. points.Select(point => point.Value)], Left, PanelWidth - Right);
        LogAxis y = new(10, [.. points.Select(point => point.Seconds)], PanelHeight - Bottom, Top);
        this.Text(Left, 20, "start", "title", panel.Title);
        for (int i = 0; i < panel.Crossovers.Count; i++)
        {
            this.Text(Left, 38 + (16 * i), "start", "note", panel.Crossovers[i]);
        }

        this.Grid(x, y);
        this.Text((Left + PanelWidth - Right) / 2.0, PanelHeight - 8, "middle", "", panel.Variable);
        foreach (Curve curve in panel.Curves)
        {
            int color = Array.IndexOf(names, curve.Name);
            string line = string.Join(' ', curve.Points.Select(point => Invariant($"{x.At(point.Value):0.#},{y.At(point.Seconds):0.#}")));
            this.Line($"""<polyline class="curve c{color}" points="{line}"/>""");
            foreach ((double value, double seconds) in curve.Points)
            {
                this.Line($"""<circle class="p{color}" cx="{x.At(value):0.#}" cy="{y.At(seconds):0.#}" r="3"/>""");
            }
        }
    }

    private void Grid(LogAxis x, LogAxis y)
    {
        foreach (double value in x.Marks)
        {
            this.Line($"""<line class="grid" x1="{x.At(value):0.#}" y1="{Top}" x2="{x.At(value):0.#}" y2="{PanelHeight - Bottom}"/>""");
            this.Text(x.At(value), PanelHeight - Bottom + 16, "middle", "", Invariant($"{value:0}"));
        }

        foreach (double seconds in y.Marks)
        {
            this.Line($"""<line class="grid" x1="{Left}" y1="{y.At(seconds):0.#}" x2="{PanelWidth - Right}" y2="{y.At(seconds):0.#}"/>""");
            this.Text(Left - 6, y.At(seconds) + 4, "end", "", Amount.RoundTime(seconds));
        }
    }

    private void Text(double x, double y, string anchor, string style, string content) =>
        this.Line($"""<text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" class="{style}">{SecurityElement.Escape(content)}</text>""");

    private void Line(FormattableString line) => this.text.Append(Invariant(line)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
