BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1

    # What the action throws. The names must be none that an action uses: it sees the variables of its caller.
    function Get-Failure([scriptblock] $FailingAction) {
        $failures = @()
        try { $null = & $FailingAction } catch { $failures += $_ }
        $failures.Count | Should -Be 1
        $failures[0]
    }
}

Describe 'New-NetModel' {
    It 'makes a network with the shapes of its layers' {
        $model = New-NetModel Small -InputShape 8, 8, 1 -Loss CategoricalCrossentropy {
            Conv2D 4 3 -Activation ReLU
            MaxPooling2D 2
            Flatten
            Dense 2 -Activation Softmax
        }
        $model.Name | Should -Be 'Small'
        $model.Layers.Kind | Should -Be 'Conv2D', 'MaxPooling2D', 'Flatten', 'Dense'
        $model.Layers | ForEach-Object { $_.OutputShape -join 'x' } | Should -Be '6x6x4', '3x3x4', '36', '2'
        $model.Parameters | Should -Be (40 + 74)
    }

    It 'gives the same parameters for the same seed and others for another' {
        $values = 1, 1, 2 | ForEach-Object {
            $model = New-NetModel Seeded -InputShape 3 -Loss MeanSquaredError -Seed $_ { Dense 2 }
            $model.Network.Parameters['dense_0/kernel'].ToArray() -join ' '
        }
        $values[0] | Should -Be $values[1]
        $values[0] | Should -Not -Be $values[2]
    }

    It 'makes a network of double precision' {
        $model = New-NetModel Exact -InputShape 3 -Loss MeanSquaredError -Precision Double { Dense 2 }
        $model.Network.Parameters[0][0] | Should -BeOfType [double]
    }

    It 'lets two models of one name live side by side' {
        $one = New-NetModel Twin -InputShape 3 -Loss MeanSquaredError { Dense 2 }
        $other = New-NetModel Twin -InputShape 5 -Loss MeanSquaredError { Dense 4 }
        $one.Parameters, $other.Parameters | Should -Be 8, 24
    }

    It 'finds what it compiled before' {
        $block = { Dense 7 -Activation Tanh }
        $models = 1..2 | ForEach-Object { New-NetModel Known -InputShape 3 -Loss MeanSquaredError $block }
        $models[0].Network.GetType() | Should -Be $models[1].Network.GetType()
        $models[0].Network.Parameters | Should -Not -Be $models[1].Network.Parameters
        Get-ChildItem $env:NETDSL_CACHE -Filter *.netdsl | Should -Not -BeNullOrEmpty
    }

    It 'warns where the loss does not fit the last activation' {
        $null = New-NetModel Unfit -InputShape 3 -Loss CategoricalCrossentropy { Dense 2 } -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -BeLike '*NETDSL022*'
    }
}

Describe 'The script block of New-NetModel' {
    It 'may have loops, conditions and variables of its own and of the session' {
        $wide = 16
        $model = New-NetModel Loop -InputShape 4 -Loss MeanSquaredError {
            $last = 1
            foreach ($units in $wide, 8) { Dense $units -Activation ReLU }
            if ($wide -gt 10) { Dropout 0.25 }
            1..2 | ForEach-Object { Dense $last }
        }
        $model.Layers.Kind | Should -Be 'Dense', 'Dense', 'Dropout', 'Dense', 'Dense'
    }

    It 'changes no variable of the session' {
        $units = 3
        $null = New-NetModel Inner -InputShape 4 -Loss MeanSquaredError { $units = 5; $other = 1; Dense $units }
        $units | Should -Be 3
        Get-Variable other -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'refuses to assign to a variable of an outer scope: <_>' -ForEach '$global:x = 1', '$script:x += 1', '[int] $env:x = 1', '$global:x++' {
        $block = [scriptblock]::Create("$_; Dense 1")
        $failure = Get-Failure { New-NetModel Outer -InputShape 4 -Loss MeanSquaredError $block }
        $failure.FullyQualifiedErrorId | Should -Be 'AssignmentToOuterScope,NetDsl.PowerShell.NewNetModelCommand'
    }

    It 'leaves no keyword behind, and is not led astray by a function of the same name' {
        function Dense { 'mine' }
        $model = New-NetModel Clash -InputShape 4 -Loss MeanSquaredError { Dense 2 }
        $model.Layers.Kind | Should -Be 'Dense'
        Dense | Should -Be 'mine'
        Get-Command Conv2D -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'takes every property of a layer under its name' {
        New-NetModel Whole -InputShape 9, 9, 2 -Loss MeanSquaredError -AsSource {
            Conv2D 4 5, 3 -Strides 2, 1 -Padding Same -Activation Tanh -UseBias $false -KernelInitializer HeNormal -Name first
            MaxPooling2D -PoolSize 2 -Strides 1
            Flatten
            Dense -Activation Sigmoid -Units 3
            Dropout .5
        } | Should -Be @'
using NetDsl;

[Network]
[Input(9, 9, 2)]
[Conv2D(4, 5, 3, StrideHeight = 2, StrideWidth = 1, Padding = Padding.Same, Activation = Activation.Tanh, UseBias = false, KernelInitializer = Initializer.HeNormal, Name = "first")]
[MaxPooling2D(2, Strides = 1)]
[Flatten]
[Dense(3, Activation.Sigmoid)]
[Dropout(0.5)]
[Loss(Loss.MeanSquaredError)]
public partial class Whole;

'@.ReplaceLineEndings("`n")
    }

    It 'completes the names and values of a layer''s parameters' {
        $cases = @{
            'Conv2D 8 3 -Activ'         = '-Activation'
            'Conv2D 8 3 -Activation Re' = 'ReLU'
            'Dense 3 Sigm'              = 'Sigmoid'
            'Dense 3 -UseBias '         = '$true'
        }
        foreach ($case in $cases.GetEnumerator()) {
            $text = "New-NetModel X { $($case.Key)"
            (TabExpansion2 $text $text.Length).CompletionMatches[0].CompletionText | Should -Be $case.Value
        }
    }
}

Describe 'A declaration with a mistake' {
    It 'ends in one error with id, category and target: <Id>' -ForEach @(
        @{ Id = 'UnknownLayer'; Block = { Densee 3 }; Text = "*Densee 3*there is no layer 'Densee'*Conv2D, Dense*" }
        @{ Id = 'InvalidLayer'; Block = { Dense 3 -Activaton ReLU }; Text = "*Dense 3 -Activaton ReLU*'Activaton'*" }
        @{ Id = 'InvalidLayer'; Block = { Dense 3 -Activation ReLO }; Text = '*Linear, Sigmoid, Tanh, ReLU, Softmax*' }
        @{ Id = 'InvalidLayer'; Block = { Dense 3.5 }; Text = '*3.5 is no whole number*' }
        @{ Id = 'InvalidLayer'; Block = { Dense }; Text = '*Dense needs -Units*' }
        @{ Id = 'InvalidLayer'; Block = { Dense 3 99 }; Text = '*99*' }
        @{ Id = 'InvalidLayer'; Block = { Conv2D 3 3, 3, 3 }; Text = '*3 values for -KernelSize*' }
        @{ Id = 'InvalidLayer'; Block = { 'Dense'; Dense 3 }; Text = "*'Dense' of type String*" }
        @{ Id = 'ScriptBlockFailed'; Block = { throw 'no' }; Text = '*no*' }
        @{ Id = 'NETDSL009'; Block = { }; Text = '*has no layers*' }
        @{ Id = 'NETDSL012'; Block = { Conv2D 3 3 }; Text = '*Conv2D 3 3*NETDSL012*rank 3*' }
        @{ Id = 'NETDSL017'; Block = { Dense 0 }; Text = '*Dense 0*at least 1*' }
        @{ Id = 'NETDSL020'; Block = { Dropout 1; Dense 1 }; Text = '*Dropout 1*below 1*' }
    ) {
        $failure = Get-Failure { New-NetModel Wrong -InputShape 4 -Loss MeanSquaredError $Block }
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.NewNetModelCommand"
        $failure.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $failure.TargetObject | Should -Not -BeNullOrEmpty
        $failure.Exception.Message | Should -BeLike $Text
    }

    It 'is not a block that calls itself' {
        $self = { New-NetModel Self -InputShape 4 -Loss MeanSquaredError $self }
        $failure = Get-Failure { New-NetModel Self -InputShape 4 -Loss MeanSquaredError $self }
        $failure.FullyQualifiedErrorId | Should -Be 'NestedModel,NetDsl.PowerShell.NewNetModelCommand'
    }

    It 'names the line of the script' {
        $script = Join-Path $TestDrive 'declare.ps1'
        Set-Content $script "New-NetModel Wrong -InputShape 4 -Loss MeanSquaredError {`n    Dense 8`n    Conv2D 3 3`n}"
        (Get-Failure { & $script }).Exception.Message | Should -BeLike "$script, line 3 (Conv2D 3 3): NETDSL012*"
    }

    It 'has no bad name: <_>' -ForEach 'two words', '1st', 'Loss', 'class' {
        $name = $_
        $failure = Get-Failure { New-NetModel $name -InputShape 4 -Loss MeanSquaredError { Dense 1 } }
        $failure.Exception.Message | Should -BeLike "*'$name'*"
        $failure.TargetObject | Should -Be $name
    }

    It 'has no shape that is none' {
        $failure = Get-Failure { New-NetModel Flat -InputShape 0 -Loss MeanSquaredError { Dense 1 } }
        $failure.FullyQualifiedErrorId | Should -Be 'NETDSL017,NetDsl.PowerShell.NewNetModelCommand'
        Get-Failure { New-NetModel Flat -InputShape 2.5 -Loss MeanSquaredError { Dense 1 } } |
            ForEach-Object FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
    }
}

Describe 'New-NetModel -Path' {
    It 'makes the network of a C# file' {
        New-NetModel FromFile -InputShape 4 -Loss MeanSquaredError -AsSource { Dense 3 } | Set-Content TestDrive:/FromFile.cs
        $model = New-NetModel -Path TestDrive:/FromFile.cs
        $model.Name | Should -Be 'FromFile'
        $model.Parameters | Should -Be 15
    }

    It 'asks which of several networks is meant' {
        Set-Content TestDrive:/two.cs @'
using NetDsl;
namespace Physics;
[Network, Input(2), Dense(1), Loss(Loss.MeanSquaredError)] public partial class One;
[Network, Input(3), Dense(1), Loss(Loss.MeanSquaredError)] public partial class Two;
'@
        $failure = Get-Failure { New-NetModel -Path TestDrive:/two.cs }
        $failure.FullyQualifiedErrorId | Should -Be 'NetworkNotFound,NetDsl.PowerShell.NewNetModelCommand'
        $failure.Exception.Message | Should -BeLike '*Physics.One, Physics.Two*'
        (New-NetModel -Path TestDrive:/two.cs -Name Two).InputShape | Should -Be 3
    }

    It 'names the line of a mistake' {
        Set-Content TestDrive:/wrong.cs "using NetDsl;`n[Network, Input(2)]`n[Dense(0)]`n[Loss(Loss.MeanSquaredError)]`npublic partial class Wrong;"
        $failure = Get-Failure { New-NetModel -Path TestDrive:/wrong.cs }
        $failure.Exception.Message | Should -BeLike '*wrong.cs, line 3: NETDSL017*'
    }

    It 'says that there is no file, no C#, or no network in it' {
        Set-Content TestDrive:/none.cs 'public class None;'
        Set-Content TestDrive:/text.cs 'this is no C#'
        (Get-Failure { New-NetModel -Path TestDrive:/missing.cs }).FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
        (Get-Failure { New-NetModel -Path TestDrive:/none.cs }).FullyQualifiedErrorId | Should -BeLike 'InvalidDeclaration,*'
        (Get-Failure { New-NetModel -Path TestDrive:/text.cs }).FullyQualifiedErrorId | Should -BeLike 'CS*'
    }
}
