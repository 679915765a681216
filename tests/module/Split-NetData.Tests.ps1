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

    It 'cannot give parts the same share of classes where there are none' {
        { New-NetData Sine -Count 10 | Split-NetData -Test 0.5 -Stratify } |
            Should -Throw -ErrorId 'InvalidOperation,NetDsl.PowerShell.SplitNetDataCommand' -ExpectedMessage '*Only data with classes*'
    }

    It 'keeps the weights of the rows' {
        $split = 1..4 | ForEach-Object { @{ x = $_; w = 10 * $_ } } | ConvertTo-NetData -Weight w | Split-NetData -Test 0.5
        0, 1 | ForEach-Object { $split.Test.Row($_).w | Should -Be (10 * $split.Test.Row($_).x) }
    }

    It 'says what to do with data that are split already' {
        { Split-NetData $data -Test 0.2 | Split-NetData -Test 0.2 -ErrorAction Stop } | Should -Throw
        { Split-NetData (Split-NetData $data -Test 0.2) } | Should -Throw -ExpectedMessage '*choose a part*'
    }
}

Describe 'Views of data' {
    It 'show classes with their numbers of rows, and the ranges of features' {
        $rows = 1..3 | ForEach-Object { [ordered]@{ x = $_; kind = "k$($_ % 2)"; w = 1 } } | ConvertTo-NetData -Label kind -Weight w
        $text = $rows | Format-List | Out-String
        $text | Should -BeLike '*x: 1 to 3*'
        $text | Should -BeLike '*k0: 1 rows, k1: 2 rows*'
        $text | Should -Match 'Weights +: w'
        $rows | Out-String | Should -Match '3 +\(1\) +\(2\) +k0, k1'
        New-NetData ShowerTrack -Count 2 | Format-List | Out-String | Should -BeLike '*1,024 columns: * to 1*'
        $rows.DescribeFeatures() | Out-String | Should -Match 'x +1 +3 +2 +0.8165'
    }

    It 'show the parts of a split' {
        $data | Split-NetData -Test 0.2 | Format-List | Out-String | Should -Match 'Test +: 20 rows'
        $data | Split-NetData -Test 0.2 | Out-String | Should -Match '80 +0 +20 '
    }

    It 'show a row as an object' {
        $row = [pscustomobject] (New-NetData Sine -Count 2).Row(1)
        $row.PSObject.Properties.Name | Should -Be 'x', 'y'
        { $data.Row(100) } | Should -Throw -ExpectedMessage '*100 rows, counted from 0*'
    }
}
