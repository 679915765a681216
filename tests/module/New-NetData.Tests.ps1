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
    ) {
        { New-NetData $Simulator @Arguments } |
            Should -Throw -ErrorId 'UnfitParameter,NetDsl.PowerShell.NewNetDataCommand' -ExpectedMessage "-$($Arguments.Keys) cannot be used here*"
    }

    It 'refuses a noise of <_>' -ForEach -1, ([double]::NaN), ([double]::PositiveInfinity) {
        { New-NetData Sine -Noise $_ } | Should -Throw -ErrorId '*,NetDsl.PowerShell.NewNetDataCommand'
    }

    It 'completes the simulators' {
        (TabExpansion2 'New-NetData ' 12).CompletionMatches.CompletionText | Should -Be 'Logic', 'ShowerTrack', 'Sine'
    }

    It 'refuses a count of <_>' -ForEach 0, -1, 2.5 {
        { New-NetData ShowerTrack -Count $_ } | Should -Throw -ErrorId '*,NetDsl.PowerShell.NewNetDataCommand'
    }

    It 'lists the simulators where one is unknown' {
        { New-NetData Cat } | Should -Throw -ExpectedMessage '*ShowerTrack*'
    }
}
