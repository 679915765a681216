BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $rows = 1..60 | ForEach-Object { [pscustomobject]@{ energy = $_ * 10; kind = ('red', 'blue', 'green')[$_ % 3]; z = $_ % 2 } }
    $data = $rows | ConvertTo-NetData -Label z -Category kind
    $steps = [NetDsl.Data.PreparationStep].Assembly.GetExportedTypes().Where{ $_.IsSubclassOf([NetDsl.Data.PreparationStep]) -and -not $_.IsAbstract }.Name
    function Get-TestModel($Inputs = 4) { New-NetModel "Prepared$Inputs" -InputShape $Inputs -Loss CategoricalCrossentropy { Dense 8 -Activation Tanh; Dense 2 -Activation Softmax } }
}

Describe 'The steps of a preparation' {
    It 'have the defaults of the library' {
        foreach ($name in $steps) {
            $step = & $name
            $own = New-Object "NetDsl.Data.$name"
            foreach ($property in $own.PSObject.Properties) { $step.($property.Name) | Should -Be $property.Value -Because "$($property.Name) of $name has one default" }
        }
    }

    It 'take every setting of the library' {
        foreach ($name in $steps) {
            $settings = [NetDsl.Data.PreparationStep].Assembly.GetType("NetDsl.Data.$name").GetProperties().Name -replace '^Columns$', 'Feature'
            $settings | Where-Object { $_ } | Should -BeIn (Get-Command $name).Parameters.Keys
        }
    }

    It 'are known by name, with completion' {
        (New-NetPreparation $data -Step onehotencoder, StandardScaler).Steps.Name | Should -Be 'OneHotEncoder', 'StandardScaler'
        ([System.Management.Automation.CommandCompletion]::CompleteInput('New-NetPreparation $data -Step Sta', 34, $null)).CompletionMatches.CompletionText | Should -Be 'StandardScaler'
        { New-NetPreparation $data -Step Scaler } | Should -Throw -ExpectedMessage "*no step 'Scaler'*StandardScaler*"
        { New-NetPreparation $data -Step 3 } | Should -Throw -ExpectedMessage '*no step of a preparation*'
    }
}

Describe 'A script block as a step' {
    It 'changes, adds and takes away features by name' {
        $preparation = New-NetPreparation $data -Step { $_.energy /= 10; $_.twice = 2 * $_.energy; $_.Remove('kind') }
        $preparation.Layout.FeatureNames | Should -Be 'energy', 'twice'
        $preparation.Apply($data).Row(4).energy, $preparation.Apply($data).Row(4).twice | Should -Be 5, 10
    }

    It 'takes the array of features without names' {
        $images = New-NetData ShowerTrack -Count 3
        $preparation = New-NetPreparation $images -Step { for ($i = 0; $i -lt $_.Count; $i++) { $_[$i] = 1 - $_[$i] } }
        $preparation.Apply($images).Row(1).features[5] | Should -Be (1 - $images.Row(1).features[5])
    }

    It 'prepares streams, which another thread reads' {
        $stream = [NetDsl.Data.RowSource]::Of($data).Slice(0, 60)
        $parts = Split-NetData $stream -Test 0.2 -Step { $_.energy /= 600 }, OneHotEncoder
        $run = Invoke-NetTraining (Get-TestModel) $parts -Epochs 2
        $run.Epochs | Should -Be 2
    }

    It 'ends in one error that names it' {
        { New-NetPreparation $data -Step (ScriptStep Broken { throw 'own' }) } | Should -Throw -ErrorId 'ScriptStepFailed,*' -ExpectedMessage "*'Broken'*own*"
        { (New-NetPreparation $data -Step { $_.energy = 'text' }).Apply($data) } | Should -Throw -ExpectedMessage "*'text' for 'energy'*"
    }

    It 'is found again by its name when a model is imported' {
        $model = Get-TestModel 2
        $null = Invoke-NetTraining $model (Split-NetData $data -Test 0.2 -Step (ScriptStep Halve { $_.energy /= 2 }), (OrdinalEncoder kind))
        $path = Join-Path $TestDrive halved.safetensors
        Export-NetModel $model $path
        (Import-NetModel $path).Preparation.Equals($model.Preparation) | Should -BeTrue
    }
}

Describe 'A model that was trained with prepared data' {
    BeforeAll {
        $parts = $data | Split-NetData -Test 0.25 -Seed 3 -Step (StandardScaler energy), (OneHotEncoder kind)
        $model = Get-TestModel
        $null = Invoke-NetTraining $model $parts -Epochs 3
        $path = Join-Path $TestDrive prepared.safetensors
        Export-NetModel $model $path
        $again = Import-NetModel $path
    }

    It 'remembers the preparation, also in its file' {
        $model.Preparation.Equals($parts.Train.Preparation) | Should -BeTrue
        $again.Preparation.Equals($model.Preparation) | Should -BeTrue
    }

    It 'prepares data as they come, and leaves prepared ones as they are' {
        $raw = (Split-NetData $data -Test 0.25 -Seed 3).Test
        $figures = $parts.Test, $raw | Measure-NetModel $again
        $figures[0].Loss | Should -Be $figures[1].Loss
        $answers = @($raw | Invoke-NetPrediction $again)
        $answers.Probability | Should -Be @($parts.Test | Invoke-NetPrediction $again).Probability
    }

    It 'answers objects as they come' {
        $ofObjects = @($rows | Select-Object energy, kind | Invoke-NetPrediction $again)
        $ofData = @(Invoke-NetPrediction $again $data)
        0..59 | ForEach-Object { $ofObjects[$_].Probability | Should -Be ([float] $ofData[$_].Probability) }
    }

    It 'names the object and the category that was in no training row' {
        $errors = $null
        $answers = @($rows[0], @{ energy = 3; kind = 'violet' }, $rows[1] | Invoke-NetPrediction $again -ErrorAction SilentlyContinue -ErrorVariable errors)
        $answers.Count | Should -Be 2
        "$errors" | Should -BeLike "Object 2: the property 'kind' is 'violet'*blue, green, red*"
    }

    It 'goes on learning from data as they come' {
        (Invoke-NetTraining (Import-NetModel $path) $data).Model.Preparation.Equals($model.Preparation) | Should -BeTrue
    }

    It 'refuses data that were prepared in another way' {
        $others = $data | Split-NetData -Test 0.5 -Seed 9 -Step (StandardScaler energy), (OneHotEncoder kind)
        { Measure-NetModel $again $others.Test -ErrorAction Stop } | Should -Throw -ErrorId 'PreparationDiffers,*' -ExpectedMessage '*Give the data as they come*'
    }

    It 'gives values in the unit of the data where targets were scaled' {
        $curve = New-NetData Sine -Count 200
        $moved = 0..199 | ForEach-Object { @{ x = $curve.Row($_).x; y = 1000 + 50 * $curve.Row($_).y } } | ConvertTo-NetData -Target y
        $split = $moved | Split-NetData -Test 0.2 -Step StandardScaler, TargetScaler
        $net = New-NetModel Moved -InputShape 1 -Loss MeanSquaredError { Dense 8 -Activation Tanh; Dense 1 }
        $null = Invoke-NetTraining $net $split -Epochs 30 -Optimizer (Adam -LearningRate 0.02)
        $answer = $split.Test | Invoke-NetPrediction $net | Select-Object -First 1
        $answer.Value | Should -BeGreaterThan 800
        $answer.Actual[0] | Should -BeGreaterThan 800
        (@{ x = 0.5 } | Invoke-NetPrediction $net).y ?? (@{ x = 0.5 } | Invoke-NetPrediction $net).Prediction | Should -BeGreaterThan 800
        (Measure-NetModel $net $split.Test).RootMeanSquaredError | Should -BeGreaterThan 2
    }
}
