<#
.SYNOPSIS
Makes the files of this folder with the project's own simulators.

.DESCRIPTION
The same commands give the same bytes on every machine. README.md says what each file holds. The module is the one that a build leaves, or
the one that is imported already.

.PARAMETER Folder
Where the files go; this folder where nothing is given. Files that are there are replaced.

.EXAMPLE
./data/Make-Data.ps1

Makes all files anew.
#>
[CmdletBinding()]
param([string] $Folder = $PSScriptRoot)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
if (-not (Get-Module NetDsl)) {
    Import-Module (Join-Path $PSScriptRoot .. artifacts module NetDsl)
}

New-NetData Logic | Export-NetData (Join-Path $Folder logic.csv) -Force
New-NetData Sine -Count 500 -Seed 1 | Export-NetData (Join-Path $Folder sine.csv) -Force
New-NetData Calorimeter -Count 1000 -Seed 1 | Export-NetData (Join-Path $Folder calorimeter.csv) -Force
New-NetData Jets -Count 1000 -Seed 1 -Weighted | Export-NetData (Join-Path $Folder jets.csv) -Force
New-NetData ShowerTrack -Count 40 -Seed 1 |
    Export-NetData (Join-Path $Folder showertrack.npy) -TargetPath (Join-Path $Folder showertrack-classes.npy) -Force
New-NetData GalaxyImages -Count 40 -Seed 1 |
    Export-NetData (Join-Path $Folder galaxies.npy) -TargetPath (Join-Path $Folder galaxies-classes.npy) -Force
New-NetData AirShower -Count 5 -Seed 1 |
    Export-NetData (Join-Path $Folder airshower.npy) -TargetPath (Join-Path $Folder airshower-directions.npy) -Force
