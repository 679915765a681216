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
        $failures[0].FullyQualifiedErrorId | Should -Be 'OtherClasses,NetDsl.PowerShell.InvokeNetPredictionCommand'
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

Describe 'Invoke-NetPrediction of objects' {
    BeforeAll {
        # Networks that answer what they are given.
        $classes = New-NetModel Three -InputShape 3 -Loss CategoricalCrossentropy { Flatten } -WarningAction SilentlyContinue
        $double = New-NetModel Pair -InputShape 2 -Loss MeanSquaredError -Precision Double { Flatten }
        $rows = foreach ($i in 0..9) { [pscustomobject]@{ id = "r$i"; a = 0.1 * $i; b = '0.5'; c = 0.4 - 0.01 * $i } }
    }

    It 'adds class and probability to a copy of each, in their order' {
        $answers = $rows | Invoke-NetPrediction $classes -Feature a, b, c
        $answers | Should -HaveCount 10
        $answers.id | Should -Be $rows.id
        $answers[0].psobject.Properties.Name | Should -Be 'id', 'a', 'b', 'c', 'Prediction', 'Probability'
        $answers.Prediction | Should -Be (@('1') * 5 + @('0') * 5)
        $answers[9].Probability | Should -Be ([float] 0.9)
        $rows[0].psobject.Properties.Name | Should -Be 'id', 'a', 'b', 'c'
        $answers[3].a | Should -Be $rows[3].a
    }

    It 'names classes and finds features as the model learnt them' {
        Set-Content TestDrive:/kinds.csv "x,y,kind`n1,2,no`n2,1,yes`n3,1,yes`n0,2,no"
        $learnt = New-NetModel Learnt -InputShape 2 -Loss CategoricalCrossentropy { Dense 2 -Activation Softmax }
        $null = Invoke-NetTraining $learnt (Import-NetData TestDrive:/kinds.csv -Label kind)
        $answers = Import-Csv TestDrive:/kinds.csv | Select-Object y, @{ Name = 'other'; Expression = { 'text' } }, x | Invoke-NetPrediction $learnt
        $answers[0].psobject.Properties.Name | Should -Be 'y', 'other', 'x', 'Prediction', 'Probability'
        $rowAnswers = Invoke-NetPrediction $learnt (Import-NetData TestDrive:/kinds.csv -Label kind)
        $answers.Prediction | Should -Be $rowAnswers.Class
        $answers.Probability | Should -Be $rowAnswers.Probability
    }

    It 'gives the probability of each class, and a prefix to all columns' {
        $answer = $rows[0] | Invoke-NetPrediction $classes -Feature a, b, c -AllProbabilities -Prefix Net_
        $answer.psobject.Properties.Name[4..8] | Should -Be 'Net_Prediction', 'Net_Probability', 'Net_Probability_0', 'Net_Probability_1', 'Net_Probability_2'
        $answer.Net_Probability_1 | Should -Be 0.5
    }

    It 'takes hashtables and the rows of a data table' {
        $linear = New-NetModel Linear -InputShape 2 -Loss MeanSquaredError -Seed 2 { Dense 1 }
        $expected = ([pscustomobject]@{ x = 1; y = 2 } | Invoke-NetPrediction $linear -Feature x, y).Prediction
        (@{ y = 2; x = 1 } | Invoke-NetPrediction $linear -Feature x, y).Prediction | Should -Be $expected
        $table = [System.Data.DataTable]::new()
        'x', 'y' | ForEach-Object { $null = $table.Columns.Add($_, [double]) }
        $null = $table.Rows.Add(1, 2)
        $answer = $table.Rows | Invoke-NetPrediction $linear -Feature x, y
        $answer.Prediction | Should -Be $expected
        $answer.y | Should -Be 2
    }

    It 'answers values in columns of the names of the targets, or in one' {
        Set-Content TestDrive:/pairs.csv "x,y,s,t`n1,2,3,4"
        $named = New-NetModel Named -InputShape 2 -Loss MeanSquaredError { Dense 2 }
        $null = Invoke-NetTraining $named (Import-NetData TestDrive:/pairs.csv -Target s, t)
        $answer = [pscustomobject]@{ x = 1; y = 2 } | Invoke-NetPrediction $named
        $answer.psobject.Properties.Name | Should -Be 'x', 'y', 's', 't'
        $answer = [pscustomobject]@{ x = 0.1; y = 2 } | Invoke-NetPrediction $double -Feature x, y
        $answer.Prediction | Should -HaveCount 2
        $answer.Prediction[1] | Should -BeOfType [double]
    }

    It 'answers in the precision of the model' {
        $single = New-NetModel Single -InputShape 1 -Loss MeanSquaredError { Flatten }
        "$(([pscustomobject]@{ x = 0.3 } | Invoke-NetPrediction $single -Feature x).Prediction)" | Should -Be '0.3'
    }

    It 'answers with all outputs, or with the one that is named' {
        Set-Content TestDrive:/Two.cs @'
using NetDsl;

[Network]
[Input(2)]
[Dense(1, Name = "energy"), Output(Loss.MeanSquaredError)]
[Dense(2, Activation.Softmax, Name = "kind", From = "energy"), Output(Loss.CategoricalCrossentropy)]
public partial class Two;
'@
        $two = New-NetModel -Path TestDrive:/Two.cs
        $answer = [pscustomobject]@{ x = 1; y = 2 } | Invoke-NetPrediction $two -Feature x, y
        $answer.psobject.Properties.Name | Should -Be 'x', 'y', 'energy', 'kind', 'kind_Probability'
        $answer = [pscustomobject]@{ x = 1; y = 2 } | Invoke-NetPrediction $two -Feature x, y -Output Energy
        $answer.psobject.Properties.Name | Should -Be 'x', 'y', 'Prediction'
        { [pscustomobject]@{ x = 1; y = 2 } | Invoke-NetPrediction $two -Feature x, y -Output mass } | Should -Throw -ExpectedMessage '*energy, kind*'
    }

    It 'takes hashtables, arrays in a property, and the objects as an argument' {
        (@{ a = 0.2; b = 0.3; c = 0.5 } | Invoke-NetPrediction $classes -Feature a, b, c).Prediction | Should -Be '2'
        ([pscustomobject]@{ wave = 0.2, '0.7', 0.1 } | Invoke-NetPrediction $classes -Feature wave).Prediction | Should -Be '1'
        (Invoke-NetPrediction $classes -Data $rows -Feature a, b, c).id | Should -Be $rows.id
    }

    It 'answers the same whatever the batch, and while others come' {
        $one = $rows | Invoke-NetPrediction $classes -Feature a, b, c -BatchSize 1
        $four = $rows | Invoke-NetPrediction $classes -Feature a, b, c -BatchSize 4
        $four.Probability | Should -Be $one.Probability
        $made = [System.Collections.Generic.List[int]]::new()
        $null = 0..9 | ForEach-Object { $made.Add($_); $rows[$_] } | Invoke-NetPrediction $classes -Feature a, b, c -BatchSize 4 |
            Select-Object -First 1
        $made | Should -HaveCount 4
    }

    It 'goes on after an object that lacks a feature, with an error of its own' {
        $bad = @(
            [pscustomobject]@{ a = 0.1; b = 0.2; c = 0.3 }
            [pscustomobject]@{ a = 0.1; c = 0.3 }
            [pscustomobject]@{ a = 0.1; b = 'text'; c = 0.3 }
            [pscustomobject]@{ a = 0.1; b = ''; c = 0.3 }
            [pscustomobject]@{ a = 0.1; b = [double]::NaN; c = 0.3 }
            [pscustomobject]@{ a = 0.1; b = 0.2, 0.4; c = 0.3 }
            [pscustomobject]@{ a = 0.9; b = 0.2; c = 0.3 }
        )
        $answers = $bad | Invoke-NetPrediction $classes -Feature a, b, c -ErrorAction SilentlyContinue -ErrorVariable failures
        $answers.Prediction | Should -Be '2', '0'
        $failures | Should -HaveCount 5
        $failures[0].FullyQualifiedErrorId | Should -Be 'MissingProperty,NetDsl.PowerShell.InvokeNetPredictionCommand'
        "$($failures[0])" | Should -BeLike "Object 2: there is no property 'b'*There are: a, c*"
        $failures[1..4].FullyQualifiedErrorId | Should -Be (@('InvalidData,NetDsl.PowerShell.InvokeNetPredictionCommand') * 4)
        "$($failures[1])" | Should -BeLike "Object 3: the property 'b' is 'text'*"
        "$($failures[2])" | Should -BeLike "Object 4: the property 'b' is empty*"
        "$($failures[3])" | Should -BeLike "Object 5: the property 'b' is 'NaN'*"
        "$($failures[4])" | Should -BeLike 'Object 6: 4 features were read; the model takes 3*'
        $failures[0].TargetObject | Should -Be $bad[1]
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidData'
    }

    It 'ends in one error where a property is there already that would be added' {
        $clashing = $rows | Select-Object *, @{ Name = 'probability'; Expression = { 1 } }
        $failure = { $clashing | Invoke-NetPrediction $classes -Feature a, b, c } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -Be 'PropertyExists,NetDsl.PowerShell.InvokeNetPredictionCommand'
        "$failure" | Should -BeLike "*'Probability'*-Prefix*"
        $clashing | Invoke-NetPrediction $classes -Feature a, b, c -Prefix Net | Should -HaveCount 10
    }

    It 'ends in one error where the features have no names' {
        $failure = { $rows | Invoke-NetPrediction $classes } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -Be 'NoFeatureNames,NetDsl.PowerShell.InvokeNetPredictionCommand'
        "$failure" | Should -BeLike '*-Feature*'
    }

    It 'says so where a model comes and no data' {
        $classes | Invoke-NetPrediction -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'NoData,NetDsl.PowerShell.InvokeNetPredictionCommand'
    }

    It 'reads numbers with a decimal point in every culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = [cultureinfo] 'de-DE'
            ([pscustomobject]@{ a = '0.2'; b = '0.3'; c = '0.5' } | Invoke-NetPrediction $classes -Feature a, b, c).Probability | Should -Be 0.5
        }
        finally { [cultureinfo]::CurrentCulture = $culture }
    }
}

Describe 'Invoke-NetPrediction of scores' {
    It 'gives the side of a margin and how far it is from it' {
        $margin = New-NetModel Margin -InputShape 1 -Loss Hinge { Flatten }
        $answers = @{ x = 2 }, @{ x = -0.5 }, @{ x = 0 } | Invoke-NetPrediction $margin -Feature x
        $answers.Prediction | Should -Be '1', '-1', $null
        $answers.Score | Should -Be 2, -0.5, 0
        Set-Content TestDrive:/margins.csv "x,t`n2,1`n-0.5,1"
        $rows = Invoke-NetPrediction $margin (Import-NetData TestDrive:/margins.csv -Target t)
        $rows.Class | Should -Be '1', '-1'
        $rows.Actual | Should -Be '1', '1'
        $rows[0].Probability | Should -BeNullOrEmpty
        $rows[0].Outputs | Should -Be 2
    }

    It 'reads logarithms of probabilities' {
        $logs = New-NetModel Logs -InputShape 2 -Loss CategoricalCrossentropy { Dense 2 -Activation LogSoftmax }
        $answer = @{ x = 1; y = 2 } | Invoke-NetPrediction $logs -Feature x, y -AllProbabilities
        [math]::Abs($answer.Probability_0 + $answer.Probability_1 - 1) | Should -BeLessThan 1e-6
        $answer.Probability | Should -Be ([math]::Max($answer.Probability_0, $answer.Probability_1))
    }
}
