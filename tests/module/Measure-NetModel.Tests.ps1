BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = New-NetData ShowerTrack -Count 50 -Seed 2 | Split-NetData -Test 0.4
    $model = New-NetModel Measured -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
}

Describe 'Measure-NetModel' {
    It 'gives loss, accuracy and confusion matrix that agree with the predictions' {
        $measurement = $model | Measure-NetModel -Data $data.Test
        $answers = $model | Invoke-NetPrediction -Data $data.Test
        $right = @($answers | Where-Object { $_.Class -eq $_.Actual }).Count
        $measurement.Samples | Should -Be 20
        $measurement.Accuracy | Should -Be ($right / 20)
        $measurement.ConfusionMatrix.Classes | Should -Be 'shower', 'track'
        $measurement.ConfusionMatrix.Total | Should -Be 20
        $measurement.ConfusionMatrix.Accuracy | Should -Be ($right / 20)
        $measurement.Loss | Should -BeGreaterThan 0
    }

    It 'measures one model on several data, and several models on the same' {
        ($data.Train, $data.Test | Measure-NetModel $model).Samples | Should -Be 30, 20
        ($model, $model | Measure-NetModel -Data $data.Test).Samples | Should -Be 20, 20
    }

    It 'gives no accuracy for values' {
        Set-Content TestDrive:/values.csv "x,y`n1,2`n2,3"
        $values = New-NetModel Values -InputShape 1 -Loss MeanSquaredError { Dense 1 }
        $measurement = Measure-NetModel $values (Import-NetData TestDrive:/values.csv -Target y)
        $measurement.Accuracy | Should -BeNullOrEmpty
        $measurement.ConfusionMatrix | Should -BeNullOrEmpty
    }

    It 'says which part to choose where a split is given, or none' {
        { Measure-NetModel $model $data } | Should -Throw -ExpectedMessage '*.Train, .Validation or .Test*'
        { Measure-NetModel $model $data.Validation } | Should -Throw -ExpectedMessage '*Split-NetData*'
    }

    It 'goes on with the next model after one that the data do not fit' {
        $other = New-NetModel Other -InputShape 3 -Loss MeanSquaredError { Dense 1 }
        $measurements = $other, $model | Measure-NetModel -Data $data.Test -ErrorAction SilentlyContinue -ErrorVariable failures
        $measurements | Should -HaveCount 1
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'DataDoNotFit,NetDsl.PowerShell.MeasureNetModelCommand'
    }

    It 'needs targets' {
        Set-Content TestDrive:/bare.csv "x`n1"
        $values = New-NetModel Values -InputShape 1 -Loss MeanSquaredError { Dense 1 }
        Measure-NetModel $values (Import-NetData TestDrive:/bare.csv) -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'DataDoNotFit,NetDsl.PowerShell.MeasureNetModelCommand'
        "$($failures[0])" | Should -BeLike '*no targets*'
    }
}
