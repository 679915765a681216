namespace NetDsl.Data.Simulators;

/// <summary>
/// The constants of <see cref="Calorimeter"/>. The resolution has the usual three terms (C. Fabjan and F. Gianotti, "Calorimetry for particle
/// physics", Reviews of Modern Physics 75, 2003, section II): sigma = a sqrt(E) (+) b (+) c E, of which the squares are added.
/// </summary>
public sealed record CalorimeterParameters
{
    /// <summary>The layers, one feature each, in the order in which a particle meets them.</summary>
    public IReadOnlyList<CalorimeterLayer> Layers { get; init; } =
        [new(0.05, 25, 40), new(0.25, 60, 55), new(0.6, 30, 35), new(0.1, 45, 60)];

    /// <summary>The smallest energy in GeV; energies are uniform.</summary>
    public double MinimumEnergy { get; init; } = 1;

    /// <summary>The largest energy in GeV.</summary>
    public double MaximumEnergy { get; init; } = 100;

    /// <summary>
    /// How much the shares of the layers change from particle to particle: each is multiplied by a log-normal number of this spread, then all are
    /// made to sum to 1 again, so that no energy is lost.
    /// </summary>
    public double ShareSpread { get; init; } = 0.4;

    /// <summary>a: the stochastic term in sqrt(GeV), for the energy E of a layer.</summary>
    public double StochasticTerm { get; init; } = 0.1;

    /// <summary>b: the noise of a layer's electronics in GeV.</summary>
    public double NoiseTerm { get; init; } = 0.1;

    /// <summary>c: the constant term, a share of the layer's energy.</summary>
    public double ConstantTerm { get; init; } = 0.01;

    /// <summary>
    /// The weight of each layer in the true answer, energy = sum of weight x signal + <see cref="Intercept"/>: 1 / gain. A linear model that is
    /// fitted to many particles comes near to it.
    /// </summary>
    public IReadOnlyList<double> Weights => this.Layers.Select(layer => 1 / layer.Gain).ToArray();

    /// <summary>What is added to the weighted signals in the true answer: minus the sum of offset / gain.</summary>
    public double Intercept => -this.Layers.Sum(layer => layer.Offset / layer.Gain);

    /// <summary>The standard deviation of a layer's signal, in GeV.</summary>
    /// <param name="energy">What the layer got, in GeV, at least 0.</param>
    public double Resolution(double energy) => Math.Sqrt(
        (this.StochasticTerm * this.StochasticTerm * energy)
        + (this.NoiseTerm * this.NoiseTerm)
        + (this.ConstantTerm * this.ConstantTerm * energy * energy));

    /// <summary>Refuses constants that give no signals.</summary>
    /// <exception cref="ArgumentException">A constant is out of its range.</exception>
    internal void Check()
    {
        ParameterChecks.Range(this.Layers.Count, 1, 100_000, $"The number of {nameof(this.Layers)}");
        foreach (CalorimeterLayer layer in this.Layers)
        {
            ParameterChecks.Range(layer.MeanShare, 1e-6, 1e6, nameof(layer.MeanShare));
            ParameterChecks.Range(Math.Abs(layer.Gain), 1e-6, 1e6, $"The magnitude of {nameof(layer.Gain)}");
            ParameterChecks.Range(layer.Offset, -1e9, 1e9, nameof(layer.Offset));
        }

        ParameterChecks.Range(this.MinimumEnergy, 0, 1e9, nameof(this.MinimumEnergy));
        ParameterChecks.Range(this.MaximumEnergy, 0, 1e9, nameof(this.MaximumEnergy));
        ParameterChecks.Ordered(this.MinimumEnergy, this.MaximumEnergy, nameof(this.MinimumEnergy), nameof(this.MaximumEnergy));
        ParameterChecks.Range(this.ShareSpread, 0, 5, nameof(this.ShareSpread));
        ParameterChecks.Range(this.StochasticTerm, 0, 1e3, nameof(this.StochasticTerm));
        ParameterChecks.Range(this.NoiseTerm, 0, 1e9, nameof(this.NoiseTerm));
        ParameterChecks.Range(this.ConstantTerm, 0, 1e3, nameof(this.ConstantTerm));
    }
}
