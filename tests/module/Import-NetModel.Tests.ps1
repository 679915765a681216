BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    Push-Location $TestDrive

    function Get-ParameterText($Network) { ($Network.Parameters | ForEach-Object { $_.ToArray() }) -join ' ' }

    # Writes a model file anew, with other entries in its metadata; $null takes one away.
    function Edit-MetadataEntry($Source, $Target, [hashtable] $Change) {
        $file = [NetDsl.Interchange.SafetensorsFile]::Read((Join-Path $TestDrive $Source))
        $metadata = [System.Collections.Generic.Dictionary[string, string]]::new($file.Metadata)
        foreach ($key in $Change.Keys) {
            $null = $metadata.Remove($key)
            if ($null -ne $Change[$key]) { $metadata[$key] = $Change[$key] }
        }
        [NetDsl.Interchange.SafetensorsFile]::Write((Join-Path $TestDrive $Target), $file.Tensors, $metadata)
    }

    function Get-OnlyError([scriptblock] $FailingAction) {
        $ErrorActionPreference = 'Continue'
        $written = @(& $FailingAction 2>&1)
        $written | Should -HaveCount 1
        $written[0] | Should -BeOfType System.Management.Automation.ErrorRecord
        $written[0]
    }

    $data = [NetDsl.Data.Dataset]::new([float[]] (1..24), [int[]] 3, [float[]] ((0, 1, 1, 0) * 4), [int[]] 2,
        [string[]] ('x', 'y', 'z'), $null, [string[]] ('signal', 'noise'))
    $model = New-NetModel Saved -InputShape 3 -Loss CategoricalCrossentropy -Seed 4 {
        Normalization
        Dense 5 -Activation Tanh
        Dense 2 -Activation Softmax
    }
    $null = Invoke-NetTraining $model $data -Epochs 3 -BatchSize 4
    Export-NetModel $model saved
}

AfterAll { Pop-Location }

Describe 'Import-NetModel' {
    It 'makes the model again, with the same bits and the same predictions' {
        $again = Import-NetModel saved.safetensors
        $again.Name, $again.Seed, $again.EpochsTrained | Should -Be 'Saved', 4, 3
        $again.Classes | Should -Be 'signal', 'noise'
        $again.FeatureNames | Should -Be 'x', 'y', 'z'
        $again.TargetNames | Should -BeNullOrEmpty
        $again.Source | Should -Be $model.Source
        Get-ParameterText $again.Network | Should -BeExactly (Get-ParameterText $model.Network)
        $predictions = $model, $again | ForEach-Object { , ($_ | Invoke-NetPrediction -Data $data | ConvertTo-Json -Depth 4) }
        $predictions[1] | Should -BeExactly $predictions[0]
    }

    It 'goes on training where the model was' {
        $again = Import-NetModel saved.safetensors
        $null = Invoke-NetTraining $again $data -Epochs 1 -BatchSize 4
        $again.EpochsTrained | Should -Be 4
        (Import-NetModel saved.safetensors).EpochsTrained | Should -Be 3
    }

    It 'makes a network of double precision, with branches, tables and several outputs' {
        Set-Content many.cs @'
using NetDsl;
[Network(Precision = Precision.Double)]
[Input(2, Name = "numbers")] [Embedding(50, 3)] [Flatten(Name = "vectors")]
[Input(3, Name = "measured")] [Dense(4, Activation.ReLU, Name = "features")]
[Concatenate("features", "vectors")]
[Dense(1, Name = "price")] [Output(Loss.MeanSquaredError)]
[Dense(3, Activation.Softmax, From = "features", Name = "kind")] [Output(Loss.CategoricalCrossentropy)]
public partial class Many;
'@
        $many = New-NetModel -Path many.cs -Seed 2
        Export-NetModel $many many
        Get-ParameterText (Import-NetModel many.safetensors).Network | Should -BeExactly (Get-ParameterText $many.Network)
    }

    It 'works in a fresh process, also in one with narrower vectors: <_>' -ForEach 'none', 'DOTNET_EnableAVX2', 'DOTNET_EnableHWIntrinsic' {
        $answer = [float[]]::new(2)
        $model.Network.Predict([float[]] (1, 2, 3), $answer)
        $code = "Import-Module '$((Get-Module NetDsl).Path -replace '[^\\/]+$', 'NetDsl.psd1')'
            `$model = Import-NetModel '$(Join-Path $TestDrive saved.safetensors)' -ErrorAction Stop
            `$answer = [float[]]::new(2)
            `$model.Network.Predict([float[]] (1, 2, 3), `$answer)
            `"`$(`$model.Classes) `$answer`""
        if ($_ -ne 'none') { Set-Item "env:$_" 0 }
        try {
            $words = (pwsh -NoProfile -NonInteractive -Command $code) -split ' '
        } finally {
            if ($_ -ne 'none') { Remove-Item "env:$_" }
        }
        $words[0, 1] | Should -Be 'signal', 'noise'
        [Math]::Abs([float] $words[2] - $answer[0]) | Should -BeLessThan 1e-5
    }

    It 'lets two models of one name live side by side' {
        $wide = New-NetModel Saved -InputShape 7 -Loss MeanSquaredError { Dense 1 }
        Export-NetModel $wide wide
        $both = Import-NetModel saved.safetensors, wide.safetensors
        $both.Name | Should -Be 'Saved', 'Saved'
        $both.Parameters | Should -Be $model.Parameters, 8
    }

    It 'takes wildcards, literal paths and files from the pipeline' {
        $null = New-Item -ItemType Directory -Force several
        'a', 'b', '[c]' | ForEach-Object { Copy-Item saved.safetensors -Destination "several/$_.safetensors" }
        Import-NetModel several/?.safetensors | Should -HaveCount 2
        Import-NetModel -LiteralPath 'several/[c].safetensors' | Should -HaveCount 1
        Get-ChildItem several | Import-NetModel | Should -HaveCount 3
        'several/a.safetensors' | Import-NetModel | Should -HaveCount 1
    }

    It 'goes on with the other files after one that is broken' {
        Set-Content broken.safetensors 'broken'
        $models = Import-NetModel broken.safetensors, saved.safetensors -ErrorAction SilentlyContinue -ErrorVariable failures
        $models.Name | Should -Be 'Saved'
        $failures | Should -HaveCount 1
    }
}

Describe 'Import-NetModel -Model' {
    It 'loads a saved model into one that is there' {
        $other = New-NetModel Other -InputShape 3 -Loss CategoricalCrossentropy { Normalization; Dense 5 -Activation Tanh; Dense 2 -Activation Softmax }
        $result = Import-NetModel saved.safetensors -Model $other
        [object]::ReferenceEquals($result, $other) | Should -BeTrue
        $other.EpochsTrained | Should -Be 3
        $other.Classes | Should -Be 'signal', 'noise'
        Get-ParameterText $other.Network | Should -BeExactly (Get-ParameterText $model.Network)
    }

    It 'loads the parameters of another framework' {
        [NetDsl.Interchange.SafetensorsFile]::Write((Join-Path $TestDrive foreign.safetensors), [NetDsl.Interchange.SafetensorsTensor[]] (
                [NetDsl.Interchange.SafetensorsTensor]::Create('dense_0/kernel', [int[]] (2, 1), [float[]] (3, 4)),
                [NetDsl.Interchange.SafetensorsTensor]::Create('dense_0/bias', [int[]] 1, [float[]] 5)))
        $sum = New-NetModel Sum -InputShape 2 -Loss MeanSquaredError { Dense 1 }
        $null = Import-NetModel foreign.safetensors -Model $sum
        Get-ParameterText $sum.Network | Should -Be '3 4 5'
        $failure = Get-OnlyError { Import-NetModel foreign.safetensors }
        $failure.FullyQualifiedErrorId | Should -Be 'NoDeclaration,NetDsl.PowerShell.ImportNetModelCommand'
        "$failure" | Should -BeLike '*New-NetModel*-Model*'
    }

    It 'leaves the model as it was where the file is that of another' {
        $other = New-NetModel Other -InputShape 3 -Loss MeanSquaredError { Dense 4 }
        $before = Get-ParameterText $other.Network
        $failure = Get-OnlyError { Import-NetModel saved.safetensors -Model $other }
        $failure.FullyQualifiedErrorId | Should -Be 'InvalidModelFile,NetDsl.PowerShell.ImportNetModelCommand'
        "$failure" | Should -BeLike "*of 'Saved' are not those of the network Other*"
        Get-ParameterText $other.Network | Should -BeExactly $before
        $other.EpochsTrained | Should -Be 0
    }

    It 'tells a network that computes something else with the same parameters, unless it is to skip that' {
        $other = New-NetModel Saved -InputShape 3 -Loss CategoricalCrossentropy { Normalization; Dense 5 -Activation ReLU; Dense 2 -Activation Softmax }
        $before = Get-ParameterText $other.Network
        $failure = Get-OnlyError { Import-NetModel saved.safetensors -Model $other }
        $failure.FullyQualifiedErrorId | Should -Be 'InvalidModelFile,NetDsl.PowerShell.ImportNetModelCommand'
        "$failure" | Should -BeLike '*does not answer as the one that was saved*'
        Get-ParameterText $other.Network | Should -BeExactly $before
        $null = Import-NetModel saved.safetensors -Model $other -SkipSelfTest
        Get-ParameterText $other.Network | Should -BeExactly (Get-ParameterText $model.Network)
    }

    It 'takes one file' {
        $other = New-NetModel Other -InputShape 3 -Loss CategoricalCrossentropy { Normalization; Dense 5 -Activation Tanh; Dense 2 -Activation Softmax }
        $null = Import-NetModel saved.safetensors, saved.safetensors -Model $other -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -Be 'SeveralFiles,NetDsl.PowerShell.ImportNetModelCommand'
    }
}

Describe 'The declaration in a model file' {
    It 'runs no code: <_>' -ForEach @(
        '[Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public partial class Saved { static Saved() => System.IO.File.WriteAllText("ran", ""); }'
        '[Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public partial class Saved { static int x = System.IO.File.ReadAllBytes("ran").Length; }'
        '[Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public partial class Saved { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => System.IO.File.WriteAllText("ran", ""); }'
        '[Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public unsafe partial class Saved;'
        '[Network, Input(3), Custom(typeof(string)), Loss(Loss.MeanSquaredError)] public partial class Saved;'
        '[Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public partial class Saved : System.Exception;'
        "#define X`n[Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public partial class Saved;"
        'global using Dense = System.Object; [Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public partial class Saved;'
    ) {
        $text = if ($_ -like '#*' -or $_ -like 'global*') { $_ } else { "using NetDsl;`n$_" }
        Edit-MetadataEntry saved.safetensors hostile.safetensors @{ 'netdsl.declaration' = $text; 'netdsl.description.sha256' = $null }
        foreach ($command in 'Import-NetModel', 'Get-NetModel') {
            $failure = Get-OnlyError { & $command -Path hostile.safetensors }
            $failure.FullyQualifiedErrorId | Should -BeLike 'CodeInDeclaration,NetDsl.PowerShell.*'
            $failure.CategoryInfo.Category | Should -Be 'SecurityError'
            $failure.TargetObject | Should -Be (Join-Path $TestDrive hostile.safetensors)
            "$failure" | Should -BeLike '*more than a declaration*Import-NetModel -Path ... -Model*'
        }
        Test-Path ran | Should -BeFalse
    }

    It 'says what to do where it has a mistake' {
        $text = 'using NetDsl; [Network, Input(3), Conv2D(2, 3), Loss(Loss.MeanSquaredError)] public partial class Saved;'
        Edit-MetadataEntry saved.safetensors wrong.safetensors @{ 'netdsl.declaration' = $text; 'netdsl.description.sha256' = $null }
        $failure = Get-OnlyError { Import-NetModel wrong.safetensors }
        $failure.FullyQualifiedErrorId | Should -BeLike 'NETDSL012,*'
        "$failure" | Should -BeLike '*wrong.safetensors, line 1 of its declaration: NETDSL012*-Model $model*'
    }

    It 'must be that of the network whose parameters are there' {
        $text = 'using NetDsl; [Network, Input(3), Dense(2), Loss(Loss.MeanSquaredError)] public partial class Another;'
        Edit-MetadataEntry saved.safetensors another.safetensors @{ 'netdsl.declaration' = $text; 'netdsl.description.sha256' = $null }
        $failure = Get-OnlyError { Import-NetModel another.safetensors }
        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidModelFile,*'
        "$failure" | Should -BeLike '*holds the network Saved*makes Another*'
        Edit-MetadataEntry saved.safetensors smaller.safetensors @{
            'netdsl.declaration' = $text -replace 'Another', 'Saved'; 'netdsl.description.sha256' = $null
        }
        "$(Get-OnlyError { Import-NetModel smaller.safetensors })" | Should -BeLike '*are not those of the network Saved*'
    }
}

Describe 'A file that is no model' {
    It 'ends in one error: <Id>, <Text>' -ForEach @(
        @{ Id = 'InvalidModelFile'; Make = { Set-Content bad.safetensors 'x,y' }; Text = '*at least 8*' }
        @{ Id = 'InvalidModelFile'; Make = { Set-Content bad.safetensors ('text ' * 100) }; Text = '*no safetensors file*' }
        @{ Id = 'InvalidModelFile'; Make = { [IO.File]::WriteAllBytes("$TestDrive/bad.safetensors", [IO.File]::ReadAllBytes("$TestDrive/saved.safetensors")[0..900]) }; Text = '*cut off*' }
        @{ Id = 'InvalidModelFile'; Make = { Edit-MetadataEntry saved.safetensors bad.safetensors @{ 'netdsl.classes' = '["noise","signal"]' } }; Text = '*changed since*' }
        @{ Id = 'InvalidModelFile'; Make = { Edit-MetadataEntry saved.safetensors bad.safetensors @{ 'netdsl.version' = '99' } }; Text = '*version ''99''*use a newer one*' }
        @{ Id = 'InvalidModelFile'; Make = { Edit-MetadataEntry saved.safetensors bad.safetensors @{ 'netdsl.network' = $null } }; Text = '*no ''netdsl.network''*' }
        @{ Id = 'InvalidModelFile'; Make = { Edit-MetadataEntry saved.safetensors bad.safetensors @{ 'netdsl.selftest.outputs' = $null } }; Text = '*no ''netdsl.selftest.outputs''*' }
        @{ Id = 'NoDeclaration'; Make = { Edit-MetadataEntry saved.safetensors bad.safetensors @{ 'netdsl.declaration' = $null; 'netdsl.description.sha256' = $null } }; Text = '*no declaration*' }
        @{ Id = 'PathIsFolder'; Make = { $null = New-Item -ItemType Directory bad.safetensors }; Text = '*is a folder*' }
        @{ Id = 'FileNotFound'; Make = { }; Text = '*bad.safetensors*' }
    ) {
        Remove-Item -Recurse bad.safetensors -ErrorAction Ignore
        . $Make
        $failure = Get-OnlyError { Import-NetModel bad.safetensors }
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.ImportNetModelCommand"
        $failure.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $failure.TargetObject | Should -BeLike '*bad.safetensors'
        "$failure" | Should -BeLike $Text
        Remove-Item -Recurse bad.safetensors -ErrorAction Ignore
    }

    It 'is one that another program holds' {
        $stream = [System.IO.File]::Open((Join-Path $TestDrive saved.safetensors), 'Open', 'ReadWrite', 'None')
        try {
            $failure = Get-OnlyError { Import-NetModel saved.safetensors }
        } finally {
            $stream.Dispose()
        }
        $failure.FullyQualifiedErrorId | Should -Be 'FileLocked,NetDsl.PowerShell.ImportNetModelCommand'
        $failure.CategoryInfo.Category | Should -Be 'ResourceBusy'
    }

    It 'is a place that is no file' {
        (Get-OnlyError { Import-NetModel env:PATH }).FullyQualifiedErrorId | Should -BeLike 'NotAFile,*'
        (Get-OnlyError { Import-NetModel none*.safetensors }).FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
    }
}
