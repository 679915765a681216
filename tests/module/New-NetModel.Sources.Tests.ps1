BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1

    function Get-Failure([scriptblock] $FailingAction) {
        $failures = @()
        $ErrorActionPreference = 'Stop'
        try { $null = & $FailingAction } catch { $failures += $_ }
        $failures.Count | Should -Be 1
        $failures[0]
    }

    # An assembly such as a project builds: the cache keeps what was compiled, behind a header.
    function Write-NetworkAssembly($Model, $Path) {
        $folder = $env:NETDSL_CACHE ? $env:NETDSL_CACHE : (Join-Path ([Environment]::GetFolderPath('LocalApplicationData')) NetDsl cache)
        $key = $Model.Network.GetType().Assembly.GetName().Name -replace '^.*\.'
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path $folder "$key.netdsl"))
        $start = [System.Text.Encoding]::Latin1.GetString($bytes).IndexOf("MZ$([char] 0x90)", [System.StringComparison]::Ordinal)
        [System.IO.File]::WriteAllBytes($Path, $bytes[$start..($bytes.Length - 1)])
    }

    function Write-Assembly($Path, $Code, $Reference) {
        $references = @($Reference | Where-Object { $_ })
        $options = $references ? @{ ReferencedAssemblies = $references } : @{ }
        Add-Type -TypeDefinition $Code -OutputAssembly $Path -OutputType Library @options
    }
}

Describe 'New-NetModel -Path with C#' {
    It 'makes the network of a C# file' {
        New-NetModel FromFile -InputShape 4 -Loss MeanSquaredError -AsSource { Dense 3 } | Set-Content TestDrive:/FromFile.cs
        $model = New-NetModel -Path TestDrive:/FromFile.cs
        $model.Name | Should -Be 'FromFile'
        $model.Parameters | Should -Be 15
    }

    It 'asks which of several networks is meant' {
        Set-Content TestDrive:/two.cs @'
using NetDsl;
namespace Physics;
[Network, Input(2), Dense(1), Loss(Loss.MeanSquaredError)] public partial class One;
[Network, Input(3), Dense(1), Loss(Loss.MeanSquaredError)] public partial class Two;
'@
        $failure = Get-Failure { New-NetModel -Path TestDrive:/two.cs }
        $failure.FullyQualifiedErrorId | Should -Be 'NetworkNotFound,NetDsl.PowerShell.NewNetModelCommand'
        $failure.Exception.Message | Should -BeLike '*Physics.One, Physics.Two*'
        (New-NetModel -Path TestDrive:/two.cs -Name Two).InputShape | Should -Be 3
        (New-NetModel -Path TestDrive:/two.cs -Name Physics.*).Name | Should -Be 'One', 'Two'
        Get-Failure { New-NetModel -Path TestDrive:/two.cs -Name Three } | ForEach-Object TargetObject | Should -Be 'Three'
        $text = "New-NetModel -Path '$TestDrive/two.cs' -Name "
        (TabExpansion2 $text $text.Length).CompletionMatches.CompletionText | Should -Be 'One', 'Two'
    }

    It 'takes wildcards, literal names and the pipeline, and goes on after a file that fails' {
        $null = New-Item -ItemType Directory TestDrive:/many
        foreach ($name in 'A', 'B') {
            New-NetModel $name -InputShape 2 -Loss MeanSquaredError -AsSource { Dense 1 } | Set-Content "TestDrive:/many/$name.cs"
        }
        Copy-Item TestDrive:/many/A.cs -Destination (Join-Path $TestDrive many '[A].cs')
        Set-Content TestDrive:/many/bad.cs 'no C#'
        $models = New-NetModel -Path TestDrive:/many/*.cs -ErrorAction SilentlyContinue -ErrorVariable failures
        $models.Name | Sort-Object | Should -Be 'A', 'A', 'B'
        $failures.TargetObject | Should -BeLike '*bad.cs'
        (Get-ChildItem TestDrive:/many/?.cs | New-NetModel).Name | Should -Be 'A', 'B'
        (New-NetModel -LiteralPath "$TestDrive/many/[A].cs").Name | Should -Be 'A'
        ("$TestDrive/many/A.cs" | New-NetModel -AsSource) | Should -Be (Get-Content -Raw TestDrive:/many/A.cs)
    }

    It 'names the line of a mistake' {
        Set-Content TestDrive:/wrong.cs "using NetDsl;`n[Network, Input(2)]`n[Dense(0)]`n[Loss(Loss.MeanSquaredError)]`npublic partial class Wrong;"
        $failure = Get-Failure { New-NetModel -Path TestDrive:/wrong.cs }
        $failure.Exception.Message | Should -BeLike '*wrong.cs, line 3: NETDSL017*'
        $failure.TargetObject | Should -BeLike '*wrong.cs'
    }

    It 'says that there is no file, no C#, no network in it, or that it is another kind of file' {
        Set-Content TestDrive:/none.cs 'public class None;'
        Set-Content TestDrive:/text.cs 'this is no C#'
        Set-Content TestDrive:/model.safetensors ''
        Set-Content TestDrive:/model.txt ''
        (Get-Failure { New-NetModel -Path TestDrive:/missing.cs }).FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
        (Get-Failure { New-NetModel -Path TestDrive:/none.cs }).FullyQualifiedErrorId | Should -BeLike 'InvalidDeclaration,*'
        (Get-Failure { New-NetModel -Path TestDrive:/text.cs }).FullyQualifiedErrorId | Should -BeLike 'CS*'
        (Get-Failure { New-NetModel -Path TestDrive:/model.safetensors }).Exception.Message | Should -BeLike '*Import-NetModel*'
        $failure = Get-Failure { New-NetModel -Path TestDrive:/model.txt }
        $failure.FullyQualifiedErrorId | Should -BeLike 'UnknownSource,*'
        $failure.Exception.Message | Should -BeLike '*.cs*.dll*.json*'
    }
}

Describe 'New-NetModel with an assembly' {
    BeforeAll {
        $model = New-NetModel InAssembly -InputShape 3 -Loss MeanSquaredError -Seed 5 { Dense 2 }
        Write-NetworkAssembly $model "$TestDrive/InAssembly.dll"
    }

    It 'makes the network that a project compiled, and leaves the file alone' {
        $loaded = New-NetModel -Path "$TestDrive/InAssembly.dll" -Seed 5
        $loaded.Name | Should -Be 'InAssembly'
        $loaded.Network.Parameters['dense_0/kernel'].ToArray() | Should -Be $model.Network.Parameters['dense_0/kernel'].ToArray()
        [System.IO.File]::Open("$TestDrive/InAssembly.dll", 'Open', 'ReadWrite', 'None').Dispose()
    }

    It 'says how it was declared, and can be saved and checked in double precision as any other' {
        Write-NetworkAssembly (New-NetModel Telling -InputShape 3 -Loss MeanSquaredError { Dense 2 -Activation Tanh; Dense 1 }) "$TestDrive/Telling.dll"
        New-NetModel -Path "$TestDrive/Telling.dll" -AsSource | Should -BeLike '*`[Dense(2, Activation.Tanh)]*class Telling;*'
        $loaded = New-NetModel -Path "$TestDrive/Telling.dll" -Seed 3
        Export-NetModel $loaded "$TestDrive/telling"
        (Import-NetModel "$TestDrive/telling.safetensors").Parameters | Should -Be $loaded.Parameters
        $loaded | Test-NetGradient -Quiet -WarningVariable warnings | Should -BeTrue
        $warnings | Should -BeNullOrEmpty
    }

    It 'keeps two versions of one name apart' {
        Copy-Item "$TestDrive/InAssembly.dll" "$TestDrive/Version.dll"
        $one = New-NetModel -Path "$TestDrive/Version.dll"
        Write-NetworkAssembly (New-NetModel InAssembly -InputShape 5 -Loss MeanSquaredError { Dense 4 }) "$TestDrive/Version.dll"
        $other = New-NetModel -Path "$TestDrive/Version.dll"
        $one.Name, $other.Name | Should -Be 'InAssembly', 'InAssembly'
        $one.Parameters, $other.Parameters | Should -Be 8, 24
    }

    It 'takes a class that the session has loaded' {
        $type = [System.Reflection.Assembly]::LoadFrom("$TestDrive/InAssembly.dll").GetType('InAssembly')
        (New-NetModel -Type $type).Parameters | Should -Be 8
        ($type | New-NetModel -Seed 1).Seed | Should -Be 1
    }

    It 'says of a type that it is no network' {
        $failure = Get-Failure { New-NetModel -Type ([string]) }
        $failure.FullyQualifiedErrorId | Should -Be 'NotANetwork,NetDsl.PowerShell.NewNetModelCommand'
        $failure.TargetObject | Should -Be ([string])
    }

    It 'says what is wrong with a file: <Text>' -ForEach @(
        @{ Name = 'Text'; Make = { Set-Content $args[0] 'no assembly' }; Text = '*no assembly of .NET*' }
        @{ Name = 'None'; Make = { Write-Assembly $args[0] 'public class None { }' }; Text = '*has no network*' }
        @{ Name = 'Uses'; Make = { Write-Assembly $args[0] 'public class Uses { public NetDsl.Loss Loss; }' ([NetDsl.NetworkAttribute].Assembly.Location) }; Text = '*has no network*' }
        @{
            Name = 'Old'
            Make = {
                $core = [object].Assembly
                $library = [System.Reflection.Emit.PersistedAssemblyBuilder]::new('NetDsl, Version=0.0.7.0', $core)
                $ancient = $library.DefineDynamicModule('NetDsl').DefineType('Ancient', 'Public').CreateType()
                $assembly = [System.Reflection.Emit.PersistedAssemblyBuilder]::new('Old', $core)
                $null = $assembly.DefineDynamicModule('Old').DefineType('Old', 'Public', $ancient).CreateType()
                $assembly.Save([string] $args[0])
            }
            Text = '*built against NetDsl 0.0.7.0*'
        }
    ) {
        $file = "$TestDrive/$Name.dll"
        & $Make $file
        $failure = Get-Failure { New-NetModel -Path $file }
        $failure.FullyQualifiedErrorId | Should -Be 'InvalidAssembly,NetDsl.PowerShell.NewNetModelCommand'
        $failure.CategoryInfo.Category | Should -Be 'InvalidData'
        $failure.TargetObject | Should -Be (Convert-Path $file)
        $failure.Exception.Message | Should -BeLike $Text
    }
}

Describe 'New-NetModel with data' {
    BeforeAll {
        $source = @'
using NetDsl;

[Network(Precision = Precision.Double)]
[Input(8, 8, 1)]
[Conv2D(2, 3, 5, StrideHeight = 1, StrideWidth = 2, UseBias = false, KernelRegularizerL2 = 0.0001, Name = "first")]
[Flatten]
[Dense(1)]
[Loss(Loss.Huber)]
public partial class Data;

'@.ReplaceLineEndings("`n")
        $json = @'
{
    "name": "Data",
    "inputShape": [8, 8, 1],
    "loss": "Huber",
    "precision": "Double",
    "layers": [
        { "kind": "Conv2D", "filters": 2, "kernelSize": [3, 5], "strides": [1, 2], "useBias": false, "kernelRegularizerL2": 1e-4, "name": "first" },
        { "kind": "Flatten" },
        { "kind": "Dense", "units": 1 }, // the answer
    ]
}
'@
    }

    It 'reads JSON text and files' {
        New-NetModel -Declaration $json -AsSource | Should -Be $source
        Set-Content TestDrive:/data.json $json
        New-NetModel -Path TestDrive:/data.json -AsSource | Should -Be $source
        (Get-Item TestDrive:/data.json | New-NetModel).Parameters | Should -Be (30 + 25)
    }

    It 'reads hashtables and objects, in any case' {
        $table = @{
            NAME       = 'Data'
            InputShape = 8, 8, 1
            Loss       = [NetDsl.Loss]::Huber
            Precision  = 'double'
            Layers     = @(
                @{ Kind = 'conv2d'; Filters = 2; KernelSize = 3, 5; Strides = 1, 2; UseBias = $false; KernelRegularizerL2 = 1e-4; Name = 'first' }
                [pscustomobject] @{ kind = 'flatten' }
                @{ kind = 'dense'; units = 1.0 }
            )
        }
        New-NetModel -Declaration $table -AsSource | Should -Be $source
        New-NetModel -Declaration ([pscustomobject] $table) -AsSource | Should -Be $source
        New-NetModel -Declaration ($json | ConvertFrom-Json) -AsSource | Should -Be $source
    }

    It 'reads several inputs and outputs' {
        $declaration = @{
            name   = 'Several'
            layers = @(
                @{ kind = 'Input'; shape = 3; name = 'a' }
                @{ kind = 'Input'; shape = @(2); name = 'b' }
                @{ kind = 'Concatenate'; layers = 'a', 'b' }
                @{ kind = 'Dense'; units = 1 }
                @{ kind = 'Output'; loss = 'Huber'; delta = 2 }
            )
        }
        (New-NetModel -Declaration $declaration).Network.Summary.Inputs.Name | Should -Be 'a', 'b'
    }

    It 'names the path of a mistake: <Path>, <Text>' -ForEach @(
        @{ Path = 'The declaration'; Json = '[]'; Text = '*a list, where an object*' }
        @{ Path = 'name'; Json = '{ "layers": [] }'; Text = '*missing*' }
        @{ Path = 'name'; Json = '{ "name": 5 }'; Text = '*5, where text*' }
        @{ Path = 'layers'; Json = '{ "name": "A" }'; Text = '*missing*' }
        @{ Path = 'layers'; Json = '{ "name": "A", "layers": 3 }'; Text = '*3, where an object*' }
        @{ Path = 'layer'; Json = '{ "name": "A", "layers": [], "layer": 1 }'; Text = '*no such key*inputShape*' }
        @{ Path = 'Name'; Json = '{ "name": "A", "Name": "B", "layers": [] }'; Text = '*twice*' }
        @{ Path = 'loss'; Json = '{ "name": "A", "layers": [], "loss": "MSE" }'; Text = "*'MSE'*MeanSquaredError*" }
        @{ Path = 'precision'; Json = '{ "name": "A", "layers": [], "precision": 2 }'; Text = '*2, where one of Single, Double*' }
        @{ Path = 'inputShape[1]'; Json = '{ "name": "A", "layers": [], "inputShape": [2, "a"] }'; Text = "*'a', where a whole number*" }
        @{ Path = 'layers[0]'; Json = '{ "name": "A", "layers": ["Flatten"] }'; Text = "*'Flatten', where an object*" }
        @{ Path = 'layers[0].kind'; Json = '{ "name": "A", "layers": [{ "units": 1 }] }'; Text = '*missing*' }
        @{ Path = 'layers[0].kind'; Json = '{ "name": "A", "layers": [{ "kind": "Dens" }] }'; Text = "*no layer 'Dens'*Dense*" }
        @{ Path = 'layers[1].units'; Json = '{ "name": "A", "layers": [{ "kind": "Flatten" }, { "kind": "Dense" }] }'; Text = '*missing*' }
        @{ Path = 'layers[0].units'; Json = '{ "name": "A", "layers": [{ "kind": "Dense", "units": "4" }] }'; Text = "*'4', where a whole number*" }
        @{ Path = 'layers[0].units'; Json = '{ "name": "A", "layers": [{ "kind": "Dense", "units": 2.5 }] }'; Text = '*2.5, where a whole number*' }
        @{ Path = 'layers[0].units'; Json = '{ "name": "A", "layers": [{ "kind": "Dense", "units": [1, 2] }] }'; Text = '*2 values, where 1 *' }
        @{ Path = 'layers[0].units'; Json = '{ "name": "A", "layers": [{ "kind": "Dense", "units": null }] }'; Text = '*nothing, where a whole number*' }
        @{ Path = 'layers[0].useBias'; Json = '{ "name": "A", "layers": [{ "kind": "Dense", "units": 1, "useBias": "yes" }] }'; Text = '*true or false*' }
        @{ Path = 'layers[0].unit'; Json = '{ "name": "A", "layers": [{ "kind": "Dense", "units": 1, "unit": 2 }] }'; Text = '*no such key*units*' }
        @{ Path = 'layers[0].rate'; Json = '{ "name": "A", "layers": [{ "kind": "Dropout", "rate": true }] }'; Text = '*true, where a number*' }
    ) {
        $failure = Get-Failure { New-NetModel -Declaration $Json }
        $failure.FullyQualifiedErrorId | Should -Be 'InvalidDeclaration,NetDsl.PowerShell.NewNetModelCommand'
        $failure.CategoryInfo.Category | Should -Be 'InvalidData'
        $failure.TargetObject | Should -BeExactly $Path
        $failure.Exception.Message | Should -BeLike "$([WildcardPattern]::Escape($Path)): $Text"
    }

    It 'names the path of what the generator refuses, and the file' {
        Set-Content TestDrive:/zero.json '{ "name": "Zero", "inputShape": 2, "loss": "Huber", "layers": [{ "kind": "Dense", "units": 0 }] }'
        $failure = Get-Failure { New-NetModel -Path TestDrive:/zero.json }
        $failure.FullyQualifiedErrorId | Should -BeLike 'NETDSL017,*'
        $failure.Exception.Message | Should -BeLike '*zero.json: layers`[0`] (Dense): NETDSL017*'
        Set-Content TestDrive:/zero.json '{ "name": "Zero", "layers": 0 }'
        (Get-Failure { New-NetModel -Path TestDrive:/zero.json }).Exception.Message | Should -BeLike '*zero.json: layers: *'
    }

    It 'names the line of what is no JSON' {
        $failure = Get-Failure { New-NetModel -Declaration "{`n    'name': 1`n}" }
        $failure.FullyQualifiedErrorId | Should -Be 'InvalidJson,NetDsl.PowerShell.NewNetModelCommand'
        $failure.Exception.Message | Should -BeLike 'Line 2 of the JSON text: *'
        (Get-Failure { New-NetModel -Declaration 5 }).FullyQualifiedErrorId | Should -BeLike 'InvalidDeclaration,*'
    }
}

Describe 'A model' {
    It 'is a row of a short table, and more in a list' {
        $model = New-NetModel Shown -InputShape 8, 8, 1 -Loss MeanSquaredError { Flatten; Dense 2 }
        $lines = ($model | Out-String -Width 100) -split '\r?\n' -ne ''
        $lines | Should -HaveCount 3
        $lines[0] | Should -Match 'Name +Input +Output +Layers +Parameters +Loss +Epochs'
        $lines[2] | Should -Match 'Shown +\(8, 8, 1\) +\(2\) +2 +130 +MeanSquaredError +0'
        $model | Format-List | Out-String -Width 100 | Should -BeLike '*dense_0 (Dense)*Flops*Seed*`[Dense(2)`]*'
        $model.Layers | Out-String -Width 100 | Should -BeLike '*dense_0*Dense*(2)*130*'
    }
}
