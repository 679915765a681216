BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = 1..5 | ForEach-Object { [ordered]@{ 'x 1' = $_ / 3; x2 = -1e-30 * $_; kind = ('a', 'b, c')[$_ % 2]; w = $_ } } |
        ConvertTo-NetData -Label kind -Weight w
    $images = New-NetData ShowerTrack -Count 4 -Seed 3

    # As text, which has as many digits as the bits of a single number take.
    function Get-Number($Data) { 0..($Data.Count - 1) | ForEach-Object { $Data.Row($_).Values | ForEach-Object { "$_" } } }
}

Describe 'Export-NetData' {
    It 'writes a table that Import-NetData reads back to the bit: <_>' -ForEach '.csv', '.tsv' {
        $path = "TestDrive:/table$_"
        $data | Export-NetData $path | Should -BeNullOrEmpty
        $again = Import-NetData $path -Label kind -Weight w
        $again.FeatureNames | Should -Be 'x 1', 'x2'
        $again.Classes | Should -Be 'a', 'b, c'
        Get-Number $again | Should -Be (Get-Number $data)
    }

    It 'writes images whose shape can be given again' {
        $images | Export-NetData TestDrive:/images.csv
        $again = Import-NetData TestDrive:/images.csv -Label label -FeatureShape 32, 32, 1
        $again.FeatureShape | Should -Be 32, 32, 1
        @($again.Row(3).Values)[0..1023] | Should -Be $images.Row(3).features
    }

    It 'writes arrays for NumPy that Import-NetData reads back' {
        $images | Export-NetData TestDrive:/images.npy -TargetPath TestDrive:/kinds.npy
        $again = Import-NetData TestDrive:/images.npy -TargetPath TestDrive:/kinds.npy -Class shower, track
        $again.FeatureShape | Should -Be 32, 32, 1
        Get-Number $again | Should -Be (Get-Number $images)
        $data | Export-NetData TestDrive:/x.npy -TargetPath TestDrive:/y.npy -WeightPath TestDrive:/w.npy
        (Import-NetData TestDrive:/x.npy -TargetPath TestDrive:/y.npy -WeightPath TestDrive:/w.npy).Row(4).weight | Should -Be 5
    }

    It 'warns where an array leaves out what is to be learnt' {
        $images | Export-NetData TestDrive:/alone.npy -WarningAction SilentlyContinue -WarningVariable warnings
        $warnings | Should -HaveCount 1
        $warnings[0] | Should -BeLike '*targets*-TargetPath*'
    }

    It 'gives the files when asked to' {
        ($images | Export-NetData TestDrive:/p.npy -TargetPath TestDrive:/q.npy -PassThru).Name | Should -Be 'p.npy', 'q.npy'
        Export-NetData -Data $data -LiteralPath 'TestDrive:/[1].csv' -PassThru | Should -BeOfType System.IO.FileInfo
    }

    It 'takes another delimiter' {
        $data | Export-NetData TestDrive:/semicolon.csv -Delimiter ';'
        (Get-Content TestDrive:/semicolon.csv)[0] | Should -Be 'x 1;x2;kind;w'
    }

    It 'writes nothing with -WhatIf' {
        $data | Export-NetData TestDrive:/whatif.csv -WhatIf
        $images | Export-NetData TestDrive:/whatif.npy -TargetPath TestDrive:/whatif-y.npy -WhatIf
        'TestDrive:/whatif.csv', 'TestDrive:/whatif.npy', 'TestDrive:/whatif-y.npy' | Should -Not -Exist
    }

    It 'replaces a file only with -Force' {
        Set-Content TestDrive:/there.csv 'old'
        { $data | Export-NetData TestDrive:/there.csv } | Should -Throw -ErrorId 'FileExists,NetDsl.PowerShell.ExportNetDataCommand'
        Get-Content TestDrive:/there.csv | Should -Be 'old'
        $data | Export-NetData TestDrive:/there.csv -Force
        (Import-NetData TestDrive:/there.csv -Label kind).Count | Should -Be 5
    }

    It 'writes neither array where one of them is there' {
        Set-Content TestDrive:/taken.npy 'old'
        { $images | Export-NetData TestDrive:/free.npy -TargetPath TestDrive:/taken.npy } | Should -Throw -ErrorId 'FileExists,*'
        'TestDrive:/free.npy' | Should -Not -Exist
    }
}

Describe 'An export that cannot be' {
    It 'ends in one error with id, category and target: <Id>' -ForEach @(
        @{ Id = 'UnknownFormat'; Arguments = @{ Path = 'TestDrive:/data.xlsx' }; Text = "*'.xlsx'*.csv, .tsv or .npy*" }
        @{ Id = 'UnknownFormat'; Arguments = @{ Path = 'TestDrive:/data' }; Text = '*.csv, .tsv, .npy, .npz or .h5*' }
        @{ Id = 'FolderNotFound'; Arguments = @{ Path = 'TestDrive:/no/data.csv' }; Text = '*New-Item*' }
        @{ Id = 'NotAFile'; Arguments = @{ Path = 'env:data.csv' }; Text = '*file system*' }
        @{ Id = 'UnfitParameter'; Arguments = @{ Path = 'TestDrive:/a.csv'; TargetPath = 'TestDrive:/b.csv' }; Text = '-TargetPath *' }
        @{ Id = 'UnfitParameter'; Arguments = @{ Path = 'TestDrive:/a.npy'; Delimiter = ';' }; Text = '-Delimiter *' }
        @{ Id = 'SamePath'; Arguments = @{ Path = 'TestDrive:/a.npy'; TargetPath = 'TestDrive:/a.npy' }; Text = '*files of their own*' }
        @{ Id = 'InvalidArgument'; Arguments = @{ Path = 'TestDrive:/a.npy'; WeightPath = 'TestDrive:/b.npy' }; Text = '*no weights*' }
    ) {
        $before = (Get-ChildItem -Recurse TestDrive:/).Count
        $failures = @()
        try { $images | Export-NetData @Arguments } catch { $failures += $_ }
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.ExportNetDataCommand"
        $failures[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $failures[0].TargetObject | Should -Not -BeNullOrEmpty
        "$($failures[0])" | Should -BeLike $Text
        (Get-ChildItem -Recurse TestDrive:/).Count | Should -Be $before
    }

    It 'is one of several data sets to one file' {
        { $data, $images | Export-NetData TestDrive:/several.csv -Force } | Should -Throw -ErrorId 'SeveralDatasets,*'
    }

    It 'is one of data that are split' {
        { $images | Split-NetData -Test 0.5 | Export-NetData TestDrive:/split.csv -ErrorAction Stop } | Should -Throw
        'TestDrive:/split.csv' | Should -Not -Exist
    }
}
