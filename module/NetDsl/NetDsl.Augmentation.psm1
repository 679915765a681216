# What is done with rows each time they are trained with: functions named as in Keras, so that a script reads -Augmentation (RandomFlip), (RandomRotation90).

function RandomFlip {
    <#
    .SYNOPSIS
    Gives the augmentation RandomFlip: mirrors samples along their first two axes.

    .DESCRIPTION
    Each time a row is trained with, it is mirrored or not by chance. Name and modes are those of Keras.

    .PARAMETER Mode
    Along which axes: HorizontalAndVertical, unless told, Horizontal, or Vertical.

    .EXAMPLE
    $data = New-NetData ShowerTrack -Count 100
    $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    Invoke-NetTraining $model $data -Augmentation (RandomFlip)

    Mirrors images left and right, up and down.

    .EXAMPLE
    $data = New-NetData ShowerTrack -Count 100
    $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    Invoke-NetTraining $model $data -Augmentation (RandomFlip -Mode Horizontal)

    Mirrors images left and right only.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.RandomFlip])]
    param(
        [NetDsl.Data.FlipMode] $Mode
    )

    [NetDsl.Data.RandomFlip]::new($PSBoundParameters.ContainsKey('Mode') ? $Mode : 'HorizontalAndVertical')
}

function RandomNoise {
    <#
    .SYNOPSIS
    Gives the augmentation GaussianNoise: adds normal noise to the features.

    .DESCRIPTION
    The layer GaussianNoise does the same within a network; this one is called otherwise, for that name is taken.

    .PARAMETER Stddev
    The standard deviation of the noise, in the unit of the features as the network sees them.

    .EXAMPLE
    $data = New-NetData ShowerTrack -Count 100
    $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    Invoke-NetTraining $model $data -Augmentation (RandomNoise 0.05)

    Adds noise to each pixel.

    .EXAMPLE
    $data = New-NetData ShowerTrack -Count 100
    $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    Invoke-NetTraining $model $data -Augmentation (RandomFlip), (RandomNoise 0.05)

    Mirrors images and adds noise to them.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.GaussianNoise])]
    param(
        [Parameter(Mandatory, Position = 0)] [ValidateRange(0, 1e30)] [double] $Stddev
    )

    [NetDsl.Data.GaussianNoise]::new($Stddev)
}

function RandomRotation90 {
    <#
    .SYNOPSIS
    Gives the augmentation RandomRotation90: turns samples by multiples of 90 degrees.

    .DESCRIPTION
    Each time a row is trained with, it is turned in the plane of its first two axes, which must have the same extent.

    .EXAMPLE
    $data = New-NetData ShowerTrack -Count 100
    $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    Invoke-NetTraining $model $data -Augmentation (RandomRotation90)

    Turns images by 0, 90, 180 or 270 degrees.

    .EXAMPLE
    $data = New-NetData ShowerTrack -Count 100
    $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    Invoke-NetTraining $model $data -Augmentation (RandomRotation90), (RandomFlip)

    Turns and mirrors images.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.RandomRotation90])]
    param()

    [NetDsl.Data.RandomRotation90]::new()
}

function RandomTranslation {
    <#
    .SYNOPSIS
    Gives the augmentation RandomTranslation: shifts samples along their first two axes.

    .DESCRIPTION
    Samples are shifted by whole places, each shift up to a fraction of the extent being equally likely. A waveform is shifted along its length.

    .PARAMETER HeightFactor
    By how much of the height, or of the length of a waveform, a sample is shifted at most.

    .PARAMETER WidthFactor
    By how much of the width it is shifted at most; not at all unless told.

    .PARAMETER FillMode
    What comes in at the edge: Reflect, unless told, Constant, Wrap or Nearest.

    .PARAMETER FillValue
    The value that comes in by Constant; 0 unless told.

    .EXAMPLE
    $data = New-NetData ShowerTrack -Count 100
    $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy { Flatten; Dense 2 -Activation Softmax }
    Invoke-NetTraining $model $data -Augmentation (RandomTranslation 0.1 0.1 -FillMode Constant)

    Shifts images by up to a tenth of their edges.

    .EXAMPLE
    $data = 1..40 | ForEach-Object { $i = $_; @{ wave = 0..31 | ForEach-Object { [math]::Sin($i + $_) }; z = $i % 3 } } |
        ConvertTo-NetData -Target z -Feature wave -FeatureShape 32, 1
    $model = New-NetModel Waves -InputShape 32, 1 -Loss MeanSquaredError { Flatten; Dense 1 }
    Invoke-NetTraining $model $data -Augmentation (RandomTranslation 0.2 -FillMode Wrap)

    Shifts waveforms in time.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.RandomTranslation])]
    param(
        [Parameter(Mandatory, Position = 0)] [ValidateRange(0, 1)] [double] $HeightFactor,
        [Parameter(Position = 1)] [ValidateRange(0, 1)] [double] $WidthFactor,
        [NetDsl.Data.FillMode] $FillMode,
        [float] $FillValue
    )

    $settings = @{}
    foreach ($name in 'FillMode', 'FillValue') { if ($PSBoundParameters.ContainsKey($name)) { $settings[$name] = $PSBoundParameters[$name] } }
    New-Object NetDsl.Data.RandomTranslation -ArgumentList $HeightFactor, $WidthFactor -Property $settings
}

Export-ModuleMember -Function RandomFlip, RandomNoise, RandomRotation90, RandomTranslation
