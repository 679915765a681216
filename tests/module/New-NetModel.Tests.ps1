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

    It 'refuses before it runs what would change something outside of it: <_>' -ForEach @(
        '$global:x = 1'
        '$script:x += 1'
        '[int] $env:x = 1'
        '$variable:x = 1'
        '$global:x++'
        '$a, $global:x = 1, 2'
        '($script:x) = 1'
        'foreach ($global:x in 1..2) { }'
        '$list[0] = 1'
        '$table.key = 1'
        '$table.inner[0].key++'
        '$null = [int]::TryParse("1", [ref] $number)'
        'function global:Set-All { }'
        'Set-Item env:NETDSL_PROBE 2'
        'Remove-Item -Path Env:NETDSL_PROBE'
        'ri env:/NETDSL_PROBE'
        '& { $script:x = 1 }'
    ) {
        $block = [scriptblock]::Create("throw 'it ran'; $_; Dense 1")
        $failure = Get-Failure { New-NetModel Outer -InputShape 4 -Loss MeanSquaredError $block }
        $failure.FullyQualifiedErrorId | Should -Be 'AssignmentToOuterScope,NetDsl.PowerShell.NewNetModelCommand'
        $failure.CategoryInfo.Category | Should -Be 'InvalidOperation'
    }

    It 'takes back what a command changes outside of it, and says so: <Code>' -ForEach @(
        @{ Code = 'Set-Variable NetDslProbe 2 -Scope Global'; Changed = '$NetDslProbe' }
        @{ Code = 'Clear-Variable NetDslProbe -Scope Global'; Changed = '$NetDslProbe' }
        @{ Code = 'Remove-Variable NetDslProbe -Scope Global'; Changed = '$NetDslProbe' }
        @{ Code = 'New-Variable NetDslOther 2 -Scope Global'; Changed = '$NetDslOther' }
        @{ Code = 'Set-Variable local 2 -Scope 1'; Changed = '$local' }
        @{ Code = 'Invoke-Expression ''$global:NetDslProbe = 2'''; Changed = '$NetDslProbe' }
        @{ Code = 'Write-Probe'; Changed = '$probeOfScript' }
        @{ Code = 'Set-Location ..'; Changed = 'the current folder' }
    ) {
        function Write-Probe { $script:probeOfScript = 2 }
        $script:probeOfScript = 1
        Set-Variable NetDslProbe 1 -Scope Global
        $local = 1
        $folder = "$PWD"
        try {
            $block = [scriptblock]::Create("$Code; Dense 1")
            $failure = Get-Failure { New-NetModel Outer -InputShape 4 -Loss MeanSquaredError $block }
            $failure.FullyQualifiedErrorId | Should -Be 'AssignmentToOuterScope,NetDsl.PowerShell.NewNetModelCommand'
            $failure.Exception.Message | Should -BeLike "*changed $Changed, which was put back*"
            (Get-Variable NetDslProbe -Scope Global -ValueOnly), $script:probeOfScript, $local | Should -Be 1, 1, 1
            Get-Variable NetDslOther -Scope Global -ErrorAction Ignore | Should -BeNullOrEmpty
            "$PWD" | Should -Be $folder
        }
        finally {
            Remove-Variable NetDslProbe -Scope Global
        }
    }

    It 'takes back what was changed before it failed, too' {
        $script:probeOfScript = 1
        function Write-Probe { $script:probeOfScript = 2 }
        (Get-Failure { New-NetModel Outer -InputShape 4 -Loss MeanSquaredError { Write-Probe; throw 'no' } }).Exception.Message |
            Should -BeLike '*: no'
        $script:probeOfScript | Should -Be 1
    }

    It 'may change what it makes itself' {
        $source = New-NetModel Own -InputShape 4 -Loss MeanSquaredError -AsSource {
            $table = @{ units = 2 }
            $table.units++
            $list = 4, 5
            $list[0], $last = 6, 1
            $number = 0
            $null = [int]::TryParse('7', [ref] $number)
            function Get-Layer($Units) { Dense $Units }
            Set-Alias Layer Get-Layer
            foreach ($units in $table.units, $list[0], $number, $last) { Layer $units }
        }
        [regex]::Matches($source, 'Dense\((\d)\)').ForEach{ $_.Groups[1].Value } | Should -Be 3, 6, 7, 1
        Get-Command Get-Layer, Layer -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'may read what is outside of it' {
        $env:NETDSL_PROBE = 3
        $table = @{ units = 4 }
        New-NetModel Reads -InputShape 4 -Loss MeanSquaredError -AsSource {
            if (Test-Path env:NETDSL_PROBE) { Dense (Get-Content env:NETDSL_PROBE) }
            Dense $table.units
            Dense $env:NETDSL_PROBE
        } | Should -BeLike '*Dense(3)*Dense(4)*Dense(3)*'
        Remove-Item env:NETDSL_PROBE
    }

    It 'ends no loop around New-NetModel' {
        $failures = foreach ($i in 1..2) { Get-Failure { New-NetModel Outer -InputShape 4 -Loss MeanSquaredError { Dense 1; break } } }
        $failures.FullyQualifiedErrorId | Should -Be (@('ScriptBlockFailed,NetDsl.PowerShell.NewNetModelCommand') * 2)
    }

    It 'means the module by its words, whatever the session has under their names' {
        function Dense { 'mine' }
        Set-Alias Flatten Get-Date
        $kinds = (New-NetModel Clash -InputShape 4, 1 -Loss MeanSquaredError { Flatten; Dense 2 }).Layers.Kind
        $kinds | Should -Be 'Flatten', 'Dense'
        Dense | Should -Be 'mine'
        (Get-Alias Flatten).Definition | Should -Be 'Get-Date'
    }

    It 'knows the words under a prefix, or where they were not imported' {
        $path = (Get-Module NetDsl).Path -replace '[^\\/]+$', 'NetDsl.psd1'
        $sources = @{ Prefix = 'My' }, @{ Cmdlet = 'New-NetModel' } | ForEach-Object -Parallel {
            $options = $_
            Import-Module $using:path @options
            & ($options.Prefix ? 'New-MyNetModel' : 'New-NetModel') Words -InputShape 4 -Loss MeanSquaredError -AsSource { Dense 2 }
        }
        $sources[0] | Should -BeLike '*`[Dense(2)`]*'
        $sources[1] | Should -Be $sources[0]
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
}

Describe 'Input and Output statements' {
    It 'declare several inputs and outputs, with names and shared weights' {
        $model = New-NetModel Several {
            Input 4, 2 -Name steps
            Input 3 -Name event
            Dense 4 -Activation Tanh -From steps -Name shared
            Dense 4 -Activation Tanh -From steps -WeightsFrom shared -Name again
            Add shared, again
            Flatten
            Concatenate event
            Dense 1
            Output Huber -Delta 2 -Weight 0.5
            Dense 2 -Activation Softmax -From concatenate_0 -Name kind
            Output CategoricalCrossentropy -LabelSmoothing 0.1
        }
        $summary = $model.Network.Summary
        $summary.Inputs.Name | Should -Be 'steps', 'event'
        $summary.Outputs.Name | Should -Be 'dense_2', 'kind'
        $summary.Outputs.LossWeight | Should -Be 0.5, 1
        $model.Parameters | Should -Be (12 + 20 + 40)
        $model.Source | Should -BeLike '*`[Output(Loss.Huber, Weight = 0.5, Delta = 2)`]*'
    }

    It 'stand in place of -InputShape and -Loss: <Id>, <Text>' -ForEach @(
        @{ Id = 'AmbiguousModel'; Given = @{ InputShape = 3; Loss = 'Huber' }; Block = { Input 3; Dense 1 }; Text = '*its input twice, in -InputShape*Input 3*' }
        @{ Id = 'AmbiguousModel'; Given = @{ InputShape = 3; Loss = 'Huber' }; Block = { Dense 1; Output Huber }; Text = '*its loss twice, in -Loss*Output Huber*' }
        @{ Id = 'IncompleteModel'; Given = @{ Loss = 'Huber' }; Block = { Dense 1 }; Text = '*has no input*-InputShape*' }
        @{ Id = 'IncompleteModel'; Given = @{ InputShape = 3 }; Block = { Dense 1 }; Text = '*has no loss*-Loss*' }
        @{ Id = 'NETDSL051'; Given = @{ InputShape = 3 }; Block = { Dense 1; Output Huber -From none }; Text = "*Output Huber -From none*NETDSL051*'none'*" }
        @{ Id = 'NETDSL017'; Given = @{ Loss = 'Huber' }; Block = { Input 0; Dense 1 }; Text = '*Input 0*NETDSL017*' }
    ) {
        $failure = Get-Failure { New-NetModel Ends @Given $Block }
        $failure.FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.NewNetModelCommand"
        $failure.Exception.Message | Should -BeLike $Text
        $failure.TargetObject | Should -Be 'Ends'
    }
}

Describe 'A declaration with a mistake' {
    It 'ends in one error with id, category and target: <Id>' -ForEach @(
        @{ Id = 'UnknownLayer'; Block = { Densee 3 }; Text = "*Densee 3*there is no layer 'Densee'. Did you mean Dense? Layers are: *Conv2D, Dense*" }
        @{ Id = 'UnknownLayer'; Block = { MaxPool2D 2 }; Text = "*there is no layer 'MaxPool2D'. Did you mean MaxPooling2D? *" }
        @{ Id = 'UnknownLayer'; Block = { Sausage 3 }; Text = "*there is no layer 'Sausage'. Layers are: *" }
        @{ Id = 'InvalidLayer'; Block = { Dense 3 -Activaton ReLU }; Text = "*Dense 3 -Activaton ReLU*'Activaton'*" }
        @{ Id = 'InvalidLayer'; Block = { Dense 3 -Activation ReLO }; Text = '*Linear, Sigmoid, Tanh, ReLU, Softmax*' }
        @{ Id = 'InvalidLayer'; Block = { Dense 3.5 }; Text = '*3.5 is no whole number*' }
        @{ Id = 'InvalidLayer'; Block = { Dense }; Text = '*Dense needs -Units*' }
        @{ Id = 'InvalidLayer'; Block = { Dense 3 99 }; Text = '*99*' }
        @{ Id = 'InvalidLayer'; Block = { Conv2D 3 3, 3, 3 }; Text = '*3 values for -KernelSize*' }
        @{ Id = 'InvalidLayer'; Block = { Cropping2D 1, 2, 3 }; Text = '*3 values for -Cropping*' }
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

    It 'names the line of the script: <Line>' -ForEach @(
        @{ Line = 'Conv2D 3 3'; Text = 'NETDSL012*' }
        @{ Line = 'Dense 3 -Activaton ReLU'; Text = '*' }
        @{ Line = 'Dense'; Text = 'Dense needs -Units*' }
        @{ Line = 'Densee 3'; Text = 'there is no layer*' }
        @{ Line = '$global:x = 1'; Text = 'the script block would change*' }
        @{ Line = 'throw "no"'; Text = 'no' }
        @{ Line = '$x = [int] "x"'; Text = '*' }
    ) {
        $script = Join-Path $TestDrive 'declare.ps1'
        Set-Content $script "New-NetModel Wrong -InputShape 4 -Loss MeanSquaredError {`n    Dense 8`n    $Line`n}"
        (Get-Failure { & $script }).Exception.Message | Should -BeLike ([WildcardPattern]::Escape("$script, line 3 ($Line): ") + $Text)
    }

    It 'names the line of a function that the block calls' {
        $helper = Join-Path $TestDrive 'helper.ps1'
        Set-Content $helper "function Get-Body {`n    Dense 8`n    Dense 0`n}"
        $script = Join-Path $TestDrive 'declare.ps1'
        Set-Content $script ". '$helper'`nNew-NetModel Wrong -InputShape 4 -Loss MeanSquaredError { Get-Body }"
        (Get-Failure { & $script }).Exception.Message | Should -BeLike "$helper, line 3 (Dense 0): NETDSL017*"
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
