# Written by Write-LayerKeywords.ps1 from the attributes of NetDsl. Changes to this file are lost.
#
# The words that a model's script block is made of, named as in Keras. They give what New-NetModel collects, and stand for nothing
# anywhere else; like Pester's keywords they have no verb.

function Activation {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.Activation] $Activation,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Activation', $PSBoundParameters, $PSCmdlet)
}

function Add {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string[]] $Layers,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Add', $PSBoundParameters, $PSCmdlet)
}

function AlphaDropout {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [double] $Rate,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('AlphaDropout', $PSBoundParameters, $PSCmdlet)
}

function Average {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string[]] $Layers,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Average', $PSBoundParameters, $PSCmdlet)
}

function AveragePooling1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('AveragePooling1D', $PSBoundParameters, $PSCmdlet)
}

function AveragePooling2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('AveragePooling2D', $PSBoundParameters, $PSCmdlet)
}

function AveragePooling3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('AveragePooling3D', $PSBoundParameters, $PSCmdlet)
}

function BatchNormalization {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [double] $Momentum,
        [double] $Epsilon,
        [ArgumentCompletions('$true', '$false')] [bool] $Center,
        [ArgumentCompletions('$true', '$false')] [bool] $Scale,
        [NetDsl.Initializer] $BetaInitializer,
        [NetDsl.Initializer] $GammaInitializer,
        [NetDsl.Initializer] $MovingMeanInitializer,
        [NetDsl.Initializer] $MovingVarianceInitializer,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('BatchNormalization', $PSBoundParameters, $PSCmdlet)
}

function Concatenate {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string[]] $Layers,
        [NetDsl.PowerShell.WholeNumber()] [int] $Axis,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Concatenate', $PSBoundParameters, $PSCmdlet)
}

function Conv1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Filters,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Conv1D', $PSBoundParameters, $PSCmdlet)
}

function Conv1DTranspose {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Filters,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.PowerShell.WholeNumber()] [int] $OutputPadding,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Conv1DTranspose', $PSBoundParameters, $PSCmdlet)
}

function Conv2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Filters,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int[]] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Conv2D', $PSBoundParameters, $PSCmdlet)
}

function Conv2DTranspose {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Filters,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int[]] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $OutputPadding,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Conv2DTranspose', $PSBoundParameters, $PSCmdlet)
}

function Conv3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Filters,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int[]] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Conv3D', $PSBoundParameters, $PSCmdlet)
}

function Cropping1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Cropping,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Cropping1D', $PSBoundParameters, $PSCmdlet)
}

function Cropping2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Cropping,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Cropping2D', $PSBoundParameters, $PSCmdlet)
}

function Cropping3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Cropping,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Cropping3D', $PSBoundParameters, $PSCmdlet)
}

function Dense {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Units,
        [Parameter(Position = 1)] [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Dense', $PSBoundParameters, $PSCmdlet)
}

function DepthwiseConv1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $DepthMultiplier,
        [NetDsl.PowerShell.WholeNumber()] [int] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.Initializer] $DepthwiseInitializer,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('DepthwiseConv1D', $PSBoundParameters, $PSCmdlet)
}

function DepthwiseConv2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $DepthMultiplier,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.Initializer] $DepthwiseInitializer,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('DepthwiseConv2D', $PSBoundParameters, $PSCmdlet)
}

function Dropout {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [double] $Rate,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Dropout', $PSBoundParameters, $PSCmdlet)
}

function ELU {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [double] $Alpha,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('ELU', $PSBoundParameters, $PSCmdlet)
}

function Embedding {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $InputDim,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int] $OutputDim,
        [NetDsl.Initializer] $EmbeddingsInitializer,
        [double] $EmbeddingsInitializerScale,
        [double] $EmbeddingsInitializerMean,
        [double] $EmbeddingsRegularizerL1,
        [double] $EmbeddingsRegularizerL2,
        [double] $EmbeddingsMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Embedding', $PSBoundParameters, $PSCmdlet)
}

function Flatten {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Flatten', $PSBoundParameters, $PSCmdlet)
}

function GELU {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $Approximate,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GELU', $PSBoundParameters, $PSCmdlet)
}

function GRU {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Units,
        [Parameter(Position = 1)] [NetDsl.Activation] $Activation,
        [NetDsl.Activation] $RecurrentActivation,
        [ArgumentCompletions('$true', '$false')] [bool] $ResetAfter,
        [NetDsl.Initializer] $RecurrentInitializer,
        [double] $RecurrentInitializerScale,
        [double] $RecurrentInitializerMean,
        [double] $RecurrentRegularizerL1,
        [double] $RecurrentRegularizerL2,
        [double] $RecurrentMaxNorm,
        [ArgumentCompletions('$true', '$false')] [bool] $ReturnSequences,
        [ArgumentCompletions('$true', '$false')] [bool] $GoBackwards,
        [ArgumentCompletions('$true', '$false')] [bool] $Bidirectional,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GRU', $PSBoundParameters, $PSCmdlet)
}

function GaussianDropout {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [double] $Rate,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GaussianDropout', $PSBoundParameters, $PSCmdlet)
}

function GaussianNoise {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [double] $Stddev,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GaussianNoise', $PSBoundParameters, $PSCmdlet)
}

function GlobalAveragePooling1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalAveragePooling1D', $PSBoundParameters, $PSCmdlet)
}

function GlobalAveragePooling2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalAveragePooling2D', $PSBoundParameters, $PSCmdlet)
}

function GlobalAveragePooling3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalAveragePooling3D', $PSBoundParameters, $PSCmdlet)
}

function GlobalMaxPooling1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalMaxPooling1D', $PSBoundParameters, $PSCmdlet)
}

function GlobalMaxPooling2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalMaxPooling2D', $PSBoundParameters, $PSCmdlet)
}

function GlobalMaxPooling3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalMaxPooling3D', $PSBoundParameters, $PSCmdlet)
}

function GlobalMinPooling1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalMinPooling1D', $PSBoundParameters, $PSCmdlet)
}

function GlobalMinPooling2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalMinPooling2D', $PSBoundParameters, $PSCmdlet)
}

function GlobalMinPooling3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [ArgumentCompletions('$true', '$false')] [bool] $KeepDims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('GlobalMinPooling3D', $PSBoundParameters, $PSCmdlet)
}

function Input {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Shape,
        [string] $Name
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Input', $PSBoundParameters, $PSCmdlet)
}

function LSTM {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Units,
        [Parameter(Position = 1)] [NetDsl.Activation] $Activation,
        [NetDsl.Activation] $RecurrentActivation,
        [ArgumentCompletions('$true', '$false')] [bool] $UnitForgetBias,
        [NetDsl.Initializer] $RecurrentInitializer,
        [double] $RecurrentInitializerScale,
        [double] $RecurrentInitializerMean,
        [double] $RecurrentRegularizerL1,
        [double] $RecurrentRegularizerL2,
        [double] $RecurrentMaxNorm,
        [ArgumentCompletions('$true', '$false')] [bool] $ReturnSequences,
        [ArgumentCompletions('$true', '$false')] [bool] $GoBackwards,
        [ArgumentCompletions('$true', '$false')] [bool] $Bidirectional,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('LSTM', $PSBoundParameters, $PSCmdlet)
}

function LayerNormalization {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [double] $Epsilon,
        [ArgumentCompletions('$true', '$false')] [bool] $Center,
        [ArgumentCompletions('$true', '$false')] [bool] $Scale,
        [NetDsl.Initializer] $BetaInitializer,
        [NetDsl.Initializer] $GammaInitializer,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('LayerNormalization', $PSBoundParameters, $PSCmdlet)
}

function LeakyReLU {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [double] $NegativeSlope,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('LeakyReLU', $PSBoundParameters, $PSCmdlet)
}

function MaxPooling1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('MaxPooling1D', $PSBoundParameters, $PSCmdlet)
}

function MaxPooling2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('MaxPooling2D', $PSBoundParameters, $PSCmdlet)
}

function MaxPooling3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('MaxPooling3D', $PSBoundParameters, $PSCmdlet)
}

function Maximum {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string[]] $Layers,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Maximum', $PSBoundParameters, $PSCmdlet)
}

function MinPooling1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('MinPooling1D', $PSBoundParameters, $PSCmdlet)
}

function MinPooling2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('MinPooling2D', $PSBoundParameters, $PSCmdlet)
}

function MinPooling3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $PoolSize,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.Padding] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('MinPooling3D', $PSBoundParameters, $PSCmdlet)
}

function Minimum {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string[]] $Layers,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Minimum', $PSBoundParameters, $PSCmdlet)
}

function Multiply {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string[]] $Layers,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Multiply', $PSBoundParameters, $PSCmdlet)
}

function Normalization {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [double[]] $Mean,
        [double[]] $Variance,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Normalization', $PSBoundParameters, $PSCmdlet)
}

function Output {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.Loss] $Loss,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [double] $Weight,
        [double] $LabelSmoothing,
        [double] $Delta,
        [double] $Alpha,
        [double] $Gamma,
        [ArgumentCompletions('$true', '$false')] [bool] $ApplyClassBalancing
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Output', $PSBoundParameters, $PSCmdlet)
}

function PReLU {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $SharedAxes,
        [NetDsl.Initializer] $AlphaInitializer,
        [double] $AlphaInitializerMean,
        [double] $AlphaInitializerScale,
        [double] $AlphaRegularizerL1,
        [double] $AlphaRegularizerL2,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('PReLU', $PSBoundParameters, $PSCmdlet)
}

function Permute {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Dims,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Permute', $PSBoundParameters, $PSCmdlet)
}

function ReLU {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [double] $MaxValue,
        [double] $NegativeSlope,
        [double] $Threshold,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('ReLU', $PSBoundParameters, $PSCmdlet)
}

function RepeatVector {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $N,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('RepeatVector', $PSBoundParameters, $PSCmdlet)
}

function Reshape {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $TargetShape,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Reshape', $PSBoundParameters, $PSCmdlet)
}

function SeparableConv1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Filters,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $DepthMultiplier,
        [NetDsl.PowerShell.WholeNumber()] [int] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.Initializer] $DepthwiseInitializer,
        [NetDsl.Initializer] $PointwiseInitializer,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('SeparableConv1D', $PSBoundParameters, $PSCmdlet)
}

function SeparableConv2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Filters,
        [Parameter(Position = 1)] [NetDsl.PowerShell.WholeNumber()] [int[]] $KernelSize,
        [NetDsl.PowerShell.WholeNumber()] [int] $DepthMultiplier,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $Strides,
        [NetDsl.PowerShell.WholeNumber()] [int[]] $DilationRate,
        [NetDsl.Padding] $Padding,
        [NetDsl.Initializer] $DepthwiseInitializer,
        [NetDsl.Initializer] $PointwiseInitializer,
        [NetDsl.Activation] $Activation,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('SeparableConv2D', $PSBoundParameters, $PSCmdlet)
}

function SimpleRNN {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Units,
        [Parameter(Position = 1)] [NetDsl.Activation] $Activation,
        [NetDsl.Initializer] $RecurrentInitializer,
        [double] $RecurrentInitializerScale,
        [double] $RecurrentInitializerMean,
        [double] $RecurrentRegularizerL1,
        [double] $RecurrentRegularizerL2,
        [double] $RecurrentMaxNorm,
        [ArgumentCompletions('$true', '$false')] [bool] $ReturnSequences,
        [ArgumentCompletions('$true', '$false')] [bool] $GoBackwards,
        [ArgumentCompletions('$true', '$false')] [bool] $Bidirectional,
        [ArgumentCompletions('$true', '$false')] [bool] $UseBias,
        [NetDsl.Initializer] $KernelInitializer,
        [NetDsl.Initializer] $BiasInitializer,
        [double] $KernelInitializerScale,
        [double] $KernelInitializerMean,
        [double] $BiasInitializerScale,
        [double] $BiasInitializerMean,
        [double] $KernelRegularizerL1,
        [double] $KernelRegularizerL2,
        [double] $BiasRegularizerL1,
        [double] $BiasRegularizerL2,
        [double] $KernelMaxNorm,
        [double] $BiasMaxNorm,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('SimpleRNN', $PSBoundParameters, $PSCmdlet)
}

function Softmax {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Softmax', $PSBoundParameters, $PSCmdlet)
}

function SpatialDropout1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [double] $Rate,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('SpatialDropout1D', $PSBoundParameters, $PSCmdlet)
}

function SpatialDropout2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [double] $Rate,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('SpatialDropout2D', $PSBoundParameters, $PSCmdlet)
}

function SpatialDropout3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [double] $Rate,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('SpatialDropout3D', $PSBoundParameters, $PSCmdlet)
}

function Subtract {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string[]] $Layers,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('Subtract', $PSBoundParameters, $PSCmdlet)
}

function UpSampling1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int] $Size,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('UpSampling1D', $PSBoundParameters, $PSCmdlet)
}

function UpSampling2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Size,
        [NetDsl.Interpolation] $Interpolation,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('UpSampling2D', $PSBoundParameters, $PSCmdlet)
}

function UpSampling3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Size,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('UpSampling3D', $PSBoundParameters, $PSCmdlet)
}

function ZeroPadding1D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('ZeroPadding1D', $PSBoundParameters, $PSCmdlet)
}

function ZeroPadding2D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('ZeroPadding2D', $PSBoundParameters, $PSCmdlet)
}

function ZeroPadding3D {
    # .EXTERNALHELP NetDsl.Layers-Help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([NetDsl.PowerShell.LayerStatement])]
    param(
        [Parameter(Position = 0)] [NetDsl.PowerShell.WholeNumber()] [int[]] $Padding,
        [string] $Name,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $From,
        [ArgumentCompleter([NetDsl.PowerShell.LayerNameCompleter])] [string] $WeightsFrom
    )

    [NetDsl.PowerShell.LayerKeyword]::Declare('ZeroPadding3D', $PSBoundParameters, $PSCmdlet)
}

Export-ModuleMember -Function @(
    'Activation'
    'Add'
    'AlphaDropout'
    'Average'
    'AveragePooling1D'
    'AveragePooling2D'
    'AveragePooling3D'
    'BatchNormalization'
    'Concatenate'
    'Conv1D'
    'Conv1DTranspose'
    'Conv2D'
    'Conv2DTranspose'
    'Conv3D'
    'Cropping1D'
    'Cropping2D'
    'Cropping3D'
    'Dense'
    'DepthwiseConv1D'
    'DepthwiseConv2D'
    'Dropout'
    'ELU'
    'Embedding'
    'Flatten'
    'GELU'
    'GRU'
    'GaussianDropout'
    'GaussianNoise'
    'GlobalAveragePooling1D'
    'GlobalAveragePooling2D'
    'GlobalAveragePooling3D'
    'GlobalMaxPooling1D'
    'GlobalMaxPooling2D'
    'GlobalMaxPooling3D'
    'GlobalMinPooling1D'
    'GlobalMinPooling2D'
    'GlobalMinPooling3D'
    'Input'
    'LSTM'
    'LayerNormalization'
    'LeakyReLU'
    'MaxPooling1D'
    'MaxPooling2D'
    'MaxPooling3D'
    'Maximum'
    'MinPooling1D'
    'MinPooling2D'
    'MinPooling3D'
    'Minimum'
    'Multiply'
    'Normalization'
    'Output'
    'PReLU'
    'Permute'
    'ReLU'
    'RepeatVector'
    'Reshape'
    'SeparableConv1D'
    'SeparableConv2D'
    'SimpleRNN'
    'Softmax'
    'SpatialDropout1D'
    'SpatialDropout2D'
    'SpatialDropout3D'
    'Subtract'
    'UpSampling1D'
    'UpSampling2D'
    'UpSampling3D'
    'ZeroPadding1D'
    'ZeroPadding2D'
    'ZeroPadding3D'
)
