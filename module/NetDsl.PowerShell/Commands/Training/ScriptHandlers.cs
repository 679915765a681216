using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>The script blocks that a person gives to be run during a training; null for those not given.</summary>
/// <param name="TrainBegin">When training begins.</param>
/// <param name="EpochBegin">When an epoch begins.</param>
/// <param name="BatchEnd">When a batch is done.</param>
/// <param name="EpochEnd">When an epoch is done, and its validation.</param>
/// <param name="TrainEnd">When training is over.</param>
internal sealed record ScriptHandlers(
    ScriptBlock? TrainBegin, ScriptBlock? EpochBegin, ScriptBlock? BatchEnd, ScriptBlock? EpochEnd, ScriptBlock? TrainEnd);
