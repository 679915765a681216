<#
.SYNOPSIS
Holds the speed of Invoke-NetTraining against that of the library's own trainer.

.DESCRIPTION
Both train the same network on the same data, in turns in one process, so that what else the machine does meets both; who
begins changes from round to round. The time of a turn is that of the whole call. Each workload gives one object, whose Ratio is the median over
the rounds of the samples in a second of the cmdlet over those of the trainer. ProcessorRatio is the same for a second of processor time, which is nearer to
the truth on a machine that is busy.

The networks, batches and optimisers are those of the workloads of NetDsl.Benchmarks.

.PARAMETER Workload
The workloads.

.PARAMETER Rounds
The rounds over which the median is taken, after one that is not counted.

.PARAMETER Seconds
About how long a turn takes.

.PARAMETER Threads
The most threads that share a batch.

.PARAMETER Module
The folder of the module: what a build left in artifacts/module/NetDsl unless told.

.EXAMPLE
./Measure-Training.ps1 -Workload tabular -Rounds 21
#>
[CmdletBinding()]
[OutputType([pscustomobject])]
param(
    [ValidateSet('tabular', 'shower-cnn')] [string[]] $Workload = @('tabular', 'shower-cnn'),
    [ValidateRange(1, 1000)] [int] $Rounds = 11,
    [ValidateRange(0.01, 3600.0)] [double] $Seconds = 2,
    [ValidateRange(1, 1024)] [int] $Threads = 1,
    [string] $Module = (Join-Path $PSScriptRoot .. .. .. artifacts module NetDsl)
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Import-Module (Convert-Path $Module)

# As in Networks/TabularNet.cs, Networks/ShowerCnnNet.cs and Measurement/Workloads.cs.
$workloads = @{
    'tabular'    = @{
        Model     = {
            New-NetModel Tabular -InputShape 26 -Loss BinaryCrossentropy {
                Dense 64 -Activation ReLU
                Dense 32 -Activation ReLU
                Dense 1 -Activation Sigmoid
            }
        }
        BatchSize = 64
        Batches   = 1000
    }
    'shower-cnn' = @{
        Model     = {
            New-NetModel ShowerCnn -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
                Conv2D 32 5 -Padding Same -Activation ReLU
                MaxPooling2D 2
                Conv2D 64 5 -Padding Same -Activation ReLU
                MaxPooling2D 2
                Flatten
                Dense 1024 -Activation ReLU
                Dropout 0.5
                Dense 2 -Activation Softmax
            }
        }
        BatchSize = 64
        Batches   = 8
    }
}

function Measure-Turn($Turn, [int] $Epochs, [scriptblock] $Training) {
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    $processor = $process.TotalProcessorTime
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Training
    $seconds = $watch.Elapsed.TotalSeconds
    $process.Refresh()
    $samples = $Epochs * $Turn.Data.Count
    @{ PerSecond = $samples / $seconds; PerProcessorSecond = $samples / ($process.TotalProcessorTime - $processor).TotalSeconds }
}

function Measure-Cmdlet($Turn, [int] $Epochs) {
    Measure-Turn $Turn $Epochs {
        Invoke-NetTraining $Turn.Model $Turn.Data -Epochs $Epochs -BatchSize $Turn.BatchSize -Optimizer $Turn.Optimizer -Threads $Turn.Threads
    }
}

function Measure-Trainer($Turn, [int] $Epochs) {
    Measure-Turn $Turn $Epochs {
        $trainer = [NetDsl.Training.Trainer[float]]::new($Turn.Network, $Turn.Optimizer)
        [NetDsl.Training.Trainer[float]].GetProperty('Threads').SetValue($trainer, $Turn.Threads)
        $trainer.Fit($Turn.Data, $null, $Epochs, $Turn.BatchSize, $null, [System.Threading.CancellationToken]::None)
    }
}

function Get-Median([double[]] $Value) {
    $ascending = $Value | Sort-Object
    ($ascending[($Value.Count - 1) -shr 1] + $ascending[$Value.Count -shr 1]) / 2
}

foreach ($name in $Workload) {
    $known = $workloads[$name]
    $models = (& $known.Model), (& $known.Model)
    $turn = @{
        Model     = $models[0]
        Network   = $models[1].Network
        Data      = [NetDsl.Training.RandomSamples]::Draw[float]($models[1].Network, $known.BatchSize * $known.Batches, 0)
        BatchSize = $known.BatchSize
        Optimizer = Adam -Epsilon 1e-8
        Threads   = $Threads
    }

    # The same in every turn, and about as long as asked for; the code is compiled at its best before it is counted.
    $epochs = 1
    foreach ($trial in 1..3) {
        $epochs = [Math]::Max(1, [int]($Seconds * (Measure-Trainer $turn $epochs).PerSecond / $turn.Data.Count))
    }
    $null = Measure-Cmdlet $turn $epochs

    $measured = foreach ($round in 1..$Rounds) {
        Write-Progress "Training $name" "Round $round of $Rounds" -PercentComplete (100 * ($round - 1) / $Rounds)
        if ($round % 2) { $trainer = Measure-Trainer $turn $epochs }
        $cmdlet = Measure-Cmdlet $turn $epochs
        if (-not ($round % 2)) { $trainer = Measure-Trainer $turn $epochs }
        [pscustomobject]@{
            Trainer        = $trainer.PerSecond
            Cmdlet         = $cmdlet.PerSecond
            Ratio          = $cmdlet.PerSecond / $trainer.PerSecond
            ProcessorRatio = $cmdlet.PerProcessorSecond / $trainer.PerProcessorSecond
        }
    }
    Write-Progress "Training $name" -Completed
    [pscustomobject]@{
        Workload                = $name
        Ratio                   = [Math]::Round((Get-Median $measured.Ratio), 4)
        ProcessorRatio          = [Math]::Round((Get-Median $measured.ProcessorRatio), 4)
        CmdletSamplesPerSecond  = [Math]::Round((Get-Median $measured.Cmdlet))
        TrainerSamplesPerSecond = [Math]::Round((Get-Median $measured.Trainer))
        LowestRatio             = [Math]::Round(($measured.Ratio | Measure-Object -Minimum).Minimum, 4)
        HighestRatio            = [Math]::Round(($measured.Ratio | Measure-Object -Maximum).Maximum, 4)
        Rounds                  = $measured.Count
        Epochs                  = $epochs
        Threads                 = $Threads
    }
}
