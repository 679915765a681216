# The optimisers are functions named as in Keras, so that a script reads -Optimizer (SGD -Momentum 0.9). They are nouns that give a
# value, as Pester's keywords are; the names of commands with a verb and a noun are for what does something.

function Adadelta {
    <#
    .SYNOPSIS
    Gives the optimiser Adadelta.

    .DESCRIPTION
    Adadelta (Zeiler 2012) takes steps in proportion to the steps so far, divided by the gradients so far, so that its steps have the
    units of the parameters. Names and defaults are Keras's; the paper's learning rate is 1.

    .PARAMETER LearningRate
    How far a step goes, at least 0.

    .PARAMETER Rho
    The part of both mean squares that is kept at each step, from 0 to below 1.

    .PARAMETER Epsilon
    What lets the first steps begin and keeps them finite where gradients vanish.

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
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate = 0.001,
        [ValidateRange(0, 0.9999999999)] [double] $Rho = 0.95,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon = 1e-7
    )

    [NetDsl.Training.Adadelta] @{ LearningRate = $LearningRate; Rho = $Rho; Epsilon = $Epsilon }
}

function Adam {
    <#
    .SYNOPSIS
    Gives the optimiser Adam.

    .DESCRIPTION
    Adam (Kingma and Ba 2015) keeps a running mean of each gradient and of its square, and takes steps whose size hardly depends on
    the size of the gradients. It is a good first choice. Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0.

    .PARAMETER Beta1
    The part of the mean gradient that is kept at each step, from 0 to below 1.

    .PARAMETER Beta2
    The part of the mean squared gradient that is kept at each step, from 0 to below 1.

    .PARAMETER Epsilon
    What keeps the step finite where gradients vanish.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adam)

    Trains with Keras's defaults.

    .EXAMPLE
    Invoke-NetTraining $model $data -Optimizer (Adam -LearningRate 0.0003)

    Trains with smaller steps.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Training.Adam])]
    param(
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate = 0.001,
        [ValidateRange(0, 0.9999999999)] [double] $Beta1 = 0.9,
        [ValidateRange(0, 0.9999999999)] [double] $Beta2 = 0.999,
        [ValidateRange(1e-37, [double]::MaxValue)] [double] $Epsilon = 1e-7
    )

    [NetDsl.Training.Adam] @{ LearningRate = $LearningRate; Beta1 = $Beta1; Beta2 = $Beta2; Epsilon = $Epsilon }
}

function SGD {
    <#
    .SYNOPSIS
    Gives the optimiser SGD: stochastic gradient descent.

    .DESCRIPTION
    Each step goes down the gradient of its batch. With momentum a part of the last step goes on; with Nesterov's form of it the
    gradient counts as taken after that part. Names and defaults are Keras's.

    .PARAMETER LearningRate
    How far a step goes, at least 0.

    .PARAMETER Momentum
    The part of the last step that goes on, from 0 to 1.

    .PARAMETER Nesterov
    Looks ahead along the momentum.

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
        [ValidateRange(0, [double]::MaxValue)] [double] $LearningRate = 0.01,
        [ValidateRange(0, 1)] [double] $Momentum = 0,
        [switch] $Nesterov
    )

    [NetDsl.Training.SGD] @{ LearningRate = $LearningRate; Momentum = $Momentum; Nesterov = $Nesterov.IsPresent }
}

Export-ModuleMember -Function Adadelta, Adam, SGD
