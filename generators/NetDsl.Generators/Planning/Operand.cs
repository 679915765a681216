namespace NetDsl.Generators.Planning;

/// <summary>Where an operand of a step lies.</summary>
/// <param name="Memory">The block it is in.</param>
/// <param name="Buffer">The buffer's name, for memory that is laid out in buffers; otherwise empty.</param>
/// <param name="Offset">Elements from the start of the sample, the buffer or the block.</param>
/// <param name="SampleStride">Elements from one sample to the next; 0 for what samples share.</param>
/// <param name="PanelRows">The rows of a matrix that is stored in panels; 0 for one that is not.</param>
/// <param name="TurnStride">Elements from one turn of the loop around the step to the next; 0 where there is none or it does not move.</param>
internal sealed record Operand(Memory Memory, string Buffer, int Offset, int SampleStride, int PanelRows = 0, int TurnStride = 0);
