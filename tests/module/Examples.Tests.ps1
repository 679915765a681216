BeforeDiscovery {
    . $PSScriptRoot/Import-TestModule.ps1
    $examples = foreach ($command in Get-Command -Module NetDsl) {
        foreach ($example in (Get-Help $command.Name).examples.example) { @{ Title = "$($command.Name), $($example.title)"; Code = $example.code } }
    }
}

BeforeAll { . $PSScriptRoot/Import-TestModule.ps1 }

Describe 'The example of the README' {
    BeforeAll {
        $readme = Get-Content -Raw (Join-Path $PSScriptRoot .. .. README.md)
        $null = $readme -match '(?s)```powershell\r?\n(.*?)```'
        $manifest = Join-Path (Get-Module NetDsl).ModuleBase NetDsl.psd1
        $lines = $Matches[1] -replace '(?m)^Import-Module .*$', "Import-Module '$manifest'" -replace '-Count \d+', '-Count 512' -split '\r?\n'
    }

    It 'works when it is typed line by line into a fresh PowerShell' {
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path, [string[]] ('-NoProfile', '-NonInteractive', '-Command', '-'))
        $start.WorkingDirectory = $TestDrive
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.Environment['NO_COLOR'] = '1'
        $process = [System.Diagnostics.Process]::Start($start)
        $errors = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEndAsync()
        $lines.ForEach({ $process.StandardInput.WriteLine($_) })
        $process.StandardInput.WriteLine('"accuracy $((Measure-NetModel $model $data.Test).Accuracy.ToString([cultureinfo]::InvariantCulture))"')
        $process.StandardInput.Close()
        $process.WaitForExit()

        $errors.Result | Should -BeNullOrEmpty
        $output.Result | Should -BeLike '*Epoch*Loss*Accuracy*ValLoss*ValAccuracy*'
        $output.Result -match '(?m)^accuracy (.*)$' | Should -BeTrue
        [double]::Parse($Matches[1], [cultureinfo]::InvariantCulture) | Should -BeGreaterThan 0.9
        'run1.safetensors', 'shower.safetensors' | ForEach-Object { Join-Path $TestDrive $_ | Should -Exist }
    }
}

Describe 'The examples of the help' {
    BeforeAll {
        Push-Location $TestDrive

        # What the optimisers' examples train; the others make their own.
        $data = New-NetData Sine -Count 20
        $model = New-NetModel Sine -InputShape 1 -Loss MeanSquaredError { Dense 2 -Activation Tanh; Dense 1 }
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
