using System.Runtime.InteropServices;
using System.Text;

namespace NetDsl.Data.Hdf5;

/// <summary>
/// Writes an HDF5 file, with the HDF Group's library (1.10 or later), which is looked for when the first writer is made. The file is written
/// beside its place and put there by <see cref="Complete"/>: it is there as a whole or not at all. Files open in HDF5 1.8 and later, h5py
/// and pandas. Several threads may write several files; the library lets one at a time in.
/// </summary>
public sealed unsafe class Hdf5Writer : IDisposable
{
    // An attribute is one message of an object's header, and no message has 64 KB; a text takes 16 bytes of it.
    private const int MostTexts = 4000;

    private readonly string target;
    private readonly string temporary;
    private readonly List<Hdf5Id> types = [];
    private Hdf5Id file;
    private bool isOpen;

    private Hdf5Writer(string path)
    {
        this.Path = path;
        this.target = System.IO.Path.GetFullPath(path);
        this.temporary = AtomicFile.TemporaryFor(path);
    }

    /// <summary>The file that is there when all is written.</summary>
    public string Path { get; }

    /// <summary>The library's identifier of the file.</summary>
    /// <exception cref="ObjectDisposedException">The file is complete, or given up.</exception>
    internal long Handle
    {
        get
        {
            this.CheckOpen();
            return this.file;
        }
    }

    /// <summary>Begins a file. Nobody sees it before <see cref="Complete"/>; then it takes the place of one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file or to its folder is denied.</exception>
    /// <exception cref="DllNotFoundException">The library is not there; the message says what brings it.</exception>
    public static Hdf5Writer Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Hdf5Writer writer = new(path);
        using (LibHdf5.Enter())
        {
            AtomicFile.MakeTemporary(path, writer.temporary);
            try
            {
                writer.Open();
            }
            catch
            {
                File.Delete(writer.temporary);
                throw;
            }
        }

        return writer;
    }

    /// <summary>Makes a group, and those on the way to it. Groups on the way to a data set are made without being asked for.</summary>
    /// <param name="path">Where, for example "/events/calibrated".</param>
    /// <exception cref="IOException">There is something of the name, or the file cannot be written.</exception>
    public void CreateGroup(string path)
    {
        CheckName(path);
        using (LibHdf5.Enter())
        {
            using Hdf5Id link = this.LinkCreation();
            long answer = LibHdf5.H5Gcreate2(this.Handle, path, link, LibHdf5.Default, LibHdf5.Default);
            using Hdf5Id group = Hdf5Id.Of(answer, this.Path, $"the group {path} cannot be made");
        }
    }

    /// <summary>Makes a data set of numbers, of no rows yet.</summary>
    /// <typeparam name="T">The type of its numbers, in the file too: float, double, or a whole number of 1 to 8 bytes.</typeparam>
    /// <param name="path">Where, for example "/events/waveforms".</param>
    /// <param name="rowShape">The extents of a row, each at least 1; none where a row is one number.</param>
    /// <param name="options">Chunks and packing, or null for chunks of a megabyte that are not packed.</param>
    /// <exception cref="IOException">There is something of the name, or the file cannot be written.</exception>
    /// <exception cref="ArgumentException">The type, the shape or an option cannot be.</exception>
    public Hdf5DatasetWriter<T> CreateDataset<T>(string path, IReadOnlyList<int>? rowShape = null, Hdf5DatasetOptions? options = null)
        where T : unmanaged
    {
        CheckName(path);
        using (LibHdf5.Enter())
        {
            Hdf5Element element = Hdf5Element.Of(typeof(T));
            long type = LibHdf5.Global(element.File);
            Hdf5Appender rows = new(this, path, type, element.Size, rowShape ?? [], options ?? new Hdf5DatasetOptions());
            return new Hdf5DatasetWriter<T>(rows, element);
        }
    }

    /// <summary>Makes a data set of texts in UTF-8, one a row, of no rows yet.</summary>
    /// <param name="path">Where, for example "/events/station".</param>
    /// <param name="bytes">
    /// The bytes of a text, all of the same length, filled up with zeros; null for texts as long as they are, which take more room and cannot
    /// be packed.
    /// </param>
    /// <param name="options">Chunks and packing, or null for chunks of a megabyte that are not packed.</param>
    /// <exception cref="IOException">There is something of the name, or the file cannot be written.</exception>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public Hdf5TextWriter CreateTextDataset(string path, int? bytes = null, Hdf5DatasetOptions? options = null)
    {
        CheckName(path);
        using (LibHdf5.Enter())
        {
            Hdf5Id type = this.Keep(this.TextType(bytes));
            return new Hdf5TextWriter(new Hdf5Appender(this, path, type, bytes ?? 16, [], options ?? new Hdf5DatasetOptions()), type, bytes);
        }
    }

    /// <summary>Makes a table: a data set whose rows have named columns (a compound type), of no rows yet.</summary>
    /// <param name="path">Where, for example "/events".</param>
    /// <param name="columns">The columns, at least one, each with a name of its own.</param>
    /// <param name="options">Chunks and packing, or null for chunks of a megabyte that are not packed.</param>
    /// <exception cref="IOException">There is something of the name, or the file cannot be written.</exception>
    /// <exception cref="ArgumentException">Two columns have one name, or an option is out of its range.</exception>
    public Hdf5TableWriter CreateTable(string path, IReadOnlyList<Hdf5Column> columns, Hdf5DatasetOptions? options = null)
    {
        CheckName(path);
        ArgumentNullException.ThrowIfNull(columns);
        using (LibHdf5.Enter())
        {
            return new Hdf5TableWriter(this, path, [.. columns], options ?? new Hdf5DatasetOptions());
        }
    }

    /// <summary>Gives the file, a group or a data set an attribute: a text.</summary>
    /// <param name="path">"/" for the file, or what was made.</param>
    /// <param name="name">What the attribute is called; it must be new.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">There is an attribute of the name, or nothing at the path.</exception>
    public void SetAttribute(string path, string name, string text) => this.SetTexts(path, name, [text], isScalar: true);

    /// <summary>
    /// Gives the file, a group or a data set an attribute: a list of texts. The format allows some thousands of them in one: the rest go to
    /// attributes of the same name with _1, _2 ... at its end.
    /// </summary>
    /// <param name="path">"/" for the file, or what was made.</param>
    /// <param name="name">What the attribute is called; it must be new.</param>
    /// <param name="texts">The texts, at least one.</param>
    /// <exception cref="IOException">There is an attribute of the name, or nothing at the path.</exception>
    public void SetAttribute(string path, string name, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count, nameof(texts));
        int part = 0;
        foreach (string[] some in texts.Chunk(MostTexts))
        {
            this.SetTexts(path, part == 0 ? name : FormattableString.Invariant($"{name}_{part}"), some, isScalar: false);
            part++;
        }
    }

    /// <summary>Gives the file, a group or a data set an attribute: a whole number.</summary>
    /// <param name="path">"/" for the file, or what was made.</param>
    /// <param name="name">What the attribute is called; it must be new.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="IOException">There is an attribute of the name, or nothing at the path.</exception>
    public void SetAttribute(string path, string name, long value) =>
        this.SetNumbers(path, name, Hdf5Element.Of(typeof(long)), &value, count: null);

    /// <summary>Gives the file, a group or a data set an attribute: a number.</summary>
    /// <param name="path">"/" for the file, or what was made.</param>
    /// <param name="name">What the attribute is called; it must be new.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="IOException">There is an attribute of the name, or nothing at the path.</exception>
    public void SetAttribute(string path, string name, double value) =>
        this.SetNumbers(path, name, Hdf5Element.Of(typeof(double)), &value, count: null);

    /// <summary>Gives the file, a group or a data set an attribute: a list of numbers.</summary>
    /// <param name="path">"/" for the file, or what was made.</param>
    /// <param name="name">What the attribute is called; it must be new.</param>
    /// <param name="values">The numbers, less than 64 KB of them.</param>
    /// <exception cref="IOException">There is an attribute of the name, or nothing at the path.</exception>
    public void SetAttribute(string path, string name, ReadOnlySpan<double> values)
    {
        fixed (double* first = values)
        {
            this.SetNumbers(path, name, Hdf5Element.Of(typeof(double)), first, values.Length);
        }
    }

    /// <summary>Ends the file, makes sure that it is on the disk, and puts it in its place. Nothing can be written after this.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Complete()
    {
        using (LibHdf5.Enter())
        {
            this.CheckOpen();
            try
            {
                this.Check(LibHdf5.H5Fflush(this.file, LibHdf5.AllOfFile), "the file cannot be ended");
                this.Close();
                using (FileStream stream = new(this.temporary, FileMode.Open, FileAccess.ReadWrite))
                {
                    stream.Flush(flushToDisk: true);
                }

                File.Move(this.temporary, this.target, overwrite: true);
            }
            catch
            {
                this.GiveUp();
                throw;
            }
        }
    }

    /// <summary>Closes the file. One that is not complete is gone.</summary>
    public void Dispose()
    {
        using (LibHdf5.Enter())
        {
            if (this.isOpen && LibHdf5.H5Fflush(this.file, LibHdf5.AllOfFile) >= 0)
            {
                this.Close();
            }

            this.GiveUp();
        }
    }

    /// <summary>Refuses to go on with a file that is closed.</summary>
    /// <exception cref="ObjectDisposedException">The file is complete, or given up.</exception>
    internal void CheckOpen() => ObjectDisposedException.ThrowIf(!this.isOpen, this);

    /// <summary>
    /// Removes what was written so far. Where it could not be written, because the disk is full for example, the library must not end the file:
    /// it fails at that again, and is broken from then on for all other files (seen in 1.10.8). So it keeps what it knows of the file.
    /// </summary>
    internal void GiveUp()
    {
        try
        {
            if (this.isOpen)
            {
                // The library holds the file open, and only an empty one gives the disk back.
                this.isOpen = false;
                using FileStream stream = new(this.temporary, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                stream.SetLength(0);
            }

            File.Delete(this.temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows deletes no file that is open: then it stays, empty. What went wrong before is what the caller must know.
        }
    }

    /// <summary>Keeps a type until the file is closed, which does not close it.</summary>
    /// <param name="type">The type.</param>
    internal Hdf5Id Keep(Hdf5Id type)
    {
        this.types.Add(type);
        return type;
    }

    /// <summary>Refuses an answer of the library that is an error.</summary>
    internal void Check(long answer, string what) => LibHdf5.Check(answer, this.Path, what);

    /// <summary>New properties of a class.</summary>
    /// <param name="name">What the library calls the class.</param>
    internal Hdf5Id Properties(string name) => Hdf5Id.Of(LibHdf5.H5Pcreate(LibHdf5.Global(name)), this.Path, "properties cannot be made");

    /// <summary>Properties of links whose names are UTF-8, and that make the groups on the way.</summary>
    internal Hdf5Id LinkCreation()
    {
        Hdf5Id link = this.Properties("H5P_CLS_LINK_CREATE_ID_g");
        this.Check(LibHdf5.H5Pset_create_intermediate_group(link, 1), "groups cannot be made");
        this.Check(LibHdf5.H5Pset_char_encoding(link, LibHdf5.Utf8), "names cannot be written");
        return link;
    }

    /// <summary>The type of a text in UTF-8.</summary>
    /// <param name="bytes">Its bytes; null for as many as there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">It would have no byte.</exception>
    internal Hdf5Id TextType(int? bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes ?? 1, 1, nameof(bytes));
        const string What = "texts cannot be written";
        Hdf5Id type = Hdf5Id.Of(LibHdf5.H5Tcopy(LibHdf5.Global("H5T_C_S1_g")), this.Path, What);
        this.Check(LibHdf5.H5Tset_size(type, bytes is { } size ? (nuint)size : nuint.MaxValue), What);
        this.Check(LibHdf5.H5Tset_cset(type, LibHdf5.Utf8), What);
        if (bytes is not null)
        {
            this.Check(LibHdf5.H5Tset_strpad(type, LibHdf5.NullPadded), What);
        }

        return type;
    }

    private static void CheckName(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Trim('/').Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{path.Replace('\0', ' ')}' is no name in an HDF5 file; one such as /events/energy was expected.", nameof(path));
        }
    }

    private void Open()
    {
        const string What = "the file cannot be made";
        using Hdf5Id access = this.Properties("H5P_CLS_FILE_ACCESS_ID_g");
        this.Check(LibHdf5.H5Pset_fclose_degree(access, LibHdf5.CloseAll), What);

        // Nobody else knows the file's name yet, and some network disks have no locks. The function came with 1.10.7.
        if (LibHdf5.Optional("H5Pset_file_locking") is not 0 and nint locking)
        {
            this.Check(((delegate* unmanaged[Cdecl]<long, byte, byte, int>)locking)(access, 0, 1), What);
        }

        long answer = LibHdf5.H5Fcreate(this.temporary, LibHdf5.Overwrite, LibHdf5.Default, access);
        this.file = Hdf5Id.Of(answer, this.Path, What);
        this.isOpen = true;
    }

    private void Close()
    {
        this.isOpen = false;
        this.types.ForEach(type => type.Dispose());
        this.Check(LibHdf5.H5Fclose(this.file), "the file cannot be ended");
    }

    private void SetTexts(string path, string name, string[] texts, bool isScalar)
    {
        using Utf8Texts native = new(texts, $"the attribute {name} of {path}");
        fixed (nint* pointers = native.Pointers)
        {
            using (LibHdf5.Enter())
            {
                using Hdf5Id type = this.TextType(null);
                this.SetAttribute(path, name, type, type, pointers, isScalar ? null : texts.Length);
            }
        }
    }

    private void SetNumbers(string path, string name, Hdf5Element element, void* values, int? count)
    {
        using (LibHdf5.Enter())
        {
            this.SetAttribute(path, name, LibHdf5.Global(element.File), LibHdf5.Global(element.Memory), values, count);
        }
    }

    private void SetAttribute(string path, string name, long fileType, long memoryType, void* value, int? count)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string what = $"the attribute {name} of {path} cannot be written";
        ulong extent = (ulong)(count ?? 0);
        using Hdf5Id thing = Hdf5Id.Of(LibHdf5.H5Oopen(this.Handle, path, LibHdf5.Default), this.Path, what);
        using Hdf5Id space = Hdf5Id.Of(count is null ? LibHdf5.H5Screate(0) : LibHdf5.H5Screate_simple(1, &extent, null), this.Path, what);
        long answer = LibHdf5.H5Acreate2(thing, name, fileType, space, LibHdf5.Default, LibHdf5.Default);
        using Hdf5Id attribute = Hdf5Id.Of(answer, this.Path, what);
        this.Check(LibHdf5.H5Awrite(attribute, memoryType, value), what);
    }
}
