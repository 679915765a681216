<#
.SYNOPSIS
Runs the module's Pester tests.

.DESCRIPTION
Ends with an exit code of 1 where a test failed. Compiled networks go to a cache of this run alone, so that every run compiles them.

.PARAMETER Module
The folder of the built module.

.PARAMETER ResultPath
A file for the results in the format of JUnit.

.PARAMETER Filter
The names of tests, with wildcards; all where it is left out.

.EXAMPLE
./tests/module/Invoke-Tests.ps1 -ResultPath pester.xml

Runs all tests and leaves the results in a file.
#>
[CmdletBinding()]
param(
    [string] $Module = (Join-Path $PSScriptRoot .. .. artifacts module NetDsl),
    [string] $ResultPath,
    [string[]] $Filter
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5
$cache = Join-Path ([System.IO.Path]::GetTempPath()) "netdsl-$([guid]::NewGuid().ToString('N'))"
$before = $env:NETDSL_CACHE, $env:NETDSL_MODULE
$env:NETDSL_CACHE = $cache
$env:NETDSL_MODULE = Convert-Path $Module
try {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $PSScriptRoot
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Normal'
    $configuration.Output.RenderMode = 'Plaintext'
    if ($Filter) { $configuration.Filter.FullName = $Filter }
    if ($ResultPath) {
        $configuration.TestResult.Enabled = $true
        $configuration.TestResult.OutputFormat = 'JUnitXml'
        $configuration.TestResult.OutputPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ResultPath)
    }
    $result = Invoke-Pester -Configuration $configuration
}
finally {
    $env:NETDSL_CACHE, $env:NETDSL_MODULE = $before
    Remove-Item -Recurse -Force $cache -ErrorAction Ignore
}

exit [int] ($result.Result -ne 'Passed')
