BeforeDiscovery {
    $files = Get-ChildItem (Join-Path $PSScriptRoot .. .. data) -File | Where-Object Extension -In .csv, .npy | ForEach-Object Name
}

BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = Convert-Path (Join-Path $PSScriptRoot .. .. data)
    & (Join-Path $data Make-Data.ps1) -Folder $TestDrive
}

Describe 'The folder data' {
    It 'is made again with the same bytes: <_>' -ForEach $files {
        $file = $_
        $old, $new = $data, $TestDrive | ForEach-Object { [Convert]::ToHexString([System.IO.File]::ReadAllBytes((Join-Path $_ $file))) }
        $new | Should -Be $old
    }

    It 'is small' {
        $sizes = Get-ChildItem $data -File | Measure-Object Length -Maximum -Sum
        $sizes.Maximum | Should -BeLessThan 200KB
        $sizes.Sum | Should -BeLessThan 1MB
    }

    It 'holds what its README lists and no more' {
        $listed = Select-String -Path (Join-Path $data README.md) -Pattern '^\| (`.+?) \|' |
            ForEach-Object { [regex]::Matches($_.Matches[0].Groups[1].Value, '`([^`]+)`') } | ForEach-Object { $_.Groups[1].Value }
        $listed | Sort-Object | Should -Be (Get-ChildItem $data -File | Where-Object Extension -In .csv, .npy | ForEach-Object Name | Sort-Object)
    }

    It 'reads as its README says' {
        Push-Location (Join-Path $data ..)
        try {
            $lines = Get-Content data/README.md | Where-Object { $_ -match '^ {4}\$' }
            $lines | Should -HaveCount 3
            $lines | ForEach-Object { & ([scriptblock]::Create("$_; `$$($_.Split('=')[0].Trim(' $'))")) } | ForEach-Object Count | Should -Be 1000, 1000, 40
        } finally {
            Pop-Location
        }
    }
}
