# What holds of streams whatever they are read from: a part of data that is read where it lies stands for a file.
BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = New-NetData ShowerTrack -Count 200 -Seed 3
    function Get-Stream($Data, $First = 0, $Count = $Data.Count - $First) { [NetDsl.Data.RowSource]::Of($Data).Slice($First, $Count) }
    function Get-TestModel($Name = 'Streamed') {
        New-NetModel $Name -InputShape 32, 32, 1 -Loss CategoricalCrossentropy -Seed 1 { Flatten; Dense 2 -Activation Softmax }
    }
    function Get-Kernel($Model) { $Model.Network.Parameters['dense_0/kernel'].ToArray() }
}

Describe 'Training with a stream' {
    It 'gives the bits of memory where the order is the same' {
        $models = $data, (Get-Stream $data) | ForEach-Object {
            Invoke-NetTraining (Get-TestModel) $_ -Epochs 2 -ShuffleWindow 60 -ShuffleBlock 20 -Seed 5 -PassThru
        }
        Get-Kernel $models[0] | Should -Be (Get-Kernel $models[1])
        $models[1].Classes | Should -Be 'shower', 'track'
    }

    It 'takes the stream from the pipeline, and names nothing but the model when it is done' {
        $run = Get-Stream $data | Invoke-NetTraining (Get-TestModel) -StreamMemory 1MB -ValidationData (Get-Stream $data 150)
        $run.History[0].ValidationLoss | Should -BeGreaterThan 0
        $run.Epochs | Should -Be 1
    }

    It 'mixes other rows with another memory' {
        $losses = 128kb, 8MB | ForEach-Object { (Invoke-NetTraining (Get-TestModel) (Get-Stream $data) -StreamMemory $_).LastEpoch.Loss }
        $losses[0] | Should -Not -Be $losses[1]
    }

    It 'keeps the last rows to validate with' {
        $ofStream = Invoke-NetTraining (Get-TestModel) (Get-Stream $data) -ValidationSplit 0.25 -NoShuffle
        $ofMemory = Invoke-NetTraining (Get-TestModel) $data -ValidationSplit 0.25 -NoShuffle
        $ofStream.LastEpoch.ValidationLoss | Should -Be $ofMemory.LastEpoch.ValidationLoss
        $ofStream.LastEpoch.Loss | Should -Be $ofMemory.LastEpoch.Loss
    }

    It 'counts the classes of a stream for balanced weights' {
        $some = $data.Subset([int[]] (0..60))
        $ofStream = Invoke-NetTraining (Get-TestModel) (Get-Stream $some) -ClassWeight Balanced -NoShuffle
        $ofMemory = Invoke-NetTraining (Get-TestModel) $some -ClassWeight Balanced -NoShuffle
        $ofStream.LastEpoch.Loss | Should -Be $ofMemory.LastEpoch.Loss
    }

    It 'goes on from a checkpoint in the same order' {
        $arguments = @{ ShuffleWindow = 100; ShuffleBlock = 10; Seed = 2 }
        $whole = Invoke-NetTraining (Get-TestModel) (Get-Stream $data) -Epochs 3 @arguments -PassThru
        $path = Join-Path $TestDrive stream
        $null = Invoke-NetTraining (Get-TestModel) (Get-Stream $data) -Epochs 1 @arguments -CheckpointPath $path
        $rest = Invoke-NetTraining (Get-TestModel) (Get-Stream $data) -Epochs 3 @arguments -CheckpointPath $path -Resume -PassThru
        Get-Kernel $rest | Should -Be (Get-Kernel $whole)
    }

    It 'says when an optimiser needs all rows in memory' {
        { Invoke-NetTraining (Get-TestModel) (Get-Stream $data) -Optimizer LBFGS } | Should -Throw -ExpectedMessage '*LBFGS*needs them in memory*'
    }

    It 'refuses windows that cannot be' {
        { Invoke-NetTraining (Get-TestModel) $data -ShuffleBlock 5 } | Should -Throw -ErrorId 'ParameterAlone,*'
        { Invoke-NetTraining (Get-TestModel) $data -ShuffleBlock 5 -ShuffleWindow 4 } | Should -Throw -ErrorId 'InvalidShuffle,*'
        { Invoke-NetTraining (Get-TestModel) $data -ShuffleWindow 4 -NoShuffle } | Should -Throw -ErrorId 'UnfitParameter,*'
    }
}

Describe 'Measuring and predicting with a stream' {
    BeforeAll {
        $model = Get-TestModel Measured
        $null = Invoke-NetTraining $model $data
    }

    It 'takes the figures of memory' {
        $ofMemory, $ofStream = $data, (Get-Stream $data) | Measure-NetModel $model -Metric * -Curve RocCurve
        foreach ($figure in 'Loss', 'Accuracy', 'RocAuc', 'LogLoss') { $ofStream.$figure | Should -Be $ofMemory.$figure }
        $ofStream.Samples | Should -Be 200
        $ofStream.RocCurve.Points.Count | Should -Be $ofMemory.RocCurve.Points.Count
    }

    It 'compares with a stream of training data' {
        (Measure-NetModel $model $data -TrainingData (Get-Stream $data 100)).Overtraining.Count | Should -Be 2
    }

    It 'says what needs all rows in memory' {
        { Measure-NetModel $model (Get-Stream $data) -Importance Accuracy -ErrorAction Stop } | Should -Throw -ErrorId 'DataNotInMemory,*' -ExpectedMessage '*.Read(*'
        { Test-NetGradient $model (Get-Stream $data) } | Should -Throw -ExpectedMessage '*is a stream*.ReadAll()*'
    }

    It 'answers row by row, counted through' {
        $answers = @(Get-Stream $data 20 | Invoke-NetPrediction $model)
        $answers.Count | Should -Be 180
        $answers[-1].Index | Should -Be 179
        $answers.Class | Should -Be (Invoke-NetPrediction $model $data).Class[20..199]
        $answers[3].Actual | Should -Be $data.Classes[$data.ClassOf(23)]
    }
}

Describe 'A stream to look at' {
    It 'has a view of its rows, its shapes and where they come from' {
        $text = Get-Stream $data | Out-String
        $text | Should -Match '200 +\(32, 32, 1\) +\(2\) +shower, track'
        Get-Stream $data | Format-List | Out-String | Should -Match 'Name +: data in memory'
    }
}
