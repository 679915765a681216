BeforeAll { . $PSScriptRoot/Import-TestModule.ps1 }

Describe 'Invoke-NetPrediction of classes' {
    BeforeAll {
        $data = New-NetData ShowerTrack -Count 12
        $model = New-NetModel Classes -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    }

    It 'gives class, probabilities and what is right for each row' {
        $answers = $model | Invoke-NetPrediction -Data $data
        $answers | Should -HaveCount 12
        $answers.Index | Should -Be (0..11)
        $answers.Actual | Should -Be (@('shower', 'track') * 6)
        foreach ($answer in $answers) {
            ($answer.Probabilities | Measure-Object -Sum).Sum | Should -BeGreaterThan 0.9999
            $answer.Probability | Should -Be ($answer.Probabilities | Measure-Object -Maximum).Maximum
            $answer.Class | Should -Be ('shower', 'track')[$answer.Probabilities[1] -gt $answer.Probabilities[0]]
        }
    }

    It 'takes data from the pipeline' {
        $data | Invoke-NetPrediction $model | Should -HaveCount 12
    }

    It 'reads one sigmoid as two classes' {
        Set-Content TestDrive:/binary.csv "x,kind`n1,no`n2,yes"
        $binary = New-NetModel Binary -InputShape 1 -Loss BinaryCrossentropy { Dense 1 -Activation Sigmoid }
        $answers = Invoke-NetPrediction $binary (Import-NetData TestDrive:/binary.csv -Label kind -LabelEncoding Binary)
        $answers.Actual | Should -Be 'no', 'yes'
        $answers[0].Class | Should -BeIn 'no', 'yes'
        $answers[0].Probability | Should -BeGreaterOrEqual 0.5
    }

    It 'refuses classes in another order than the model has learnt' {
        Set-Content TestDrive:/kinds.csv "x,kind`n1,a`n2,b"
        $kinds = New-NetModel Kinds -InputShape 1 -Loss CategoricalCrossentropy { Dense 2 -Activation Softmax }
        $null = Invoke-NetTraining $kinds (Import-NetData TestDrive:/kinds.csv -Label kind)
        Invoke-NetPrediction $kinds (Import-NetData TestDrive:/kinds.csv -Label kind -Class b, a) -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'InvalidArgument,NetDsl.PowerShell.InvokeNetPredictionCommand'
    }
}

Describe 'Invoke-NetPrediction of values' {
    It 'gives the values of each row' {
        Set-Content TestDrive:/values.csv "x,y,z`n1,2,3`n4,5,6"
        $model = New-NetModel Values -InputShape 1 -Loss MeanSquaredError { Dense 2 }
        $answers = Invoke-NetPrediction $model (Import-NetData TestDrive:/values.csv -Target y, z)
        $answers | Should -HaveCount 2
        $answers[1].Actual | Should -Be 5, 6
        $answers[1].Value | Should -Be $answers[1].Values[0]
        $answers[1].Values | Should -HaveCount 2
    }

    It 'needs no targets' {
        Set-Content TestDrive:/bare.csv "x`n1"
        $model = New-NetModel Bare -InputShape 1 -Loss MeanSquaredError { Dense 1 }
        (Invoke-NetPrediction $model (Import-NetData TestDrive:/bare.csv)).Actual | Should -BeNullOrEmpty
    }

    It 'ends in one error where the shapes differ' {
        Set-Content TestDrive:/wide.csv "x,y,z`n1,2,3"
        $model = New-NetModel Narrow -InputShape 2 -Loss MeanSquaredError { Dense 1 }
        Invoke-NetPrediction $model (Import-NetData TestDrive:/wide.csv) -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'DataDoNotFit,NetDsl.PowerShell.InvokeNetPredictionCommand'
        $failures[0].TargetObject | Should -Be $model
    }
}
