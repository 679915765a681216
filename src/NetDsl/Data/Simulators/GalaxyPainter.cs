using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>
/// Draws galaxies without noise, in buffers of its own: brightness on a grid of three places a pixel along each edge, and more near the centre, where
/// it rises steeply; then the point spread function and the area of a pixel in one go.
/// </summary>
internal sealed class GalaxyPainter
{
    private const int Fine = 3;

    // A place of the grid as near to the centre as this is cut into so many parts along each edge.
    private const double CoreReach = 1;
    private const int CoreParts = 8;

    // The point spread function ends at so many standard deviations.
    private const double Reach = 4;

    private readonly GalaxyImagesParameters parameters;
    private readonly int size;
    private readonly int margin;
    private readonly int gridSize;
    private readonly double[] taps;
    private readonly double[] grid;
    private readonly double[] rows;

    /// <param name="parameters">The constants, which were checked.</param>
    /// <param name="size">The edge of an image.</param>
    public GalaxyPainter(GalaxyImagesParameters parameters, int size)
    {
        this.parameters = parameters;
        this.size = size;
        this.margin = (int)Math.Ceiling(Reach * parameters.PointSpread);
        this.gridSize = (size + (2 * this.margin)) * Fine;
        this.taps = Taps(parameters.PointSpread, this.margin);
        this.grid = new double[this.gridSize * this.gridSize];
        this.rows = new double[size * this.gridSize];
    }

    /// <summary>Draws an elliptical, or the bulge of a spiral.</summary>
    /// <param name="galaxy">The galaxy.</param>
    /// <param name="image">[size, size], in counts.</param>
    public void DrawOldStars(in GalaxyShape galaxy, Span<float> image)
    {
        GalaxyImagesParameters p = this.parameters;
        SersicProfile profile = galaxy.IsSpiral
            ? new(p.EllipticalIndex, galaxy.HalfLightRadius * p.BulgeSize, galaxy.AxisRatio, galaxy.Flux * p.BulgeShare)
            : new(p.EllipticalIndex, galaxy.HalfLightRadius, galaxy.AxisRatio, galaxy.Flux);
        this.Draw(galaxy, profile, arms: null, image);
    }

    /// <summary>Draws the disc and the arms of a spiral.</summary>
    /// <param name="galaxy">The galaxy.</param>
    /// <param name="image">[size, size], in counts.</param>
    public void DrawDisc(in GalaxyShape galaxy, Span<float> image)
    {
        GalaxyImagesParameters p = this.parameters;
        SersicProfile profile = new(p.DiscIndex, galaxy.HalfLightRadius, galaxy.AxisRatio, galaxy.Flux * (1 - p.BulgeShare));
        this.Draw(galaxy, profile, new SpiralArms(p.Arms, p.ArmContrast, galaxy), image);
    }

    /// <summary>What a pixel takes of the places of the grid along one edge: a Gaussian around each, over the width of the pixel.</summary>
    private static double[] Taps(double spread, int margin)
    {
        double[] taps = new double[((2 * margin) + 1) * Fine];
        double sum = 0;
        for (int i = 0; i < taps.Length; i++)
        {
            double place = ((i + 0.5) / Fine) - margin - 0.5;
            taps[i] = spread > 0 ? NormalCumulative.Of((place + 0.5) / spread) - NormalCumulative.Of((place - 0.5) / spread) : 1;
            sum += taps[i];
        }

        // All light of a place arrives somewhere: the taps of the pixels it reaches sum to 1.
        for (int i = 0; i < taps.Length; i++)
        {
            taps[i] *= Fine / sum;
        }

        return taps;
    }

    private void Draw(in GalaxyShape galaxy, in SersicProfile profile, SpiralArms? arms, Span<float> image)
    {
        (double sine, double cosine) = PortableMath.SineAndCosine(galaxy.PositionAngle);
        double middle = this.gridSize / 2.0;
        double area = 1.0 / (Fine * Fine);
        for (int row = 0; row < this.gridSize; row++)
        {
            double y = ((row + 0.5 - middle) / Fine) - galaxy.CentreY;
            for (int column = 0; column < this.gridSize; column++)
            {
                double x = ((column + 0.5 - middle) / Fine) - galaxy.CentreX;
                bool isCore = Math.Abs(x) < CoreReach && Math.Abs(y) < CoreReach;
                int parts = isCore ? CoreParts : 1;
                double sum = 0;
                for (int part = 0; part < parts * parts; part++)
                {
                    double partX = x + ((((part % parts) + 0.5) / parts) - 0.5) / Fine;
                    double partY = y + ((((part / parts) + 0.5) / parts) - 0.5) / Fine;
                    double major = (partX * cosine) + (partY * sine);
                    double minor = ((partY * cosine) - (partX * sine)) / galaxy.AxisRatio;
                    double distance = Math.Sqrt((major * major) + (minor * minor));
                    sum += profile.At(distance) * (arms?.Factor(major, minor, distance) ?? 1);
                }

                this.grid[(row * this.gridSize) + column] = sum / (parts * parts) * area;
            }
        }

        this.Blur(image);
    }

    private void Blur(Span<float> image)
    {
        // Down the columns first: there the inner loop runs along memory.
        for (int y = 0; y < this.size; y++)
        {
            Span<double> row = this.rows.AsSpan(y * this.gridSize, this.gridSize);
            row.Clear();
            for (int tap = 0; tap < this.taps.Length; tap++)
            {
                double weight = this.taps[tap];
                ReadOnlySpan<double> source = this.grid.AsSpan(((y * Fine) + tap) * this.gridSize, this.gridSize);
                for (int x = 0; x < row.Length; x++)
                {
                    row[x] += weight * source[x];
                }
            }
        }

        for (int y = 0; y < this.size; y++)
        {
            ReadOnlySpan<double> row = this.rows.AsSpan(y * this.gridSize, this.gridSize);
            for (int x = 0; x < this.size; x++)
            {
                double sum = 0;
                for (int tap = 0; tap < this.taps.Length; tap++)
                {
                    sum += this.taps[tap] * row[(x * Fine) + tap];
                }

                image[(y * this.size) + x] = (float)sum;
            }
        }
    }
}
