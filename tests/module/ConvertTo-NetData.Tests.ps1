BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $rows = 1..6 | ForEach-Object {
        [pscustomobject]@{ x = $_; name = "n$_"; half = "$($_ / 2)"; large = $_ -gt 3; kind = ('a', 'b')[$_ % 2]; w = 0.5 * $_ }
    }

    function Get-Feature($Data) { 0..($Data.Count - 1) | ForEach-Object { ($Data.Row($_).Values | ForEach-Object { $_ }) -join ' ' } }
}

Describe 'ConvertTo-NetData' {
    It 'makes one data set of all objects' {
        $data = $rows | ConvertTo-NetData -Label kind -Weight w
        @($data) | Should -HaveCount 1
        $data.Count | Should -Be 6
        $data.FeatureNames | Should -Be 'x', 'half', 'large'
        $data.Classes | Should -Be 'a', 'b'
        $data.Row(4).Values | Should -Be 5, 2.5, 1, 'b', 2.5
    }

    It 'takes the rows of Import-Csv and gives what Import-NetData gives' {
        $rows | Export-Csv TestDrive:/rows.csv
        $ofObjects = Import-Csv TestDrive:/rows.csv | ConvertTo-NetData -Target half -Weight w
        $ofFile = Import-NetData TestDrive:/rows.csv -Target half -Weight w
        $ofObjects.FeatureNames | Should -Be $ofFile.FeatureNames
        Get-Feature $ofObjects | Should -Be (Get-Feature $ofFile)
    }

    It 'takes hashtables, in an order that is always the same, and ordered ones in theirs' {
        (@{ b = 1; c = 2; a = 3 }, @{ a = 6; c = 5; b = 4 } | ConvertTo-NetData).FeatureNames | Should -Be 'a', 'b', 'c'
        $data = [ordered]@{ b = 1; a = 2 }, @{ a = 4; b = 3 } | ConvertTo-NetData
        $data.FeatureNames | Should -Be 'b', 'a'
        Get-Feature $data | Should -Be '1 2', '3 4'
    }

    It 'takes the rows of a data table, from the pipeline and as an argument' {
        $table = [System.Data.DataTable]::new()
        'number', 'kind' | ForEach-Object { $null = $table.Columns.Add($_) }
        $null = $table.Rows.Add(1, 'x'), $table.Rows.Add(2, 'y')
        foreach ($data in ($table | ConvertTo-NetData -Label kind), (ConvertTo-NetData -InputObject $table -Label kind),
            ($table.DefaultView | ConvertTo-NetData -Label kind)) {
            $data.FeatureNames | Should -Be 'number'
            $data.Classes | Should -Be 'x', 'y'
        }
    }

    It 'takes any object with properties, also those that PowerShell adds' {
        Set-Content TestDrive:/a.txt 'four' -NoNewline
        $data = Get-Item TestDrive:/a.txt | Add-Member -PassThru double -MemberType ScriptProperty { 2 * $this.Length } |
            ConvertTo-NetData -Feature double -Target Length
        $data.Row(0).Values | Should -Be 8, 4
    }

    It 'takes an array of objects as an argument' {
        (ConvertTo-NetData -InputObject $rows -Target x).Count | Should -Be 6
    }

    It 'takes features in the order given, by wildcards, and without those that are excluded' {
        ($rows | ConvertTo-NetData -Label kind -Feature w, half, x).FeatureNames | Should -Be 'w', 'half', 'x'
        ($rows | ConvertTo-NetData -Label KIND -Feature W, *A*).FeatureNames | Should -Be 'w', 'half', 'large'
        ($rows | ConvertTo-NetData -Label kind -ExcludeFeature w, l*).FeatureNames | Should -Be 'x', 'half'
        ($rows | ConvertTo-NetData -Target ha*, x -Feature large).TargetNames | Should -Be 'half', 'x'
    }

    It 'makes one target of two classes, and takes classes in the order given' {
        ($rows | ConvertTo-NetData -Label kind -LabelEncoding Binary).TargetShape | Should -Be 1
        ($rows | ConvertTo-NetData -Label kind -Class b, c, a).Classes | Should -Be 'b', 'c', 'a'
    }

    It 'takes arrays as features, wrapped, nested or of text' {
        $data = 1..2 | ForEach-Object { @{ image = @(@(1, $_), @('3', 4.5)); label = "k$_" } } |
            ConvertTo-NetData -Label label -FeatureShape 2, 2, 1
        $data.FeatureShape | Should -Be 2, 2, 1
        $data.Row(1).features | Should -Be 1, 2, 3, 4.5
        $waves = 1..2 | ForEach-Object { @{ wave = 1..3 | ForEach-Object { Write-Output $_ } } } | ConvertTo-NetData
        $waves.FeatureNames | Should -Be 'wave[0]', 'wave[1]', 'wave[2]'
    }

    It 'reads numbers alike in every culture' {
        $before = [cultureinfo]::CurrentCulture
        try {
            $comma = [cultureinfo]::InvariantCulture.Clone()
            $comma.NumberFormat.NumberDecimalSeparator = ','
            [cultureinfo]::CurrentCulture = $comma
            $data = @{ a = 1.5; b = '2.5' }, @{ a = 2; b = 3 } | ConvertTo-NetData -Label b
            $data.Row(0).a | Should -Be 1.5
            $data.Classes | Should -Be '2.5', '3'
            { @{ a = '1,5' } | ConvertTo-NetData -Feature a } | Should -Throw -ExpectedMessage "*'1,5' is no number*"
        }
        finally { [cultureinfo]::CurrentCulture = $before }
    }

    It 'tells which columns of text it left out' {
        $messages = $rows | ConvertTo-NetData -Label kind -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $messages.Message -like '*text: name.*' | Should -HaveCount 1
    }

    It 'feeds a training at the end of a pipeline' {
        $model = New-NetModel Rows -InputShape 2 -Loss BinaryCrossentropy { Dense 1 -Activation Sigmoid }
        ($rows | ConvertTo-NetData -Label kind -LabelEncoding Binary -Feature x, w | Invoke-NetTraining $model -BatchSize 2).Epochs | Should -Be 1
    }
}

Describe 'ConvertTo-NetData of arrays' {
    It 'takes features and labels row by row' {
        $data = ConvertTo-NetData -FeatureArray @((0, 0), (0, 1), (1, 0)) -LabelArray no, yes, yes -LabelEncoding Binary -WeightArray 1, 2, 3
        $data.FeatureShape | Should -Be 2
        $data.Classes | Should -Be 'no', 'yes'
        $data.Row(1).Values | Should -Be 0, 1, 'yes', 2
    }

    It 'takes arrays of several dimensions' {
        $images = [double[, , ]]::new(2, 3, 4)
        $images[1, 2, 3] = 7
        $data = ConvertTo-NetData -FeatureArray $images -TargetArray ([float[, ]]::new(2, 5))
        $data.FeatureShape | Should -Be 3, 4
        $data.TargetShape | Should -Be 5
        $data.Row(1).features[-1] | Should -Be 7
    }

    It 'cuts numbers one after the other into rows' {
        $data = ConvertTo-NetData -FeatureArray (1..8) -FeatureShape 2, 2 -TargetArray 1, 2
        $data.Row(1).features | Should -Be 5, 6, 7, 8
        (ConvertTo-NetData -FeatureArray (1..8)).Count | Should -Be 8
    }

    It 'ends in one error: <Id>, <Text>' -ForEach @(
        @{ Id = 'RowsDiffer'; Arguments = @{ FeatureArray = 1, 2; TargetArray = 1, 2, 3 }; Text = '*2 rows*targets 3*' }
        @{ Id = 'UnfitArray'; Arguments = @{ FeatureArray = 1, 2, 3; FeatureShape = 2 }; Text = '*3 numbers*rows of 2*' }
        @{ Id = 'UnfitArray'; Arguments = @{ FeatureArray = [datetime[, ]]::new(2, 2) }; Text = '*DateTime*' }
        @{ Id = 'UnfitParameter'; Arguments = @{ FeatureArray = 1, 2; Label = 'x' }; Text = '-Label *' }
        @{ Id = 'UnfitParameter'; Arguments = @{ FeatureArray = 1, 2; Class = 'x', 'y' }; Text = '-Class *' }
        @{ Id = 'UnfitParameter'; Arguments = @{ FeatureArray = 1, 2; LabelArray = 1, 2; TargetArray = 1, 2 }; Text = '-TargetArray *' }
        @{ Id = 'InvalidData'; Arguments = @{ FeatureArray = @() }; Text = '*no rows*' }
        @{ Id = 'InvalidData'; Arguments = @{ FeatureArray = 1, 'two' }; Text = "Object 2, column 'feature': 'two' is no number*" }
    ) {
        $failures = @()
        try { ConvertTo-NetData @Arguments } catch { $failures += $_ }
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.ConvertToNetDataCommand"
        "$($failures[0])" | Should -BeLike $Text
    }
}

Describe 'Objects with a mistake' {
    It 'end in one error with id, category and target: <Id>, <Text>' -ForEach @(
        @{ Id = 'InvalidData'; Objects = @{ x = 1 }, @{ x = 'two' }; Text = "Object 2, column 'x': 'two' is no number*" }
        @{ Id = 'InvalidData'; Objects = @{ x = 1 }, @{ x = [double]::NaN }; Text = "Object 2, column 'x': 'NaN' is no finite number*" }
        @{ Id = 'InvalidData'; Objects = @{ x = 1 }, @{ x = $null }; Text = "Object 2, column 'x': the cell is empty*" }
        @{ Id = 'InvalidData'; Objects = @{ x = 1, 2 }, @{ x = 1, 2, 3 }; Text = '*shape (3)*shape (2)*' }
        @{ Id = 'InvalidData'; Objects = @(@{ x = 'a' }); Text = '*no column but the targets holds numbers*x*' }
        @{ Id = 'InvalidData'; Objects = @(@{ x = 1; y = 2 }); Arguments = @{ Label = 'z' }; Text = "Object 1,*no column 'z'. There are: x, y." }
        @{ Id = 'InvalidData'; Objects = @(@{ x = 1; y = 2 }); Arguments = @{ Weight = 'z' }; Text = "*no column 'z'*" }
        @{ Id = 'InvalidData'; Objects = @(@{ x = 1; y = 2 }); Arguments = @{ Feature = 'z*' }; Text = "*no column 'z[*]'*" }
        @{ Id = 'InvalidData'; Objects = @{ x = 1; y = 'a' }, @{ x = 1; y = 'a' }; Arguments = @{ Label = 'y' }; Text = '*at least two classes*' }
        @{ Id = 'InvalidData'; Objects = @{ x = 1; y = 'a' }, @{ x = 1; y = '' }; Arguments = @{ Label = 'y' }; Text = '*label is empty*' }
        @{ Id = 'MissingProperty'; Objects = @{ x = 1; y = 2 }, @{ y = 2; z = 3 }; Text = "Object 2: there is no property 'x'*There are: y, z.*" }
        @{ Id = 'PropertiesDiffer'; Objects = @{ x = 1 }, @{ x = 1; z = 3 }; Text = "Object 2: there is a property 'z'*" }
        @{ Id = 'NoProperties'; Objects = 1, 2; Text = '*Int32*' }
        @{ Id = 'NoProperties'; Objects = @('text'); Text = '*String*' }
        @{ Id = 'InvalidArgument'; Objects = @(@{ x = 1; y = 2 }); Arguments = @{ FeatureShape = 3 }; Text = '*(3) has 3 values; the rows have 2*' }
        @{ Id = 'InvalidArgument'; Objects = @(@{ x = 1 }); Arguments = @{ Feature = 'x'; Target = 'x' }; Text = "*'x' is chosen twice*" }
        @{ Id = 'LabelAndTarget'; Objects = @(@{ x = 1; y = 2 }); Arguments = @{ Label = 'x'; Target = 'y' }; Text = '*not both*' }
        @{ Id = 'UnfitParameter'; Objects = @(@{ x = 1; y = 2 }); Arguments = @{ Target = 'x'; Class = 'a', 'b' }; Text = '-Class *' }
        @{ Id = 'NoObjects'; Objects = @(); Text = '*at least one*' }
    ) {
        $failures = @()
        $more = if ($Arguments) { $Arguments } else { @{} }
        $data = try { $Objects | ConvertTo-NetData @more } catch { $failures += $_ }
        $data | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -Be "$Id,NetDsl.PowerShell.ConvertToNetDataCommand"
        $failures[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $failures[0].TargetObject | Should -Not -BeNullOrEmpty
        "$($failures[0])" | Should -BeLike $Text
        "$($failures[0])" | Should -Not -BeLike '*(Parameter*'
    }

    It 'may lack or have other properties than those that are asked for' {
        (@{ x = 1; y = 2 }, @{ x = 2; z = 3 } | ConvertTo-NetData -Feature x).Count | Should -Be 2
    }

    It 'may have a property that cannot be read' {
        $broken = [pscustomobject]@{ x = 1 } | Add-Member -PassThru -MemberType ScriptProperty y { throw 'no sensor' }
        { $broken | ConvertTo-NetData } | Should -Throw -ErrorId 'UnreadableProperty,*' -ExpectedMessage "Object 1: the property 'y'*no sensor*"
    }
}

Describe 'The names of columns' {
    BeforeAll {
        Set-Variable -Scope Global completed ([pscustomobject]@{ x = 1; 'two words' = 2; "it's" = 3 }, 4)
        Set-Content TestDrive:/completed.csv "first,second`n1,2"
        Set-Content TestDrive:/completed.tsv "third`tfourth`n1`t2"
        function Complete($Text) { (TabExpansion2 $Text $Text.Length).CompletionMatches.CompletionText }
    }

    AfterAll { Remove-Variable -Scope Global completed }

    It 'complete to <Names>: <Text>' -ForEach @(
        @{ Text = '$completed | ConvertTo-NetData -Label '; Names = 'x', "'two words'", "'it''s'" }
        @{ Text = '$completed | Where-Object x -gt 0 | ConvertTo-NetData -Feature x, t'; Names = @("'two words'") }
        @{ Text = 'ConvertTo-NetData -InputObject $completed -Weight X'; Names = @('x') }
        @{ Text = 'Import-Csv TestDrive:/completed.csv | ConvertTo-NetData -Target '; Names = 'first', 'second' }
        @{ Text = 'Import-NetData TestDrive:/completed.csv -Label s'; Names = @('second') }
        @{ Text = 'Import-NetData -LiteralPath TestDrive:/completed.tsv -ExcludeFeature '; Names = 'third', 'fourth' }
        @{ Text = 'Import-NetData TestDrive:/completed.csv -NoHeader -Target '; Names = '0', '1' }
    ) {
        Complete $Text | Should -Be $Names
    }

    It 'are none where there is nothing to read' {
        Complete 'Import-NetData TestDrive:/missing.csv -Label ' | Should -BeNullOrEmpty
        Complete '$nothing | ConvertTo-NetData -Label ' | Should -BeNullOrEmpty
    }
}
