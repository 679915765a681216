BeforeDiscovery { $calls = (Import-PowerShellDataFile $PSScriptRoot/BadCalls.psd1).Calls }

BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $folder = New-Item -ItemType Directory (Join-Path $TestDrive bad)
    Push-Location $folder
    function Write-Byte($Name, [byte[]] $Bytes) { [System.IO.File]::WriteAllBytes((Join-Path $folder $Name), $Bytes) }

    # What must stay as it is. The locked files are open, and cannot be read.
    function Get-FolderContent {
        Get-ChildItem -Recurse -File -Force | Where-Object Name -NotLike 'locked*' | ForEach-Object { "$($_.FullName) $((Get-FileHash -LiteralPath $_).Hash)" }
    }

    Set-Content kinds.csv "x,y,kind`n1,2,red`n2,3,blue`n3,4,red`n4,5,blue"
    Set-Content three.csv "x,y,kind`n1,2,red`n2,3,blue`n3,4,green"
    Set-Content existing.csv "keep"
    Set-Content empty.csv '' -NoNewline
    Set-Content header.csv 'x,y'
    Set-Content ragged.csv "x,y`n1,2`n1,2,3"
    Set-Content nan.csv "x,y`n1,2`nNaN,3"
    Set-Content infinite.csv "x,y`nInfinity,2"
    Set-Content numbers.csv "x,y`n1,2`n2,4`n3,6`n4,8"
    Set-Content bare.csv "x`n1`n2"
    Set-Content none.cs 'public class None;'
    Set-Content text.cs 'this is no C#'
    Set-Content text.dll 'this is no assembly'
    Set-Content wrong.cs "using NetDsl;`n[Network, Input(2)]`n[Dense(0)]`n[Loss(Loss.MeanSquaredError)]`npublic partial class Wrong;"
    Set-Content two.cs "using NetDsl;`n[Network, Input(2), Dense(1), Loss(Loss.MeanSquaredError)] public partial class One;`n[Network, Input(3), Dense(1), Loss(Loss.MeanSquaredError)] public partial class Two;"
    Set-Content broken.json '{ "name": "Bad", '
    Set-Content broken.npy 'this is no array'
    Set-Content locked.csv "x,y`n1,2"
    Write-Byte broken.h5 (0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0, 0, 0)
    Write-Byte broken.npz (0x50, 0x4B, 3, 4, 0, 0)
    Set-Content broken.fits ('SIMPLE  =                    T' + ' ' * 50) -NoNewline
    $null = New-Item -ItemType Directory folder, small, folder.safetensors
    Write-Byte images.idx (0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 1, 7, 8, 9)
    Write-Byte labels.idx (0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 2)
    Write-Byte few.idx (0, 0, 8, 1, 0, 0, 0, 2, 0, 1)
    Write-Byte cut.idx (0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 1, 7)
    $data = New-NetData ShowerTrack -Count 20 -Seed 1
    $more = New-NetData ShowerTrack -Count 30 -Seed 2
    $split = Split-NetData $data -Test 0.2 -Validation 0.2
    $data | Export-NetData shower.npz
    $data | Export-NetData packed.npz -CompressionLevel 9
    [NetDsl.Interchange.NpzFile]::Write(
        (Join-Path $folder zeros.npz),
        [System.Collections.Generic.KeyValuePair[string, NetDsl.Interchange.NpyArray][]] @(
            [System.Collections.Generic.KeyValuePair[string, NetDsl.Interchange.NpyArray]]::new(
                'x', [NetDsl.Interchange.NpyArray]::new([float[]]::new(20000000), [int[]] (20000000)))),
        $true)
    $numbers = Import-NetData numbers.csv -Target y
    $three = Import-NetData three.csv -Label kind
    $bare = Import-NetData bare.csv
    $model = New-NetModel Shower -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    $tabular = New-NetModel Tabular -InputShape 1 -Loss MeanSquaredError { Dense 1 }
    $null = Invoke-NetTraining $tabular $numbers
    $null = Invoke-NetTraining $model $data -CheckpointPath run
    $flat = [float[]]::new(20 * 1024)
    $reversed = [NetDsl.Data.Dataset]::new($flat, [int[]](32, 32, 1), [float[]](@(1, 0) * 20), [int[]]@(2), $null, $null, [string[]]('track', 'shower'))
    $odd = [NetDsl.Data.Dataset]::new($flat, [int[]](32, 32, 1), [float[]](@(-1, 5) * 20), [int[]]@(2))
    $poisson = New-NetModel Counts -InputShape 1 -Loss Poisson { Dense 1 -Activation Softplus }
    Export-NetModel $model model
    $bytes = [System.IO.File]::ReadAllBytes((Join-Path $folder model.safetensors))
    Write-Byte cut.safetensors $bytes[0..($bytes.Length / 2)]
    $changed = $bytes.Clone()
    $changed[-1] = $changed[-1] -bxor 1
    Write-Byte changed.safetensors $changed
    [NetDsl.Interchange.ModelFile]::SaveParameters[float]($tabular.Network, (Join-Path $folder bare.safetensors))
    $whole = [NetDsl.Interchange.SafetensorsFile]::Read((Join-Path $folder model.safetensors))
    $metadata = [System.Collections.Generic.Dictionary[string, string]]::new()
    foreach ($entry in $whole.Metadata.GetEnumerator()) { if ($entry.Key -ne 'netdsl.description.sha256') { $metadata[$entry.Key] = $entry.Value } }
    $metadata['netdsl.declaration'] = $metadata['netdsl.declaration'] -replace 'Shower;', 'Shower { static Shower() { System.IO.File.WriteAllText("owned", ""); } }'
    [NetDsl.Interchange.SafetensorsFile]::Write((Join-Path $folder hostile.safetensors), $whole.Tensors, $metadata)
    Write-Byte locked.safetensors $bytes
    $locked = 'locked.csv', 'locked.safetensors' | ForEach-Object { [System.IO.File]::Open((Join-Path $folder $_), 'Open', 'ReadWrite', 'None') }

    # A disk without room, where this process may mount one.
    $disk = Join-Path $folder small
    $hasDisk = $IsLinux -and (Get-Command mount -CommandType Application -ErrorAction Ignore)
    if ($hasDisk) {
        mount -t tmpfs -o size=16k tmpfs $disk 2>$null
        $hasDisk = $LASTEXITCODE -eq 0
    }
}

AfterAll {
    $locked.ForEach('Dispose')
    Pop-Location
    if ($hasDisk) { umount $disk }
}

Describe 'A call that cannot be' {
    It 'ends in one error that says what to do, and leaves nothing behind: <Call>' -ForEach $calls {
        if ($Call -match '\bsmall/' -and -not $hasDisk) { Set-ItResult -Skipped -Because 'a small disk can be mounted only by root on Linux' }
        $before = Get-FolderContent
        $Error.Clear()
        $results = try { & ([scriptblock]::Create($Call)) 2>&1 3>$null } catch { $_ }

        $failures = @($results | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $failures | Should -HaveCount 1
        @($results).Count | Should -Be 1 -Because 'nothing comes out beside the error'
        @($Error | Select-Object -Unique).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failures[0].CategoryInfo.Category | Should -Be $Category
        $failures[0].ToString() | Should -BeLike $Text

        # What PowerShell itself refuses names the parameter instead.
        $failures[0].TargetObject ?? $failures[0].Exception.ParameterName ?? $failures[0].Exception.ErrorRecord.InvocationInfo.Line |
            Should -Not -BeNullOrEmpty
        Get-FolderContent | Should -Be $before
    }

    It 'is one of many' {
        (Import-PowerShellDataFile $PSScriptRoot/BadCalls.psd1).Calls.Count | Should -BeGreaterOrEqual 100
    }
}
