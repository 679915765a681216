<#
.SYNOPSIS
Writes the layer keywords of the module and their help from the attributes of NetDsl.

.DESCRIPTION
A layer is declared by the same words in C# and in a script, so the commands are written from the attributes: a script module with a
function for each, and a MAML file from their doc comments and the examples of LayerExamples.psd1. Both are committed; a test holds them
against what this script would write.

.PARAMETER Module
The folder of the built module.

.PARAMETER Documentation
The XML file of doc comments that the compiler wrote beside NetDsl.dll.

.PARAMETER Path
The folder to write to: NetDsl.Layers.psm1, and NetDsl.Layers-Help.xml in its folder en-US.

.EXAMPLE
./module/Write-LayerKeywords.ps1 -Module artifacts/module/NetDsl -Documentation NetDsl.xml -Path module/NetDsl

Writes the keywords of what was built.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Documentation,
    [Parameter(Mandatory)] [string] $Path
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Import-Module (Convert-Path $Module)
Import-Module (Join-Path $PSScriptRoot Maml.psm1)

$help = 'NetDsl.Layers-Help.xml'
$keywords = [NetDsl.PowerShell.LayerKeyword]::All
$comments = Read-DocComment $Documentation
$examples = Import-PowerShellDataFile (Join-Path $PSScriptRoot LayerExamples.psd1)
$words = @{ [int] = 'int'; [double] = 'double'; [bool] = 'bool'; [string] = 'string' }

# The constructor that a keyword's positional parameters are those of.
function Get-Constructor($Keyword) {
    $Keyword.Attribute.GetConstructors() | Sort-Object { $_.GetParameters().Count } | Select-Object -First 1
}

function Get-ParameterDeclaration($Parameter) {
    $type = $words[$Parameter.ValueType] ?? $Parameter.ValueType.FullName
    $list = $Parameter.TakesSeveral ? '[]' : ''
    @(
        if ($null -ne $Parameter.Position) { "[Parameter(Position = $($Parameter.Position))]" }
        if ($Parameter.ValueType -eq [int]) { '[NetDsl.PowerShell.WholeNumber()]' }
        if ($Parameter.ValueType -eq [bool]) { "[ArgumentCompletions('`$true', '`$false')]" }
        if ($Parameter.Name -in 'From', 'WeightsFrom', 'Layers') { '[ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])]' }
        "[$type$list] `$$($Parameter.Name)"
    ) -join ' '
}

function Get-Function($Keyword) {
    @"

function $($Keyword.Name) {
    # .EXTERNALHELP $help
    [CmdletBinding(PositionalBinding = `$false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        $(($Keyword.Parameters | ForEach-Object { Get-ParameterDeclaration $_ }) -join ",`n        ")
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('$($Keyword.Name)', `$PSBoundParameters, `$PSCmdlet)
}
"@
}

# What a comment says of a constructor's parameter, or of the property of the same name.
function Get-ParameterText($Keyword, $Parameter) {
    $text = $null
    if ($null -ne $Parameter.Position) {
        $constructor = Get-Constructor $Keyword
        $name = $constructor.GetParameters()[$Parameter.Position].Name
        $types = ($constructor.GetParameters().ParameterType.FullName) -join ','
        $text = $comments["M:$($Keyword.Attribute.FullName).#ctor($types)"].SelectSingleNode("param[@name='$name']")
    }
    if ($null -eq $text) {
        $property = $Keyword.Attribute.GetProperty($Parameter.Name)
        $text = $comments["P:$($property.DeclaringType.FullName).$($Parameter.Name)"].SelectSingleNode('summary')
    }
    $parts = Get-PartName $Keyword $Parameter
    (ConvertTo-Paragraph $text) + ($parts ? " One value, or several: $($parts -join '; ')." : '')
}

# What several values are, for each number of them that is more than one: height, width.
function Get-PartName($Keyword, $Parameter) {
    if ($Parameter.Counts.Count -lt 2) { return }
    if ($null -eq $Parameter.Position) { return $Parameter.Parts -join ', ' }
    $Keyword.Attribute.GetConstructors() | Sort-Object { $_.GetParameters().Count } | Select-Object -Skip 1 |
        ForEach-Object { ($_.GetParameters() | Select-Object -Skip $Parameter.Position).Name -join ', ' }
}

# What a parameter is where nobody gives it; empty where there is no telling value.
function Get-Default($Keyword, $Parameter) {
    if ($Parameter.IsRequired) { return '' }
    $constructor = Get-Constructor $Keyword
    if ($null -ne $Parameter.Position) {
        $value = $constructor.GetParameters()[$Parameter.Position].DefaultValue
        if ($value -is [DBNull]) { return '' }
        return [string] ($Parameter.ValueType.IsEnum ? [Enum]::ToObject($Parameter.ValueType, $value) : $value)
    }
    $arguments = @(foreach ($argument in $constructor.GetParameters()) {
            $type = $argument.ParameterType
            , ($type.IsArray ? [array]::CreateInstance($type.GetElementType(), 0) : [Activator]::CreateInstance($type))
        })
    $value = $Keyword.Attribute.GetProperty($Parameter.Name).GetValue($constructor.Invoke($arguments))
    if ($null -eq $value -or ($value -is [double] -and -not [double]::IsFinite($value))) { return '' }
    [string]::Format([cultureinfo]::InvariantCulture, '{0}', $value)
}

function Get-ExampleCode($Shape, $Lines) {
    $ends = @(
        if ($Shape) { "-InputShape $Shape" }
        if (-not ($Lines -like 'Output*')) { '-Loss MeanSquaredError' }
    )
    @(
        (@('$model = New-NetModel Example') + $ends + '{') -join ' '
        $Lines | ForEach-Object { "    $_" }
        '}'
    ) -join "`n"
}

function Get-HelpOfKeyword($Keyword) {
    $type = $comments["T:$($Keyword.Attribute.FullName)"]
    $text = ConvertTo-Paragraph $type.SelectSingleNode('summary')
    $example = $type.SelectSingleNode('example/code')
    @{
        Name        = $Keyword.Name
        Synopsis    = ($text -split '(?<=[.:]) (?=[A-Z])', 2)[0] -replace ':$', '.'
        Description = @(
            $text
            $type.SelectNodes('remarks') | ForEach-Object { ConvertTo-Paragraph $_ }
            'It stands in the script block of New-NetModel, as the examples show.'
            if ($example) { "As an attribute of a C# class: $(((ConvertTo-CodeBlock $example) -replace '\s*//.*$') -replace '\s*\n\s*', ' ')" }
        )
        Parameters  = @($Keyword.Parameters | ForEach-Object {
                @{
                    Name     = $_.Name
                    Text     = Get-ParameterText $Keyword $_
                    Type     = $_.ValueType.Name + ($_.TakesSeveral ? '[]' : '')
                    Position = $_.Position
                    Required = $_.IsRequired
                    Default  = Get-Default $Keyword $_
                }
            })
        Outputs     = @('NetDsl.PowerShell.LayerStatement')
        Examples    = @($examples[$Keyword.Name] | ForEach-Object {
                @{ Title = $_[0]; Code = Get-ExampleCode $_[1] ($_ | Select-Object -Skip 2) }
            })
    }
}

$folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$header = @'
# Written by Write-LayerKeywords.ps1 from the attributes of NetDsl. Changes to this file are lost.
#
# The words that a model's script block is made of, named as in Keras. They give what New-NetModel collects, and stand for nothing
# anywhere else; like Pester's keywords they have no verb.

'@
$functions = ($keywords | ForEach-Object { Get-Function $_ }) -join "`n"
$export = "`n`nExport-ModuleMember -Function @(`n    '" + ($keywords.Name -join "'`n    '") + "'`n)`n"
$script = ($header + $functions + $export) -replace '\r', ''
[System.IO.File]::WriteAllText((Join-Path $folder NetDsl.Layers.psm1), $script, [System.Text.UTF8Encoding]::new($false))
$null = New-Item -ItemType Directory -Force (Join-Path $folder en-US)
Write-Maml -Path (Join-Path $folder en-US $help) -Command ($keywords | ForEach-Object { Get-HelpOfKeyword $_ }) `
    -Comment ' Written by Write-LayerKeywords.ps1 from the doc comments of the attributes. Changes to this file are lost. '
