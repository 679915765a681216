BeforeAll { . $PSScriptRoot/Import-TestModule.ps1 }

Describe 'Measure-NetData' {
    It 'says what columns and classes are like' {
        $summary = 1..40 | ForEach-Object { @{ a = $_; kind = ('red', 'blue')[$_ % 4 -eq 0] } } | ConvertTo-NetData -Label kind | Measure-NetData -Bins 4
        $summary.Rows | Should -Be 40
        $summary.Features[0].Mean | Should -Be 20.5
        $summary.Features[0].Histogram.Counts | Should -Be 10, 10, 10, 10
        $summary.Classes.Name | Should -Be 'blue', 'red'
        $summary.Classes.Rows ?? $summary.Classes.Count | Should -Not -BeNullOrEmpty
    }

    It 'says the same of a stream, and shows itself as text' {
        $data = New-NetData Sine -Count 300
        $ofMemory = $data | Measure-NetData
        $ofStream = [NetDsl.Data.RowSource]::Of($data).Slice(0, 300) | Measure-NetData
        "$ofStream" | Should -Be "$ofMemory"
        $ofMemory | Out-String -Width 130 | Should -BeLike '*300 rows*x*'
    }
}
