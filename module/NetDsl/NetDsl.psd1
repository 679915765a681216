@{
    RootModule             = 'NetDsl.PowerShell.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '0b6d6a3e-5a0c-4b0b-9a55-8a3f7c1f2d64'
    Author                 = 'The NetDsl authors'
    CompanyName            = 'The NetDsl authors'
    Copyright              = 'Copyright (c) The NetDsl authors. MIT licence.'
    Description            = 'Neural networks declared in a few lines, compiled to vectorised code for exactly their shapes, trained and evaluated in PowerShell.'
    CompatiblePSEditions   = @('Core')
    PowerShellVersion      = '7.6'
    NestedModules          = @('NetDsl.Optimizers.psm1')
    FormatsToProcess       = @(
        'Formats/Data.Format.ps1xml'
        'Formats/Models.Format.ps1xml'
        'Formats/Training.Format.ps1xml'
        'Formats/Evaluation.Format.ps1xml'
    )
    CmdletsToExport        = @(
        'ConvertTo-NetData'
        'Export-NetData'
        'Export-NetModel'
        'Get-NetModel'
        'Import-NetData'
        'Import-NetModel'
        'Invoke-NetPrediction'
        'Invoke-NetTraining'
        'Measure-NetModel'
        'Measure-NetPerformance'
        'New-NetData'
        'New-NetModel'
        'Split-NetData'
        'Test-NetGradient'
    )
    FunctionsToExport      = @('Adadelta', 'Adagrad', 'Adam', 'AdamW', 'Adamax', 'LBFGS', 'Nadam', 'RMSprop', 'SGD')
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags       = @('neural-network', 'machine-learning', 'deep-learning', 'physics', 'simd', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
            ProjectUri = 'https://github.com/netdsl/netdsl'
        }
    }
}
