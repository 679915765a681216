BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    Push-Location $TestDrive
    $model = New-NetModel Branching -InputShape 8, 8, 1 -Loss CategoricalCrossentropy -Seed 5 {
        Conv2D 4 3 -Activation ReLU -Name first
        Conv2D 4 3 -Padding Same -Name second
        Add first, second
        BatchNormalization
        Flatten
        Dense 3 -Activation Softmax
    }
}

AfterAll { Pop-Location }

Describe 'Get-NetModel' {
    It 'gives layers, sizes and cost' {
        $summary = Get-NetModel $model
        $summary | Should -BeOfType NetDsl.PowerShell.NetModelSummary
        $summary.Name, $summary.Precision, $summary.Seed, $summary.EpochsTrained, $summary.Path | Should -Be 'Branching', 'Single', 5, 0, $null
        $summary.Layers.Kind | Should -Be 'Conv2D', 'Conv2D', 'Add', 'BatchNormalization', 'Flatten', 'Dense'
        $summary.Layers.Parameters | Should -Be 40, 148, 0, 16, 0, 435
        $summary.Layers[0].OutputShape | Should -Be 6, 6, 4
        $summary.Layers[0].Flops | Should -Be (6 * 6 * 4 * 2 * 10)
        $summary.Parameters, $summary.TrainableParameters, $summary.NonTrainableParameters, $summary.Bytes | Should -Be 639, 631, 8, (4 * 639)
        $summary.Flops | Should -Be ($summary.Layers | Measure-Object Flops -Sum).Sum
        $summary.Inputs.Shape | Should -Be 8, 8, 1
        $summary.Outputs.Loss | Should -Be 'CategoricalCrossentropy'
    }

    It 'has lists that can be indexed, as a model has' {
        $model.Layers[0].Name, $model.InputShape[2], $model.Layers[1].OutputShape[0] | Should -Be 'first', 1, 6
        $summary = Get-NetModel $model
        $summary.Layers[2].ConnectedTo[1], $summary.Inputs[0].Shape[0], $summary.Outputs[0].Shape[0] | Should -Be 'second', 8, 3
    }

    It 'says what feeds each layer' {
        (Get-NetModel $model).Layers | ForEach-Object { $_.ConnectedTo -join '+' } |
            Should -Be 'input_0', 'first', 'first+second', 'add_0', 'batchnormalization_0', 'flatten_0'
        Set-Content two.cs @'
using NetDsl;
[Network, Input(2, Name = "a"), Input(3, Name = "b"), Dense(4, From = "a"), Dense(4, From = "b"), Multiply("dense_0", "dense_1"), Loss(Loss.MeanSquaredError)]
public partial class Two;
'@
        $two = Get-NetModel (New-NetModel -Path two.cs)
        $two.Inputs.Name | Should -Be 'a', 'b'
        $two.Layers | ForEach-Object { $_.ConnectedTo -join '+' } | Should -Be 'a', 'b', 'dense_0+dense_1'
    }

    It 'takes models from the pipeline, and what Invoke-NetTraining gave' {
        ($model, $model | Get-NetModel).Name | Should -Be 'Branching', 'Branching'
        ([pscustomobject] @{ Model = $model } | Get-NetModel).Parameters | Should -Be 639
    }

    It 'reads the description of saved models' {
        Export-NetModel $model saved
        $summary = Get-NetModel -Path saved.safetensors
        $summary.Parameters, $summary.Seed | Should -Be 639, 5
        $summary.Path | Should -Be (Join-Path $TestDrive saved.safetensors)
        (Get-ChildItem *.safetensors | Get-NetModel).Name | Should -Be 'Branching'
        (Get-NetModel -LiteralPath saved.safetensors).Source | Should -Be $model.Source
    }

    It 'does not read the parameters of saved models' {
        Export-NetModel $model damaged
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path $TestDrive damaged.safetensors))
        $bytes[-1] = $bytes[-1] -bxor 1
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive damaged.safetensors), $bytes)
        (Get-NetModel -Path damaged.safetensors).Parameters | Should -Be 639
        { Import-NetModel damaged.safetensors -ErrorAction Stop } | Should -Throw '*were changed since*'
    }

    It 'ends in one error for a file that is none of a model' {
        Set-Content other.csv 'x,y'
        foreach ($path in 'other.csv', 'missing.safetensors', $TestDrive) {
            Get-NetModel -Path $path -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
            $failures | Should -HaveCount 1
            $failures[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
            $failures[0].TargetObject | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'The view of Get-NetModel' {
    It 'is the table of layers with the totals, as Keras prints it' {
        (Get-NetModel $model | Out-String -Width 120).Trim().ReplaceLineEndings("`n") | Should -Be @'
Branching: single precision
Layer (kind)                               Output shape  Parameters   FLOPs  Connected to
-------------------------------------------------------------------------------------------------
input_0 (Input)                            (8, 8, 1)              0       0
first (Conv2D)                             (6, 6, 4)             40   2,880  input_0
second (Conv2D)                            (6, 6, 4)            148  10,512  first
add_0 (Add)                                (6, 6, 4)              0     144  first, second
batchnormalization_0 (BatchNormalization)  (6, 6, 4)             16     432  add_0
flatten_0 (Flatten)                        (144)                  0       0  batchnormalization_0
dense_0 (Dense)                            (3)                  435     870  flatten_0
-------------------------------------------------------------------------------------------------
Total parameters:         639 (2.5 KB)
Trainable parameters:     631 (2.46 KB)
Non-trainable parameters: 8 (32 bytes)
FLOPs of a sample:        14,838
Loss:                     CategoricalCrossentropy
'@.ReplaceLineEndings("`n")
    }

    It 'leaves out what feeds a layer where nothing branches' {
        $plain = New-NetModel Plain -InputShape 4 -Loss MeanSquaredError { Dense 2 }
        Get-NetModel $plain | Out-String | Should -Not -BeLike '*Connected to*'
    }

    It 'is rich as a list' {
        $list = Get-NetModel $model | Format-List | Out-String
        $list | Should -Match 'Inputs +: input_0 \(8, 8, 1\)'
        $list | Should -Match 'Parameters +: 639'
        $list | Should -Match 'public partial class Branching;'
    }
}
