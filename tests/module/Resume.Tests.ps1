# A training whose process is killed again and again reaches the bits of one that was left alone. Each process is a PowerShell of its own.
BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $kills = 20
    $module = (Get-Module NetDsl).ModuleBase
    $powershell = (Get-Process -Id $PID).Path
    $checkpoint = Join-Path $TestDrive run.safetensors
    $script = Join-Path $TestDrive train.ps1

    # The seed is that of the model's first parameters, of which nothing is to be left where training goes on from a checkpoint.
    Set-Content $script @'
param([string] $Module, [ulong] $Seed, [string] $Output, [string] $CheckpointPath, [switch] $Hold)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $Module
$data = New-NetData ShowerTrack -Count 600 -Seed 1 | Split-NetData -Validation 0.2 -Seed 1
$model = New-NetModel Resumed -InputShape 32, 32, 1 -Loss CategoricalCrossentropy -Seed $Seed {
    Flatten
    Dense 48 -Activation ReLU
    BatchNormalization
    Dropout 0.3
    Dense 2 -Activation Softmax
}
$checkpoint = if ($CheckpointPath) {
    @{ CheckpointPath = $CheckpointPath; CheckpointInterval = [timespan]::FromMilliseconds(20); Resume = $true }
}
else {
    @{}
}

# A process that is to be killed waits for it near the end, however fast the machine is.
$handlers = if ($Hold) { @{ OnEpochEnd = { if ($_.Epoch -ge 390) { Start-Sleep -Seconds 600 } } } } else { @{} }
Set-Content "$Output.begun" $PID
$run = Invoke-NetTraining $model $data -Epochs 400 -BatchSize 16 -Seed 3 @checkpoint @handlers
$bytes = foreach ($parameter in $model.Network.Parameters) {
    $parameter.ToArray() | ForEach-Object { [BitConverter]::GetBytes($_) }
}
[IO.File]::WriteAllBytes($Output, [byte[]] $bytes)
Set-Content "$Output.seconds" $run.Duration.TotalSeconds.ToString('R', [cultureinfo]::InvariantCulture)
'@

    function Invoke-TrainingProcess([ulong] $Seed, [string] $Output, [string] $CheckpointPath, [switch] $Hold) {
        $arguments = @('-NoProfile', '-File', $script, $module, $Seed, $Output)
        if ($CheckpointPath) {
            $arguments += $CheckpointPath
        }

        if ($Hold) {
            $arguments += '-Hold'
        }

        $start = [Diagnostics.ProcessStartInfo]::new($powershell, [string[]] $arguments)
        $start.RedirectStandardError = $true
        [Diagnostics.Process]::Start($start)
    }

    function Get-Step {
        [long] [NetDsl.Training.BackupAndRestore]::ReadMetadata($checkpoint)['netdsl.training/optimizer/steps']
    }
}

Describe 'A training with a checkpoint' {
    It 'is killed 20 times and reaches the bits of an unbroken one' {
        $unbroken = Join-Path $TestDrive unbroken
        $process = Invoke-TrainingProcess 1 $unbroken
        $errors = $process.StandardError.ReadToEnd()
        $process.WaitForExit()
        $errors | Should -BeNullOrEmpty
        $seconds = [double]::Parse((Get-Content "$unbroken.seconds"), [cultureinfo]::InvariantCulture)

        # Together about as long as the whole training.
        $random = [Random]::new(11)
        $steps = foreach ($kill in 1..$kills) {
            $output = Join-Path $TestDrive "killed$kill"
            $seed = if (Test-Path $checkpoint) { 100 + $kill } else { 1 }
            $process = Invoke-TrainingProcess $seed $output $checkpoint -Hold
            $errors = $process.StandardError.ReadToEndAsync()
            while (-not (Test-Path "$output.begun") -and -not $process.HasExited) {
                Start-Sleep -Milliseconds 5
            }

            $ended = $process.WaitForExit([timespan]::FromSeconds($random.NextDouble() * $seconds / 12))
            $process.Kill()
            $process.WaitForExit()
            $ended | Should -BeFalse -Because "the training is to be killed, not to end with: $($errors.Result)"
            if (Test-Path $checkpoint) {
                [NetDsl.Training.BackupAndRestore]::IsCheckpoint($checkpoint) | Should -BeTrue
                Get-Step
            }
        }

        $steps | Should -Be ($steps | Sort-Object) -Because 'no training begins anew'
        ($steps | Sort-Object -Unique).Count | Should -BeGreaterThan 3

        $resumed = Join-Path $TestDrive resumed
        $process = Invoke-TrainingProcess 999 $resumed $checkpoint
        $errors = $process.StandardError.ReadToEnd()
        $process.WaitForExit()
        $errors | Should -BeNullOrEmpty
        (Get-FileHash $resumed).Hash | Should -Be (Get-FileHash $unbroken).Hash
        Get-Step | Should -BeGreaterThan $steps[-1]
        Get-ChildItem $TestDrive -Force -Filter '*.tmp' | Should -BeNullOrEmpty -Because 'what a killed process left is removed'
    }
}
