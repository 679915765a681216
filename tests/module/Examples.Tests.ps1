BeforeDiscovery {
    . $PSScriptRoot/Import-TestModule.ps1
    $examples = foreach ($command in Get-Command -Module NetDsl -CommandType Cmdlet) {
        foreach ($example in (Get-Help $command.Name).examples.example) { @{ Title = "$($command.Name), $($example.title)"; Code = $example.code } }
    }
}

BeforeAll { . $PSScriptRoot/Import-TestModule.ps1 }

Describe 'The example of the project' {
    It 'learns to tell showers from tracks in five lines' {
        $data  = New-NetData ShowerTrack -Count 512 -Seed 1 | Split-NetData -Validation 0.1 -Test 0.2
        $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
            Conv2D 32 5 -Activation ReLU
            MaxPooling2D 2
            Flatten
            Dense 2 -Activation Softmax
        }
        $run = Invoke-NetTraining $model $data -Epochs 10 -Optimizer (Adam)
        $table = $run.History | Format-Table | Out-String
        $measurement = $model | Measure-NetModel -Data $data.Test

        $table | Should -BeLike '*Epoch*Loss*Accuracy*ValidationLoss*ValidationAccuracy*'
        $measurement.Accuracy | Should -BeGreaterThan 0.9
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
