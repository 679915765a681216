<#
.SYNOPSIS
Builds and tests NetDsl from PowerShell.

.DESCRIPTION
Build compiles the solution and leaves the module in artifacts/module/NetDsl, which Import-Module and Publish-PSResource take. Test runs
the tests of the libraries and of the module. Analyze looks for what PSScriptAnalyzer finds in the scripts; the C# is analysed whenever it
is built. Package leaves in artifacts/packages the NuGet package of the library and the module as a zip. Help writes anew, from doc
comments, the help of the cmdlets and the layer keywords with theirs.

.PARAMETER Task
What to do, in this order.

.PARAMETER Configuration
Release, or Debug to step through the code.

.EXAMPLE
./build.ps1

Builds everything.

.EXAMPLE
./build.ps1 -Task Build, Test, Analyze, Package

Builds everything, runs all tests and leaves what can be published.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Analyze', 'Package', 'Help')] [string[]] $Task = 'Build',
    [ValidateSet('Release', 'Debug')] [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$module = Join-Path $PSScriptRoot artifacts module NetDsl

function Invoke-Dotnet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed; see its output above." }
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' {
            Invoke-Dotnet build (Join-Path $PSScriptRoot NetDsl.sln) --configuration $Configuration
        }
        'Test' {
            # The module's tests follow by themselves, with a result for each, so that the test that starts them is left out here.
            Invoke-Dotnet test (Join-Path $PSScriptRoot NetDsl.sln) --configuration $Configuration --filter 'FullyQualifiedName!~PesterTests'
            & (Join-Path $PSScriptRoot tests module Invoke-Tests.ps1) -Module $module
        }
        'Analyze' {
            $scripts = Get-ChildItem -Recurse -File -Include *.ps1, *.psm1, *.psd1 -Path (
                Join-Path $PSScriptRoot build.ps1), (Join-Path $PSScriptRoot module), (Join-Path $PSScriptRoot tests),
                (Join-Path $PSScriptRoot data) |
                Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]'
            $settings = Join-Path $PSScriptRoot tests module AnalyzerSettings.psd1
            $findings = $scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings $settings }
            $findings
            if ($findings) { throw "PSScriptAnalyzer found $(@($findings).Count) things to mend; see above." }
        }
        'Package' {
            $packages = Join-Path $PSScriptRoot artifacts packages
            Invoke-Dotnet pack (Join-Path $PSScriptRoot src NetDsl) --configuration $Configuration --output $packages
            Invoke-Dotnet build (Join-Path $PSScriptRoot module NetDsl.PowerShell) --configuration $Configuration
            $manifest = Test-ModuleManifest (Join-Path $module NetDsl.psd1)
            $zip = Join-Path $packages "NetDsl.PowerShell.$($manifest.Version).zip"
            Remove-Item $zip -ErrorAction Ignore
            [System.IO.Compression.ZipFile]::CreateFromDirectory($module, $zip)
            Get-ChildItem $packages
        }
        'Help' {
            $project = Join-Path $PSScriptRoot module NetDsl.PowerShell
            Invoke-Dotnet build $project --configuration $Configuration
            # In a process of its own: an imported module cannot be built over.
            $documentation = Join-Path $project bin $Configuration net10.0 NetDsl.PowerShell.xml
            $help = Join-Path $PSScriptRoot module NetDsl en-US NetDsl.PowerShell.dll-Help.xml
            pwsh -NoProfile -File (Join-Path $PSScriptRoot module Write-ModuleHelp.ps1) -Module $module -Documentation $documentation -Path $help
            $documentation = Join-Path $PSScriptRoot src NetDsl bin $Configuration net10.0 NetDsl.xml
            $folder = Join-Path $PSScriptRoot module NetDsl
            pwsh -NoProfile -File (Join-Path $PSScriptRoot module Write-LayerKeywords.ps1) -Module $module -Documentation $documentation -Path $folder
            Invoke-Dotnet build $project --configuration $Configuration
        }
    }
}
