BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $data = New-NetData ShowerTrack -Count 12
    $data | Export-NetData TestDrive:/shower.npz
    $data | Export-NetData TestDrive:/shower.npy -WarningAction Ignore
    Set-Content TestDrive:/table.csv 'x,y,kind', '1,2,red', '3,,blue'
}

Describe 'Get-NetDataFile' {
    It 'lists the arrays of a file' {
        $items = Get-NetDataFile TestDrive:/shower.np?
        $items.Name | Should -Be 'shower.npy', 'features', 'targets', 'classes'
        $items[0].Shape | Should -Be 12, 32, 32, 1
        $items[1].Type | Should -Be '<f4'
    }

    It 'lists the columns of a table, and where values are missing' {
        $items = Get-NetDataFile TestDrive:/table.csv
        $items.Name | Should -Be 'x', 'y', 'kind'
        $items.Type | Should -Be 'Number', 'Number', 'Text'
        $items[1].Missing | Should -Be 1
        $items | Out-String | Should -BeLike '*table.csv*'
    }

    It 'says which file is broken, and goes on' {
        Set-Content TestDrive:/broken.npz 'PK'
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive broken.npz), [byte[]] (0x50, 0x4B, 3, 4, 0, 0))
        $errors = $null
        $items = Get-NetDataFile TestDrive:/broken.npz, TestDrive:/table.csv -ErrorAction SilentlyContinue -ErrorVariable errors
        $items.Count | Should -Be 3
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'InvalidData,*'
    }
}
