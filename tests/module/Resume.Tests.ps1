BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $manifest = Join-Path (Get-Module NetDsl).ModuleBase NetDsl.psd1
    Set-Content TestDrive:/train.ps1 @'
param($Manifest, $Checkpoint, $Started, $Result)
$ErrorActionPreference = 'Stop'
Import-Module $Manifest
$data = New-NetData ShowerTrack -Count 400 -Seed 1 | Split-NetData -Validation 0.25
$model = New-NetModel Killed -InputShape 32, 32, 1 -Loss CategoricalCrossentropy -Seed 3 {
    Flatten
    Dense 64 -Activation ReLU
    BatchNormalization
    Dropout 0.2
    Dense 2 -Activation Softmax
}
$run = Invoke-NetTraining $model $data -Epochs 800 -BatchSize 12 -EarlyStopping 10000 -RestoreBestWeights -Threads 1 `
    -CheckpointPath $Checkpoint -CheckpointInterval 0.02 -Resume -OnTrainBegin { [System.IO.File]::WriteAllText($Started, '') }
$bits = [System.Collections.Generic.List[byte]]::new()
foreach ($parameter in $model.Network.Parameters) {
    foreach ($value in $parameter.ToArray()) { $bits.AddRange([System.BitConverter]::GetBytes($value)) }
}
foreach ($epoch in $run.History) {
    foreach ($value in $epoch.Loss, $epoch.Accuracy, $epoch.ValidationLoss) { $bits.AddRange([System.BitConverter]::GetBytes([double] $value)) }
}
[System.IO.File]::WriteAllBytes($Result, $bits.ToArray())
'@

    function Start-Training($Checkpoint, $Result) {
        $started = Join-Path $TestDrive started
        Remove-Item $started -ErrorAction Ignore
        $arguments = '-NoProfile', '-NonInteractive', '-File', (Join-Path $TestDrive train.ps1), $manifest, $Checkpoint, $started, $Result
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path, [string[]] $arguments)
        $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        while (-not (Test-Path $started) -and -not $process.HasExited) { Start-Sleep -Milliseconds 2 }
        $process
    }
}

Describe 'A training whose process is killed' {
    It 'goes on from a valid checkpoint after each of 20 kills, and ends with the bits of a training that was left alone' {
        $left = Join-Path $TestDrive left.bin
        $process = Start-Training (Join-Path $TestDrive left.safetensors) $left
        $process.WaitForExit()
        $left | Should -Exist

        $checkpoint = Join-Path $TestDrive killed.safetensors
        $killed = Join-Path $TestDrive killed.bin
        $random = [System.Random]::new(5)
        $done = 0
        foreach ($kill in 1..20) {
            $process = Start-Training $checkpoint $killed
            Start-Sleep -Milliseconds $random.Next(0, 600)
            $process.HasExited | Should -BeFalse -Because "training must still go on when it is killed for the ${kill}th time"
            $process.Kill()
            $process.WaitForExit()

            [NetDsl.Training.BackupAndRestore]::IsCheckpoint($checkpoint) | Should -BeTrue
            (Import-NetModel $checkpoint).Name | Should -Be Killed
            $epochs = [NetDsl.Training.BackupAndRestore]::ReadEpochsTrained($checkpoint)
            $epochs | Should -BeGreaterOrEqual $done
            $done = $epochs
        }

        $done | Should -BeGreaterThan 0
        $process = Start-Training $checkpoint $killed
        $process.WaitForExit()
        (Get-FileHash $killed).Hash | Should -Be (Get-FileHash $left).Hash
        Get-ChildItem $TestDrive -Force -Filter '*.tmp' | Should -BeNullOrEmpty
    }
}
