using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.Tests.Data.Simulators;

public class GalaxyImagesTests
{
    private static readonly GalaxyShape Round = new(false, 6, 1, 0, 0, 0, 1000, 0, 0, false);

    [Fact]
    public void Half_of_the_images_are_ellipticals_and_half_spirals()
    {
        Dataset data = Simulate(6);

        Assert.Equal(["elliptical", "spiral"], data.Classes);
        Assert.Equal([32, 32, 1], data.FeatureShape);
        Assert.Equal([0, 1, 0, 1, 0, 1], Enumerable.Range(0, 6).Select(data.ClassOf));
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(1, System.Numerics.Tensors.TensorPrimitives.Max(data.Features(i))));
    }

    [Fact]
    public void Images_have_the_size_and_the_channels_that_were_asked_for()
    {
        Dataset data = Simulate(2, size: 20, inColour: true, raw: true);
        Assert.Equal([20, 20, 3], data.FeatureShape);

        // Ellipticals are red, discs blue.
        Assert.True(Sum(data, 0, 0) > 1.5 * Sum(data, 0, 2));
        Assert.True(Sum(data, 1, 0) < Sum(data, 1, 2));

        static double Sum(Dataset data, int row, int channel) => Enumerable.Range(0, 400).Sum(i => (double)data.Features(row)[(3 * i) + channel]);
    }

    [Fact]
    public void Shapes_lie_in_their_ranges_and_only_spirals_have_a_pitch()
    {
        Dataset data = Simulate(100, target: GalaxyTarget.Shape);
        Assert.Equal(["half_light_radius", "axis_ratio", "cos_2pa", "sin_2pa", "pitch_angle"], data.TargetNames);
        for (int i = 0; i < data.Count; i++)
        {
            ReadOnlySpan<float> shape = data.Targets(i);
            Assert.InRange(shape[0], 0.15 * 32, 0.25 * 32);
            Assert.InRange(shape[1], 0.4, 1);
            Assert.Equal(1, (shape[2] * shape[2]) + (shape[3] * shape[3]), 1e-5);
            Assert.InRange(shape[4], i % 2 == 0 ? 0 : 10, i % 2 == 0 ? 0 : 30);
        }
    }

    /// <summary>b_n of the table in Ciotti and Bertin, from the equation Gamma(2 n) = 2 gamma(2 n, b).</summary>
    [Theory]
    [InlineData(1, 1.67834699)]
    [InlineData(2, 3.67206075)]
    [InlineData(4, 7.66924944)]
    [InlineData(10, 19.6676724)]
    public void The_scale_of_a_profile_is_the_published_one(int index, double expected)
    {
        Assert.Equal(expected, SersicProfile.Scale(index), 2e-4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Half_of_the_light_is_within_the_half_light_radius(int index)
    {
        SersicProfile profile = new(index, 5, axisRatio: 0.5, flux: 300);
        double inside = 0;
        double all = 0;

        // Rings of the ellipse, r = t^4 for the steep centre: area 2 pi q r dr.
        const double Step = 0.001;
        for (double t = Step / 2; t < 12; t += Step)
        {
            double r = t * t * t * t;
            double light = profile.At(r) * 2 * Math.PI * 0.5 * r * 4 * t * t * t * Step;
            all += light;
            inside += r < 5 ? light : 0;
        }

        Assert.Equal(300, all, 1.5);
        Assert.Equal(0.5, inside / all, 1e-3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_image_holds_the_light_of_its_galaxy(bool isDisc)
    {
        GalaxyImagesParameters parameters = new() { BulgeShare = 0, PointSpread = 0.8 };
        GalaxyPainter painter = new(parameters, 64);
        float[] image = new float[64 * 64];
        GalaxyShape galaxy = Round with { HalfLightRadius = 3, AxisRatio = 0.6, CentreX = 0.31, CentreY = -0.17, PitchAngle = 20 };
        if (isDisc)
        {
            painter.DrawDisc(galaxy with { IsSpiral = true }, image);
        }
        else
        {
            painter.DrawOldStars(galaxy, image);
        }

        // A tenth of an elliptical's light is beyond ten half-light radii along the minor axis or so.
        Assert.InRange(image.Sum(v => (double)v), isDisc ? 998 : 930, isDisc ? 1002 : 1000);
    }

    /// <summary>Second moments of an exponential disc: their axes and the ratio of the roots are those of the ellipse.</summary>
    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(0.7, 2.5)]
    public void Moments_of_a_disc_have_its_axis_ratio_and_its_position_angle(double axisRatio, double angle)
    {
        GalaxyImagesParameters parameters = new() { ArmContrast = 0, BulgeShare = 0, PointSpread = 0 };
        GalaxyShape galaxy = Round with
        {
            IsSpiral = true,
            HalfLightRadius = 5,
            AxisRatio = axisRatio,
            PositionAngle = angle,
            PitchAngle = 20,
            CentreX = 0.4,
            CentreY = -0.3,
        };
        float[] image = new float[100 * 100];
        new GalaxyPainter(parameters, 100).DrawDisc(galaxy, image);
        (double xx, double xy, double yy) = Moments(image, 100, 0.4, -0.3);
        double mean = (xx + yy) / 2;
        double root = Math.Sqrt(Math.Pow((xx - yy) / 2, 2) + (xy * xy));

        Assert.Equal(axisRatio, Math.Sqrt((mean - root) / (mean + root)), 0.01);
        Assert.Equal(Math.Cos(2 * angle), (xx - yy) / 2 / root, 0.01);
        Assert.Equal(Math.Sin(2 * angle), xy / root, 0.01);

        // The mean square of the distance in an exponential disc is 6 h^2, of which 3 h^2 are along the major axis, with R_e = 1.678 h.
        Assert.Equal(5 * Math.Sqrt(3) / 1.67835, Math.Sqrt(mean + root), 0.05);
    }

    [Fact]
    public void The_point_spread_function_widens_an_image_by_its_variance()
    {
        GalaxyShape small = Round with { IsSpiral = true, HalfLightRadius = 1, PitchAngle = 20 };
        GalaxyImagesParameters parameters = new() { ArmContrast = 0, BulgeShare = 0 };
        double sharp = Width(parameters with { PointSpread = 0 });

        Assert.Equal(sharp + (1.5 * 1.5), Width(parameters with { PointSpread = 1.5 }), 0.03);

        double Width(GalaxyImagesParameters with)
        {
            float[] image = new float[48 * 48];
            new GalaxyPainter(with, 48).DrawDisc(small, image);
            return Moments(image, 48, 0, 0).XX;
        }
    }

    /// <summary>On the ridge of an arm the logarithm of the radius grows with the angle times the tangent of the pitch angle.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Arms_keep_their_pitch_angle(int arms, bool isClockwise)
    {
        GalaxyShape galaxy = Round with { IsSpiral = true, PitchAngle = 20, ArmPhase = 0.7, IsClockwise = isClockwise };
        SpiralArms pattern = new(arms, 0.6, galaxy);
        for (double radius = 0.5; radius < 20; radius *= 1.3)
        {
            double turn = (isClockwise ? -1 : 1) * Math.Log(radius / 6) / Math.Tan(20 * Math.PI / 180);
            double ridge = (0.7 / arms) + turn;
            Assert.Equal(1.6, pattern.Factor(radius * Math.Cos(ridge), radius * Math.Sin(ridge), radius), 1e-9);
            double gap = ridge + (Math.PI / arms);
            Assert.Equal(0.4, pattern.Factor(radius * Math.Cos(gap), radius * Math.Sin(gap), radius), 1e-9);
        }
    }

    [Fact]
    public void The_noise_is_that_of_the_sky_and_of_the_light()
    {
        GalaxyImagesParameters dark = new() { MinimumFlux = 0, MaximumFlux = 0, Sky = 30 };
        Dataset sky = Simulate(20, raw: true, parameters: dark);
        Assert.Equal(30, sky.AllFeatures.ToArray().Average(v => (double)v * v), 1);

        // The same galaxies without noise are those of a huge flux, scaled.
        GalaxyImagesParameters bright = new() { MinimumFlux = 1e4, MaximumFlux = 1e4, Sky = 0 };
        Dataset noisy = Simulate(20, raw: true, parameters: bright);
        Dataset exact = Simulate(20, raw: true, parameters: bright with { MinimumFlux = 1e12, MaximumFlux = 1e12 });
        double ratio = 0;
        for (int i = 0; i < noisy.AllFeatures.Length; i++)
        {
            double counts = exact.AllFeatures[i] / 1e8;
            ratio += Math.Pow(noisy.AllFeatures[i] - counts, 2) / counts;
        }

        Assert.Equal(1, ratio / noisy.AllFeatures.Length, 0.03);
    }

    [Fact]
    public void The_share_of_light_near_the_centre_tells_most_ellipticals_from_spirals()
    {
        Dataset data = Simulate(200, raw: true);
        double[] shares = [.. Enumerable.Range(0, data.Count).Select(i => Share(data.Features(i)))];

        double best = shares.Max(cut => Enumerable.Range(0, data.Count).Average(i => shares[i] > cut == (data.ClassOf(i) == 0) ? 1.0 : 0.0));

        Assert.InRange(best, 0.75, 1);

        static double Share(ReadOnlySpan<float> image)
        {
            double near = 0;
            double all = 0;
            for (int i = 0; i < image.Length; i++)
            {
                double x = (i % 32) - 15.5;
                double y = (i / 32) - 15.5;
                all += image[i];
                near += (x * x) + (y * y) < 9 ? image[i] : 0;
            }

            return near / all;
        }
    }

    [Fact]
    public void Images_depend_on_the_seed_and_their_number_alone_on_every_machine()
    {
        SimulatedBits.DependOnSeedAndSample(
            (count, seed) => GalaxyImages.Simulate(count, seed, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(5346594191420004877UL, SimulatedBits.Hash(Simulate(20)));
        Assert.Equal(15362822871124117014UL, SimulatedBits.Hash(Simulate(6, size: 16, inColour: true, target: GalaxyTarget.Shape, raw: true)));
    }

    [Fact]
    public void Impossible_constants_are_refused()
    {
        GalaxyImagesParameters good = new();
        GalaxyImagesParameters[] bad =
        [
            good with { EllipticalIndex = 0 },
            good with { MinimumHalfLightRadius = 0 },
            good with { MinimumAxisRatio = 0.9, MaximumAxisRatio = 0.5 },
            good with { MaximumAxisRatio = 1.1 },
            good with { MaximumPitchAngle = 90 },
            good with { MinimumFlux = double.NaN },
            good with { Arms = 0 },
            good with { ArmContrast = 1.5 },
            good with { Sky = -1 },
            good with { PointSpread = double.PositiveInfinity },
            good with { OldStars = new(1, -1, 1) },
        ];

        Assert.All(bad, parameters => Assert.Throws<ArgumentException>(() => Simulate(1, parameters: parameters)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(1, size: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(1, size: 5000));
        Assert.Throws<ArgumentException>(() => Simulate(1, target: (GalaxyTarget)5));
    }

    private static (double XX, double XY, double YY) Moments(float[] image, int size, double centreX, double centreY)
    {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double sum = 0;
        for (int i = 0; i < image.Length; i++)
        {
            double x = (i % size) + 0.5 - (size / 2.0) - centreX;
            double y = (i / size) + 0.5 - (size / 2.0) - centreY;
            sum += image[i];
            xx += image[i] * x * x;
            xy += image[i] * x * y;
            yy += image[i] * y * y;
        }

        return (xx / sum, xy / sum, yy / sum);
    }

    private static Dataset Simulate(
        int count,
        int size = 32,
        bool inColour = false,
        GalaxyTarget target = GalaxyTarget.Class,
        bool raw = false,
        GalaxyImagesParameters? parameters = null) =>
        GalaxyImages.Simulate(count, seed: 1, size, inColour, target, raw, parameters, TestContext.Current.CancellationToken);
}
