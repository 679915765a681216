BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $keywords = [NetDsl.PowerShell.LayerKeyword]::All
}

Describe 'The layer keywords' {
    It 'are what is written from the attributes of NetDsl, help and all' {
        $root = Join-Path $PSScriptRoot .. ..
        $documentation = Get-ChildItem -Recurse -Filter NetDsl.xml (Join-Path $root src NetDsl bin) | Sort-Object LastWriteTime | Select-Object -Last 1
        if (-not $documentation) { Set-ItResult -Skipped -Because 'NetDsl was not built here' }
        & (Join-Path $root module Write-LayerKeywords.ps1) -Module (Get-Module NetDsl).ModuleBase -Documentation $documentation -Path $TestDrive
        foreach ($file in 'NetDsl.Layers.psm1', 'en-US/NetDsl.Layers-Help.xml') {
            $kept = Get-Content -Raw (Join-Path $root module NetDsl $file)
            (Get-Content -Raw (Join-Path $TestDrive $file)) -eq $kept | Should -BeTrue -Because "./build.ps1 -Task Help writes $file"
        }
    }

    It 'are commands that take what the attributes take' {
        foreach ($keyword in $keywords) {
            $parameters = (Get-Command $keyword.Name -Module NetDsl).Parameters
            foreach ($parameter in $keyword.Parameters) {
                $type = $parameters[$parameter.Name].ParameterType
                $type.IsArray | Should -Be $parameter.TakesSeveral -Because "$($keyword.Name) -$($parameter.Name) has one value or several"
                ($type.IsArray ? $type.GetElementType() : $type) | Should -Be $parameter.ValueType
            }
        }
    }

    It 'stand for nothing outside of a model' {
        foreach ($keyword in $keywords) {
            $failures = @()
            try { & $keyword.Name } catch { $failures += $_ }
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -Be "LayerOutsideModel,$($keyword.Name)"
            $failures[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
            $failures[0].Exception.Message | Should -BeLike "*New-NetModel*Get-Help $($keyword.Name)*"
        }
    }

    It 'complete, with their parameters, values, and the names of the layers above: <Text>' -ForEach @(
        @{ Text = 'Conv2DT'; Completion = 'Conv2DTranspose' }
        @{ Text = 'Conv2D 8 3 -Activ'; Completion = '-Activation' }
        @{ Text = 'Conv2D 8 3 -Activation Re'; Completion = 'ReLU' }
        @{ Text = 'Dense 3 Sigm'; Completion = 'Sigmoid' }
        @{ Text = 'Dense 3 -UseBias '; Completion = '$true' }
        @{ Text = 'Output Hub'; Completion = 'Huber' }
        @{ Text = 'Dense 3 -Name inner; Dense 4 -From i'; Completion = 'inner' }
        @{ Text = 'Dense 3 -Name inner; Dense 4 -Name other; Add inner, o'; Completion = 'other' }
    ) {
        $script = "New-NetModel X { $Text"
        (TabExpansion2 $script $script.Length).CompletionMatches[0].CompletionText | Should -BeExactly $Completion
    }
}

Describe 'The examples of the layers' {
    BeforeAll {
        $examples = foreach ($keyword in $keywords) {
            foreach ($example in (Get-Help $keyword.Name).examples.example) { @{ Name = $keyword.Name; Code = $example.code } }
        }
        $sources = foreach ($example in $examples) {
            $code = $example.Code -replace '^\$model = New-NetModel Example', "New-NetModel Example$($example.Name)$($examples.IndexOf($example)) -AsSource"
            & ([scriptblock]::Create($code))
        }
    }

    It 'show the layer that they are of, at least twice' {
        foreach ($keyword in $keywords) {
            $own = $sources -match "(?m)^\[$($keyword.Name)[\](]"
            $own.Count | Should -BeGreaterOrEqual 2 -Because "$($keyword.Name) is shown"
        }
    }
}
