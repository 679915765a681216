using System.Management.Automation;
using NetDsl.Compilation;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>A model file that was opened: what it says of its network, and the network that its declaration makes.</summary>
/// <param name="description">What it says.</param>
/// <param name="network">The network.</param>
internal sealed class SavedModel(ModelDescription description, CompiledNetwork network)
{
    /// <summary>Opens a file. Its parameters are not read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="command">The command that opens it.</param>
    /// <param name="cancellation">Ends a compilation early.</param>
    /// <exception cref="CommandErrorException">The file has no declaration, or one that makes no network here.</exception>
    /// <exception cref="ModelFormatException">The file is broken.</exception>
    public static SavedModel Open(string file, Cmdlet command, CancellationToken cancellation)
    {
        FileArguments.RefuseFolder(file);
        ModelDescription? description = ModelFile.ReadDescription(file);
        if (description?.Declaration is not { } declaration)
        {
            throw new CommandErrorException(
                "NoDeclaration",
                ErrorCategory.InvalidData,
                file,
                $"{file} holds parameters but no declaration of their network, as files of other programs do. Make the network with " +
                "New-NetModel and load the parameters into it: Import-NetModel -Path ... -Model $model.");
        }

        ModelCompiler compiler = new(command.WriteWarning, cancellation)
        {
            Advice =
                $"This is the declaration in {file}; opening a file runs no code but what is generated for its layers. Where the network " +
                "has layers of your own, make it with New-NetModel from the source or the assembly that has them, and load the " +
                "parameters into it: Import-NetModel -Path ... -Model $model.",
        };
        IReadOnlyList<CompiledNetwork> compiled = compiler.CompileDeclaration(declaration, file);
        CompiledNetwork[] named = [.. compiled.Where(network => network.Type.Name == description.NetworkName)];
        return named.Length == 1
            ? new SavedModel(description, named[0])
            : throw new CommandErrorException(
                "InvalidModelFile",
                ErrorCategory.InvalidData,
                file,
                $"{file}: it holds the network {description.NetworkName}, and its declaration makes " +
                $"{string.Join(", ", compiled.Select(n => n.Name))}: the file was changed since it was saved. Take another copy.");
    }

    /// <summary>The model, with the parameters that its seed gives, not yet those of the file.</summary>
    public NetModel CreateModel()
    {
        NetModel model = new(network, description.Seed);
        model.Take(description);
        return model;
    }
}
