BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $manifest = Join-Path (Get-Module NetDsl).ModuleBase NetDsl.psd1
    function Get-Context($Model) { [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($Model.Network.GetType().Assembly) }
}

Describe 'A model and the assemblies of the session' {
    It 'shares NetDsl with the module, in a context of its own' {
        $model = New-NetModel Shared -InputShape 2 -Loss MeanSquaredError { Dense 1 }
        $model.Network -is [NetDsl.Training.INetwork[float]] | Should -BeTrue
        (Get-Context $model).Name | Should -BeLike 'NetDsl.Declared.*'
        (Get-Context $model).Assemblies | Should -HaveCount 1
        [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'NetDsl' } | Should -HaveCount 1
    }

    It 'lives beside another of the same name' {
        $narrow = New-NetModel Twice -InputShape 2 -Loss MeanSquaredError { Dense 1 }
        $wide = New-NetModel Twice -InputShape 3 -Loss MeanSquaredError { Dense 4; Dense 1 }
        $narrow.Name | Should -Be $wide.Name
        $narrow.Network.GetType() | Should -Not -Be $wide.Network.GetType()
        $narrow.Parameters, $wide.Parameters | Should -Be 3, 21
        $null = $narrow, $wide | Test-NetGradient -AsIs -Quiet
        (Get-NetModel $narrow).Parameters, (Get-NetModel $wide).Parameters | Should -Be 3, 21
    }

    It 'goes away with the last that uses it' {
        function Get-Reference { [System.WeakReference]::new((Get-Context (New-NetModel Short -InputShape 7 -Loss MeanSquaredError { Dense 5; Dense 1 }))) }
        $reference = Get-Reference
        for ($i = 0; $i -lt 20 -and $reference.IsAlive; $i++) {
            [System.GC]::Collect()
            [System.GC]::WaitForPendingFinalizers()
        }
        $reference.IsAlive | Should -BeFalse
    }
}

Describe 'A module that was removed' {
    It 'holds no file open: what was read and written can be replaced and deleted' -Skip:(-not $IsLinux) {
        Set-Content TestDrive:/use.ps1 @'
param($Manifest)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
Import-Module $Manifest
$data = New-NetData Sine -Count 40 -Seed 1
Export-NetData $data sine.csv
$data = Import-NetData sine.csv -Target ($data.TargetNames)
$model = New-NetModel Sine -InputShape 1 -Loss MeanSquaredError { Dense 4 -Activation Tanh; Dense 1 }
$null = Invoke-NetTraining $model $data -CheckpointPath sine-run
Export-NetModel $model sine
$null = Import-NetModel sine.safetensors | Invoke-NetPrediction -Data $data
New-NetModel Other -InputShape 1 -Loss MeanSquaredError -AsSource { Dense 1 } | Set-Content other.cs
$null = New-NetModel -Path other.cs
Remove-Module NetDsl
Get-ChildItem /proc/self/fd | ForEach-Object { $_.ResolvedTarget ?? $_.Target } | Where-Object { $_ -like "$PSScriptRoot/*" -and $_ -notlike '*use.ps1' }
Get-Content /proc/self/maps | Where-Object { $_ -like "*$PSScriptRoot/*" }
Remove-Item sine*, other.cs
'removed'
'@
        $output = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File (Join-Path $TestDrive use.ps1) $manifest 2>&1
        $output | Should -Be removed
        Get-ChildItem $TestDrive -Name | Should -Be use.ps1
    }
}
