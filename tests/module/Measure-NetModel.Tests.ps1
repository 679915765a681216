BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = New-NetData ShowerTrack -Count 50 -Seed 2 | Split-NetData -Test 0.4
    $model = New-NetModel Measured -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }

    # Networks that answer what they are given, so that figures can be worked out by hand.
    $probability = New-NetModel Probability -InputShape 1 -Loss BinaryCrossentropy { Flatten } -WarningAction SilentlyContinue
    $classes = New-NetModel Classes -InputShape 3 -Loss CategoricalCrossentropy { Flatten } -WarningAction SilentlyContinue
    $value = New-NetModel Value -InputShape 1 -Loss MeanSquaredError { Flatten }
    function Get-Table([string] $Text, [hashtable] $Column) {
        Set-Content TestDrive:/table.csv $Text
        Import-NetData TestDrive:/table.csv @Column
    }
    $binary = Get-Table "p,kind`n0.9,signal`n0.6,noise`n0.4,signal`n0.2,noise" @{ Label = 'kind'; LabelEncoding = 'Binary'; Class = 'noise', 'signal' }
    $three = Get-Table "a,b,c,kind`n0.7,0.2,0.1,x`n0.3,0.6,0.1,y`n0.5,0.3,0.2,y`n0.1,0.1,0.8,z" @{ Label = 'kind' }
    $numbers = Get-Table "y,t`n1,1`n2,3`n4,4`n6,4" @{ Target = 't' }
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
        Measure-NetModel $value (Import-NetData TestDrive:/bare.csv) -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'DataDoNotFit,NetDsl.PowerShell.MeasureNetModelCommand'
        "$($failures[0])" | Should -BeLike '*no targets*'
    }

    It 'refuses classes in another order than the model has learnt' {
        $kinds = New-NetModel Kinds -InputShape 1 -Loss BinaryCrossentropy { Dense 1 -Activation Sigmoid }
        $null = Invoke-NetTraining $kinds $binary
        $turned = Get-Table "p,kind`n0.9,signal`n0.6,noise" @{ Label = 'kind'; LabelEncoding = 'Binary'; Class = 'signal', 'noise' }
        Measure-NetModel $kinds $turned -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'OtherClasses,NetDsl.PowerShell.MeasureNetModelCommand'
    }
}

Describe 'The metrics of Measure-NetModel' {
    It 'are the usual ones of decisions, worked out by hand' {
        $measurement = Measure-NetModel $probability $binary
        @($measurement.Metrics.Keys) | Should -Be 'Accuracy', 'Precision', 'Recall', 'F1Score', 'RocAuc'
        $measurement.Accuracy | Should -Be 0.5
        $measurement.Precision | Should -Be 0.5
        $measurement.RocAuc | Should -Be 0.75
        $measurement.Metrics.rocauc | Should -Be 0.75
    }

    It 'are the usual ones of values, worked out by hand' {
        $measurement = Measure-NetModel $value $numbers
        @($measurement.Metrics.Keys) | Should -Be 'MeanAbsoluteError', 'RootMeanSquaredError', 'R2Score'
        $measurement.Loss | Should -Be 1.25
        $measurement.MeanAbsoluteError | Should -Be 0.75
        [math]::Abs($measurement.RootMeanSquaredError - [math]::Sqrt(1.25)) | Should -BeLessThan 1e-12

        # The targets 1, 3, 4, 4 have the mean 3 and the variance 1.5.
        [math]::Abs($measurement.R2Score - (1 - 1.25 / 1.5)) | Should -BeLessThan 1e-12
        $measurement.Accuracy | Should -BeNullOrEmpty
        $measurement.ConfusionMatrix | Should -BeNullOrEmpty
        $measurement.Report.Average.MeanResidual | Should -Be 0.25
    }

    It 'average several classes as asked' {
        $macro = Measure-NetModel $classes $three -Metric Recall
        $weighted = Measure-NetModel $classes $three -Metric Recall -Averaging Weighted
        [math]::Abs($macro.Recall - (1 + 0.5 + 1) / 3) | Should -BeLessThan 1e-12
        $weighted.Recall | Should -Be 0.75
        (Measure-NetModel $classes $three -Metric TopKCategoricalAccuracy -TopK 2).TopKCategoricalAccuracy | Should -Be 1
    }

    It 'are those that are asked for, in that order' {
        $measurement = Measure-NetModel $probability $binary -Metric BrierScore, Accuracy
        @($measurement.Metrics.Keys) | Should -Be 'BrierScore', 'Accuracy'

        # (0.1^2 + 0.6^2 + 0.6^2 + 0.2^2) / 4
        [math]::Abs($measurement.BrierScore - 0.1925) | Should -BeLessThan 1e-7
    }

    It 'are all that apply for All and for a pattern' {
        $all = (Measure-NetModel $probability $binary -Metric All).Metrics
        $all.Keys | Should -Contain 'LogLoss'
        $all.Keys | Should -Not -Contain 'CategoricalAccuracy'
        @((Measure-NetModel $probability $binary -Metric *).Metrics.Keys) | Should -Be @($all.Keys)
        @((Measure-NetModel $classes $three -Metric rocauc*).Metrics.Keys) | Should -Be 'RocAuc', 'RocAucOneVsOne'
    }

    It 'end in one error that lists those that apply where one does not' {
        $measurement = Measure-NetModel $value $numbers -Metric R2Score, Accuracy -ErrorAction SilentlyContinue -ErrorVariable failures
        $measurement | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'MetricNotApplicable,NetDsl.PowerShell.MeasureNetModelCommand'
        $failures[0].TargetObject | Should -Be 'Accuracy'
        "$($failures[0])" | Should -BeLike '*MeanAbsoluteError*R2Score*'
    }

    It 'say which there are where one is misspelt' {
        { Measure-NetModel $value $numbers -Metric R3Score } | Should -Throw -ExpectedMessage "*no metric 'R3Score'*R2Score*"
    }

    It 'are told where they cannot be for these data, unless one was asked for by name' {
        $one = Get-Table "p,kind`n0.9,signal`n0.6,signal" @{ Label = 'kind'; LabelEncoding = 'Binary'; Class = 'noise', 'signal' }
        $measurement = Measure-NetModel $probability $one -WarningAction SilentlyContinue -WarningVariable warnings
        $measurement.Accuracy | Should -Be 1
        $measurement.RocAuc | Should -Be NaN
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike '*RocAuc*'
        Measure-NetModel $probability $one -Metric RocAuc -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'InvalidArgument,NetDsl.PowerShell.MeasureNetModelCommand'
    }

    It 'count the weights of rows' {
        $weighted = $binary.WithSampleWeights([float[]] (3, 1, 1, 1))
        $measurement = Measure-NetModel $probability $weighted
        [math]::Abs($measurement.Accuracy - 4 / 6) | Should -BeLessThan 1e-12
        $measurement.ConfusionMatrix.Weight(1, 1) | Should -Be 3
    }

    It 'take the class for the signal that is named' {
        (Measure-NetModel $probability $binary -PositiveClass noise).Precision | Should -Be 0.5
        $turned = Measure-NetModel $probability $binary -PositiveClass 0 -Curve RocCurve
        [math]::Abs($turned.RocCurve.Thresholds[1] - 0.8) | Should -BeLessThan 1e-6
        Measure-NetModel $probability $binary -PositiveClass other -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'ClassNotFound,NetDsl.PowerShell.MeasureNetModelCommand'
        "$($failures[0])" | Should -BeLike '*noise, signal*'
    }

    It 'read margins by their sign' {
        $margin = New-NetModel Margin -InputShape 1 -Loss Hinge { Flatten }
        $measurement = Measure-NetModel $margin (Get-Table "m,t`n2,1`n-0.5,1`n0.25,-1`n-2,-1" @{ Target = 't' })
        $measurement.Accuracy | Should -Be 0.5
        $measurement.RocAuc | Should -Be 0.75
        $measurement.ConfusionMatrix.Classes | Should -Be '-1', '1'
    }

    It 'read class numbers as targets' {
        $sparse = New-NetModel Sparse -InputShape 3 -Loss SparseCategoricalCrossentropy { Flatten } -WarningAction SilentlyContinue
        $measurement = Measure-NetModel $sparse (Get-Table "a,b,c,t`n0.7,0.2,0.1,0`n0.3,0.6,0.1,1`n0.5,0.3,0.2,1`n0.1,0.1,0.8,2" @{ Target = 't' }) -Metric *
        $measurement.Accuracy | Should -Be 0.75
        $measurement.LogLoss | Should -Be (Measure-NetModel $classes $three -Metric LogLoss).LogLoss
        $measurement.ConfusionMatrix[1, 0] | Should -Be 1
    }
}

Describe 'The curves of Measure-NetModel' {
    It 'are objects with points' {
        $measurement = Measure-NetModel $probability $binary -Curve RocCurve, PrecisionRecallCurve, CalibrationCurve, SignificanceScan, ResidualQuantiles
        @($measurement.Curves.Keys) | Should -HaveCount 5
        $measurement.RocCurve.Class | Should -Be 'signal'
        $measurement.RocCurve.AreaUnderCurve | Should -Be 0.75
        $measurement.RocCurve.Points.FalsePositiveRate | Should -Be 0, 0, 0.5, 0.5, 1
        $measurement.RocCurve.Points.TruePositiveRate | Should -Be 0, 0.5, 0.5, 1, 1
        $measurement.PrecisionRecallCurve.Points | Should -HaveCount 5
        ($measurement.CalibrationCurve.Points.Weight | Measure-Object -Sum).Sum | Should -Be 4
        $measurement.SignificanceScan.Points[-1].Signal | Should -Be 2
        $measurement.ResidualQuantiles.Points | Should -HaveCount 5
    }

    It 'are one for each of more than two classes, unless one is named' {
        $measurement = Measure-NetModel $classes $three -Curve RocCurve
        $measurement.RocCurve.Class | Should -Be 'x', 'y', 'z'
        $measurement.RocCurve[2].AreaUnderCurve | Should -Be 1
        (Measure-NetModel $classes $three -Curve RocCurve -PositiveClass z).RocCurve.Class | Should -Be 'z'
    }

    It 'leave out with a warning the class that has no rows' {
        $two = Get-Table "a,b,c,kind`n0.7,0.2,0.1,x`n0.3,0.6,0.1,y" @{ Label = 'kind'; Class = 'x', 'y', 'z' }
        $measurement = Measure-NetModel $classes $two -Metric Accuracy -Curve RocCurve -WarningAction SilentlyContinue -WarningVariable warnings
        $measurement.RocCurve.Class | Should -Be 'x', 'y'
        "$warnings" | Should -BeLike '*RocCurve of z*'
    }

    It 'end in one error that lists those that apply where one does not' {
        $values = New-NetModel Values -InputShape 2 -Loss MeanSquaredError { Flatten }
        $pairs = Get-Table "a,b,s,t`n1,2,1,2`n2,3,2,3" @{ Target = 's', 't' }
        Measure-NetModel $values $pairs -Curve RocCurve -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'CurveNotApplicable,NetDsl.PowerShell.MeasureNetModelCommand'
        "$($failures[0])" | Should -BeLike '*ResidualQuantiles*'
    }

    It 'say what each feature is worth' {
        $sum = New-NetModel Sum -InputShape 2 -Loss MeanSquaredError { Dense 1 }
        $sum.Network.Parameters.Item('dense_0/kernel').CopyFrom([float[]] (1, 0))
        $rows = 1..40 | ForEach-Object { "$($_ % 7),$($_ % 3),$($_ % 7)" }
        $table = Get-Table ("used,unused,t`n" + ($rows -join "`n")) @{ Target = 't' }
        $importance = (Measure-NetModel $sum $table -Importance MeanSquaredError -ImportanceRepeats 3 -Seed 4).Importance
        $importance.Ranked.Name | Should -Be 'used', 'unused'
        $importance.Ranked[0].Mean | Should -BeGreaterThan 1
        $importance.Ranked[1].Mean | Should -Be 0
        $importance.Ranked[0].Repeats | Should -HaveCount 3
    }

    It 'compare the scores with those of the training data' {
        $same = (Measure-NetModel $probability $binary -TrainingData $binary).Overtraining
        $same.Class | Should -Be 'noise', 'signal'
        $same.Statistic | Should -Be 0, 0
        $other = Get-Table "p,kind`n0.99,signal`n0.1,noise" @{ Label = 'kind'; LabelEncoding = 'Binary'; Class = 'noise', 'signal' }
        (Measure-NetModel $probability $binary -TrainingData $other).Overtraining.Statistic | Should -Be 1, 1
    }
}

Describe 'A measurement' {
    It 'of several models is one table' {
        $text = $probability, $probability | Measure-NetModel -Data $binary | Out-String -Width 80
        $text | Should -BeLike '*Model*Samples*Loss*Accuracy*Precision*Recall*F1Score*RocAuc*'
        ($text.Trim() -split '\r?\n')[2..3] | Should -Match '^Probability +4 .*0[.,]5000 .*0[.,]7500$'
    }

    It 'shows what was asked for, and all of it as a list' {
        Measure-NetModel $probability $binary -Metric LogLoss | Out-String -Width 80 | Should -BeLike '*Model*Loss*Metrics*LogLoss 0*'
        $list = Measure-NetModel $probability $binary -Curve RocCurve -Importance Accuracy | Format-List | Out-String -Width 100
        $list | Should -BeLike '*Metrics*RocAuc*ConfusionMatrix*Report*macro average*Curves*RocCurve*Importance*p *'
        Measure-NetModel $value $numbers | Format-List | Out-String -Width 100 | Should -Not -BeLike '*ConfusionMatrix*'
    }

    It 'shows curves and their points as tables' {
        $measurement = Measure-NetModel $probability $binary -Curve RocCurve
        $measurement.RocCurve | Out-String | Should -BeLike '*Class*AreaUnderCurve*Points*signal*0?7500*5*'
        $measurement.RocCurve.Points | Out-String | Should -BeLike '*Threshold*TruePositiveRate*FalsePositiveRate*'
        $measurement.Report | Out-String | Should -BeLike '*precision*recall*support*'
    }

    It 'has lists that can be indexed' {
        $measurement = Measure-NetModel $probability $binary
        $measurement.ConfusionMatrix.Classes[0] | Should -Be 'noise'
        $measurement.Report.Classes[-1].Name | Should -Be 'signal'
        $measurement.Model.InputShape[0] | Should -Be 1
        $model.Layers[1].Name | Should -Be 'dense_0'
    }

    It 'can be sorted and selected by a metric' {
        $row = Measure-NetModel $probability $binary | Select-Object @{ Name = 'Model'; Expression = { $_.Model.Name } }, RocAuc, F1Score
        $row.RocAuc | Should -Be 0.75
    }
}
