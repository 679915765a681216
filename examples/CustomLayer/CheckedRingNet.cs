using NetDsl;

namespace Lecture;

/// <summary>The same in double precision, in which gradients can be checked to nine digits.</summary>
[Network(Precision = Precision.Double)]
[Input(2)]
[Custom(typeof(RadialBasis), OutputShape = new[] { 8 }, KernelShape = new[] { 8, 2 }, Name = "centres")]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossentropy)]
internal sealed partial class CheckedRingNet;
