<#
.SYNOPSIS
Builds and tests NetDsl from PowerShell.

.DESCRIPTION
Build compiles the solution and leaves the module in artifacts/module/NetDsl, which Import-Module takes. Test runs the tests of
the libraries and of the module. Help writes the help of the cmdlets
anew from their doc comments, and the layer keywords with theirs from the attributes of NetDsl.

.PARAMETER Task
What to do, in this order.

.PARAMETER Configuration
Release, or Debug to step through the code.

.EXAMPLE
./build.ps1

Builds everything.

.EXAMPLE
./build.ps1 -Task Build, Test

Builds everything and runs all tests.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Help')] [string[]] $Task = 'Build',
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
