BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    Push-Location $TestDrive
    $data = New-NetData Sine -Count 50 -Seed 4
    $images = New-NetData ShowerTrack -Count 20
    $images | Export-NetData images.npz
    $images | Export-NetData packed.npz -CompressionLevel 5
    $data | Export-NetData sine.csv
    $data | Export-NetData sine.npz
    Set-Content catalogue.csv 'flux,index,class,run', '1.5,2.1,bll,1', '0.3,,psr,1', '2.5,1.9,PSR,2', '0.9,2.4,unknown,2', '3.1,2.2,fsrq,3', '1,1,NULL,3'
    $classes = [ordered]@{ pulsar = 'psr', 'PSR'; blazar = 'bll', 'fsrq' }
    function Test-Same($One, $Other) {
        $hashes = $One, $Other | ForEach-Object {
            $_ | Export-NetData compared.csv -Force
            (Get-FileHash compared.csv).Hash
        }
        $hashes[0] -eq $hashes[1]
    }
    try { $data | Export-NetData sine.h5 -ChunkRows 8 -CompressionLevel 4 } catch { $noLibrary = "$_" }
}

AfterAll { Pop-Location }

Describe 'Files of other formats' {
    It 'are known by what they begin with, and come back as they were: <_>' -ForEach 'images.npz', 'packed.npz' {
        Copy-Item $_ 'noname' -Force
        $again = Import-NetData noname
        Test-Same $again $images | Should -BeTrue
        $again.Classes | Should -Be 'shower', 'track'
    }

    It 'can be HDF5, written and read, whole and as a stream' {
        if ($noLibrary) { Set-ItResult -Skipped -Because $noLibrary }
        Test-Same (Import-NetData sine.h5) $data | Should -BeTrue
        $stream = Import-NetData sine.h5 -Stream
        $stream.BlockRows | Should -Be 8
        Test-Same $stream.ReadAll() $data | Should -BeTrue
        $stream.Dispose()
        $items = Get-NetDataFile sine.h5
        $items.Name | Should -Be '/features', '/targets'
        $items[0].Filters | Should -Be 'shuffle', 'deflate'
        (Import-NetData sine.h5 -Feature targets -Target features).TargetSize | Should -Be 1
    }

    It 'name their arrays as tables name their columns' {
        (Import-NetData images.npz -Feature features -Target targets).TargetSize | Should -Be 2
        { Import-NetData images.npz -Feature features, targets -ErrorAction Stop } | Should -Throw -ErrorId 'SeveralArrays,*'
        { Import-NetData images.npz -Category x -ErrorAction Stop } | Should -Throw -ErrorId 'UnfitParameter,*'
        { Import-NetData images.npz -Delimiter ';' -ErrorAction Stop } | Should -Throw -ErrorId 'UnfitParameter,*'
    }
}

Describe 'A stream of files' {
    It 'is one, of all files of the pipeline, and has their rows: <_>' -ForEach 'sine.csv', 'sine.npz' {
        $stream = $_, $_ | Import-NetData -Stream -Target ($_ -like '*.csv' ? 'y' : 'targets')
        $stream | Should -BeOfType NetDsl.Data.RowSource
        $stream.Count | Should -Be 100
        Test-Same $stream.Read(50, 50) $data | Should -BeTrue
        $stream.Dispose()
    }

    It 'trains, and says what is wrong once it is closed' {
        $stream = Import-NetData sine.npz -Stream
        $model = New-NetModel Closed -InputShape 1 -Loss MeanSquaredError { Dense 1 }
        (Invoke-NetTraining $model $stream -StreamMemory 64KB).Epochs | Should -Be 1
        $stream.Dispose()
        { Measure-NetModel $model $stream -ErrorAction Stop } | Should -Throw
    }

    It 'is of one format, and not packed as a whole' {
        { Import-NetData sine.csv, sine.npz -Stream -ErrorAction Stop } | Should -Throw -ErrorId 'FormatsDiffer,*'
        { Import-NetData packed.npz -Stream -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidData,*' -ExpectedMessage '*packed*'
    }

    It 'is written again without being held in memory' {
        $stream = Import-NetData sine.csv -Target y -Stream
        $stream | Export-NetData again.npz
        Test-Same (Import-NetData again.npz) $data | Should -BeTrue
        $stream.Dispose()
    }
}

Describe 'Batches' {
    It 'come one after the other' {
        $batches = @(Import-NetData sine.csv -Target y -BatchSize 20)
        $batches | ForEach-Object Count | Should -Be 20, 20, 10
        Import-NetData sine.csv -Target y -BatchSize 20 | Select-Object -First 1 | ForEach-Object Count | Should -Be 20
    }

    It 'come of objects while others come' {
        $batches = @(1..25 | ForEach-Object { @{ x = $_; kind = ('a', 'b')[$_ % 2] } } | ConvertTo-NetData -Label kind -BatchSize 10)
        $batches | ForEach-Object Count | Should -Be 10, 10, 5
        $batches[2].Row(0).x | Should -Be 21
        $batches[2].Classes | Should -Be 'a', 'b'
    }
}

Describe 'Labels, missing values and categories' {
    It 'can be several for a class, in the order of the table' {
        $found = Import-NetData catalogue.csv -Label class -Class $classes -OtherClass Drop -Feature flux -ReportVariable report
        $found.Classes | Should -Be 'pulsar', 'blazar'
        0..3 | ForEach-Object { $found.ClassOf($_) } | Should -Be 1, 0, 0, 1
        $report.Rows, $report.DroppedRows | Should -Be 6, 2
        (Import-NetData catalogue.csv -Label class -Class @{ z = 'psr'; a = 'bll' } -OtherClass Drop -Feature flux).Classes | Should -Be 'a', 'z'
    }

    It 'are an error where they are none of the classes' {
        { Import-NetData catalogue.csv -Label class -Class $classes -Feature flux -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidData,*' -ExpectedMessage "*line 5*'unknown'*"
        { Import-NetData catalogue.csv -Label class -Class @{ a = 'psr'; b = 'psr' } -Feature flux -ErrorAction Stop } | Should -Throw -ExpectedMessage '*listed twice*'
        { Import-NetData catalogue.csv -Label class -OtherClass Drop -ErrorAction Stop } | Should -Throw -ErrorId 'UnfitParameter,*'
    }

    It 'do as -Missing says: <Policy>' -ForEach @(
        @{ Policy = 'Drop'; Rows = 5; Features = 2 }
        @{ Policy = 'Keep'; Rows = 6; Features = 2 }
        @{ Policy = 'Mean'; Rows = 6; Features = 2 }
        @{ Policy = 'Indicator'; Rows = 6; Features = 3 }
    ) {
        $found = Import-NetData catalogue.csv -Feature flux, index -Missing $Policy
        $found.Count, $found.FeatureSize | Should -Be $Rows, $Features
        $found.MissingCount | Should -Be ($Policy -eq 'Keep' ? 1 : 0)
    }

    It 'keep groups for a split, and text as categories' {
        $found = Import-NetData catalogue.csv -Feature flux -Category class -Group run
        $found.Layout.Categories[1] | Should -Contain 'bll'
        $split = $found | Split-NetData -By Group -Test 0.34 -Seed 2
        $runs = @{ 1.5 = 1; 0.3 = 1; 2.5 = 2; 0.9 = 2; 3.1 = 3; 1.0 = 3 }
        $parts = foreach ($part in $split.Test, $split.Train) { , @(0..($part.Count - 1) | ForEach-Object { $runs[[math]::Round($part.Row($_).flux, 1)] }) }
        $parts[0] | Where-Object { $_ -in $parts[1] } | Should -BeNullOrEmpty
    }

    It 'may be missing in objects as well' {
        $found = @{ x = 1; y = 2 }, @{ x = $null; y = 3 }, @{ y = 4 } | ConvertTo-NetData -Target y -Missing Mean
        0..2 | ForEach-Object { $found.Row($_).x } | Should -Be 1, 1, 1
    }
}

Describe 'Folds and other splits' {
    It 'test each row once' {
        $folds = @($data | Split-NetData -Fold 5 -Seed 1)
        $folds.Count | Should -Be 5
        ($folds | ForEach-Object { $_.Test.Count } | Measure-Object -Sum).Sum | Should -Be 50
    }

    It 'take the last rows in order, and the latest ones by time' {
        ($data | Split-NetData -By Order -Test 0.2).Test.Row(0).x | Should -Be $data.Row(40).x
        $latest = ($data | Split-NetData -By Time -KeyFeature x -Test 0.1).Test
        (0..4 | ForEach-Object { $latest.Row($_).x } | Measure-Object -Minimum).Minimum | Should -BeGreaterThan 2
    }

    It 'balance the rows to train with, and no others' {
        $odd = 1..30 | ForEach-Object { @{ x = $_; kind = ('a', 'b')[$_ -gt 24] } } | ConvertTo-NetData -Label kind
        $split = $odd | Split-NetData -Test 0.2 -Stratify -Balance Oversample
        $counts = $split.Train.CountClasses()
        $counts[0] | Should -Be $counts[1]
        $split.Test.Count | Should -Be 6
    }

    It 'deal streams by blocks, and say what needs memory' {
        $stream = [NetDsl.Data.RowSource]::Of($data).Slice(0, 50)
        $split = $stream | Split-NetData -Test 0.2 -By Order
        $split.Test.Count | Should -Be 10
        { $stream | Split-NetData -Fold 3 } | Should -Throw -ErrorId 'DataNotInMemory,*'
    }
}

Describe 'A simulation into a file' {
    It 'is the same as one in memory' {
        New-NetData AirShower -Count 6 -Seed 2 -Path air.npz
        Test-Same (Import-NetData air.npz) (New-NetData AirShower -Count 6 -Seed 2) | Should -BeTrue
        (New-NetData AirShower -Count 1000000 -Stream).Count | Should -Be 1000000
        { New-NetData AirShower -Count 6 -Path air.npz } | Should -Throw -ErrorId 'FileExists,*'
        New-NetData Sine -Count 5 -Path curve.csv -WhatIf
        Test-Path curve.csv | Should -BeFalse
    }
}
