BeforeDiscovery {
    . $PSScriptRoot/Import-TestModule.ps1
    $commands = Get-Command -Module NetDsl | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $scripts = Get-ChildItem -Recurse -File -Include *.ps1, *.psm1, *.psd1 -Path (
        Join-Path $PSScriptRoot .. .. build.ps1), (Join-Path $PSScriptRoot .. .. module), $PSScriptRoot |
        Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
    $hasAnalyzer = [bool] (Get-Module -ListAvailable PSScriptAnalyzer)
    if (-not $hasAnalyzer) { Write-Warning 'PSScriptAnalyzer is not installed, so the scripts are not analysed.' }
}

BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $module = Get-Module NetDsl
    $manifest = Import-PowerShellDataFile (Join-Path $module.ModuleBase NetDsl.psd1)
}

Describe 'The module' {
    It 'has a manifest that PowerShell accepts' {
        Test-ModuleManifest (Join-Path $module.ModuleBase NetDsl.psd1) | Should -Not -BeNullOrEmpty
    }

    It 'exports exactly the cmdlets there are' {
        $classes = [NetDsl.PowerShell.NetModel].Assembly.GetExportedTypes() | ForEach-Object {
            $attribute = [System.Reflection.CustomAttributeExtensions]::GetCustomAttribute($_, [System.Management.Automation.CmdletAttribute])
            if ($attribute) { "$($attribute.VerbName)-$($attribute.NounName)" }
        }
        $manifest.CmdletsToExport | Should -Be ($classes | Sort-Object)
        (Get-Command -Module NetDsl -CommandType Cmdlet).Name | Should -Be ($classes | Sort-Object)
    }

    It 'exports a function for each optimiser, layer, step of a preparation and augmentation, and nothing else' {
        $optimizers = [NetDsl.Training.Optimizer].Assembly.GetExportedTypes() |
            Where-Object { $_.IsSubclassOf([NetDsl.Training.Optimizer]) -and -not $_.IsAbstract }
        $layers = [NetDsl.PowerShell.LayerKeyword]::All
        $steps = [NetDsl.Data.PreparationStep].Assembly.GetExportedTypes() |
            Where-Object { $_.IsSubclassOf([NetDsl.Data.PreparationStep]) -and -not $_.IsAbstract }
        $augmentations = [NetDsl.Data.Augmentation].Assembly.GetExportedTypes() |
            Where-Object { $_.IsSubclassOf([NetDsl.Data.Augmentation]) -and -not $_.IsAbstract }

        # The layer has the name of GaussianNoise already.
        $others = @($steps.Name) + $augmentations.Name.Replace('GaussianNoise', 'RandomNoise') + 'ScriptStep'
        $module.ExportedFunctions.Keys | Sort-Object | Should -Be (@($optimizers.Name) + $layers.Name + $others | Sort-Object)
        $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }

    It 'uses approved verbs, the noun prefix Net, and classes named after them' {
        foreach ($cmdlet in Get-Command -Module NetDsl -CommandType Cmdlet) {
            $cmdlet.Verb | Should -BeIn (Get-Verb).Verb
            $cmdlet.Noun | Should -MatchExactly '^Net[A-Z][A-Za-z]*[^s]$'
            $cmdlet.ImplementingType.Name | Should -Be "$($cmdlet.Verb)$($cmdlet.Noun)Command"
        }
    }

    It 'keeps the compiler and the readers'' libraries out of the session' {
        $null = New-NetModel "Alone$(Get-Random)" -InputShape 1 -Loss MeanSquaredError { Dense 1 }
        Set-Content TestDrive:/row.csv "x,y`n1,2"
        Import-NetData TestDrive:/row.csv -Target y | Export-NetData TestDrive:/again.csv
        $shared = [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | Where-Object {
            -not $_.IsDynamic -and $_.Location.StartsWith($module.ModuleBase)
        }
        $shared.ForEach{ $_.GetName().Name } | Should -BeIn 'NetDsl', 'NetDsl.PowerShell', 'System.Numerics.Tensors'
        $private = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'NetDsl.PowerShell'
        'NetDsl.Compilation', 'Microsoft.CodeAnalysis.CSharp', 'CsvHelper' | Should -BeIn $private.Assemblies.ForEach{ $_.GetName().Name }
    }

    It 'can be removed and imported again, in several runspaces' {
        $path = $module.Path
        $counts = 1..2 | ForEach-Object -Parallel {
            1..2 | ForEach-Object {
                Import-Module ($using:path -replace '[^\\/]+$', 'NetDsl.psd1')
                (New-NetModel Often -InputShape 2 -Loss MeanSquaredError { Dense 1 }).Parameters
                Remove-Module NetDsl
            }
        }
        $counts | Should -Be 3, 3, 3, 3
    }

    It 'has a view for each type that a command gives' {
        $types = (Get-Command -Module NetDsl -CommandType Cmdlet).OutputType.Name | Where-Object { $_ -like 'NetDsl.*' }
        $shown = Select-Xml -Path (Join-Path $module.ModuleBase Formats *.Format.ps1xml) -XPath '//TypeName' | ForEach-Object { $_.Node.InnerText }
        foreach ($type in $types) { $type | Should -BeIn $shown }
    }

    It 'explains itself and its declarations in topics of the help' {
        foreach ($topic in 'about_NetDsl', 'about_NetDsl_Declarations') {
            (Get-Help $topic).Length | Should -BeGreaterThan 1000
            Join-Path $module.ModuleBase en-US "$topic.help.txt" | Should -Exist
        }
    }

    It 'has help in which every command of a topic exists' {
        $topics = Get-Content -Raw (Join-Path $module.ModuleBase en-US about_*.help.txt)
        $commands = ([regex]::Matches($topics, '\b[A-Z][a-z]+(?:To)?-Net[A-Z][A-Za-z]+\b').Value | Select-Object -Unique)
        $commands | Should -BeIn (Get-Command -Module NetDsl).Name
    }

    It 'has the help that its doc comments say' {
        $documentation = Get-ChildItem -Recurse -Filter NetDsl.PowerShell.xml (Join-Path $PSScriptRoot .. .. module NetDsl.PowerShell bin) |
            Sort-Object LastWriteTime | Select-Object -Last 1
        if (-not $documentation) { Set-ItResult -Skipped -Because 'the module was not built here' }
        $fresh = Join-Path $TestDrive help.xml
        & (Join-Path $PSScriptRoot .. .. module Write-ModuleHelp.ps1) -Module $module.ModuleBase -Documentation $documentation -Path $fresh
        $kept = Get-Content -Raw (Join-Path $PSScriptRoot .. .. module NetDsl en-US NetDsl.PowerShell.dll-Help.xml)
        Get-Content -Raw $fresh | Should -BeExactly $kept -Because './build.ps1 -Task Help writes it'
    }
}

Describe 'The help of <Name>' -ForEach $commands {
    BeforeAll {
        $help = Get-Help $Name -Full
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $parameters = $Command.Parameters.Keys | Where-Object { $_ -notin $common }
    }

    It 'has a synopsis and a description' {
        $help.Synopsis.Trim() | Should -Not -BeLike "$Name*"
        ($help.description | Out-String).Trim().Length | Should -BeGreaterThan 80
    }

    It 'describes each parameter' {
        foreach ($parameter in $parameters) {
            $text = $help.parameters.parameter | Where-Object name -EQ $parameter
            ($text.description | Out-String).Trim() | Should -Not -BeNullOrEmpty -Because "-$parameter needs a description"
        }
    }

    It 'shows every parameter set' {
        @($help.syntax.syntaxItem).Count | Should -Be $Command.ParameterSets.Count
    }

    It 'says what comes out' {
        $Command.OutputType | Should -Not -BeNullOrEmpty
    }

    It 'has at least two examples' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
    }
}

Describe 'The script <Name>' -ForEach $scripts -Skip:(-not $hasAnalyzer) {
    It 'is clean for PSScriptAnalyzer' {
        $findings = Invoke-ScriptAnalyzer -Path $Path -Settings (Join-Path $PSScriptRoot AnalyzerSettings.psd1)
        $findings | ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
