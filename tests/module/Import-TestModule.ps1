# Imports the module that the build left, or the one that NETDSL_MODULE names.
$module = if ($env:NETDSL_MODULE) { $env:NETDSL_MODULE } else { Join-Path $PSScriptRoot .. .. artifacts module NetDsl }
Import-Module (Convert-Path $module)
