<#
.SYNOPSIS
Writes the help of the module's cmdlets from the doc comments of their classes.

.DESCRIPTION
Get-Help reads MAML, which repeats what the classes say: syntax, parameters, types, defaults. So the text is written once, as
doc comments in C#, the rest is asked of PowerShell, and the file is committed; a test holds it against what this script would write.

.PARAMETER Module
The folder of the built module.

.PARAMETER Documentation
The XML file of doc comments that the compiler wrote beside the module's assembly.

.PARAMETER Path
The file to write.

.EXAMPLE
./module/Write-ModuleHelp.ps1 -Module artifacts/module/NetDsl -Documentation NetDsl.PowerShell.xml -Path help.xml

Writes the help of what was built.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Documentation,
    [Parameter(Mandatory)] [string] $Path
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

Import-Module (Join-Path $PSScriptRoot Maml.psm1)
$common = [System.Management.Automation.Cmdlet]::CommonParameters
$members = Read-DocComment $Documentation

# Of commands that write; PowerShell has no text of its own where a module brings help.
$standard = @{
    WhatIf  = 'Tells what would be done, and does nothing.'
    Confirm = 'Asks before anything is done.'
}

function Get-ParameterText($cmdlet, $name) {
    if ($standard.ContainsKey($name)) { return $standard[$name] }
    $property = $cmdlet.ImplementingType.GetProperty($name)
    ConvertTo-Paragraph $members["P:$($property.DeclaringType.FullName).$name"].SelectSingleNode('summary')
}

# What a parameter is where nobody gives it; empty where there is no telling value.
function Get-Default($cmdlet, $parameter) {
    if ($parameter.Name -eq 'Threads') { return 'the processors of the machine' }
    if ($standard.ContainsKey($parameter.Name)) { return '' }
    $value = $cmdlet.ImplementingType.GetProperty($parameter.Name).GetValue([Activator]::CreateInstance($cmdlet.ImplementingType))
    if ($parameter.IsMandatory -or $null -eq $value -or $value -is [array] -or $value -is [switch]) { return '' }
    # A 0 that could not be given, or would do something, stands for nothing given.
    if ($value -in 0, 0.0, [timespan]::Zero -and $value -isnot [enum] -and $value -isnot [ulong]) { return '' }
    if ($value -is [NetDsl.Training.Optimizer]) { return $value.GetType().Name }
    [string]::Format([cultureinfo]::InvariantCulture, '{0}', $value)
}

function Add-Parameter($writer, $cmdlet, $parameter) {
    $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
    $pipeline = @(
        if ($parameter.ValueFromPipeline) { 'ByValue' }
        if ($parameter.ValueFromPipelineByPropertyName) { 'ByPropertyName' }
    )
    $writer.WriteStartElement('command', 'parameter', $namespace.command)
    $writer.WriteAttributeString('required', ([string] $parameter.IsMandatory).ToLowerInvariant())
    $writer.WriteAttributeString('variableLength', ([string] $type.IsArray).ToLowerInvariant())
    $writer.WriteAttributeString('globbing', ([string] ($parameter.Name -eq 'Path' -and $type.IsArray)).ToLowerInvariant())
    $writer.WriteAttributeString('pipelineInput', $(if ($pipeline) { "True ($($pipeline -join ', '))" } else { 'False' }))
    $writer.WriteAttributeString('position', $(if ($parameter.Position -ge 0) { "$($parameter.Position)" } else { 'named' }))
    $writer.WriteAttributeString('aliases', $(if ($parameter.Aliases) { $parameter.Aliases -join ', ' } else { 'none' }))
    Add-Element $writer maml name $parameter.Name
    Add-Text $writer description (Get-ParameterText $cmdlet $parameter.Name)
    if ($type -ne [switch]) {
        $writer.WriteStartElement('command', 'parameterValue', $namespace.command)
        $writer.WriteAttributeString('required', 'true')
        $writer.WriteAttributeString('variableLength', ([string] $type.IsArray).ToLowerInvariant())
        $writer.WriteString($type.Name)
        $writer.WriteEndElement()
    }
    Add-Element $writer dev type { Add-Element $writer maml name $type.Name }
    $default = Get-Default $cmdlet $parameter
    if ($default) { Add-Element $writer dev defaultValue $default }
    $writer.WriteEndElement()
}

function Add-Command($writer, $cmdlet) {
    $text = $members["T:$($cmdlet.ImplementingType.FullName)"]
    $sets = $cmdlet.ParameterSets | Sort-Object { -not $_.IsDefault }, Name
    $parameters = $sets.Parameters | Where-Object Name -NotIn $common | Group-Object Name | ForEach-Object { $_.Group[0] } | Sort-Object Name
    $inputs = $parameters | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName } |
        ForEach-Object { $_.ParameterType.FullName } | Select-Object -Unique
    Add-Element $writer command command {
        Add-Element $writer command details {
            Add-Element $writer command name $cmdlet.Name
            Add-Text $writer description (ConvertTo-Paragraph $text.SelectSingleNode('summary'))
            Add-Element $writer command verb $cmdlet.Verb
            Add-Element $writer command noun $cmdlet.Noun
        }
        Add-Text $writer description ($text.SelectNodes('remarks/para') | ForEach-Object { ConvertTo-Paragraph $_ })
        Add-Element $writer command syntax {
            foreach ($set in $sets) {
                Add-Element $writer command syntaxItem {
                    Add-Element $writer maml name $cmdlet.Name
                    $order = { $_.Position -lt 0 }, 'Position', { -not $_.IsMandatory }, 'Name'
                    $set.Parameters | Where-Object Name -NotIn $common | Sort-Object $order | ForEach-Object { Add-Parameter $writer $cmdlet $_ }
                }
            }
        }
        Add-Element $writer command parameters { $parameters | ForEach-Object { Add-Parameter $writer $cmdlet $_ } }
        Add-Element $writer command inputTypes {
            foreach ($type in $inputs) {
                Add-Element $writer command inputType { Add-Element $writer dev type { Add-Element $writer maml name $type } }
            }
        }
        Add-Element $writer command returnValues {
            foreach ($type in $cmdlet.OutputType.Name | Select-Object -Unique) {
                Add-Element $writer command returnValue { Add-Element $writer dev type { Add-Element $writer maml name $type } }
            }
        }
        Add-Element $writer command examples {
            $number = 0
            foreach ($example in $text.SelectNodes('example')) {
                $number++
                Add-Element $writer command example {
                    Add-Element $writer maml title "Example ${number}: $(ConvertTo-Paragraph $example.SelectSingleNode('para'))"
                    Add-Element $writer dev code (ConvertTo-CodeBlock $example.SelectSingleNode('code'))
                    Add-Element $writer dev remarks { Add-Element $writer maml para '' }
                }
            }
        }
    }
}

Import-Module (Convert-Path $Module)
$settings = [System.Xml.XmlWriterSettings] @{ Indent = $true; NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false) }
$target = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$writer = [System.Xml.XmlWriter]::Create($target, $settings)
try {
    $writer.WriteStartDocument()
    $writer.WriteComment(' Written by Write-ModuleHelp.ps1 from the doc comments of the cmdlets. Changes to this file are lost. ')
    $writer.WriteStartElement('helpItems', 'http://msh')
    $writer.WriteAttributeString('schema', 'maml')
    foreach ($prefix in $namespace.Keys | Sort-Object) { $writer.WriteAttributeString('xmlns', $prefix, $null, $namespace[$prefix]) }
    Get-Command -Module NetDsl -CommandType Cmdlet | Sort-Object Name | ForEach-Object { Add-Command $writer $_ }
    $writer.WriteEndElement()
    $writer.WriteEndDocument()
}
finally {
    $writer.Dispose()
}

[System.IO.File]::AppendAllText($target, "`n")
