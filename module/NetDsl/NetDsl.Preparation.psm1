# The steps of a preparation are functions named as in scikit-learn, so that a script reads -Step (StandardScaler energy*), (OneHotEncoder kind).
# They are nouns that give a value, as the optimisers are.

# What is not given keeps the default of the library.
function ConvertTo-PreparationStep([type] $Type, [System.Collections.IDictionary] $Given) {
    $settings = @{}
    foreach ($name in $Given.Keys) {
        $property = $name -eq 'Feature' ? 'Columns' : $name
        if ($Type.GetProperty($property)) { $settings[$property] = $Given[$name] -is [switch] ? $Given[$name].IsPresent : $Given[$name] }
    }

    New-Object $Type.FullName -Property $settings
}

function Clip {
    <#
    .SYNOPSIS
    Gives the step Clip of a preparation: values beyond two bounds become the nearer of them.

    .DESCRIPTION
    A few extreme values then do not rule what is learnt. Each bound is a value, the same for all features, or a quantile of each feature in
    the training rows. Missing values stay missing.

    .PARAMETER Feature
    The features it works on; wildcards * and ? are allowed, and those without names are called by their places, from 0. All that
    fit where it is left out.

    .PARAMETER Minimum
    The lower bound.

    .PARAMETER Maximum
    The upper bound.

    .PARAMETER LowerQuantile
    The fraction of the training rows below the lower bound, in place of Minimum.

    .PARAMETER UpperQuantile
    The fraction of the training rows below the upper bound, in place of Maximum.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    New-NetPreparation $data -Step (Clip energy -Minimum 20 -Maximum 300)

    Brings energies to values from 20 to 300.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    Split-NetData $data -Test 0.2 -Step (Clip -LowerQuantile 0.01 -UpperQuantile 0.99), StandardScaler

    Cuts the extreme hundredths off before the features are scaled.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.Clip])]
    param(
        [Parameter(Position = 0)] [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [double] $Minimum,
        [double] $Maximum,
        [ValidateRange(0, 1)] [double] $LowerQuantile,
        [ValidateRange(0, 1)] [double] $UpperQuantile
    )

    ConvertTo-PreparationStep ([NetDsl.Data.Clip]) $PSBoundParameters
}

function LabelEncoder {
    <#
    .SYNOPSIS
    Gives the step LabelEncoder of a preparation: a target that holds numbers of classes becomes labels.

    .DESCRIPTION
    The classes are the different values of the target in the training rows, ascending, and are called by their numbers. Text labels need no
    step: -Label names their column when data are read.

    .PARAMETER Binary
    Makes of two classes one target of 0 and 1, for a sigmoid, rather than two one-hot ones.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    (Split-NetData $data -Test 0.2 -Step LabelEncoder).Train.Classes

    Makes of the values 0, 1 and 2 three one-hot targets.

    .EXAMPLE
    $data = 1..40 | ForEach-Object { @{ x = $_; even = $_ % 2 } } | ConvertTo-NetData -Target even
    New-NetPreparation $data -Step (LabelEncoder -Binary)

    Makes of the values 0 and 1 a label for a sigmoid.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.LabelEncoder])]
    param(
        [switch] $Binary
    )

    ConvertTo-PreparationStep ([NetDsl.Data.LabelEncoder]) $PSBoundParameters
}

function LogTransform {
    <#
    .SYNOPSIS
    Gives the step LogTransform of a preparation: the natural logarithm of features.

    .DESCRIPTION
    It is for features that range over orders of magnitude: log(Offset + x), or with the sign of the value. Missing values stay missing.

    .PARAMETER Feature
    The features it works on; wildcards * and ? are allowed, and those without names are called by their places, from 0. All that
    fit where it is left out.

    .PARAMETER Offset
    What is added to a value before its logarithm is taken; 1 unless told, so that 0 stays 0. A value of minus this or below is an error.

    .PARAMETER Signed
    Takes log(1 + |x|) with the sign of x, for values of either sign.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    New-NetPreparation $data -Step (LogTransform energy -Offset 0)

    Takes the logarithm of the energy itself.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    Split-NetData $data -Test 0.2 -Step (LogTransform -Signed), StandardScaler

    Takes the logarithms of all features before they are scaled.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.LogTransform])]
    param(
        [Parameter(Position = 0)] [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [double] $Offset,
        [switch] $Signed
    )

    ConvertTo-PreparationStep ([NetDsl.Data.LogTransform]) $PSBoundParameters
}

function MinMaxScaler {
    <#
    .SYNOPSIS
    Gives the step MinMaxScaler of a preparation: brings the range of each feature to a given one.

    .DESCRIPTION
    The range is that of the training rows, as by scikit-learn's MinMaxScaler; other rows may lie outside. A feature that is the same in all
    rows goes to the minimum. Missing values stay missing.

    .PARAMETER Feature
    The features it works on; wildcards * and ? are allowed, and those without names are called by their places, from 0. All that
    fit where it is left out.

    .PARAMETER Minimum
    What the smallest value becomes; 0 unless told.

    .PARAMETER Maximum
    What the largest value becomes; 1 unless told.

    .PARAMETER PerChannel
    Takes one range for all features of a channel, the last axis of an image or waveform.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    New-NetPreparation $data -Step (MinMaxScaler -Minimum -1 -Maximum 1)

    Brings all features to values from -1 to 1.

    .EXAMPLE
    New-NetData ShowerTrack -Count 20 -Raw | Split-NetData -Test 0.2 -Step (MinMaxScaler -PerChannel)

    Brings the pixels of all images to values from 0 to 1.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.MinMaxScaler])]
    param(
        [Parameter(Position = 0)] [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [double] $Minimum,
        [double] $Maximum,
        [switch] $PerChannel
    )

    ConvertTo-PreparationStep ([NetDsl.Data.MinMaxScaler]) $PSBoundParameters
}

function OneHotEncoder {
    <#
    .SYNOPSIS
    Gives the step OneHotEncoder of a preparation: a column of 0 and 1 for each category.

    .DESCRIPTION
    The columns stand where the one was and are called NAME_CATEGORY. Categories are those of the training rows; a column of numbers that is
    named has its different values as categories. A missing value is 0 in all columns.

    .PARAMETER Feature
    The features it works on; wildcards * and ? are allowed, and those without names are called by their places, from 0. All that
    fit where it is left out.

    .PARAMETER HandleUnknown
    What becomes of a category that was in no training row: Error, unless told, or Ignore, which is 0 in all columns.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z -Category kind
    (New-NetPreparation $data -Step OneHotEncoder).Layout.FeatureNames

    Makes of the column kind one of red and one of blue.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z -Category kind
    Split-NetData $data -Test 0.2 -Step (OneHotEncoder kind, depth -HandleUnknown Ignore), (StandardScaler energy)

    Takes the numbers of depth for categories too, and others than those for none.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.OneHotEncoder])]
    param(
        [Parameter(Position = 0)] [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [NetDsl.Data.UnknownCategory] $HandleUnknown
    )

    ConvertTo-PreparationStep ([NetDsl.Data.OneHotEncoder]) $PSBoundParameters
}

function OrdinalEncoder {
    <#
    .SYNOPSIS
    Gives the step OrdinalEncoder of a preparation: the number of each category, as an Embedding takes it.

    .DESCRIPTION
    Categories are those of the training rows; a column of numbers that is named has its different values as categories, ascending. A
    missing value stays missing.

    .PARAMETER Feature
    The features it works on; wildcards * and ? are allowed, and those without names are called by their places, from 0. All that
    fit where it is left out.

    .PARAMETER UnknownValue
    The number for a category that was in no training row, in place of an error.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z -Category kind
    New-NetPreparation $data -Step (OrdinalEncoder kind)

    Numbers the kinds.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z -Category kind
    Split-NetData $data -Test 0.2 -Step (OrdinalEncoder depth -UnknownValue -1)

    Numbers the depths that come in the rows to train with; others become -1.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.OrdinalEncoder])]
    param(
        [Parameter(Position = 0)] [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [double] $UnknownValue
    )

    ConvertTo-PreparationStep ([NetDsl.Data.OrdinalEncoder]) $PSBoundParameters
}

function ScriptStep {
    <#
    .SYNOPSIS
    Gives a step of a preparation that a script block does for each row.

    .DESCRIPTION
    In the script block $_ is a row: a table of its features by name, to which the script may add some and from which it may take some; or
    the array of them where they have no names. It runs in a session of its own and sees no variables and functions of this one. It is slower than the other
    steps: some ten thousand rows a second. A model that was prepared by it can be imported where the step was declared before.

    .PARAMETER Name
    What the step is called in the file of a model.

    .PARAMETER Script
    What is done for a row.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    (New-NetPreparation $data -Step (ScriptStep Ratio { $_.ratio = $_.energy / ($_.depth + 1) })).Layout.FeatureNames

    Adds a feature that is made of two others.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    Split-NetData $data -Test 0.2 -Step (ScriptStep Root { $_.energy = [math]::Sqrt($_.energy); $_.Remove('depth') }), StandardScaler

    Takes the root of one feature and leaves another out, before they are scaled.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.PowerShell.ScriptStep])]
    param(
        [Parameter(Mandatory, Position = 0)] [ValidateNotNullOrEmpty()] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $Script
    )

    [NetDsl.PowerShell.ScriptStep]::new($Name, $Script)
}

function SimpleImputer {
    <#
    .SYNOPSIS
    Gives the step SimpleImputer of a preparation: fills in what is missing.

    .DESCRIPTION
    What stands for a missing value comes from the training rows. Mean and median take the columns of numbers, the others all columns,
    unless they are named. Data keep what is missing where they are read with -Missing Keep.

    .PARAMETER Feature
    The features it works on; wildcards * and ? are allowed, and those without names are called by their places, from 0. All that
    fit where it is left out.

    .PARAMETER Strategy
    What stands for a missing value: Mean, unless told, Median, MostFrequent or Constant.

    .PARAMETER FillValue
    The number that stands for it by the strategy Constant.

    .PARAMETER AddIndicator
    Adds a column for each that misses a value in some training row, which is 1 where it was missing and otherwise 0.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ % 5 ? 10 * $_ : $null; depth = $_ % 7; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z -Missing Keep
    New-NetPreparation $data -Step (SimpleImputer -Strategy Median -AddIndicator)

    Fills in the median, and says where.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ % 5 ? 10 * $_ : $null; depth = $_ % 7; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z -Missing Keep
    Split-NetData $data -Test 0.2 -Step SimpleImputer, StandardScaler

    Fills in the mean of the rows to train with.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.SimpleImputer])]
    param(
        [Parameter(Position = 0)] [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [NetDsl.Data.ImputationStrategy] $Strategy,
        [double] $FillValue,
        [switch] $AddIndicator
    )

    ConvertTo-PreparationStep ([NetDsl.Data.SimpleImputer]) $PSBoundParameters
}

function StandardScaler {
    <#
    .SYNOPSIS
    Gives the step StandardScaler of a preparation: mean 0 and standard deviation 1.

    .DESCRIPTION
    Takes each feature's mean away and divides by its standard deviation, both of the training rows, as scikit-learn's StandardScaler. A
    feature that is the same in all rows is not divided. Missing values do not count and stay missing.

    .PARAMETER Feature
    The features it works on; wildcards * and ? are allowed, and those without names are called by their places, from 0. All that
    fit where it is left out.

    .PARAMETER WithMean
    Whether the mean is taken away; true unless told.

    .PARAMETER WithStd
    Whether the values are divided by the standard deviation; true unless told.

    .PARAMETER PerChannel
    Takes one mean and one deviation for all features of a channel, the last axis of an image or waveform.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    Split-NetData $data -Test 0.2 -Step StandardScaler

    Scales all features by the rows to train with.

    .EXAMPLE
    $rows = 1..40 | ForEach-Object { @{ energy = $_ * 10; depth = $_ % 7; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
    $data = $rows | ConvertTo-NetData -Target z
    New-NetPreparation $data -Step (StandardScaler energy -WithMean $false)

    Divides the energy by its deviation and leaves the others.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.StandardScaler])]
    param(
        [Parameter(Position = 0)] [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [bool] $WithMean,
        [bool] $WithStd,
        [switch] $PerChannel
    )

    ConvertTo-PreparationStep ([NetDsl.Data.StandardScaler]) $PSBoundParameters
}

function TargetScaler {
    <#
    .SYNOPSIS
    Gives the step TargetScaler of a preparation: targets of mean 0 and standard deviation 1.

    .DESCRIPTION
    Losses of values in any unit are then about one. Predictions and their errors come in the unit of the data all the same; the loss
    itself is that of the scaled targets.

    .PARAMETER WithMean
    Whether the mean is taken away; true unless told.

    .PARAMETER WithStd
    Whether the targets are divided by their standard deviation; true unless told.

    .EXAMPLE
    $data = New-NetData Sine -Count 100
    $split = Split-NetData $data -Test 0.2 -Step TargetScaler, StandardScaler

    Scales the targets by the rows to train with.

    .EXAMPLE
    New-NetPreparation (New-NetData Sine -Count 100) -Step (TargetScaler -WithMean $false)

    Only divides the targets.
    #>
    [CmdletBinding()]
    [OutputType([NetDsl.Data.TargetScaler])]
    param(
        [bool] $WithMean,
        [bool] $WithStd
    )

    ConvertTo-PreparationStep ([NetDsl.Data.TargetScaler]) $PSBoundParameters
}

Export-ModuleMember -Function Clip, LabelEncoder, LogTransform, MinMaxScaler, OneHotEncoder, OrdinalEncoder, ScriptStep, SimpleImputer, StandardScaler, TargetScaler
