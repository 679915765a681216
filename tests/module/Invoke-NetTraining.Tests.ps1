BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = New-NetData ShowerTrack -Count 200 -Seed 3 | Split-NetData -Validation 0.2 -Test 0.2

    function Get-TestModel {
        New-NetModel Trained -InputShape 32, 32, 1 -Loss CategoricalCrossentropy -Seed 5 {
            Flatten
            Dense 2 -Activation Softmax
        }
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

    It 'stops within a second, and leaves a model that can be used' {
        $model = Get-TestModel
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($module, $model, $data)
                Import-Module $module
                Invoke-NetTraining $model $data -Epochs 1000000
            }).AddArgument((Get-Module NetDsl).ModuleBase).AddArgument($model).AddArgument($data)
        $before = Get-Kernel $model
        $pending = $shell.BeginInvoke()
        $deadline = [datetime]::UtcNow.AddSeconds(20)
        while ($shell.Streams.Progress.Count -eq 0 -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 20 }
        $shell.Stop()
        $pending.IsCompleted | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()
        Get-Kernel $model | Should -Not -Be $before
        (Measure-NetModel $model $data.Test).Loss | Should -BeGreaterThan 0
        $model.EpochsTrained | Should -BeGreaterThan 0
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
        @{ Id = 'TrainingDiverged'; Arguments = { @{ Data = $data; Optimizer = (SGD -LearningRate 1e38); Epochs = 50 } }; Text = '*lower the learning rate*' }
    ) {
        $parameters = & $Arguments
        $failures = @()
        $model = Get-TestModel
        try { Invoke-NetTraining $model @parameters } catch { $failures += $_ }
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.InvokeNetTrainingCommand"
        $failures[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $failures[0].TargetObject | Should -Not -BeNullOrEmpty
        "$($failures[0])" | Should -BeLike $Text
        "$($failures[0])" | Should -Not -BeLike '*(Parameter*'
    }

    It 'changes nothing' {
        $model = Get-TestModel
        $before = Get-Kernel $model
        { Invoke-NetTraining $model $table } | Should -Throw
        { Invoke-NetTraining $model $data -BatchSize 1000 } | Should -Throw
        Get-Kernel $model | Should -Be $before
        $model.EpochsTrained | Should -Be 0
    }

    It 'is refused before it begins: <_.Keys> <_.Values>' -ForEach @(
        @{ Epochs = 0 }
        @{ Epochs = 1.5 }
        @{ BatchSize = 0 }
        @{ Threads = 0 }
        @{ LearningRate = -1 }
        @{ Optimizer = 'Adem' }
        @{ Data = 3 }
    ) {
        $arguments = @{ Model = Get-TestModel; Data = $data }
        foreach ($name in $_.Keys) { $arguments[$name] = $_[$name] }
        { Invoke-NetTraining @arguments } | Should -Throw -ErrorId '*,NetDsl.PowerShell.InvokeNetTrainingCommand'
    }
}
