using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Training;

/// <inheritdoc/>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class ParameterSnapshot<T> : ParameterSnapshot
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterSet<T> parameters;
    private readonly ParameterSet<T> copy;

    public ParameterSnapshot(ParameterSet<T> parameters)
    {
        this.parameters = parameters;
        this.copy = parameters.CreateLike();
        this.Take();
    }

    private int TrainableLength => this.parameters.TrainableLength;

    public override void Take() => this.copy.CopyFrom(this.parameters);

    public override void Restore() => this.parameters.CopyFrom(this.copy);

    public override double Distance() => double.CreateTruncating(TensorPrimitives.Distance<T>(
        this.parameters.Values[..this.TrainableLength], this.copy.Values[..this.TrainableLength]));

    internal override void Save(CheckpointState state, string name) => state.Set(name, this.copy);

    internal override void Load(CheckpointState state, string name)
    {
        foreach ((Parameter<T> parameter, T[] values) in this.copy.Zip(state.GetParameters(name, this.copy)))
        {
            parameter.CopyFrom(values);
        }
    }
}
