BeforeDiscovery {
    $data = $env:NETDSL_DATA ? $env:NETDSL_DATA : (Join-Path $PSScriptRoot .. .. .. shared data)
    $catalogue = Join-Path $data 3fgl 3fgl_v16_table.csv.gz
    $hasCatalogue = Test-Path $catalogue
    if (-not $hasCatalogue) { Write-Warning "The catalogue $catalogue is not there, so the example of it is not run. NETDSL_DATA names the folder of the data." }
}

Describe 'The example of the Fermi catalogue' -ForEach @{ Catalogue = $catalogue; HasCatalogue = $hasCatalogue } {
    BeforeAll {
        . $PSScriptRoot/Import-TestModule.ps1
        $script = Join-Path $PSScriptRoot .. .. examples Fermi Fermi.ps1
    }

    It 'tells blazars from pulsars' {
        if (-not $HasCatalogue) { Set-ItResult -Skipped -Because 'the catalogue is not there' }
        $figures = & $script -Path $Catalogue -Seed 1 | Select-Object -Last 1 | ConvertFrom-Json
        $figures.rows | Should -BeGreaterThan 1800
        $figures.balanced_accuracy | Should -BeGreaterThan 0.88
        $figures.roc_auc | Should -BeGreaterThan 0.96
    }

    It 'says where the catalogue is published where there is none' {
        { & $script -Path (Join-Path $TestDrive none.csv) } | Should -Throw -ExpectedMessage '*none.csv*https://fermi.gsfc.nasa.gov*'
    }
}
