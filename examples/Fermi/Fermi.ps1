<#
.SYNOPSIS
Tells blazars from pulsars in the third catalogue of the Fermi telescope (3FGL).

.DESCRIPTION
Most sources of gamma rays in the catalogue are blazars, and some are pulsars, whose spectra are curved and whose brightness does not vary.
A logistic regression learns that from nine features of the sources that are associated with one of either kind, and is measured on the
third of them that it has not seen. The last line is one JSON object with the figures.

.PARAMETER Path
The table of the catalogue as CSV, packed or not.

.PARAMETER Seed
What the parts and the order of training are drawn from.

.EXAMPLE
./Fermi.ps1 -Path 3fgl_v16_table.csv.gz

Trains and measures.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,
    [ulong] $Seed = 1
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command Import-NetData -ErrorAction Ignore)) { Import-Module (Join-Path $PSScriptRoot .. .. artifacts module NetDsl) }
if (-not (Test-Path -LiteralPath $Path)) {
    throw "There is no $Path. The catalogue is published at https://fermi.gsfc.nasa.gov/ssc/data/access/lat/4yr_catalog/ " +
        '(gll_psc_v16.fit, whose table Import-NetData reads as well, but with other names of columns). Give its table as CSV with -Path.'
}

# How much more energy a band has than the one below, from -1 to 1.
$hardness = ScriptStep Hardness {
    $bands = foreach ($name in @($_.Keys) -like 'nuFnu*') { [math]::Max($_[$name], 1e-20); $_.Remove($name) }
    foreach ($i in 1..4) { $_["hardness$i"] = ($bands[$i] - $bands[$i - 1]) / ($bands[$i] + $bands[$i - 1]) }
}
$classes = [ordered]@{ blazar = 'bll', 'BLL', 'bcu', 'BCU', 'fsrq', 'FSRQ'; pulsar = 'psr', 'PSR' }
$features = 'Signif_Curve', 'Variability_Index', 'Signif_Avg', 'Pivot_Energy', 'Spectral_Index', 'nuFnu*'
$data = Import-NetData $Path -Label CLASS1 -LabelEncoding Binary -Class $classes -OtherClass Drop -Feature $features -Missing Drop
$data | Format-List | Out-Host

$steps = $hardness, (LogTransform Signif_Curve, Variability_Index, Signif_Avg, Pivot_Energy), (StandardScaler)
$parts = $data | Split-NetData -By Stratified -Test 0.3 -Seed $Seed -Step $steps
$model = New-NetModel Fermi -InputShape 9 -Loss BinaryCrossentropy { Dense 1 -Activation Sigmoid }
$run = Invoke-NetTraining $model $parts -Epochs 60 -Optimizer (Adam -LearningRate 0.01) -ClassWeight Balanced -Seed $Seed
$result = Measure-NetModel $model $parts.Test
$result | Format-List | Out-Host

[ordered]@{
    example           = 'Fermi'
    rows              = $data.Count
    test_rows         = $parts.Test.Count
    epochs            = $run.Epochs
    accuracy          = [math]::Round($result.Accuracy, 4)
    balanced_accuracy = [math]::Round($result.Report.Macro.Recall, 4)
    roc_auc           = [math]::Round($result.RocAuc, 4)
} | ConvertTo-Json -Compress
