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

    It 'takes columns by wildcards and leaves out those that are excluded' {
        (Import-NetData TestDrive:/a.csv -Label kind -Feature z, ?).FeatureNames | Should -Be 'z', 'x', 'y'
        (Import-NetData TestDrive:/a.csv -Label KIND -Feature * -ExcludeFeature Y).FeatureNames | Should -Be 'x', 'z'
        (Import-NetData TestDrive:/a.csv -Target [xy] -ErrorAction SilentlyContinue -ErrorVariable failures) | Should -BeNullOrEmpty
        $failures[0].Exception.Message | Should -BeLike '*no column*There are: x, y, kind, z.'
    }

    It 'takes weights from a column' {
        $data = Import-NetData TestDrive:/a.csv -Label kind -Weight z
        $data.FeatureNames | Should -Be 'x', 'y'
        $data.Row(1).z | Should -Be 1.5
        $data.HasSampleWeights | Should -BeTrue
    }

    It 'gives features the shape of an image' {
        (Import-NetData TestDrive:/a.csv -Label kind -FeatureShape 1, 3, 1).FeatureShape | Should -Be 1, 3, 1
    }

    It 'takes a tab where the file is called .tsv' {
        Set-Content TestDrive:/tabs.tsv "x`ty`n1`t2"
        (Import-NetData TestDrive:/tabs.tsv -Target y).FeatureNames | Should -Be 'x'
        Set-Content TestDrive:/commas.tsv "x,y`n1,2"
        (Import-NetData TestDrive:/commas.tsv -Target y -Delimiter ',').FeatureNames | Should -Be 'x'
    }

    It 'tells which columns of text it left out' {
        $messages = Import-NetData TestDrive:/a.csv -Target z -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $messages.Message | Should -Contain 'Left out, since they hold text: kind. Name a column of classes with -Label, and categories with -Category'
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

    It 'needs no labels, and takes names for the classes' {
        (Import-NetData TestDrive:/images -Raw).TargetSize | Should -Be 0
        (Import-NetData TestDrive:/images -LabelPath TestDrive:/labels -Class a, b, c).Classes | Should -Be 'a', 'b', 'c'
    }

    It 'says what is wrong with labels that do not belong to the images' {
        Write-Idx (Join-Path $TestDrive few) 2 (1, 0)
        Import-NetData TestDrive:/images -LabelPath TestDrive:/few -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'InvalidData,NetDsl.PowerShell.ImportNetDataCommand'
        $failures[0].Exception.Message | Should -BeLike '*2 labels for the 3 images*'
    }
}

Describe 'Import-NetData of arrays' {
    BeforeAll {
        1..3 | ForEach-Object { [ordered]@{ a = $_; b = 2 * $_; y = $_ % 2; w = 3 * $_ } } | ConvertTo-NetData -Target y -Weight w |
            Export-NetData TestDrive:/x.npy -TargetPath TestDrive:/y.npy -WeightPath TestDrive:/w.npy
    }

    It 'reads features, targets and weights' {
        $data = Import-NetData TestDrive:/x.npy -TargetPath TestDrive:/y.npy -WeightPath TestDrive:/w.npy
        $data.Row(2).features | Should -Be 3, 6
        $data.Row(2).targets, $data.Row(2).weight | Should -Be 1, 9
        (Import-NetData TestDrive:/x.npy).TargetSize | Should -Be 0
    }

    It 'reads class numbers and names for them' {
        (Import-NetData TestDrive:/x.npy -LabelPath TestDrive:/y.npy).Classes | Should -Be '0', '1'
        (Import-NetData TestDrive:/x.npy -LabelPath TestDrive:/y.npy -ClassCount 3).TargetShape | Should -Be 3
        (Import-NetData TestDrive:/x.npy -TargetPath TestDrive:/y.npy -Class no, yes).Row(0).label | Should -Be 'yes'
    }
}

Describe 'A parameter that does not go with the file' {
    BeforeAll {
        Write-Idx (Join-Path $TestDrive one.idx) 1, 1, 2 (1, 2)
        New-NetData Sine -Count 3 | Export-NetData TestDrive:/one.npy -WarningAction SilentlyContinue
    }

    It 'ends in one error that says why: <File> <Arguments.Keys>' -ForEach @(
        @{ File = 'a.csv'; Arguments = @{ LabelPath = 'TestDrive:/one.idx' }; Text = '*taken for a table*' }
        @{ File = 'a.csv'; Arguments = @{ Raw = $true }; Text = '*taken for a table*' }
        @{ File = 'a.csv'; Arguments = @{ Target = 'x'; Class = 'a', 'b' }; Text = '*-Label names*' }
        @{ File = 'one.idx'; Arguments = @{ Label = 'kind' }; Text = '*IDX images*' }
        @{ File = 'one.idx'; Arguments = @{ FeatureShape = 1, 2 }; Text = '*IDX images*' }
        @{ File = 'one.idx'; Arguments = @{ TargetPath = 'TestDrive:/one.npy' }; Text = '*IDX images*' }
        @{ File = 'one.idx'; Arguments = @{ ClassCount = 3 }; Text = '*-LabelPath*' }
        @{ File = 'one.npy'; Arguments = @{ Feature = 'x' }; Text = '*NPY array*' }
        @{ File = 'one.npy'; Arguments = @{ Raw = $true }; Text = '*NPY array*' }
        @{ File = 'one.npy'; Arguments = @{ ClassCount = 3 }; Text = '*-LabelPath*' }
        @{ File = 'one.npy'; Arguments = @{ LabelPath = 'TestDrive:/one.npy'; TargetPath = 'TestDrive:/one.npy' }; Text = '-TargetPath *' }
    ) {
        $data = Import-NetData "TestDrive:/$File" @Arguments -ErrorAction SilentlyContinue -ErrorVariable failures
        $data | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'UnfitParameter,NetDsl.PowerShell.ImportNetDataCommand'
        $failures[0].TargetObject | Should -Not -BeNullOrEmpty
        $failures[0].Exception.Message | Should -BeLike $Text
    }
}
