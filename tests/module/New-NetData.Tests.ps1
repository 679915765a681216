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
        $sums = 1, 1, 2 | ForEach-Object {
            # A span cannot be touched from a script; the mean squared error of a fixed network sees every pixel.
            $model = New-NetModel Probe -InputShape 32, 32, 1 -Loss MeanSquaredError -Seed 1 { Flatten; Dense 2 }
            (Measure-NetModel $model (New-NetData ShowerTrack -Count 4 -Seed $_)).Loss
        }
        $sums[0] | Should -Be $sums[1]
        $sums[0] | Should -Not -Be $sums[2]
    }

    It 'keeps pixels beyond 1 only when asked to' {
        $model = New-NetModel Bright -InputShape 32, 32, 1 -Loss MeanSquaredError -Seed 1 { Flatten; Dense 2 }
        $usual = (Measure-NetModel $model (New-NetData ShowerTrack -Count 4)).Loss
        $raw = (Measure-NetModel $model (New-NetData ShowerTrack -Count 4 -Raw)).Loss
        $raw | Should -BeGreaterThan (100 * $usual)
    }

    It 'refuses a count of <_>' -ForEach 0, -1, 2.5 {
        { New-NetData ShowerTrack -Count $_ } | Should -Throw -ErrorId '*,NetDsl.PowerShell.NewNetDataCommand'
    }

    It 'lists the simulators where one is unknown' {
        { New-NetData Cat } | Should -Throw -ExpectedMessage '*ShowerTrack*'
    }
}
