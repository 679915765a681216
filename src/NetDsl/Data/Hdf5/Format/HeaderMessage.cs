namespace NetDsl.Data.Hdf5.Format;

/// <summary>A message of an object's header.</summary>
/// <param name="Type">Its type; unknown ones are passed over.</param>
/// <param name="Body">Its bytes; where it is shared, those of the message it stands for.</param>
internal sealed record HeaderMessage(MessageType Type, ReadOnlyMemory<byte> Body);
