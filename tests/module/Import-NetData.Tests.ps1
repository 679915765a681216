BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    Set-Content TestDrive:/a.csv "x,y,kind,z`n1,2,red,0.5`n2,3,blue,1.5`n3,4,red,2.5"
    Set-Content TestDrive:/b.csv "x,y,kind,z`n9,8,blue,7"
    Set-Content -LiteralPath 'TestDrive:/[odd].csv' "x,y`n1,2"

    function Write-Idx($Path, [byte[]] $Shape, [byte[]] $Values) {
        $header = @(0, 0, 8, $Shape.Length) + ($Shape | ForEach-Object { 0, 0, 0, $_ })
        [System.IO.File]::WriteAllBytes($Path, [byte[]] ($header + $Values))
    }
}

Describe 'Import-NetData of a table' {
    It 'learns classes from a column of labels' {
        $data = Import-NetData TestDrive:/a.csv -Label kind
        $data.Count | Should -Be 3
        $data.FeatureNames | Should -Be 'x', 'y', 'z'
        $data.Classes | Should -Be 'blue', 'red'
        0..2 | ForEach-Object { $data.ClassOf($_) } | Should -Be 1, 0, 1
    }

    It 'takes the classes in the order given' {
        (Import-NetData TestDrive:/a.csv -Label kind -Class red, blue, green).Classes | Should -Be 'red', 'blue', 'green'
    }

    It 'makes one target of two classes for a sigmoid' {
        (Import-NetData TestDrive:/a.csv -Label kind -LabelEncoding Binary).TargetShape | Should -Be 1
    }

    It 'learns values from columns of numbers' {
        $data = Import-NetData TestDrive:/a.csv -Target z, y -Feature x
        $data.TargetNames | Should -Be 'z', 'y'
        $data.FeatureNames | Should -Be 'x'
    }

    It 'takes several files, by wildcards and from the pipeline' {
        Import-NetData TestDrive:/?.csv -Target z -Feature x | ForEach-Object Count | Should -Be 3, 1
        (Get-ChildItem TestDrive:/b.csv | Import-NetData -Target z).Count | Should -Be 1
        ('TestDrive:/a.csv' | Import-NetData -Target z).Count | Should -Be 3
    }

    It 'takes a literal path as it is written' {
        (Import-NetData -LiteralPath 'TestDrive:/[odd].csv').FeatureNames | Should -Be 'x', 'y'
    }

    It 'takes a table without a header and with other delimiters' {
        Set-Content TestDrive:/bare.txt "1;2`n3;4"
        (Import-NetData TestDrive:/bare.txt -NoHeader -Delimiter ';' -Target 1).FeatureNames | Should -Be '0'
    }

    It 'goes on with the other files after one that is broken' {
        $data = Import-NetData TestDrive:/a.csv, TestDrive:/missing.csv, TestDrive:/b.csv -Target z -Feature x `
            -ErrorAction SilentlyContinue -ErrorVariable failures
        $data | ForEach-Object Count | Should -Be 3, 1
        $failures | Should -HaveCount 1
    }
}

Describe 'A table with a mistake' {
    It 'ends in one error with id, category and target: <Text>' -ForEach @(
        @{ Text = '*a.csv: there is no column ''colour''. There are: x, y, kind, z.'; Content = $null; Arguments = @{ Label = 'colour' } }
        @{ Text = '*line 3, column ''x''*NaN*'; Content = "x,y`n1,2`nNaN,3"; Arguments = @{ Target = 'y' } }
        @{ Text = '*line 2, column ''x''*Infinity*'; Content = "x,y`nInfinity,2"; Arguments = @{ Target = 'y' } }
        @{ Text = '*line 3*the row has 3 cells*'; Content = "x,y`n1,2`n1,2,3"; Arguments = @{ Target = 'y' } }
        @{ Text = '*the file is empty*'; Content = ''; Arguments = @{ Target = 'y' } }
        @{ Text = '*a header and no rows*'; Content = 'x,y'; Arguments = @{ Target = 'y' } }
        @{ Text = '*line 2*out of range*'; Content = "x,y`n1,c"; Arguments = @{ Label = 'y'; Class = 'a', 'b' } }
    ) {
        $path = 'TestDrive:/a.csv'
        if ($null -ne $Content) {
            $path = 'TestDrive:/wrong.csv'
            Set-Content $path $Content -NoNewline
        }
        $data = Import-NetData $path @Arguments -ErrorAction SilentlyContinue -ErrorVariable failures
        $data | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'InvalidData,NetDsl.PowerShell.ImportNetDataCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $failures[0].TargetObject | Should -Be (Join-Path $TestDrive (Split-Path -Leaf $path))
        $failures[0].Exception.Message | Should -BeLike $Text
    }

    It 'is not a file that is missing: <Arguments.Values>' -ForEach @(
        @{ Arguments = @{ Path = 'TestDrive:/missing.csv' } }
        @{ Arguments = @{ Path = 'TestDrive:/miss*.csv' } }
        @{ Arguments = @{ LiteralPath = 'TestDrive:/missing.csv' } }
        @{ Arguments = @{ LiteralPath = 'TestDrive:/no/folder.csv' } }
    ) {
        Import-NetData @Arguments -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'FileNotFound,NetDsl.PowerShell.ImportNetDataCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].TargetObject | Should -Not -BeNullOrEmpty
    }

    It 'is not a place that is no file' {
        Import-NetData env:PATH -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'NotAFile,NetDsl.PowerShell.ImportNetDataCommand'
    }

    It 'cannot have labels and values at once' {
        Import-NetData TestDrive:/a.csv -Label kind -Target z -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'LabelAndTarget,NetDsl.PowerShell.ImportNetDataCommand'
    }
}

Describe 'Import-NetData of images' {
    BeforeAll {
        Write-Idx (Join-Path $TestDrive images) 3, 2, 2 (0, 255, 51, 0, 1, 2, 3, 4, 5, 6, 7, 8)
        Write-Idx (Join-Path $TestDrive labels) 3 (2, 0, 1)
    }

    It 'reads IDX images and their labels' {
        $data = Import-NetData TestDrive:/images -LabelPath TestDrive:/labels
        $data.FeatureShape | Should -Be 2, 2, 1
        $data.Classes | Should -Be '0', '1', '2'
        $data.ClassOf(0) | Should -Be 2
    }

    It 'knows of more classes than it sees when told' {
        (Import-NetData TestDrive:/images -LabelPath TestDrive:/labels -ClassCount 10).TargetShape | Should -Be 10
    }

    It 'says what is wrong with labels that do not belong to the images' {
        Write-Idx (Join-Path $TestDrive few) 2 (1, 0)
        Import-NetData TestDrive:/images -LabelPath TestDrive:/few -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'InvalidData,NetDsl.PowerShell.ImportNetDataCommand'
        $failures[0].Exception.Message | Should -BeLike '*2 labels for the 3 images*'
    }
}
