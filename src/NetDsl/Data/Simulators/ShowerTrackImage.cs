using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>Draws one image after the other, in buffers of its own.</summary>
/// <param name="parameters">The constants.</param>
internal sealed class ShowerTrackImage(ShowerTrackParameters parameters)
{
    private const int CanvasSize = 256;
    private const double FullPixel = 255;

    // What a visible particle leaves varies by this share of a full pixel.
    private const double DepositSpread = 0.1;

    // A daughter's direction is that of its mother, turned by at most half of this.
    private const double LargestTurn = Math.PI / 4;

    private readonly byte[] canvas = new byte[CanvasSize * CanvasSize];
    private readonly Stack<Particle> daughters = new();
    private readonly BilinearReduction reduction = new(CanvasSize, ShowerTrack.ImageSize);

    /// <summary>Draws an image of one kind of particle.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="image">[<see cref="ShowerTrack.ImageSize"/>, <see cref="ShowerTrack.ImageSize"/>], from 0 to 255.</param>
    public void Draw(ParticleParameters kind, ref RandomStream random, Span<float> image)
    {
        foreach (ref byte pixel in this.canvas.AsSpan())
        {
            pixel = (byte)random.NextInt(parameters.MaximumBackground + 1);
        }

        double angle = random.NextUniform() * Math.PI;
        double energy = parameters.MinimumEnergy + (random.NextUniform() * (parameters.MaximumEnergy - parameters.MinimumEnergy));
        this.daughters.Push(new Particle(CanvasSize / 2, 0, angle, energy, IsVisible: true));
        while (this.daughters.TryPop(out Particle particle))
        {
            this.Follow(particle, kind, ref random);
        }

        this.reduction.Apply(this.canvas, image);
    }

    /// <summary>
    /// Follows a particle to its end. What a daughter gets its mother loses, so that all steps of an image together are bounded by the energy at
    /// the start.
    /// </summary>
    private void Follow(Particle particle, ParticleParameters kind, ref RandomStream random)
    {
        (double x, double y, double angle, double energy, bool isVisible) = particle;
        (double stepY, double stepX) = PortableMath.SineAndCosine(angle);
        while (energy > 0 && x >= 0 && x < CanvasSize && y >= 0 && y < CanvasSize)
        {
            if (isVisible)
            {
                ref byte pixel = ref this.canvas[((int)y * CanvasSize) + (int)x];
                pixel = (byte)Math.Min(FullPixel, pixel + (FullPixel * (kind.Deposit + (DepositSpread * random.NextUniform()))));
            }

            energy -= kind.Deposit;
            double given = random.NextUniform() * kind.MaximumDaughterEnergy;
            if (random.NextUniform() < kind.BranchingProbability && energy > given)
            {
                energy -= given;
                double turned = angle + ((random.NextUniform() - 0.5) * LargestTurn);
                this.daughters.Push(new Particle(x, y, turned, given, random.NextUniform() >= kind.InvisibleProbability));
            }

            x += stepX;
            y += stepY;
        }
    }

    private readonly record struct Particle(double X, double Y, double Angle, double Energy, bool IsVisible);
}
