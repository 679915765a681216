namespace NetDsl.Training;

/// <summary>A network, whatever its precision.</summary>
public interface INetwork
{
    /// <summary>Its layers, shapes, sizes and cost.</summary>
    NetworkSummary Summary { get; }
}
