using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Data.Hdf5;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>Writes rows to files of all formats, some at a time.</summary>
internal sealed record DataFileWriter
{
    /// <summary>What stands between two cells of a table, or null for what the format says.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The file of the targets of an NPY array, or null.</summary>
    public string? TargetFile { get; init; }

    /// <summary>The file of the weights of an NPY array, or null.</summary>
    public string? WeightFile { get; init; }

    /// <summary>How hard arrays and chunks are packed, from 0 to 9.</summary>
    public int Compression { get; init; }

    /// <summary>The rows of a chunk, or null for about a megabyte.</summary>
    public int? ChunkRows { get; init; }

    /// <summary>What a file becomes by its extension.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="CommandErrorException">It is that of no format.</exception>
    public static ExportFormat FormatOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CSV" => ExportFormat.Csv,
        ".TSV" => ExportFormat.Tsv,
        ".NPY" => ExportFormat.Npy,
        ".NPZ" => ExportFormat.Npz,
        ".H5" or ".HDF5" or ".HDF" => ExportFormat.Hdf5,
        var extension => throw new CommandErrorException(
            "UnknownFormat",
            ErrorCategory.InvalidArgument,
            file,
            $"{file} ends in '{extension}', which is no format of data. Give a path that ends in .csv, .tsv, .npy, .npz or .h5, or say with -Format what it is."),
    };

    /// <summary>Writes rows; the file is there as a whole or not at all.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What it becomes.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Write(string file, ExportFormat format, RowSource rows, IProgress<long> progress, CancellationToken cancellation)
    {
        switch (format)
        {
            case ExportFormat.Npy:
                NpyDataset.Write(rows, file, this.TargetFile, this.WeightFile, progress, cancellation);
                break;
            case ExportFormat.Npz:
                NpzDataset.Write(file, rows, this.Compression > 0, progress, cancellation);
                break;
            case ExportFormat.Hdf5:
                Hdf5Data.Write(
                    file, rows, new Hdf5WriteOptions { Deflate = this.Compression, ChunkRows = this.ChunkRows }, progress, cancellation);
                break;
            default:
                CsvFile.Write(file, rows, this.Delimiter ?? (format == ExportFormat.Tsv ? '\t' : ','), progress, cancellation);
                break;
        }
    }
}
