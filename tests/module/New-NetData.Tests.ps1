BeforeAll { . $PSScriptRoot/Import-TestModule.ps1 }

Describe 'New-NetData' {
    It 'simulates showers and tracks' {
        $data = New-NetData ShowerTrack -Count 6
        $data.Count | Should -Be 6
        $data.FeatureShape | Should -Be 32, 32, 1
        $data.Classes | Should -Be 'shower', 'track'
        0..5 | ForEach-Object { $data.ClassOf($_) } | Should -Be 0, 1, 0, 1, 0, 1
    }

    It 'makes the same images from the same seed' {
        $pixels = 1, 1, 2 | ForEach-Object { (New-NetData ShowerTrack -Count 4 -Seed $_).Row(3).features -join ' ' }
        $pixels[0] | Should -Be $pixels[1]
        $pixels[0] | Should -Not -Be $pixels[2]
    }

    It 'keeps pixels beyond 1 only when asked to' {
        (New-NetData ShowerTrack -Count 4).Row(0).features | Measure-Object -Maximum | ForEach-Object Maximum | Should -Be 1
        (New-NetData ShowerTrack -Count 4 -Raw).Row(0).features | Measure-Object -Maximum | ForEach-Object Maximum | Should -BeGreaterThan 1
    }

    It 'draws noisy points of a sine curve' {
        $data = New-NetData Sine -Count 5 -Seed 2 -Noise 0
        $data.FeatureNames + $data.TargetNames | Should -Be 'x', 'y'
        0..4 | ForEach-Object { [math]::Abs([math]::Sin($data.Row($_).x) - $data.Row($_).y) | Should -BeLessThan 1e-6 }
        (New-NetData Sine -Count 5 -Seed 2).Row(0).y | Should -Not -Be $data.Row(0).y
    }

    It 'knows a truth table whose answer is the first input' {
        $data = New-NetData Logic
        0..3 | ForEach-Object { $data.Row($_).label | Should -Be $data.Row($_).a }
    }

    It 'refuses a setting that <Simulator> does not have: <Arguments.Keys>' -ForEach @(
        @{ Simulator = 'Sine'; Arguments = @{ Raw = $true } }
        @{ Simulator = 'ShowerTrack'; Arguments = @{ Noise = 1 } }
        @{ Simulator = 'Logic'; Arguments = @{ Count = 3 } }
        @{ Simulator = 'Logic'; Arguments = @{ Seed = 3 } }
        @{ Simulator = 'ShowerTrack'; Arguments = @{ Target = 'Class' } }
        @{ Simulator = 'Calorimeter'; Arguments = @{ Weighted = $true } }
        @{ Simulator = 'Jets'; Arguments = @{ Size = 16 } }
        @{ Simulator = 'GalaxyImages'; Arguments = @{ Noise = 0.1 } }
        @{ Simulator = 'AirShower'; Arguments = @{ Colour = $true } }
        @{ Simulator = 'Sine'; Arguments = @{ Constant = @{} } }
    ) {
        { New-NetData $Simulator @Arguments } |
            Should -Throw -ErrorId 'UnfitParameter,NetDsl.PowerShell.NewNetDataCommand' -ExpectedMessage "-$($Arguments.Keys) cannot be used here*"
    }

    It 'refuses a noise of <_>' -ForEach -1, ([double]::NaN), ([double]::PositiveInfinity) {
        { New-NetData Sine -Noise $_ } | Should -Throw -ErrorId '*,NetDsl.PowerShell.NewNetDataCommand'
    }

    It 'completes the simulators' {
        (TabExpansion2 'New-NetData ' 12).CompletionMatches.CompletionText | Should -Be 'AirShower', 'Calorimeter', 'GalaxyImages', 'Jets', 'Logic', 'ShowerTrack', 'Sine'
    }

    It 'refuses a count of <_>' -ForEach 0, -1, 2.5 {
        { New-NetData ShowerTrack -Count $_ } | Should -Throw -ErrorId '*,NetDsl.PowerShell.NewNetDataCommand'
    }

    It 'lists the simulators where one is unknown' {
        { New-NetData Cat } | Should -Throw -ExpectedMessage '*ShowerTrack*'
    }

    It 'simulates a calorimeter whose weights are known' {
        $parameters = [NetDsl.Data.Simulators.CalorimeterParameters]::new()
        $row = (New-NetData Calorimeter -Count 3 -Constant @{ StochasticTerm = 0; NoiseTerm = 0; ConstantTerm = 0 }).Row(2)
        $energy = $parameters.Intercept
        0..3 | ForEach-Object { $energy += $parameters.Weights[$_] * $row["layer_$_"] }
        [math]::Abs($energy - $row.energy) | Should -BeLessThan 1e-3
    }

    It 'simulates jets of quarks and gluons, with weights where they are asked for' {
        $jets = New-NetData Jets -Count 4 -Seed 5
        $jets.FeatureNames | Should -Be 'multiplicity', 'girth', 'ptd', 'mass'
        $jets.Row(1).label | Should -Be 'gluon'
        $jets.HasSampleWeights | Should -BeFalse
        [math]::Abs((New-NetData Jets -Count 4 -Seed 5 -Weighted).Row(1).weight) | Should -Be 1.25
        [NetDsl.Data.Simulators.Jets]::LogLikelihoodRatios($jets) | Should -HaveCount 4
    }

    It 'simulates galaxies of any size, with their class or their shape' {
        $galaxies = New-NetData GalaxyImages -Count 2 -Size 12 -Raw
        $galaxies.FeatureShape | Should -Be 12, 12, 1
        $galaxies.Row(1).label | Should -Be 'spiral'
        $shapes = New-NetData GalaxyImages -Count 2 -Size 12 -Color -Target Shape -Constant @{ MinimumAxisRatio = 0.7; maximumaxisratio = 0.7 }
        $shapes.FeatureShape | Should -Be 12, 12, 3
        $shapes.Row(0).axis_ratio | Should -BeExactly ([float]0.7)
    }

    It 'simulates air showers with the target <Target>' -ForEach @(
        @{ Target = 'Direction'; Names = 'x', 'y', 'z' }
        @{ Target = 'Energy'; Names = , 'log_energy' }
        @{ Target = 'All'; Names = 'x', 'y', 'z', 'log_energy', 'H', 'He', 'N', 'Fe' }
    ) {
        $showers = New-NetData AirShower -Count 2 -Target $Target
        $showers.FeatureShape | Should -Be 6, 6, 128, 2
        $showers.TargetNames | Should -Be $Names
    }

    It 'simulates air showers of known nuclei, on an array of any size' {
        $showers = New-NetData AirShower -Count 4 -Target Primary -Raw -Constant @{ Detectors = 3; Bins = '16' }
        $showers.FeatureShape | Should -Be 3, 3, 16, 2
        $showers.Row(3).label | Should -Be 'Fe'
    }

    It 'takes lists among the constants' {
        $layers = [NetDsl.Data.Simulators.CalorimeterLayer]::new(1, 20, 5), [NetDsl.Data.Simulators.CalorimeterLayer]::new(2, 30, 5)
        (New-NetData Calorimeter -Count 1 -Constant @{ Layers = $layers }).FeatureShape | Should -Be 2
        (New-NetData Calorimeter -Count 1 -Constant @{ Layers = $layers[0] }).FeatureShape | Should -Be 1
    }

    It 'refuses the target <Target> of <Simulator>' -ForEach @(
        @{ Simulator = 'AirShower'; Target = 'Shape'; Text = 'AirShower has no target Shape. Give one of Direction, Energy, Primary, All.' }
        @{ Simulator = 'GalaxyImages'; Target = 'Energy'; Text = 'GalaxyImages has no target Energy. Give one of Class, Shape.' }
    ) {
        { New-NetData $Simulator -Target $Target } |
            Should -Throw -ErrorId 'UnfitTarget,NetDsl.PowerShell.NewNetDataCommand' -ExpectedMessage $Text
    }

    It 'refuses a constant that is not there, does not fit, or is out of its range' {
        { New-NetData AirShower -Constant @{ Bin = 3 } } |
            Should -Throw -ErrorId 'UnfitConstant,*' -ExpectedMessage "AirShower has no constant 'Bin'. Give some of Detectors, Bins,*"
        { New-NetData AirShower -Constant @{ Bins = 'many' } } |
            Should -Throw -ErrorId 'UnfitConstant,*' -ExpectedMessage 'AirShower cannot have this constant Bins: Cannot convert value "many"*'
        { New-NetData AirShower -Constant @{ Bins = 0 } } |
            Should -Throw -ErrorId 'InvalidArgument,*' -ExpectedMessage 'Bins must be from 1 to 100000; it is 0.'
    }
}
