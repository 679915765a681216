namespace NetDsl.Data.Hdf5;

/// <summary>An identifier of something that the library holds open: closed when it is disposed, by whoever has entered the library.</summary>
internal readonly struct Hdf5Id : IDisposable
{
    private readonly long value;

    private Hdf5Id(long value) => this.value = value;

    public static implicit operator long(Hdf5Id id) => id.value;

    /// <summary>Takes an identifier over, or throws the library's error.</summary>
    /// <param name="answer">What the library answered.</param>
    /// <param name="path">The file that is written.</param>
    /// <param name="what">What could not be done.</param>
    /// <exception cref="IOException">The answer is an error.</exception>
    public static Hdf5Id Of(long answer, string path, string what) => new(LibHdf5.Check(answer, path, what));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (this.value > 0)
        {
            _ = LibHdf5.H5Idec_ref(this.value);
        }
    }
}
