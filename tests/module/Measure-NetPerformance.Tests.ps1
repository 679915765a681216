BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $fast = @{ Seconds = 0.02 }
    $model = New-NetModel Timed -InputShape 26 -Loss BinaryCrossentropy {
        Dense 64 -Activation ReLU
        BatchNormalization
        Dense 1 -Activation Sigmoid
    }
    function Get-ParameterBit($Model) {
        $Model.Network.Parameters | ForEach-Object { $_.ToArray() } | ForEach-Object { [System.BitConverter]::SingleToInt32Bits($_) }
    }
}

Describe 'Measure-NetPerformance' {
    It 'measures training, predictions and latency, each against a peak of the same run' {
        $performance = Measure-NetPerformance $model @fast
        $performance.Model | Should -Be $model
        $performance.BatchSize | Should -Be 64
        $performance.Threads | Should -Be ([Environment]::ProcessorCount)
        $performance.PeakGflopPerSecond | Should -BeGreaterThan 0
        $performance.VectorBits | Should -BeIn 32, 128, 256, 512
        foreach ($part in $performance.Training, $performance.Prediction, $performance.SinglePrediction) {
            $part.SamplesPerSecond | Should -BeGreaterThan 0
            $part.GflopPerSecond | Should -Be ($part.SamplesPerSecond * $part.OperationsPerSample / 1e9)
            $part.FractionOfPeak | Should -BeGreaterThan 0
        }
        # Where another program takes the processor during one of the two, a fraction may be anything; what it is a fraction of may not.
        foreach ($part in $performance.Training, $performance.Prediction) {
            [Math]::Abs($part.PeakOperationsPerSecond / $performance.PeakGflopPerSecond / 1e9 - 1) | Should -BeLessThan 1e-12
            [Math]::Abs($part.FractionOfPeak * $performance.PeakGflopPerSecond / $part.GflopPerSecond - 1) | Should -BeLessThan 1e-12
        }
    }

    It 'counts the multiplications and additions of the kernels' {
        $performance = Measure-NetPerformance $model @fast -Mode Prediction, Training
        # The first layer needs no gradient of the samples.
        $performance.Prediction.OperationsPerSample | Should -Be (2 * (26 * 64 + 64))
        $performance.Training.OperationsPerSample | Should -Be (2 * (2 * 26 * 64 + 3 * 64))
    }

    It 'gives quantiles in order' {
        $latency = (Measure-NetPerformance $model @fast -Mode Latency -Threads 1).Latency
        $latency.P50Microseconds | Should -BeGreaterThan 0
        $latency.P90Microseconds | Should -BeGreaterOrEqual $latency.P50Microseconds
        $latency.P99Microseconds | Should -BeGreaterOrEqual $latency.P90Microseconds
        $latency.CallsPerReading | Should -BeGreaterOrEqual 1
    }

    It 'times a prediction that is long against reading the clock by itself' {
        $large = New-NetModel Large -InputShape 2000 -Loss MeanSquaredError { Dense 500; Dense 1 }
        (Measure-NetPerformance $large @fast -Mode Latency).Latency.CallsPerReading | Should -Be 1
    }

    It 'measures only what is asked for' {
        $performance = Measure-NetPerformance $model @fast -Mode Prediction
        $performance.Prediction | Should -Not -BeNullOrEmpty
        $performance.Training | Should -BeNullOrEmpty
        $performance.Latency | Should -BeNullOrEmpty
        $performance.SinglePrediction | Should -BeNullOrEmpty
    }

    It 'leaves every bit of the model as it was' {
        $before = Get-ParameterBit $model
        $null = Measure-NetPerformance $model @fast -Optimizer (SGD -LearningRate 0.5 -Momentum 0.9)
        Get-ParameterBit $model | Should -Be $before
        $model.EpochsTrained | Should -Be 0
    }

    It 'takes the optimiser <_>' -ForEach 'Adam', 'SGD', 'LBFGS' {
        $performance = $model | Measure-NetPerformance @fast -Mode Training -Optimizer $_
        $performance.Optimizer.GetType().Name | Should -Be $_
        $performance.Training.SamplesPerSecond | Should -BeGreaterThan 0
    }

    It 'takes several models from the pipeline, of both precisions' {
        $double = New-NetModel Exact -InputShape 3 -Loss MeanSquaredError -Precision Double { Dense 1 }
        ($model, $double | Measure-NetPerformance @fast -Mode Training).Model.Name | Should -Be 'Timed', 'Exact'
    }

    It 'finds samples that the model can take: <Name>' -ForEach @(
        @{ Name = 'numbers for an embedding'; Shape = 12; Loss = 'SparseCategoricalCrossentropy'
            Layers = { Embedding 7 4; LSTM 5; Dense 3 -Activation Softmax } }
        @{ Name = 'labels of a margin'; Shape = 3; Loss = 'Hinge'; Layers = { Dense 1 -Activation Tanh } }
        @{ Name = 'counts'; Shape = 3; Loss = 'Poisson'; Layers = { Dense 1 -Activation Exponential } }
    ) {
        $particular = New-NetModel Particular -InputShape $Shape -Loss $Loss $Layers
        (Measure-NetPerformance $particular @fast).Training.FractionOfPeak | Should -BeGreaterThan 0
    }

    It 'measures on the first rows of data' {
        $images = New-NetData ShowerTrack -Count 20
        $classifier = New-NetModel OnData -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
        (Measure-NetPerformance $classifier $images @fast -Mode Training).BatchSize | Should -Be 20
        (Measure-NetPerformance $classifier $images @fast -Mode Training -BatchSize 8).BatchSize | Should -Be 8
    }

    It 'leaves training out for a network that ends with a step, unless it is asked for' {
        $step = New-NetModel Stepped -InputShape 3 -Loss MeanSquaredError { Dense 1 -Activation Step }
        $performance = Measure-NetPerformance $step @fast
        $performance.Training | Should -BeNullOrEmpty
        $performance.Prediction | Should -Not -BeNullOrEmpty
        Measure-NetPerformance $step @fast -Mode Training -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'InvalidOperation,NetDsl.PowerShell.MeasureNetPerformanceCommand'
        $failures[0].TargetObject | Should -Be $step
    }

    It 'refuses a batch of more rows than there are' {
        $images = New-NetData ShowerTrack -Count 20
        Measure-NetPerformance $model $images -BatchSize 21 -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'BatchSizeTooLarge,NetDsl.PowerShell.MeasureNetPerformanceCommand'
        "$($failures[0])" | Should -BeLike '*20 rows; give a -BatchSize of at most 20*'
    }

    It 'goes on with the next model after one that the data do not fit' {
        $images = New-NetData ShowerTrack -Count 20
        $classifier = New-NetModel OnData -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
        $performances = $model, $classifier |
            Measure-NetPerformance -Data $images @fast -ErrorAction SilentlyContinue -ErrorVariable failures
        $performances | Should -HaveCount 1
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'DataDoNotFit,NetDsl.PowerShell.MeasureNetPerformanceCommand'
    }

    It 'refuses <Parameter> <Value>' -ForEach @(
        @{ Parameter = 'Seconds'; Value = 0 }, @{ Parameter = 'Seconds'; Value = [double]::NaN }, @{ Parameter = 'BatchSize'; Value = 2.5 },
        @{ Parameter = 'Threads'; Value = 0 }, @{ Parameter = 'Mode'; Value = 'Speed' }, @{ Parameter = 'Optimizer'; Value = 'Adamant' }
    ) {
        $arguments = @{ $Parameter = $Value }
        { Measure-NetPerformance $model @arguments } | Should -Throw -ErrorId '*Argument*,NetDsl.PowerShell.MeasureNetPerformanceCommand'
    }

    It 'ends when it is stopped, and leaves the model as it was' {
        $before = Get-ParameterBit $model
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($Module, $Model)
            Import-Module $Module
            Measure-NetPerformance $Model -Mode Training -Seconds 3600
        }).AddArgument((Get-Module NetDsl).Path).AddArgument($model)
        $measuring = $shell.BeginInvoke()
        while ($shell.Streams.Progress.Count -eq 0 -and -not $measuring.IsCompleted) { [System.Threading.Thread]::Sleep(10) }
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()
        Get-ParameterBit $model | Should -Be $before
    }

    It 'shows a line by default and the figures with their units in a list' {
        $performance = Measure-NetPerformance $model @fast
        $performance | Out-String -Width 80 | Should -BeLike '*Model*Train/s*Of peak*Predict/s*Of peak*P50/us*P99/us*Timed*'
        $list = $performance | Format-List | Out-String -Width 100
        $list | Should -BeLike '*Peak GFLOP/s*Training samples/s*Prediction of peak*Latency P99 (us)*'
        $list | Should -Not -BeLike '*Throughput {*'
    }
}
