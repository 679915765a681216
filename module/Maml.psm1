# From doc comments of C# to MAML, the format of Get-Help.

$namespace = @{
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

# The comments of a file that the compiler wrote, by the ids of their members.
function Read-DocComment([string] $Path) {
    $members = @{}
    foreach ($member in ([xml] (Get-Content -Raw $Path)).doc.members.member) { $members[$member.name] = $member }
    $members
}

# A comment as one paragraph; a reference is the last part of a name: Activation.SELU is SELU, DenseAttribute is Dense.
function ConvertTo-Paragraph([System.Xml.XmlNode] $Node) {
    $text = foreach ($part in $Node.SelectNodes('.//text() | .//see | .//paramref')) {
        switch ($part.Name) {
            'see' { if ($part.HasAttribute('langword')) { $part.langword } elseif (-not $part.InnerText) { $part.cref -replace '\(.*' -replace '.*[.:]' -replace '(?<=.)Attribute$' } }
            'paramref' { $part.name }
            default { $part.Value }
        }
    }
    ((-join $text) -split '\s+' -ne '') -join ' '
}

# Lines of code without the spaces that all of them begin with.
function ConvertTo-CodeBlock([System.Xml.XmlNode] $Node) {
    $lines = $Node.InnerText.Trim("`r", "`n").TrimEnd() -split '\r?\n'
    $indent = ($lines | Where-Object { $_.Trim() } | ForEach-Object { $_.Length - $_.TrimStart().Length } | Measure-Object -Minimum).Minimum
    ($lines | ForEach-Object { if ($_.Length -ge $indent) { $_.Substring($indent) } else { '' } }) -join "`n"
}

function Add-Element($Writer, $Prefix, $Name, $Content) {
    $Writer.WriteStartElement($Prefix, $Name, $namespace[$Prefix])
    if ($Content -is [scriptblock]) { & $Content } else { $Writer.WriteString([string] $Content) }
    $Writer.WriteEndElement()
}

function Add-Text($Writer, $Name, $Paragraphs) {
    Add-Element $Writer maml $Name { foreach ($paragraph in $Paragraphs) { Add-Element $Writer maml para $paragraph } }
}

function Add-Parameter($Writer, $Parameter, [switch] $Whole) {
    $Writer.WriteStartElement('command', 'parameter', $namespace.command)
    $Writer.WriteAttributeString('required', ([string] $Parameter.Required).ToLowerInvariant())
    $Writer.WriteAttributeString('variableLength', ([string] $Parameter.Type.EndsWith('[]')).ToLowerInvariant())
    $Writer.WriteAttributeString('globbing', 'false')
    $Writer.WriteAttributeString('pipelineInput', 'False')
    $Writer.WriteAttributeString('position', $(if ($null -ne $Parameter.Position) { "$($Parameter.Position)" } else { 'named' }))
    $Writer.WriteAttributeString('aliases', 'none')
    Add-Element $Writer maml name $Parameter.Name
    if ($Whole) { Add-Text $Writer description $Parameter.Text }
    Add-Element $Writer command parameterValue $Parameter.Type
    if ($Whole) {
        Add-Element $Writer dev type { Add-Element $Writer maml name $Parameter.Type }
        if ($Parameter.Default) { Add-Element $Writer dev defaultValue $Parameter.Default }
    }
    $Writer.WriteEndElement()
}

function Add-Command($Writer, $Command) {
    Add-Element $Writer command command {
        Add-Element $Writer command details {
            Add-Element $Writer command name $Command.Name
            Add-Text $Writer description $Command.Synopsis
        }
        Add-Text $Writer description $Command.Description
        Add-Element $Writer command syntax {
            Add-Element $Writer command syntaxItem {
                Add-Element $Writer maml name $Command.Name
                foreach ($parameter in $Command.Parameters) { Add-Parameter $Writer $parameter }
            }
        }
        Add-Element $Writer command parameters { foreach ($parameter in $Command.Parameters) { Add-Parameter $Writer $parameter -Whole } }
        Add-Element $Writer command returnValues {
            foreach ($type in $Command.Outputs) {
                Add-Element $Writer command returnValue { Add-Element $Writer dev type { Add-Element $Writer maml name $type } }
            }
        }
        Add-Element $Writer command examples {
            $number = 0
            foreach ($example in $Command.Examples) {
                $number++
                Add-Element $Writer command example {
                    Add-Element $Writer maml title "Example ${number}: $($example.Title)"
                    Add-Element $Writer dev code $example.Code
                    Add-Element $Writer dev remarks { Add-Element $Writer maml para '' }
                }
            }
        }
    }
}

# Writes the help of functions without parameter sets or pipeline input: tables of Name, Synopsis, Description, Parameters, Outputs, Examples.
function Write-Maml([string] $Path, [System.Collections.IDictionary[]] $Command, [string] $Comment) {
    $settings = [System.Xml.XmlWriterSettings] @{ Indent = $true; IndentChars = ' '; NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false) }
    $writer = [System.Xml.XmlWriter]::Create($Path, $settings)
    try {
        $writer.WriteStartDocument()
        $writer.WriteComment($Comment)
        $writer.WriteStartElement('helpItems', 'http://msh')
        $writer.WriteAttributeString('schema', 'maml')
        foreach ($prefix in $namespace.Keys | Sort-Object) { $writer.WriteAttributeString('xmlns', $prefix, $null, $namespace[$prefix]) }
        foreach ($item in $Command) { Add-Command $writer $item }
        $writer.WriteEndElement()
        $writer.WriteEndDocument()
    }
    finally {
        $writer.Dispose()
    }

    [System.IO.File]::AppendAllText($Path, "`n")
}

Export-ModuleMember -Function Read-DocComment, ConvertTo-Paragraph, ConvertTo-CodeBlock, Add-Element, Add-Text, Write-Maml -Variable namespace
