BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = New-NetData ShowerTrack -Count 200 -Seed 3 | Split-NetData -Validation 0.2 -Test 0.2

    function Get-TestModel {
        New-NetModel Trained -InputShape 32, 32, 1 -Loss CategoricalCrossentropy -Seed 5 {
            Flatten
            Dense 2 -Activation Softmax
        }
    }

    # Runs a script in a session of its own and stops it as soon as it has shown progress, or whatever else says that it is well on its way.
    function Invoke-Interrupted([scriptblock] $Script, [object[]] $Arguments, [scriptblock] $IsReady = { $shell.Streams.Progress.Count -gt 0 }) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript($Script).AddArgument((Get-Module NetDsl).ModuleBase)
        $Arguments.ForEach{ $null = $shell.AddArgument($_) }
        $pending = $shell.BeginInvoke()
        $deadline = [datetime]::UtcNow.AddSeconds(60)
        while (-not (& $IsReady) -and -not $pending.IsCompleted -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 20 }
        $shell.EndStop($shell.BeginStop($null, $null))
        $pending.IsCompleted | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Dispose()
    }

    # The error that a call ends with: exactly one, and the command gives nothing.
    function Get-TrainingError([hashtable] $Arguments, $Model = (Get-TestModel)) {
        $failures = @()
        $given = try { Invoke-NetTraining $Model @Arguments } catch { $failures += $_ }
        $given | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $failures[0].TargetObject | Should -Not -BeNullOrEmpty
        "$($failures[0])" | Should -Not -BeLike '*(Parameter*'
        $failures[0]
    }

    function Get-Kernel($Model) { $Model.Network.Parameters['dense_0/kernel'].ToArray() -join ' ' }
}

Describe 'Invoke-NetTraining' {
    It 'makes the loss smaller and says how it went' {
        $model = Get-TestModel
        $run = Invoke-NetTraining $model $data -Epochs 4 -BatchSize 10 -Optimizer (Adam -LearningRate 0.003)
        $run.Model | Should -Be $model
        $run.Epochs | Should -Be 4
        $run.History.Epoch | Should -Be 1, 2, 3, 4
        $run.History[3].Loss | Should -BeLessThan $run.History[0].Loss
        $run.LastEpoch.ValidationAccuracy | Should -BeGreaterThan 0
        $run.BatchSize | Should -Be 10
        $run.Duration | Should -BeGreaterThan ([timespan]::Zero)
        $model.EpochsTrained | Should -Be 4
        $model.Classes | Should -Be 'shower', 'track'
    }

    It 'takes data that are not split, and validation data of their own' {
        $run = Get-TestModel | Invoke-NetTraining -Data $data.Train -ValidationData $data.Test
        $run.History[0].ValidationLoss | Should -BeGreaterThan 0
        (Get-TestModel | Invoke-NetTraining -Data $data.Train).History[0].ValidationLoss | Should -BeNullOrEmpty
    }

    It 'takes data from the pipeline' {
        (New-NetData ShowerTrack -Count 20 | Invoke-NetTraining (Get-TestModel)).Epochs | Should -Be 1
    }

    It 'gives the same bits for one and two threads, and others for another seed' {
        $kernels = @(@{ Threads = 1 }, @{ Threads = 2 }, @{ Seed = 9 }) | ForEach-Object {
            $model = Get-TestModel
            $null = Invoke-NetTraining $model $data -Epochs 2 @_
            Get-Kernel $model
        }
        $kernels[0] | Should -Be $kernels[1]
        $kernels[0] | Should -Not -Be $kernels[2]
    }

    It 'goes on from what the model has learnt' {
        $model = Get-TestModel
        $first = Invoke-NetTraining $model $data -Epochs 3
        $second = Invoke-NetTraining $model $data
        $second.LastEpoch.Loss | Should -BeLessThan $first.History[0].Loss
        $model.EpochsTrained | Should -Be 4
    }

    It 'takes an optimiser by name and another learning rate' {
        $run = Get-TestModel | Invoke-NetTraining -Data $data -Optimizer sgd -LearningRate 0.5
        $run.Optimizer | Should -BeOfType [NetDsl.Training.SGD]
        $run.Optimizer.LearningRate | Should -Be 0.5
        $run = Get-TestModel | Invoke-NetTraining -Data $data -Optimizer (SGD -Momentum 0.75 -Nesterov) -LearningRate 0
        $run.Optimizer.Momentum, $run.Optimizer.Nesterov, $run.Optimizer.LearningRate | Should -Be 0.75, $true, 0
    }

    It 'writes a verbose line for each epoch' {
        $lines = Get-TestModel | Invoke-NetTraining -Data $data -Epochs 2 -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $lines.Message -like 'Epoch * loss *val_loss*' | Should -HaveCount 2
    }

    It 'shows at most five updates a second and closes them' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($module)
                Import-Module $module
                $model = New-NetModel Shown -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
                Invoke-NetTraining $model (New-NetData ShowerTrack -Count 64) -Epochs 200 -BatchSize 4
            }).AddArgument((Get-Module NetDsl).ModuleBase)
        $run = $shell.Invoke()[0]
        $records = @($shell.Streams.Progress | Where-Object Activity -Like 'Training*')
        $shell.Dispose()
        $records[-1].RecordType | Should -Be 'Completed'
        $records[0].StatusDescription | Should -BeLike 'Epoch 1 of 200, batch 1 of 16, loss *'
        # The first, the last, the closing one, and five a second between them.
        $records.Count | Should -BeLessOrEqual (4 + [math]::Ceiling($run.Duration.TotalSeconds * 5))
    }

    It 'shows no progress where none is wanted' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($module, $model, $data)
                Import-Module $module
                Invoke-NetTraining $model $data -ProgressAction SilentlyContinue
            }).AddArgument((Get-Module NetDsl).ModuleBase).AddArgument((Get-TestModel)).AddArgument($data)
        $shell.Invoke()[0].Epochs | Should -Be 1
        $shell.Streams.Progress | Where-Object Activity -Like 'Training*' | Should -BeNullOrEmpty
        $shell.Dispose()
    }

    It 'shows the validation of the last epoch, and closes its progress after an error' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($module, $model, $data)
                Import-Module $module
                Invoke-NetTraining $model $data -Epochs 2 -OnEpochEnd { if ($_.Epoch -eq 2) { throw 'no more' } else { Start-Sleep -Milliseconds 250 } }
            }).AddArgument((Get-Module NetDsl).ModuleBase).AddArgument((Get-TestModel)).AddArgument($data)
        try { $shell.Invoke() } catch { "$_" | Should -BeLike '*no more*' }
        $records = @($shell.Streams.Progress | Where-Object Activity -Like 'Training*')
        $shell.Dispose()
        $records[-1].RecordType | Should -Be 'Completed'
        $records.StatusDescription -like 'Epoch 2 of 2, * loss *, accuracy *, val_loss *, val_accuracy *' | Should -Not -BeNullOrEmpty
    }

    It 'writes settings, steps and epochs to the debug stream, and asks nothing' {
        $records = Invoke-NetTraining (Get-TestModel) $data -Epochs 2 -BatchSize 30 -Seed 4 -Threads 1 -Debug 5>&1
        $lines = $records | Where-Object { $_ -is [System.Management.Automation.DebugRecord] } | ForEach-Object Message
        $lines[0] | Should -BeLike 'Adam: *Beta1 0.9, *LearningRate 0.001*'
        $lines[1] | Should -Be '4 batches of up to 30 rows, shuffled, seed 4, 1 of at most 1 threads.'
        $lines | Should -Contain '8 steps so far, learning rate 0.001.'
        $lines -like 'Epoch 2, *' | Should -HaveCount 1
    }

    It 'trains each model of a pipeline' {
        $models = (Get-TestModel), (Get-TestModel)
        $runs = $models | Invoke-NetTraining -Data $data -Epochs 2
        $runs.Model | Should -Be $models
        Get-Kernel $models[0] | Should -Be (Get-Kernel $models[1])
    }

    It 'gives what commands that take a model take from the pipeline, or the model itself' {
        $model = Get-TestModel
        ($model | Invoke-NetTraining -Data $data | Measure-NetModel -Data $data.Test).Samples | Should -Be 40
        $model | Invoke-NetTraining -Data $data -PassThru | Should -Be $model
        $model.EpochsTrained | Should -Be 2
    }

    It 'does nothing with -WhatIf' {
        $model = Get-TestModel
        $before = Get-Kernel $model
        Push-Location $TestDrive
        Invoke-NetTraining $model $data -CheckpointPath whatif -WhatIf | Should -BeNullOrEmpty
        Pop-Location
        Get-Kernel $model | Should -Be $before
        $model.EpochsTrained | Should -Be 0
        'TestDrive:/whatif.safetensors' | Should -Not -Exist
    }

    It 'gives an optimiser that needs them all rows at once' {
        (Invoke-NetTraining (Get-TestModel) $data -Optimizer LBFGS).BatchSize | Should -Be 120
        (Invoke-NetTraining (Get-TestModel) $data).BatchSize | Should -Be 32
    }

    It 'completes callbacks, weights and what can be monitored' {
        foreach ($case in @(
                @{ Line = 'Invoke-NetTraining $m $d -Callback Term'; Text = 'TerminateOnNaN' }
                @{ Line = 'Invoke-NetTraining $m $d -ClassWeight b'; Text = 'Balanced' }
                @{ Line = 'Invoke-NetTraining $m $d -Monitor val_a'; Text = 'val_accuracy' })) {
            (TabExpansion2 $case.Line $case.Line.Length).CompletionMatches.CompletionText | Should -Contain $case.Text
        }
        $all = (TabExpansion2 ($line = 'Invoke-NetTraining $m $d -Callback ') $line.Length).CompletionMatches.CompletionText
        $all | Should -Be 'EarlyStopping', 'ReduceLROnPlateau', 'TerminateOnNaN'
    }
}

Describe 'Rows to validate with' {
    It 'are the last ones of -ValidationSplit' {
        $half = Invoke-NetTraining ($first = Get-TestModel) $data.Train -ValidationSplit 0.25 -Epochs 2
        $rows = $data.Train
        $train, $validation = $rows.Subset([int[]] (0..89)), $rows.Subset([int[]] (90..119))
        $whole = Invoke-NetTraining ($second = Get-TestModel) $train -ValidationData $validation -Epochs 2
        $half.LastEpoch.ValidationLoss | Should -Be $whole.LastEpoch.ValidationLoss
        Get-Kernel $first | Should -Be (Get-Kernel $second)
    }

    It 'can be taken from the part to train with of a split that has none' {
        $split = $data.Train | Split-NetData -Test 0.5
        (Invoke-NetTraining (Get-TestModel) $split -ValidationSplit 0.9).LastEpoch.ValidationLoss | Should -BeGreaterThan 0
    }

    It 'are refused: <Id>' -ForEach @(
        @{ Id = 'ValidationGivenTwice'; Arguments = { @{ Data = $data; ValidationSplit = 0.5 } }; Text = '*a part Validation already*' }
        @{ Id = 'ValidationGivenTwice'; Arguments = { @{ Data = $data.Train; ValidationData = $data.Test; ValidationSplit = 0.5 } }; Text = '*-ValidationData*' }
        @{ Id = 'InvalidValidationSplit'; Arguments = { @{ Data = $data.Train; ValidationSplit = 0 } }; Text = '*above 0 and below 1*' }
        @{ Id = 'InvalidValidationSplit'; Arguments = { @{ Data = $data.Train; ValidationSplit = 1 } }; Text = '*above 0 and below 1*' }
        @{ Id = 'InvalidValidationSplit'; Arguments = { @{ Data = $data.Train; ValidationSplit = 0.999 } }; Text = '*120 rows*' }
    ) {
        $failure = Get-TrainingError (& $Arguments)
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.InvokeNetTrainingCommand"
        "$failure" | Should -BeLike $Text
    }
}

Describe 'Weights of classes' {
    BeforeAll {
        # Three rows of a to one of b.
        $rows = 1..40 | ForEach-Object { "$($_ % 7),$($_ % 3),$(if ($_ % 4) { 'a' } else { 'b' })" }
        Set-Content TestDrive:/uneven.csv (@('x,y,kind') + $rows)
        $uneven = Import-NetData TestDrive:/uneven.csv -Label kind
        function Get-Pair { New-NetModel Pair -InputShape 2 -Loss CategoricalCrossentropy -Seed 1 { Dense 2 -Activation Softmax } }
        function Get-Loss($Weight) { (Invoke-NetTraining (Get-Pair) $uneven -BatchSize 40 -ClassWeight $Weight).LastEpoch.Loss }
    }

    It 'are given by name or number' {
        Get-Loss @{ a = 2; b = 2 } | Should -BeGreaterThan 0
        Get-Loss @{ A = 3; b = 5 } | Should -Be (Get-Loss @{ 0 = 3; 1 = 5.0 })
        Get-Loss @{ a = 1 } | Should -Be (Invoke-NetTraining (Get-Pair) $uneven -BatchSize 40).LastEpoch.Loss
        Get-Loss @{ b = 3 } | Should -Not -Be (Get-Loss @{ a = 3 })
    }

    It 'are as scikit-learn defines Balanced' {
        # 40 rows / (2 classes x 30), and / (2 x 10).
        Get-Loss balanced | Should -Be (Get-Loss @{ a = 40 / 60; b = 2 })
    }

    It 'are those of names before those of numbers' {
        Set-Content TestDrive:/numbered.csv (Get-Content TestDrive:/uneven.csv).ForEach{ $_ -replace 'a$', '1' -replace 'b$', '2' }
        $numbered = Import-NetData TestDrive:/numbered.csv -Label kind
        (Invoke-NetTraining (Get-Pair) $numbered -BatchSize 40 -ClassWeight @{ 1 = 3; 2 = 5 }).LastEpoch.Loss | Should -Be (Get-Loss @{ a = 3; b = 5 })
    }

    It 'are refused: <Text>' -ForEach @(
        @{ Id = 'UnknownClass'; Weight = @{ c = 2 }; Text = "*'c'*There are: a, b.*" }
        @{ Id = 'UnknownClass'; Weight = @{ 2 = 2 }; Text = "*'2'*There are: a, b.*" }
        @{ Id = 'InvalidClassWeight'; Weight = @{ a = 2; 0 = 1 }; Text = '*second weight*' }
        @{ Id = 'ParameterArgumentTransformationError'; Weight = @{ a = -1 }; Text = "*'a' is '-1'*at least 0*" }
        @{ Id = 'ParameterArgumentTransformationError'; Weight = @{ a = 'much' }; Text = "*'a' is 'much'*" }
        @{ Id = 'ParameterArgumentTransformationError'; Weight = @{}; Text = '*Balanced*' }
        @{ Id = 'ParameterArgumentTransformationError'; Weight = 'balance'; Text = "*'balance'*Balanced*" }
    ) {
        { Invoke-NetTraining (Get-Pair) $uneven -ClassWeight $Weight } | Should -Throw $Text -ErrorId "$Id,NetDsl.PowerShell.InvokeNetTrainingCommand"
    }
}

Describe 'A training that gets no better' {
    It 'stops, and has the parameters of its best epoch where that is wanted' {
        $arguments = @{ Data = $data; Epochs = 50; Optimizer = (SGD -LearningRate 0.5); EarlyStopping = 2 }
        $run = Invoke-NetTraining ($last = Get-TestModel) @arguments
        $run.Epochs | Should -BeLessThan 50
        $run.StopReason | Should -BeLike "EarlyStopping: val_loss was not better * of epoch $($run.BestEpoch.Epoch) for 2 epochs."
        $run.BestEpoch.ValidationLoss | Should -Be ($run.History.ValidationLoss | Measure-Object -Minimum).Minimum
        $run.LastEpoch.Epoch | Should -Be ($run.BestEpoch.Epoch + 2)
        $null = Invoke-NetTraining ($best = Get-TestModel) @arguments -RestoreBestWeights
        (Measure-NetModel $last $data.Validation).Loss | Should -BeGreaterThan (Measure-NetModel $best $data.Validation).Loss
    }

    It 'looks at the loss where there is nothing to validate with, or at what is told' {
        $run = Invoke-NetTraining (Get-TestModel) $data.Train -Epochs 9 -EarlyStopping 2 -MinDelta 100
        $run.StopReason | Should -BeLike 'EarlyStopping: loss was *'
        $run.Epochs | Should -Be 3
        $run.BestEpoch.Loss | Should -Be ($run.History.Loss | Measure-Object -Minimum).Minimum
        (Invoke-NetTraining (Get-TestModel) $data -Epochs 9 -EarlyStopping 2 -MinDelta 100 -Monitor VAL_ACCURACY).StopReason |
            Should -BeLike 'EarlyStopping: val_accuracy was *'
    }

    It 'takes smaller steps' {
        $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 5 -ReduceLearningRateOnPlateau 2 -MinDelta 100
        $run.History.LearningRate | ForEach-Object { [math]::Round($_, 9) } | Should -Be 0.001, 0.001, 0.001, 0.0001, 0.0001
    }

    It 'tells callbacks, by name or as objects' {
        $file = Join-Path $TestDrive log.csv
        $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 3 -Callback TerminateOnNaN, ([NetDsl.Training.CSVLogger]::new($file))
        (Import-Csv $file).val_loss | Should -Be $run.History.ValidationLoss.ForEach{ $_.ToString('R', [cultureinfo]::InvariantCulture) }
        $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 3 -Optimizer (SGD -LearningRate 1e38) -Callback terminateonnan
        $run.StopReason | Should -BeLike 'TerminateOnNaN: *'
        $run.Epochs | Should -Be 0
        $run.BestEpoch | Should -BeNullOrEmpty
        $run.LastEpoch | Should -BeNullOrEmpty
        $run | Format-Table | Out-String | Should -BeLike '*Trained*'
    }

    It 'refuses settings of nothing: <Parameter>' -ForEach @(
        @{ Parameter = 'Monitor'; Arguments = @{ Monitor = 'loss' } }
        @{ Parameter = 'MinDelta'; Arguments = @{ MinDelta = 1 } }
        @{ Parameter = 'RestoreBestWeights'; Arguments = @{ RestoreBestWeights = $true; ReduceLearningRateOnPlateau = 1 } }
        @{ Parameter = 'Resume'; Arguments = @{ Resume = $true } }
        @{ Parameter = 'CheckpointInterval'; Arguments = @{ CheckpointInterval = 3 } }
    ) {
        $failure = Get-TrainingError (@{ Data = $data } + $Arguments)
        $failure.FullyQualifiedErrorId | Should -Be 'ParameterAlone,NetDsl.PowerShell.InvokeNetTrainingCommand'
        "$failure" | Should -BeLike "-$Parameter does nothing without *"
    }

    It 'says what can be monitored' {
        $failure = Get-TrainingError @{ Data = $data.Train; EarlyStopping = 1; Monitor = 'val_loss' }
        "$failure" | Should -BeLike "*monitors 'val_loss'*validation data*"
    }
}

Describe 'Script blocks' {
    It 'are run at their moments, with what the moment knows' {
        $seen = [System.Collections.Generic.List[object]]::new()
        $note = { param($e) $seen.Add($e) }
        $model = Get-TestModel
        $run = Invoke-NetTraining $model $data -Epochs 2 -BatchSize 60 -OnTrainBegin $note -OnEpochBegin $note -OnBatchEnd $note -OnEpochEnd $note -OnTrainEnd $note
        $seen | ForEach-Object { "$($_.Epoch):$($_.Batch)" } | Should -Be ':', '1:', '1:1', '1:2', '1:', '2:', '2:1', '2:2', '2:', ':'
        $seen[0].Loss, $seen[0].Remaining, $seen[1].Loss | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
        $seen[2].Loss, $seen[3].Accuracy | ForEach-Object { $_ | Should -BeGreaterThan 0 }
        $seen[4].Loss, $seen[4].Accuracy, $seen[4].ValidationLoss, $seen[4].ValidationAccuracy |
            Should -Be $run.History[0].Loss, $run.History[0].Accuracy, $run.History[0].ValidationLoss, $run.History[0].ValidationAccuracy
        $seen[9].ValidationLoss | Should -Be $run.LastEpoch.ValidationLoss
        $seen[9].Remaining | Should -Be ([timespan]::Zero)
        $times = $seen.Elapsed.TotalSeconds
        $times | Should -Be ($times | Sort-Object)
        $seen[5].Remaining | Should -BeGreaterThan ([timespan]::Zero)
        $seen | ForEach-Object { $_.Epochs, $_.Batches } | Sort-Object -Unique | Should -Be 2
        $seen[4].Model | Should -Be $model
        $seen[4].History.Count | Should -Be 2
        $seen[4] | Format-List | Out-String | Should -BeLike '*ValidationLoss*Remaining*'
    }

    It 'get the moment as $_ too, see the variables around them and keep their own' {
        $factor, $count = 10, 0
        $found = @{}
        $null = Invoke-NetTraining (Get-TestModel) $data -Epochs 2 -OnEpochEnd { $count++; $found[$_.Epoch] = $factor * $_.Epoch }
        $found[1], $found[2], $count | Should -Be 10, 20, 0
    }

    It 'set the learning rate' {
        $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 3 -OnEpochBegin { $_.LearningRate = 0.1 / $_.Epoch }
        $run.History.LearningRate | ForEach-Object { [math]::Round($_, 6) } | Should -Be 0.1, 0.05, 0.033333
    }

    It 'stop training, with a reason or without' {
        $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 9 -OnEpochEnd { if ($_.Epoch -eq 2) { $_.StopTraining('seen enough') } }
        $run.Epochs | Should -Be 2
        $run.StopReason | Should -Be 'seen enough'
        $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 9 -OnBatchEnd { $_.StopTraining() }
        $run.Epochs | Should -Be 1
        $run.StopReason | Should -BeLike '*-OnBatchEnd*'
    }

    It 'show what they output without mixing it with the result' {
        $all = @(Invoke-NetTraining (Get-TestModel) $data -Epochs 2 -OnEpochEnd { "epoch $($_.Epoch)"; $_.Epoch; , (1, 2) } -InformationVariable shown 6> $null)
        $all | Should -HaveCount 1
        $all[0] | Should -BeOfType NetDsl.PowerShell.NetTrainingRun
        $shown.MessageData.Message | Should -Be 'epoch 1', '1', '1 2', 'epoch 2', '2', '1 2'
        $shown[0].Tags | Should -Be 'PSHOST'
    }

    It 'can measure the model while it learns' {
        $losses = @{}
        $null = Invoke-NetTraining ($with = Get-TestModel) $data -Epochs 2 -OnEpochEnd { $losses[$_.Epoch] = (Measure-NetModel $_.Model $data.Test).Loss }
        $losses[1] | Should -Not -Be $losses[2]
        $null = Invoke-NetTraining ($without = Get-TestModel) $data -Epochs 2
        Get-Kernel $with | Should -Be (Get-Kernel $without)
    }

    It 'can be classes of the script as well' {
        # The types of the module are not known before this file is read.
        . ([scriptblock]::Create(@'
            class EpochCounter : NetDsl.Training.Callback {
                [int] $Epochs
                [void] OnEpochEnd([NetDsl.Training.EpochLog] $epoch) { $this.Epochs++ }
            }
            function New-Counter { [EpochCounter]::new() }
'@))
        $counter = New-Counter
        $null = Invoke-NetTraining (Get-TestModel) $data -Epochs 3 -Callback $counter
        $counter.Epochs | Should -Be 3
    }

    It 'end training with one error that names the parameter and the line: <Text>' -ForEach @(
        @{ Text = '*-OnEpochEnd*epoch 1*own*'; Block = { throw 'own' } }
        @{ Text = '*null-valued*'; Block = { $null.Foo() } }
        @{ Text = '*we*'; Block = { Write-Error 'we' } }
        @{ Text = '*nothing-here*does not exist*'; Block = { Get-Item nothing-here } }
        @{ Text = '*LearningRate*at least 0*'; Block = { $_.LearningRate = -1 } }
        @{ Text = '*no loop*StopTraining*'; Block = { break } }
        @{ Text = '*being trained by another*'; Block = { Invoke-NetTraining $_.Model $data } }
    ) {
        $model = Get-TestModel
        $failure = Get-TrainingError @{ Data = $data; Epochs = 3; OnEpochEnd = $Block } $model
        $failure.FullyQualifiedErrorId | Should -Be 'CallbackFailed,NetDsl.PowerShell.InvokeNetTrainingCommand'
        $failure.CategoryInfo.Category | Should -Be 'InvalidOperation'
        "$failure" | Should -BeLike $Text
        "$failure" | Should -BeLike "*-OnEpochEnd, line $($Block.StartPosition.StartLine),*"
        $model.EpochsTrained | Should -Be 1
        (Invoke-NetTraining $model $data).Epochs | Should -Be 1
    }

    It 'leave what was in $Error before, though it reads the same' {
        $Error.Clear()
        try { throw 'twice' } catch { $null = $_ }
        try { Invoke-NetTraining (Get-TestModel) $data -OnEpochEnd { throw 'twice' } } catch { $null = $_ }
        $Error | ForEach-Object { "$_" } | Where-Object { $_ -eq 'twice' } | Should -HaveCount 1
        $Error[0].FullyQualifiedErrorId | Should -BeLike 'CallbackFailed,*'
    }

    It 'name the line of the error within them' {
        $script = Join-Path $TestDrive faulty.ps1
        Set-Content $script 'param($model, $data)', 'Invoke-NetTraining $model $data -OnTrainBegin {', '    $x = 1', '    $x.Missing()', '}'
        { & $script (Get-TestModel) $data } | Should -Throw "*-OnTrainBegin, line 2, ended training. *faulty.ps1, line 4 (*Missing*"
    }
}

Describe 'A training that is stopped' {
    It 'ends, and leaves a model that can be used' {
        $model = Get-TestModel
        $before = Get-Kernel $model
        Invoke-Interrupted { param($module, $model, $data) Import-Module $module; Invoke-NetTraining $model $data -Epochs 10000000 } $model, $data
        Get-Kernel $model | Should -Not -Be $before
        (Measure-NetModel $model $data.Test).Loss | Should -BeGreaterThan 0
        $model.EpochsTrained | Should -BeGreaterThan 0
        (Invoke-NetTraining $model $data).Epochs | Should -Be 1
    }

    It 'leaves a checkpoint that goes on with the same bits' {
        $path = Join-Path $TestDrive stopped.safetensors
        $model = Get-TestModel
        Invoke-Interrupted {
            param($module, $model, $data, $path)
            Import-Module $module
            Invoke-NetTraining $model $data -Epochs 10000000 -CheckpointPath $path
        } $model, $data, $path
        $epochs = $model.EpochsTrained + 3
        $resumed = Get-TestModel
        $run = Invoke-NetTraining $resumed $data -Epochs $epochs -CheckpointPath $path -Resume
        $run.WasResumed | Should -BeTrue
        $run.Epochs | Should -Be $epochs
        $resumed.EpochsTrained | Should -Be $epochs
        $null = Invoke-NetTraining ($unbroken = Get-TestModel) $data -Epochs $epochs
        Get-Kernel $resumed | Should -Be (Get-Kernel $unbroken)
    }

    It 'ends within a script block too, with its checkpoint' {
        $path = Join-Path $TestDrive within.safetensors
        $model = Get-TestModel
        Invoke-Interrupted -Script {
            param($module, $model, $data, $path)
            Import-Module $module
            Invoke-NetTraining $model $data -Epochs 100 -CheckpointPath $path -OnEpochEnd { if ($_.Epoch -eq 3) { Start-Sleep 600 } }
        } -Arguments $model, $data, $path -IsReady { $model.EpochsTrained -eq 3 }
        $run = Invoke-NetTraining ($resumed = Get-TestModel) $data -Epochs 3 -CheckpointPath $path -Resume
        $run.WasResumed | Should -BeTrue
        Get-Kernel $resumed | Should -Be (Get-Kernel $model)
    }
}

Describe 'A checkpoint' {
    BeforeEach { Push-Location (New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid))) }
    AfterEach { Pop-Location }

    It 'goes on with the bits of a training that was not interrupted, in a model that knows what it has learnt' {
        $null = Invoke-NetTraining ($unbroken = Get-TestModel) $data -Epochs 5
        $first = Invoke-NetTraining (Get-TestModel) $data -Epochs 2 -CheckpointPath run
        $first.CheckpointPath | Should -Be (Join-Path $PWD run.safetensors)
        $first.CheckpointPath | Should -Exist
        $first.WasResumed | Should -BeFalse
        $run = Invoke-NetTraining ($model = Get-TestModel) $data -Epochs 5 -CheckpointPath run.safetensors -Resume
        Get-Kernel $model | Should -Be (Get-Kernel $unbroken)
        $run.WasResumed | Should -BeTrue
        $run.History.Epoch | Should -Be 1, 2, 3, 4, 5
        $model.EpochsTrained | Should -Be 5
        $model.Classes | Should -Be 'shower', 'track'
    }

    It 'brings back a training that was over, and the epochs before it' {
        $model = Get-TestModel
        $null = Invoke-NetTraining $model $data -Epochs 2
        $null = Invoke-NetTraining $model $data -Epochs 3 -CheckpointPath run
        $model.EpochsTrained | Should -Be 5
        $again = Get-TestModel
        $run = Invoke-NetTraining $again $data -Epochs 3 -CheckpointPath run -Resume
        $run.Epochs | Should -Be 3
        $again.EpochsTrained | Should -Be 5
        $again.Classes | Should -Be 'shower', 'track'
        Get-Kernel $again | Should -Be (Get-Kernel $model)
    }

    It 'keeps what early stopping waited for' {
        $arguments = @{ Data = $data; Optimizer = (SGD -LearningRate 0.5); EarlyStopping = 2; RestoreBestWeights = $true }
        $whole = Invoke-NetTraining ($unbroken = Get-TestModel) -Epochs 50 @arguments
        $null = Invoke-NetTraining (Get-TestModel) -Epochs ($whole.Epochs - 1) -CheckpointPath run @arguments
        $run = Invoke-NetTraining ($resumed = Get-TestModel) -Epochs 50 -CheckpointPath run -Resume @arguments
        $run.Epochs | Should -Be $whole.Epochs
        $run.StopReason | Should -Be $whole.StopReason
        Get-Kernel $resumed | Should -Be (Get-Kernel $unbroken)
    }

    It 'begins anew where there is none, and says so' {
        $records = Invoke-NetTraining (Get-TestModel) $data -CheckpointPath run -Resume -Verbose 4>&1
        $records[-1].WasResumed | Should -BeFalse
        $records -match 'no checkpoint .*run.safetensors yet' | Should -Not -BeNullOrEmpty
    }

    It 'is replaced with -Force alone' {
        $null = Invoke-NetTraining (Get-TestModel) $data -Epochs 3 -CheckpointPath run
        $failure = Get-TrainingError @{ Data = $data; CheckpointPath = 'run' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CheckpointExists,*'
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        "$failure" | Should -BeLike '*-Resume*-Force*'
        $run = Invoke-NetTraining ($model = Get-TestModel) $data -CheckpointPath run -Force
        $run.WasResumed | Should -BeFalse
        $model.EpochsTrained | Should -Be 1
        (Get-TrainingError @{ Data = $data; CheckpointPath = 'run'; Resume = $true; Force = $true }).FullyQualifiedErrorId | Should -BeLike 'ResumeAndForce,*'
    }

    It 'is written at its intervals, in seconds or as a time' {
        $count = { param($interval)
            $records = Invoke-NetTraining (Get-TestModel) $data -Epochs 20 -CheckpointPath run -Force -CheckpointInterval $interval -Debug 5>&1
            @($records -like 'Checkpoint after *').Count
        }
        # The first and the last, and none of the hour between them.
        & $count 3600 | Should -Be 2
        & $count (New-TimeSpan -Hours 1) | Should -Be 2
        & $count '1:00:00' | Should -Be 2
        $begun = @{}
        $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 100000 -CheckpointPath run -Force -CheckpointInterval 0 -OnEpochEnd {
            $begun.Time ??= (Get-Item run.safetensors).LastWriteTimeUtc
            if ((Get-Item run.safetensors).LastWriteTimeUtc -ne $begun.Time) { $_.StopTraining('saved') }
        }
        $run.StopReason | Should -Be 'saved'
        { & $count -1 } | Should -Throw '*no time of at least 0*'
        { & $count soon } | Should -Throw '*no time of at least 0*'
    }

    It 'is refused where it belongs to something else: <Name>' -ForEach @(
        @{ Name = 'another seed'; Id = 'CheckpointMismatch'; Text = '*Seed is 7 here and 0*'; Arguments = { @{ Seed = 7 } } }
        @{ Name = 'another batch size'; Id = 'CheckpointMismatch'; Text = '*BatchSize is 10 here and 32*-Force*'; Arguments = { @{ BatchSize = 10 } } }
        @{ Name = 'another optimiser'; Id = 'CheckpointMismatch'; Text = '*Optimizer is SGD here and Adam*'; Arguments = { @{ Optimizer = 'SGD' } } }
        @{ Name = 'other data'; Id = 'CheckpointMismatch'; Text = '*TrainingData.Rows is 40 here and 120*'; Arguments = { @{ Data = $data.Test } } }
        @{ Name = 'another model'; Id = 'InvalidModelFile'; Text = "*'Trained'*"; Arguments = {
                @{ Model = New-NetModel Other -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 3 -Activation ReLU; Dense 2 -Activation Softmax } }
            }
        }
    ) {
        $null = Invoke-NetTraining (Get-TestModel) $data -Epochs 2 -CheckpointPath run
        $hash = (Get-FileHash run.safetensors).Hash
        $call = @{ Model = (Get-TestModel); Data = $data; Epochs = 3; CheckpointPath = 'run'; Resume = $true }
        $given = & $Arguments
        $given.Keys.ForEach{ $call[$_] = $given[$_] }
        $model = $call.Model
        $call.Remove('Model')
        $before = Get-Kernel $model
        $failure = Get-TrainingError $call $model
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.InvokeNetTrainingCommand"
        $failure.CategoryInfo.Category | Should -Be 'InvalidData'
        $failure.TargetObject | Should -Be (Join-Path $PWD run.safetensors)
        "$failure" | Should -BeLike $Text
        Get-Kernel $model | Should -Be $before
        $model.EpochsTrained | Should -Be 0
        (Get-FileHash run.safetensors).Hash | Should -Be $hash
    }

    It 'is refused where it is none: <Name>' -ForEach @(
        @{ Name = 'a text'; Make = { Set-Content other.safetensors 'no checkpoint' } }
        @{ Name = 'half a checkpoint'; Make = {
                $null = Invoke-NetTraining (Get-TestModel) $data -CheckpointPath whole
                $bytes = [System.IO.File]::ReadAllBytes("$PWD/whole.safetensors")
                [System.IO.File]::WriteAllBytes("$PWD/other.safetensors", $bytes[0..($bytes.Length / 2)])
            }
        }
    ) {
        & $Make
        $failure = Get-TrainingError @{ Data = $data; CheckpointPath = 'other'; Resume = $true }
        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidModelFile,*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidData'
    }

    It 'cannot be where files cannot be' {
        (Get-TrainingError @{ Data = $data; CheckpointPath = 'env:run' }).FullyQualifiedErrorId | Should -BeLike 'NotAFile,*'
        $null = New-Item -ItemType Directory taken.safetensors
        (Get-TrainingError @{ Data = $data; CheckpointPath = 'taken' }).FullyQualifiedErrorId | Should -BeLike 'NotAFile,*'
        Set-Content file 'in the way'
        $failure = Get-TrainingError @{ Data = $data; CheckpointPath = 'file/run' }
        $failure.TargetObject | Should -Be (Join-Path $PWD file run.safetensors)
    }
}

Describe 'Trainings side by side' {
    BeforeAll {
        $null = Invoke-NetTraining ($alone = Get-TestModel) $data -Epochs 5
        $expected = Get-Kernel $alone
        $base = (Get-Module NetDsl).ModuleBase
    }

    It 'give the bits of one after the other, with models from outside' {
        $models = 1..3 | ForEach-Object { Get-TestModel }
        $runs = $models | ForEach-Object -Parallel { Import-Module $using:base; Invoke-NetTraining $_ $using:data -Epochs 5 }
        $runs | Should -HaveCount 3
        foreach ($model in $models) { Get-Kernel $model | Should -Be $expected }
    }

    It 'give the bits of one after the other, with models of their own' {
        $kernels = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:base
            $model = New-NetModel Trained -InputShape 32, 32, 1 -Loss CategoricalCrossentropy -Seed 5 {
                Flatten
                Dense 2 -Activation Softmax
            }
            $null = Invoke-NetTraining $model $using:data -Epochs 5
            $model.Network.Parameters['dense_0/kernel'].ToArray() -join ' '
        }
        $kernels | Should -Be $expected, $expected, $expected
    }

    It 'run in jobs of threads' {
        $model = Get-TestModel
        $job = Start-ThreadJob { Import-Module $using:base; Invoke-NetTraining $using:model $using:data -Epochs 5 -OnTrainEnd { 'over' } }
        $run = $job | Receive-Job -Wait -AutoRemoveJob 6> $null
        $run.Model | Should -Be $model
        Get-Kernel $model | Should -Be $expected
    }

    It 'run in jobs of processes' {
        $job = Start-Job {
            Import-Module $using:base
            $model = New-NetModel Trained -InputShape 32, 32, 1 -Loss CategoricalCrossentropy -Seed 5 {
                Flatten
                Dense 2 -Activation Softmax
            }
            $data = New-NetData ShowerTrack -Count 200 -Seed 3 | Split-NetData -Validation 0.2 -Test 0.2
            $null = Invoke-NetTraining $model $data -Epochs 5
            $model.Network.Parameters['dense_0/kernel'].ToArray() -join ' '
        }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be $expected
    }

    It 'cannot share a model' {
        $model = Get-TestModel
        $job = Start-ThreadJob { Import-Module $using:base; Invoke-NetTraining $using:model $using:data -Epochs 10000000 }
        try {
            $deadline = [datetime]::UtcNow.AddSeconds(60)
            while ($model.EpochsTrained -eq 0 -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 20 }
            $failure = Get-TrainingError @{ Data = $data } $model
            $failure.FullyQualifiedErrorId | Should -BeLike 'ModelInTraining,*'
            $failure.CategoryInfo.Category | Should -Be 'ResourceBusy'
        }
        finally {
            $job | Stop-Job -PassThru | Remove-Job
        }
        (Invoke-NetTraining $model $data).Epochs | Should -Be 1
    }
}

Describe 'The views of a training' {
    BeforeAll { $run = Invoke-NetTraining (Get-TestModel) $data -Epochs 3 -EarlyStopping 5 }

    It 'hide nothing of an epoch in 80 columns' {
        $text = $run.History | Format-Table | Out-String -Width 80
        $text | Should -Not -Match "$([char] 0x2026)|\.\.\."
        $header = $text -split '\r?\n' | Where-Object { $_ -like '*Epoch*' }
        -split $header | Should -Be 'Epoch', 'Loss', 'Accuracy', 'ValLoss', 'ValAccuracy', 'LearningRate', 'Seconds', 'Samples/s'
    }

    It 'are a row of a table by default and all of it as a list' {
        $row = ($run | Out-String -Width 80).Trim() -split '\r?\n' | Select-Object -Last 1
        -split $row | Select-Object -First 2 | Should -Be 'Trained', '3'
        $list = $run | Format-List | Out-String -Width 100
        foreach ($name in 'Model', 'Epochs', 'Loss', 'BestEpoch', 'StopReason', 'Duration', 'Optimizer', 'BatchSize', 'Seed', 'Threads', 'CheckpointPath', 'WasResumed') {
            $list | Should -Match "(?m)^$name +:"
        }
    }
}

Describe 'A training that cannot be' {
    BeforeAll {
        Set-Content TestDrive:/table.csv "x,y,kind`n1,2,a`n3,4,b`n5,6,c"
        $table = Import-NetData TestDrive:/table.csv -Label kind
    }

    It 'ends in one error with id, category and target: <Id>' -ForEach @(
        @{ Id = 'BatchSizeTooLarge'; Arguments = { @{ Data = $data; BatchSize = 121 } }; Text = '*121*120 rows*' }
        @{ Id = 'DataDoNotFit'; Arguments = { @{ Data = $table } }; Text = '*samples of shape (32, 32, 1)*shape (2)*' }
        @{ Id = 'TrainingDiverged'; Arguments = { @{ Data = $data; Optimizer = (SGD -LearningRate 1e38); Epochs = 50 } }; Text = '*lower the learning rate*-LearningRate*Normalization*' }
        @{ Id = 'InvalidArgument'; Arguments = { @{ Data = $data; Optimizer = 'LBFGS'; BatchSize = 10 } }; Text = '*LBFGS*all 120 rows*' }
    ) {
        $failure = Get-TrainingError (& $Arguments)
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.InvokeNetTrainingCommand"
        "$failure" | Should -BeLike $Text
    }

    It 'changes nothing' {
        $model = Get-TestModel
        $before = Get-Kernel $model
        { Invoke-NetTraining $model $table } | Should -Throw
        { Invoke-NetTraining $model $data -BatchSize 1000 } | Should -Throw
        Get-Kernel $model | Should -Be $before
        $model.EpochsTrained | Should -Be 0
    }

    It 'is refused where the data have other classes or columns than the model learnt' {
        $model = New-NetModel Learnt -InputShape 2 -Loss CategoricalCrossentropy { Dense 2 -Activation Softmax }
        Set-Content TestDrive:/ab.csv 'x,y,kind', '1,2,a', '3,4,b'
        Set-Content TestDrive:/bc.csv 'x,y,kind', '1,2,b', '3,4,c'
        Set-Content TestDrive:/yx.csv 'y,x,kind', '1,2,a', '3,4,b'
        $ab, $bc, $yx = 'ab', 'bc', 'yx' | ForEach-Object { Import-NetData "TestDrive:/$_.csv" -Label kind }
        $failure = Get-TrainingError @{ Data = $ab; ValidationData = $bc } $model
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationDoesNotFit,*'
        $null = Invoke-NetTraining $model $ab
        foreach ($case in @{ Data = $bc; Id = 'ClassesDoNotFit'; Text = '*a, b*b, c*New-NetModel*' }, @{ Data = $yx; Id = 'FeaturesDoNotFit'; Text = '*x, y*y, x*' }) {
            $failure = Get-TrainingError @{ Data = $case.Data } $model
            $failure.FullyQualifiedErrorId | Should -Be "$($case.Id),NetDsl.PowerShell.InvokeNetTrainingCommand"
            "$failure" | Should -BeLike $case.Text
        }
        $model.EpochsTrained | Should -Be 1
    }

    It 'is refused where targets do not fit the loss: <Id>' -ForEach @(
        @{ Id = 'DataDoNotFit'; Label = 'kind'; Text = '*needs targets of shape (1)*shape (3)*a, b, c*' }
        @{ Id = 'InvalidData'; Target = 'size'; Text = '*row 1*the target is 5; BinaryCrossentropy needs targets from 0 to 1*' }
        @{ Id = 'DataDoNotFit'; Text = '*no targets*' }
    ) {
        Set-Content TestDrive:/unfit.csv 'x,kind,size', '1,a,0', '2,b,5', '3,c,1'
        $columns = if ($Label) { @{ Label = $Label; Feature = 'x' } } elseif ($Target) { @{ Target = $Target; Feature = 'x' } } else { @{ Feature = 'x' } }
        $unfit = Import-NetData TestDrive:/unfit.csv @columns
        $failure = Get-TrainingError @{ Data = $unfit } (New-NetModel One -InputShape 1 -Loss BinaryCrossentropy { Dense 1 -Activation Sigmoid })
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.InvokeNetTrainingCommand"
        "$failure" | Should -BeLike $Text
    }

    It 'is refused before it begins: <_.Keys> <_.Values>' -ForEach @(
        @{ Epochs = 0 }
        @{ Epochs = 1.5 }
        @{ BatchSize = 0 }
        @{ Threads = 0 }
        @{ LearningRate = -1 }
        @{ Optimizer = 'Adem' }
        @{ Data = 3 }
        @{ Data = $null }
        @{ EarlyStopping = -1 }
        @{ Monitor = 'val_los' }
        @{ Callback = 'CSVLogger' }
        @{ Callback = 'LambdaCallback' }
    ) {
        $arguments = @{ Model = Get-TestModel; Data = $data }
        foreach ($name in $_.Keys) { $arguments[$name] = $_[$name] }
        { Invoke-NetTraining @arguments } | Should -Throw -ErrorId '*,NetDsl.PowerShell.InvokeNetTrainingCommand'
    }
}
