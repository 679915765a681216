using NetDsl;

namespace Lecture;

/// <summary>Tells points in a disc from those in the ring around it, by their nearness to 8 centres that it finds.</summary>
[Network]
[Input(2)]
[Custom(typeof(RadialBasis), OutputShape = new[] { 8 }, KernelShape = new[] { 8, 2 }, Name = "centres")]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class RingNet;
