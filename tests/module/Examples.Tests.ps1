BeforeDiscovery {
    . $PSScriptRoot/Import-TestModule.ps1
    $examples = foreach ($command in Get-Command -Module NetDsl -CommandType Cmdlet) {
        foreach ($example in (Get-Help $command.Name).examples.example) { @{ Title = "$($command.Name), $($example.title)"; Code = $example.code } }
    }
}

BeforeAll { . $PSScriptRoot/Import-TestModule.ps1 }

Describe 'The example of the README' {
    It 'learns to tell showers from tracks' {
        $readme = Get-Content -Raw (Join-Path $PSScriptRoot .. .. README.md)
        $readme -match '(?s)```powershell\r?\n(.*?)```' | Should -BeTrue
        $code = $Matches[1] -replace '(?m)^Import-Module .*$' -replace '-Count \d+', '-Count 512'

        # Dotted, so that its variables can be looked at.
        . ([scriptblock]::Create($code)) | Out-String | Should -BeLike '*Epoch*Loss*Accuracy*ValLoss*ValAccuracy*'
        (Measure-NetModel $model $data.Test).Accuracy | Should -BeGreaterThan 0.9
    }
}

Describe 'The examples of the help' {
    BeforeAll {
        Push-Location $TestDrive
        function Write-Packed($Name, [byte[]] $Bytes) {
            $file = [System.IO.File]::Create((Join-Path $TestDrive $Name))
            $stream = [System.IO.Compression.GZipStream]::new($file, [System.IO.Compression.CompressionMode]::Compress)
            $stream.Write($Bytes)
            $stream.Dispose()
        }
        Write-Packed train-images-idx3-ubyte.gz (0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 7, 9)
        Write-Packed train-labels-idx1-ubyte.gz (0, 0, 8, 1, 0, 0, 0, 2, 0, 1)
    }

    AfterAll { Pop-Location }

    It 'run: <Title>' -ForEach $examples {
        $ErrorActionPreference = 'Stop'
        & ([scriptblock]::Create($Code)) | Out-String | Should -Not -BeLike '*Exception*'
    }
}
