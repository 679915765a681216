# The optimisers are functions named as in Keras, so that a script reads -Optimizer (SGD -Momentum 0.9). They are nouns that give a
# value, as Pester's keywords are; the names of commands with a verb and a noun are for what does something.

# What is not given keeps the default of the library.
function ConvertTo-Optimizer([type] $Type, [System.Collections.IDictionary] $Given) {
    $settings = @{}
    foreach ($name in $Given.Keys | Where-Object { $Type.GetProperty($_) }) {
        $value = $Given[$name]
        $settings[$name] = $value -is [switch] ? $value.IsPresent : $value
    }

    New-Object $Type.FullName -Property $settings
}

function Adadelta {
    <#
    .SYNOPSIS
    Gives the optimiser Adadelta.

    .DESCRIPTION
    Adadelta (Zeiler 2012) takes steps in proportion to the steps so far, divided by the gradients so far, so that its steps have the
    units of the parameters. Names and defaults are Keras's; the paper's learning rate is 1.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.001 unless told.

    .PARAMETER Rho
    The part of both mean squares that is kept at each step, from 0 to below 1; 0.95 unless told.

    .PARAMETER Epsilon
    What lets the first steps begin and keeps them finite where gradients vanish; 1e-7 unless told.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adadelta -LearningRate 1)

    Trains with the steps of the paper.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adadelta -Rho 0.9 -Epsilon 1e-6)

    Trains with a shorter memory and larger first steps.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.Adadelta])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, 0.9999999999)] [double] $Rho,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.Adadelta]) $PSBoundParameters
}

function Adagrad {
    <#
    .SYNOPSIS
    Gives the optimiser Adagrad.

    .DESCRIPTION
    Adagrad (Duchi, Hazan and Singer 2011) divides each step by the root of the sum of the squared gradients so far, so that rare features
    take large steps. Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.001 unless told.

    .PARAMETER InitialAccumulatorValue
    What the sums of squared gradients begin with, at least 0; 0.1 unless told.

    .PARAMETER Epsilon
    What keeps the step finite where gradients vanish; 1e-7 unless told.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adagrad -LearningRate 0.01)

    Trains with larger steps.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adagrad -InitialAccumulatorValue 0)

    Trains with the sums of the paper, which begin with nothing.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.Adagrad])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, [double]::MaxValue)] [double] $InitialAccumulatorValue,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.Adagrad]) $PSBoundParameters
}

function Adam {
    <#
    .SYNOPSIS
    Gives the optimiser Adam.

    .DESCRIPTION
    Adam (Kingma and Ba 2015) keeps a running mean of each gradient and of its square, and takes steps whose size hardly depends on
    the size of the gradients. It is a good first choice. Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.001 unless told.

    .PARAMETER Beta1
    The part of the mean gradient that is kept at each step, from 0 to below 1; 0.9 unless told.

    .PARAMETER Beta2
    The part of the mean squared gradient that is kept at each step, from 0 to below 1; 0.999 unless told.

    .PARAMETER Epsilon
    What keeps the step finite where gradients vanish; 1e-7 unless told.

    .PARAMETER AmsGrad
    Divides by the root of the largest mean squared gradient so far.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adam)

    Trains with Keras's defaults.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adam -LearningRate 0.0003 -GlobalClipNorm 1)

    Trains with smaller steps, and shortens gradients that explode.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.Adam])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, 0.9999999999)] [double] $Beta1,
        [ValidateRange(0, 0.9999999999)] [double] $Beta2,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon,
        [switch] $AmsGrad,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.Adam]) $PSBoundParameters
}

function AdamW {
    <#
    .SYNOPSIS
    Gives the optimiser AdamW.

    .DESCRIPTION
    AdamW (Loshchilov and Hutter 2019) is Adam with a weight decay that is no part of the gradient. Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.001 unless told.

    .PARAMETER Beta1
    The part of the mean gradient that is kept at each step, from 0 to below 1; 0.9 unless told.

    .PARAMETER Beta2
    The part of the mean squared gradient that is kept at each step, from 0 to below 1; 0.999 unless told.

    .PARAMETER Epsilon
    What keeps the step finite where gradients vanish; 1e-7 unless told.

    .PARAMETER AmsGrad
    Divides by the root of the largest mean squared gradient so far.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0.004 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (AdamW)

    Trains with Keras's defaults.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (AdamW -WeightDecay 0.01 -DecayBiases $false)

    Trains with a stronger decay, of kernels alone.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.AdamW])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, 0.9999999999)] [double] $Beta1,
        [ValidateRange(0, 0.9999999999)] [double] $Beta2,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon,
        [switch] $AmsGrad,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.AdamW]) $PSBoundParameters
}

function Adamax {
    <#
    .SYNOPSIS
    Gives the optimiser Adamax.

    .DESCRIPTION
    Adamax (Kingma and Ba 2015, section 7.1) is Adam with the largest gradient so far, slowly forgotten, in place of the mean square.
    Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.001 unless told.

    .PARAMETER Beta1
    The part of the mean gradient that is kept at each step, from 0 to below 1; 0.9 unless told.

    .PARAMETER Beta2
    The part of the largest magnitude that is kept at each step, from 0 to below 1; 0.999 unless told.

    .PARAMETER Epsilon
    What keeps the step finite where gradients vanish; 1e-7 unless told.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adamax)

    Trains with Keras's defaults.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adamax -Beta2 0.99)

    Trains with a shorter memory of large gradients.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.Adamax])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, 0.9999999999)] [double] $Beta1,
        [ValidateRange(0, 0.9999999999)] [double] $Beta2,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.Adamax]) $PSBoundParameters
}

function LBFGS {
    <#
    .SYNOPSIS
    Gives the optimiser L-BFGS, for batches of all rows.

    .DESCRIPTION
    L-BFGS (Nocedal and Wright 2006, algorithms 7.4 and 3.5) follows the curvature that it has seen and searches along each direction
    for a step that lowers the loss enough. Every step takes all rows, so it suits small networks and few data.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 1 unless told.

    .PARAMETER HistorySize
    The steps whose curvature is remembered; 10 unless told.

    .PARAMETER MaxEvaluations
    The most points at which a line search computes the loss; 25 unless told.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (LBFGS)

    Trains with batches of all rows.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (LBFGS -HistorySize 20)

    Trains with a longer memory of the curvature.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.LBFGS])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(1, 1000)] [int] $HistorySize,
        [ValidateRange(1, 1000)] [int] $MaxEvaluations,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.LBFGS]) $PSBoundParameters
}

function Nadam {
    <#
    .SYNOPSIS
    Gives the optimiser Nadam.

    .DESCRIPTION
    Nadam (Dozat 2016) is Adam with Nesterov's momentum. Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.001 unless told.

    .PARAMETER Beta1
    The part of the mean gradient that is kept at each step, from 0 to below 1; 0.9 unless told.

    .PARAMETER Beta2
    The part of the mean squared gradient that is kept at each step, from 0 to below 1; 0.999 unless told.

    .PARAMETER Epsilon
    What keeps the step finite where gradients vanish; 1e-7 unless told.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Nadam)

    Trains with Keras's defaults.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Nadam -LearningRate 0.002)

    Trains with the steps of the paper.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.Nadam])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, 0.9999999999)] [double] $Beta1,
        [ValidateRange(0, 0.9999999999)] [double] $Beta2,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.Nadam]) $PSBoundParameters
}

function RMSprop {
    <#
    .SYNOPSIS
    Gives the optimiser RMSprop.

    .DESCRIPTION
    RMSprop (Tieleman and Hinton 2012) divides each step by the root of a running mean of the squared gradients. Names and defaults are
    Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.001 unless told.

    .PARAMETER Rho
    The part of the means that is kept at each step, from 0 to below 1; 0.9 unless told.

    .PARAMETER Momentum
    The part of the last step that goes on, from 0 to 1; 0 unless told.

    .PARAMETER Epsilon
    What keeps the step finite where gradients vanish; 1e-7 unless told.

    .PARAMETER Centered
    Subtracts the mean gradient before squaring.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (RMSprop)

    Trains with Keras's defaults.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (RMSprop -Momentum 0.9 -Centered)

    Trains with momentum, and divides by the deviation of the gradients.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.RMSprop])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, 0.9999999999)] [double] $Rho,
        [ValidateRange(0, 1)] [double] $Momentum,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon,
        [switch] $Centered,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.RMSprop]) $PSBoundParameters
}

function SGD {
    <#
    .SYNOPSIS
    Gives the optimiser SGD: stochastic gradient descent.

    .DESCRIPTION
    Each step goes down the gradient of its batch. With momentum a part of the last step goes on; with Nesterov's form of it the
    gradient counts as taken after that part. Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0; 0.01 unless told.

    .PARAMETER Momentum
    The part of the last step that goes on, from 0 to 1; 0 unless told.

    .PARAMETER Nesterov
    Looks ahead along the momentum.

    .PARAMETER Schedule
    What gives the learning rate of each step in place of LearningRate, for example
    [NetDsl.Training.CosineDecay]::new(0.001, 1000).

    .PARAMETER WeightDecay
    The part of each parameter, times the learning rate, that is subtracted from it before each step; 0 unless told.

    .PARAMETER DecayBiases
    Whether WeightDecay holds for biases too; true unless told.

    .PARAMETER ClipValue
    The largest magnitude of each value of a gradient, above which it is cut; any unless told.

    .PARAMETER ClipNorm
    The largest norm of the gradient of each parameter, above which it is shortened; any unless told.

    .PARAMETER GlobalClipNorm
    The largest norm of the gradient of all parameters together, above which it is shortened; any unless told.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (SGD -LearningRate 0.1)

    Trains by plain gradient descent.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (SGD -LearningRate 0.05 -Momentum 0.9 -Nesterov)

    Trains with Nesterov's momentum.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.SGD])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate,
        [ValidateRange(0, 1)] [double] $Momentum,
        [switch] $Nesterov,
        [NetDsl.Training.LearningRateSchedule] $Schedule,
        [ValidateRange(0, [double]::MaxValue)] [double] $WeightDecay,
        [bool] $DecayBiases,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipValue,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $ClipNorm,
        [ValidateRange(1e-300, [double]::MaxValue)] [double] $GlobalClipNorm
    )

    ConvertTo-Optimizer ([NetDsl.Training.SGD]) $PSBoundParameters
}

Export-ModuleMember -Function Adadelta, Adagrad, Adam, AdamW, Adamax, LBFGS, Nadam, RMSprop, SGD
