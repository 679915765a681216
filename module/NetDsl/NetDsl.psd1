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
    NestedModules          = @('NetDsl.Layers.psm1', 'NetDsl.Optimizers.psm1', 'NetDsl.Preparation.psm1', 'NetDsl.Augmentation.psm1')
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
        'Get-NetDataFile'
        'Get-NetModel'
        'Import-NetData'
        'Import-NetModel'
        'Invoke-NetPrediction'
        'Invoke-NetTraining'
        'Measure-NetData'
        'Measure-NetModel'
        'Measure-NetPerformance'
        'New-NetData'
        'New-NetModel'
        'New-NetPreparation'
        'Split-NetData'
        'Test-NetGradient'
    )
    FunctionsToExport      = @(
        # Optimisers.
        'Adadelta', 'Adagrad', 'Adam', 'AdamW', 'Adamax', 'LBFGS', 'Nadam', 'RMSprop', 'SGD'
        # Steps of a preparation.
        'Clip', 'LabelEncoder', 'LogTransform', 'MinMaxScaler', 'OneHotEncoder', 'OrdinalEncoder', 'ScriptStep', 'SimpleImputer',
        'StandardScaler', 'TargetScaler'
        # Augmentations.
        'RandomFlip', 'RandomNoise', 'RandomRotation90', 'RandomTranslation'
        # Layers.
        'Activation', 'Add', 'AlphaDropout', 'Average', 'AveragePooling1D', 'AveragePooling2D', 'AveragePooling3D',
        'BatchNormalization', 'Concatenate', 'Conv1D', 'Conv1DTranspose', 'Conv2D', 'Conv2DTranspose', 'Conv3D', 'Cropping1D',
        'Cropping2D', 'Cropping3D', 'Dense', 'DepthwiseConv1D', 'DepthwiseConv2D', 'Dropout', 'ELU', 'Embedding', 'Flatten', 'GELU',
        'GRU', 'GaussianDropout', 'GaussianNoise', 'GlobalAveragePooling1D', 'GlobalAveragePooling2D', 'GlobalAveragePooling3D',
        'GlobalMaxPooling1D', 'GlobalMaxPooling2D', 'GlobalMaxPooling3D', 'GlobalMinPooling1D', 'GlobalMinPooling2D',
        'GlobalMinPooling3D', 'Input', 'LSTM', 'LayerNormalization', 'LeakyReLU', 'MaxPooling1D', 'MaxPooling2D', 'MaxPooling3D',
        'Maximum', 'MinPooling1D', 'MinPooling2D', 'MinPooling3D', 'Minimum', 'Multiply', 'Normalization', 'Output', 'PReLU', 'Permute',
        'ReLU', 'RepeatVector', 'Reshape', 'SeparableConv1D', 'SeparableConv2D', 'SimpleRNN', 'Softmax', 'SpatialDropout1D',
        'SpatialDropout2D', 'SpatialDropout3D', 'Subtract', 'UpSampling1D', 'UpSampling2D', 'UpSampling3D', 'ZeroPadding1D',
        'ZeroPadding2D', 'ZeroPadding3D'
    )
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
