BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $model = New-NetModel Checked -InputShape 4 -Loss CategoricalCrossentropy -Seed 3 {
        Dense 8 -Activation Tanh
        BatchNormalization
        Dropout 0.3
        Dense 3 -Activation Softmax
    }
    function Get-ParameterBit($Model) {
        $Model.Network.Parameters | ForEach-Object { $_.ToArray() } | ForEach-Object { [System.BitConverter]::SingleToInt32Bits($_) }
    }

    # A layer of one's own whose gradient is twice what it should be, in a network of single precision.
    $layer = Get-Content -Raw (Join-Path $PSScriptRoot .. NetDsl.Tests.Networks WrongGradient.cs)
    Set-Content TestDrive:/WronglyScaled.cs ($layer + @'
[Network]
[Input(3)]
[Dense(3, Activation.Tanh)]
[Custom(typeof(WrongGradient), KernelShape = new[] { 3 }, Name = "scaled")]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class SingleWronglyScaled;
'@)
    $wrong = New-NetModel -Path TestDrive:/WronglyScaled.cs
}

Describe 'Test-NetGradient' {
    It 'finds the gradients right, in double precision' {
        $test = Test-NetGradient $model
        $test.Agrees | Should -BeTrue
        $test.Model | Should -Be $model
        $test.Precision | Should -Be 'Double'
        $test.Samples | Should -Be 16
        $test.FirstDisagreement | Should -BeNullOrEmpty
        $test.Parameters.Parameter | Should -Be @('input', 'dense_0/kernel', 'dense_0/bias',
            'batchnormalization_0/gamma', 'batchnormalization_0/beta', 'dense_1/kernel', 'dense_1/bias')
        $test.Parameters.Agrees | Should -Not -Contain $false
        foreach ($parameter in $test.Parameters) { $parameter.LargestDifference | Should -BeLessOrEqual $parameter.Tolerance }
        $test.Largest.Tolerance | Should -BeLessThan 1e-5
        $test.Comparisons.Count | Should -BeGreaterThan $test.Parameters.Count
    }

    It 'compares the parameters that the model has, not fresh ones' {
        # Without the trained weights the loss, and so the length of the gradient, would be another.
        $trained = New-NetModel Trained -InputShape 4 -Loss MeanSquaredError { Dense 1 }
        $trained.Network.Parameters['dense_0/kernel'].CopyFrom([float[]](1000, 1000, 1000, 1000))
        $gradients = (Test-NetGradient $trained).Comparisons.Gradient | ForEach-Object { [Math]::Abs($_) }
        ($gradients | Measure-Object -Maximum).Maximum | Should -BeGreaterThan 100
    }

    It 'says which parameter is wrong, as a result and not as an error' {
        $test = Test-NetGradient $wrong -ErrorVariable failures
        $failures | Should -HaveCount 0
        $test.Agrees | Should -BeFalse
        $test.FirstDisagreement.Name | Should -Be 'scaled/kernel'
        $test.Largest.Parameter | Should -Be 'scaled/kernel'
        ($test.Parameters | Where-Object -Not Agrees).Parameter | Should -Be 'scaled/kernel'
    }

    It 'gives one truth value with -Quiet' {
        Test-NetGradient $model -Quiet | Should -Be $true
        Test-NetGradient $wrong -Quiet | Should -Be $false
        $model, $wrong | Test-NetGradient -Quiet | Should -Be $true, $false
    }

    It 'tests the model in its own precision with -AsIs' {
        $test = Test-NetGradient $model -AsIs
        $test.Precision | Should -Be 'Single'
        $test.Agrees | Should -BeTrue
        $test.Largest.Tolerance | Should -BeGreaterThan 1e-5
        (Test-NetGradient $wrong -AsIs).Agrees | Should -BeFalse
    }

    It 'needs no twin of a network of double precision' {
        $double = New-NetModel Exact -InputShape 3 -Loss MeanSquaredError -Precision Double { Dense 2 }
        $test = Test-NetGradient $double
        $test.Precision | Should -Be 'Double'
        $test.Agrees | Should -BeTrue
    }

    It 'leaves every bit of the model as it was, dropout on, as a twin and as it is' {
        $before = Get-ParameterBit $model
        $null = Test-NetGradient $model -Noise -Seed 5
        $null = Test-NetGradient $model -Noise -Seed 5 -AsIs
        Get-ParameterBit $model | Should -Be $before
    }

    It 'draws dropout from the seed' {
        $first, $same, $other, $off = @(@{ Noise = $true; Seed = 1 }, @{ Noise = $true; Seed = 1 }, @{ Noise = $true; Seed = 2 }, @{ Seed = 1 }) |
            ForEach-Object { $arguments = $_; , (Test-NetGradient $model @arguments) }
        $first.Agrees | Should -BeTrue
        $same.Comparisons.Gradient | Should -Be $first.Comparisons.Gradient
        $other.Comparisons.Gradient | Should -Not -Be $first.Comparisons.Gradient
        $off.Comparisons.Gradient | Should -Not -Be $first.Comparisons.Gradient
    }

    It 'tests on data that are given, and on all of them where they are few' {
        $images = New-NetData ShowerTrack -Count 5
        $classifier = New-NetModel OnData -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { MaxPooling2D 8; Flatten; Dense 2 -Activation Softmax }
        $test = Test-NetGradient $classifier $images
        $test.Agrees | Should -BeTrue
        $test.Samples | Should -Be 5
        (Test-NetGradient $classifier $images -Samples 3).Samples | Should -Be 3
    }

    It 'finds samples for an embedding' {
        $words = New-NetModel Words -InputShape 6 -Loss SparseCategoricalCrossentropy { Embedding 9 3; GRU 4; Dense 5 -Activation Softmax }
        (Test-NetGradient $words).Agrees | Should -BeTrue
    }

    It 'tests a model without C# as it is, and warns' {
        $constructor = [NetDsl.PowerShell.NetModel].GetConstructors('NonPublic, Instance') | Where-Object { $_.GetParameters().Count -eq 4 }
        $bare = $constructor.Invoke(@($model.Network, '', [ulong]0, $model))
        $test = Test-NetGradient $bare -WarningVariable warnings -WarningAction SilentlyContinue
        $test.Precision | Should -Be 'Single'
        $test.Agrees | Should -BeTrue
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike '*Checked is tested in single precision*no C# text*'
    }

    It 'tests a model as it is whose C# needs single precision, and warns' {
        Set-Content TestDrive:/Float.cs @'
using NetDsl;

[Network]
[Input(3)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
public partial class NeedsFloat
{
    public float Answer(float[] sample)
    {
        float[] answer = new float[1];
        this.Predict(sample, answer);
        return answer[0];
    }
}
'@
        $test = New-NetModel -Path TestDrive:/Float.cs | Test-NetGradient -WarningVariable warnings -WarningAction SilentlyContinue
        $test.Precision | Should -Be 'Single'
        $test.Agrees | Should -BeTrue
        "$warnings" | Should -BeLike '*does not compile in double precision: line 12*'
    }

    It 'refuses more samples than there are rows' {
        Test-NetGradient $model (New-NetData ShowerTrack -Count 5) -Samples 6 -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'TooFewRows,NetDsl.PowerShell.TestNetGradientCommand'
        "$($failures[0])" | Should -BeLike '*5 rows; give -Samples of at most 5*'
    }

    It 'goes on with the next model after one that the data do not fit' {
        $images = New-NetData ShowerTrack -Count 5
        $classifier = New-NetModel OnData -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { MaxPooling2D 8; Flatten; Dense 2 -Activation Softmax }
        $tests = $model, $classifier | Test-NetGradient -Data $images -ErrorAction SilentlyContinue -ErrorVariable failures
        $tests | Should -HaveCount 1
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'DataDoNotFit,NetDsl.PowerShell.TestNetGradientCommand'
        $failures[0].TargetObject | Should -Be $model
    }

    It 'shows the largest deviation by default and each parameter in a list' {
        $test = Test-NetGradient $wrong
        $test | Out-String -Width 80 | Should -BeLike '*Model*Agrees*Precision*Difference*Tolerance*Parameter*False*scaled/kernel*'
        $test | Format-List | Out-String -Width 100 | Should -BeLike '*FirstDisagreement*scaled/kernel*Parameters*dense_0/kernel: *scaled/kernel: *WRONG*'
        $test.Parameters | Out-String -Width 80 | Should -BeLike '*Parameter*Largest difference*Tolerance*Agrees*dense_0/kernel*True*'
    }
}
