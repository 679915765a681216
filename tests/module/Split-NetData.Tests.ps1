BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = New-NetData ShowerTrack -Count 100
}

Describe 'Split-NetData' {
    It 'deals every row to one part' {
        $split = $data | Split-NetData -Validation 0.1 -Test 0.2
        $split.Train.Count, $split.Validation.Count, $split.Test.Count | Should -Be 70, 10, 20
    }

    It 'makes no part that was not asked for' {
        $split = Split-NetData $data -Test 0.5
        $split.Validation | Should -BeNullOrEmpty
    }

    It 'gives each part the same share of each class when asked to' {
        $split = Split-NetData $data -Test 0.2 -Stratify
        (0..19 | ForEach-Object { $split.Test.ClassOf($_) } | Measure-Object -Sum).Sum | Should -Be 10
    }

    It 'deals the same way for the same seed' {
        $classes = 1, 1, 2 | ForEach-Object {
            $test = (Split-NetData $data -Test 0.3 -Seed $_).Test
            0..29 | ForEach-Object { $test.ClassOf($_) } | Join-String
        }
        $classes[0] | Should -Be $classes[1]
        $classes[0] | Should -Not -Be $classes[2]
    }

    It 'refuses fractions that cannot be: <Validation> and <Test>' -ForEach @(
        @{ Validation = -0.1; Test = 0 }
        @{ Validation = 0; Test = 1 }
        @{ Validation = [double]::NaN; Test = 0 }
        @{ Validation = 0.001; Test = 0 }
        @{ Validation = 0.5; Test = 0.5 }
    ) {
        { Split-NetData $data -Validation $Validation -Test $Test } | Should -Throw -ErrorId 'InvalidArgument,NetDsl.PowerShell.SplitNetDataCommand'
    }

    It 'says what to do with data that are split already' {
        { Split-NetData $data -Test 0.2 | Split-NetData -Test 0.2 -ErrorAction Stop } | Should -Throw
        { Split-NetData (Split-NetData $data -Test 0.2) } | Should -Throw -ExpectedMessage '*choose a part*'
    }
}
