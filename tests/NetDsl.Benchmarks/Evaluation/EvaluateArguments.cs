namespace NetDsl.Benchmarks.Evaluation;

/// <summary>What to evaluate with what, and where the results go.</summary>
/// <param name="Assembly">The compiled assembly.</param>
/// <param name="Type">The declared class, with its namespace or, where no other has it, by its name alone.</param>
/// <param name="Parameters">The safetensors file of the parameters.</param>
/// <param name="Input">The NPY file of the samples.</param>
/// <param name="Target">The NPY file of the targets.</param>
/// <param name="Output">The safetensors file to write.</param>
internal sealed record EvaluateArguments(string Assembly, string Type, string Parameters, string Input, string Target, string Output);
