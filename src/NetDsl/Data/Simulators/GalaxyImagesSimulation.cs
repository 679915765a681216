using System.Numerics.Tensors;
using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>Simulates one image of a galaxy after the other, of ellipticals and spirals in turn.</summary>
internal sealed class GalaxyImagesSimulation : SampleSimulation
{
    private readonly GalaxyImagesParameters parameters;
    private readonly ulong seed;
    private readonly int size;
    private readonly GalaxyTarget target;
    private readonly bool raw;
    private readonly GalaxyPainter painter;
    private readonly float[] oldStars;
    private readonly float[] youngStars;
    private readonly (double Old, double Young)[] channels;

    /// <param name="parameters">The constants, which were checked.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="size">The edge of an image in pixels.</param>
    /// <param name="inColour">Whether images have three channels.</param>
    /// <param name="target">What is to be learnt.</param>
    /// <param name="raw">Whether pixels are left in counts.</param>
    public GalaxyImagesSimulation(GalaxyImagesParameters parameters, ulong seed, int size, bool inColour, GalaxyTarget target, bool raw)
    {
        this.parameters = parameters;
        this.seed = seed;
        this.size = size;
        this.target = target;
        this.raw = raw;
        this.painter = new GalaxyPainter(parameters, size);
        this.oldStars = new float[size * size];
        this.youngStars = new float[size * size];
        GalaxyColour old = parameters.OldStars;
        GalaxyColour young = parameters.YoungStars;
        this.channels = inColour ? [(old.Red, young.Red), (old.Green, young.Green), (old.Blue, young.Blue)] : [(1, 1)];
    }

    /// <inheritdoc/>
    public override void Simulate(long sample, RowValues row)
    {
        RandomStream random = new(this.seed, RandomStreams.Simulation + (ulong)sample);
        GalaxyShape galaxy = GalaxyShape.Draw(this.parameters, sample % 2 == 1, this.size, ref random);
        this.Expose(galaxy, ref random, row.Features);
        this.WriteTargets(galaxy, row.Targets);
    }

    /// <summary>Draws a galaxy and adds the noise.</summary>
    /// <param name="galaxy">The galaxy.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="image">[size, size, channels].</param>
    private void Expose(in GalaxyShape galaxy, ref RandomStream random, Span<float> image)
    {
        this.painter.DrawOldStars(galaxy, this.oldStars);
        if (galaxy.IsSpiral)
        {
            this.painter.DrawDisc(galaxy, this.youngStars);
        }
        else
        {
            Array.Clear(this.youngStars);
        }

        for (int pixel = 0; pixel < this.oldStars.Length; pixel++)
        {
            for (int channel = 0; channel < this.channels.Length; channel++)
            {
                (double old, double young) = this.channels[channel];
                double counts = (old * this.oldStars[pixel]) + (young * this.youngStars[pixel]);
                double noise = Math.Sqrt(counts + this.parameters.Sky) * random.NextNormal();
                image[(pixel * this.channels.Length) + channel] = (float)(counts + noise);
            }
        }

        float brightest = TensorPrimitives.Max(image);
        if (!this.raw && brightest > 0)
        {
            TensorPrimitives.Divide(image, brightest, image);
        }
    }

    private void WriteTargets(in GalaxyShape galaxy, Span<float> targets)
    {
        if (this.target == GalaxyTarget.Class)
        {
            targets[0] = galaxy.IsSpiral ? 0 : 1;
            targets[1] = galaxy.IsSpiral ? 1 : 0;
            return;
        }

        (double sine, double cosine) = PortableMath.SineAndCosine(2 * galaxy.PositionAngle);
        targets[0] = (float)galaxy.HalfLightRadius;
        targets[1] = (float)galaxy.AxisRatio;
        targets[2] = (float)cosine;
        targets[3] = (float)sine;
        targets[4] = (float)galaxy.PitchAngle;
    }
}
