using NetDsl.Benchmarks;
using NetDsl.Benchmarks.Evaluation;

const int Success = 0;
const int Failure = 1;
const int WrongUsage = 2;

try
{
    CommandLine.Parse(args)();
    return Success;
}
catch (UsageException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(CommandLine.Usage);
    return WrongUsage;
}
catch (Exception error) when (error is EvaluationException or MeasurementException)
{
    Console.Error.WriteLine(error.Message);
    return Failure;
}
