namespace NetDsl.Generators.Planning;

/// <summary>What a layer asks of the memory that it reads.</summary>
/// <param name="Halo">Zeros around the values.</param>
/// <param name="Vectors">Whether it reads whole vectors along the last axis, beyond the last value.</param>
internal readonly record struct InputNeeds(Halo Halo, bool Vectors)
{
    /// <summary>What both ask for.</summary>
    public InputNeeds Or(InputNeeds other) => new(this.Halo.Or(other.Halo), this.Vectors || other.Vectors);
}
