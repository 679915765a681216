BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $model = New-NetModel Saved -InputShape 3 -Loss MeanSquaredError -Seed 4 { Dense 5 -Activation Tanh; Dense 2 }
    Push-Location $TestDrive

    # The one error of an action, which writes nothing else.
    function Get-OnlyError([scriptblock] $FailingAction) {
        $ErrorActionPreference = 'Continue'
        $written = @(& $FailingAction 2>&1)
        $written | Should -HaveCount 1
        $written[0] | Should -BeOfType System.Management.Automation.ErrorRecord
        $written[0]
    }
}

AfterAll { Pop-Location }

Describe 'Export-NetModel' {
    It 'writes a safetensors file that says what the model is' {
        Export-NetModel $model ./whole.safetensors | Should -BeNullOrEmpty
        $file = [NetDsl.Interchange.SafetensorsFile]::Read((Join-Path $TestDrive whole.safetensors))
        $file.Tensors.Name | Sort-Object | Should -Be 'dense_0/bias', 'dense_0/kernel', 'dense_1/bias', 'dense_1/kernel'
        $file['dense_0/kernel'].Shape | Should -Be 3, 5
        $description = [NetDsl.Interchange.ModelFile]::ReadDescription((Join-Path $TestDrive whole.safetensors))
        $description.NetworkName, $description.Seed, $description.EpochsTrained | Should -Be 'Saved', 4, 0
        $description.Declaration | Should -BeLike '*`[Dense(5, Activation.Tanh)`]*public partial class Saved;*'
    }

    It 'adds the extension where there is none, and gives the file when asked' {
        $file = Export-NetModel $model short -PassThru
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be (Join-Path $TestDrive short.safetensors)
        $file.Length | Should -BeGreaterThan 0
        (Export-NetModel $model model.v2 -PassThru).Name | Should -Be 'model.v2'
    }

    It 'takes models from the pipeline, each with a path of its own' {
        $other = New-NetModel Other -InputShape 3 -Loss MeanSquaredError { Dense 1 }
        ($model, $other | Export-NetModel -Path { "each-$($_.Name)" } -PassThru).Name | Should -Be 'each-Saved.safetensors', 'each-Other.safetensors'
    }

    It 'takes what Invoke-NetTraining gave' {
        $data = [NetDsl.Data.Dataset]::new([float[]] (1..12), [int[]] 3, [float[]] (1..8), [int[]] 2)
        $trained = New-NetModel Trained -InputShape 3 -Loss MeanSquaredError { Dense 2 }
        Invoke-NetTraining $trained $data -Epochs 2 -BatchSize 2 | Export-NetModel -Path trained
        (Get-NetModel -Path trained.safetensors).EpochsTrained | Should -Be 2
    }

    It 'takes a literal path as it is written, and a path of a drive' {
        Export-NetModel $model -LiteralPath '[odd]'
        Test-Path -LiteralPath '[odd].safetensors' | Should -BeTrue
        (Export-NetModel $model TestDrive:/drive -PassThru).FullName | Should -Be (Join-Path $TestDrive drive.safetensors)
    }

    It 'writes nothing with -WhatIf' {
        Export-NetModel $model never -WhatIf
        Test-Path never.safetensors | Should -BeFalse
    }

    It 'warns that layers of one''s own are not in the file' {
        Set-Content own.cs @'
using System; using System.Numerics; using NetDsl; using NetDsl.Kernels;
public sealed class Twice : ICustomLayer
{
    public static void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, Span<T> output) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < input.Length; i++) { output[i] = input[i] + input[i]; }
    }
    public static void InputGradient<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Forward(outputGradient, kernel, inputGradient);
}
[Network, Input(2), Dense(2), Custom(typeof(Twice)), Loss(Loss.MeanSquaredError)]
public partial class Own;
'@
        $own = New-NetModel -Path own.cs
        Export-NetModel $own own -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -BeLike '*Own*Import-NetModel -Model*'
    }
}

Describe 'A model that cannot be saved' {
    It 'keeps a file that is there, unless -Force is given' {
        Set-Content kept.safetensors 'kept'
        $failure = Get-OnlyError { Export-NetModel $model kept }
        $failure.FullyQualifiedErrorId | Should -Be 'FileExists,NetDsl.PowerShell.ExportNetModelCommand'
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        $failure.TargetObject | Should -Be (Join-Path $TestDrive kept.safetensors)
        Get-Content kept.safetensors | Should -Be 'kept'
        Export-NetModel $model kept -Force
        (Get-NetModel -Path kept.safetensors).Name | Should -Be 'Saved'
    }

    It 'ends in one error: <Id>' -ForEach @(
        @{ Id = 'FolderNotFound'; Path = 'no/such/model'; Category = 'ObjectNotFound'; Text = '*New-Item -ItemType Directory*' }
        @{ Id = 'PathIsFolder'; Path = 'folder'; Category = 'InvalidArgument'; Text = '*is a folder. Give the path of a file*' }
        @{ Id = 'WildcardInPath'; Path = '*.safetensors'; Category = 'InvalidArgument'; Text = '*-LiteralPath*' }
        @{ Id = 'NotAFile'; Path = 'env:MODEL'; Category = 'InvalidArgument'; Text = '*provider Environment*' }
    ) {
        $null = New-Item -ItemType Directory -Force folder
        $before = (Get-ChildItem -Recurse -Force).Count
        $failure = Get-OnlyError { Export-NetModel $model $Path }
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.ExportNetModelCommand"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.TargetObject | Should -Not -BeNullOrEmpty
        "$failure" | Should -BeLike $Text
        (Get-ChildItem -Recurse -Force).Count | Should -Be $before
    }

    It 'is not written twice to the same path' {
        $failures = @()
        $model, $model | Export-NetModel -Path twice -Force -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'PathRepeated,NetDsl.PowerShell.ExportNetModelCommand'
    }

    It 'has diverged' {
        $lost = New-NetModel Lost -InputShape 1 -Loss MeanSquaredError { Dense 1 }
        $lost.Network.Parameters[0][0] = [float]::NaN
        $failure = Get-OnlyError { Export-NetModel $lost lost }
        $failure.FullyQualifiedErrorId | Should -Be 'InvalidOperation,NetDsl.PowerShell.ExportNetModelCommand'
        "$failure" | Should -BeLike '*dense_0/kernel*NaN*learning rate*'
        Test-Path lost.safetensors | Should -BeFalse
    }

    It 'may not be written there' {
        if (-not $IsLinux) { Set-ItResult -Skipped -Because 'only Linux has a folder in which nobody may write' }
        $failure = Get-OnlyError { Export-NetModel $model /sys/model }
        $failure.FullyQualifiedErrorId | Should -Be 'AccessDenied,NetDsl.PowerShell.ExportNetModelCommand'
        $failure.CategoryInfo.Category | Should -Be 'PermissionDenied'
        "$failure" | Should -BeLike '/sys/model.safetensors cannot be written*'
    }

    It 'finds the disk full, and leaves the old file' {
        $disk = Join-Path $TestDrive disk
        $null = New-Item -ItemType Directory $disk
        $isMounted = $IsLinux -and (Get-Command mount -CommandType Application -ErrorAction Ignore) -and
            $(mount -t tmpfs -o size=64k tmpfs $disk 2>$null; $LASTEXITCODE -eq 0)
        if (-not $isMounted) { Set-ItResult -Skipped -Because 'no small disk can be mounted here, which takes root on Linux' }
        try {
            Export-NetModel $model $disk/model
            $large = New-NetModel Large -InputShape 256 -Loss MeanSquaredError { Dense 256 }
            $failure = Get-OnlyError { Export-NetModel $large $disk/model -Force }
            $failure.FullyQualifiedErrorId | Should -Be 'DiskFull,NetDsl.PowerShell.ExportNetModelCommand'
            $failure.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
            $failure.TargetObject | Should -Be "$disk/model.safetensors"
            (Get-ChildItem -Force $disk).Name | Should -Be 'model.safetensors'
            (Get-NetModel -Path $disk/model.safetensors).Name | Should -Be 'Saved'
        } finally {
            umount $disk
        }
    }
}
