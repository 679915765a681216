# What the help of each layer keyword shows, two examples at least: a title, the extents of a sample (none where the lines have Input
# statements), and the lines of the script block. Write-LayerKeywords.ps1 puts New-NetModel around them, and the tests run them all.
@{
    Activation             = @(
        , @('An activation of its own behind a layer', '8', 'Dense 16', 'Activation GELU', 'Dense 1')
        , @('An activation behind a normalisation', '8', 'Dense 16 -UseBias $false', 'BatchNormalization', 'Activation ReLU', 'Dense 1')
    )
    Add                    = @(
        , @('A residual connection: what a layer changes is added to what it was given', '16', 'Dense 16 -Activation ReLU -Name shortcut', 'Dense 16 -Activation ReLU', 'Dense 16 -Name branch', 'Add shortcut, branch', 'Dense 1')
        , @('One name is joined with the layer above', '16', 'Dense 16 -Name shortcut', 'Activation ReLU', 'Add shortcut', 'Dense 1')
    )
    AlphaDropout           = @(
        , @('Dropout of a network that normalises itself', '20', 'Dense 32 -Activation SELU -KernelInitializer LecunNormal', 'AlphaDropout 0.1', 'Dense 1')
        , @('The rate by name', '20', 'Dense 32 -Activation SELU', 'AlphaDropout -Rate 0.05', 'Dense 1')
    )
    Average                = @(
        , @('The mean of two branches', '8', 'Dense 4 -Activation Tanh -Name left', 'Dense 4 -Activation ReLU -Name right', 'Average left, right', 'Dense 1')
        , @('The mean of a layer and what it was made of', '8', 'Dense 8 -Name first', 'Dense 8 -Activation ReLU', 'Average first', 'Dense 1')
    )
    AveragePooling1D       = @(
        , @('A waveform of half as many steps', '128, 1', 'Conv1D 8 5 -Activation ReLU', 'AveragePooling1D 2', 'Flatten', 'Dense 1')
        , @('Overlapping windows', '64, 2', 'AveragePooling1D 4 -Strides 2 -Padding Same', 'Flatten', 'Dense 1')
    )
    AveragePooling2D       = @(
        , @('An image of half the sides', '16, 16, 1', 'Conv2D 4 3 -Activation ReLU', 'AveragePooling2D 2', 'Flatten', 'Dense 1')
        , @('A window that is wider than high', '12, 24, 1', 'AveragePooling2D 2, 4', 'Flatten', 'Dense 1')
    )
    AveragePooling3D       = @(
        , @('A volume of half the sides', '8, 8, 8, 1', 'AveragePooling3D 2', 'Flatten', 'Dense 1')
        , @('A window of three sizes', '8, 6, 4, 1', 'AveragePooling3D 4, 3, 2', 'Flatten', 'Dense 1')
    )
    BatchNormalization     = @(
        , @('Behind a convolution that needs no bias then', '16, 16, 1', 'Conv2D 8 3 -UseBias $false', 'BatchNormalization', 'Activation ReLU', 'GlobalAveragePooling2D', 'Dense 2')
        , @('Statistics that follow the batches faster', '8', 'Dense 16', 'BatchNormalization -Momentum 0.9', 'Activation ReLU', 'Dense 1')
    )
    Concatenate            = @(
        , @('Kernels of several sizes side by side', '16, 16, 1', 'Conv2D 4 1 -Name narrow', 'Conv2D 4 3 -Padding Same -Name wide', 'Concatenate narrow, wide', 'GlobalMaxPooling2D', 'Dense 1')
        , @('Two inputs as one', '', 'Input 3 -Name position', 'Input 2 -Name time', 'Concatenate position, time', 'Dense 1', 'Output MeanSquaredError')
    )
    Conv1D                 = @(
        , @('A convolution along a waveform', '128, 1', 'Conv1D 8 7 -Activation ReLU', 'GlobalMaxPooling1D', 'Dense 2')
        , @('The same length with gaps under the kernel', '64, 2', 'Conv1D 8 3 -DilationRate 4 -Padding Same -Activation ReLU', 'Flatten', 'Dense 1')
    )
    Conv1DTranspose        = @(
        , @('A waveform of twice as many steps', '32, 4', 'Conv1DTranspose 8 4 -Strides 2 -Padding Same', 'Conv1D 1 3 -Padding Same')
        , @('The length that an odd waveform had', '16, 2', 'Conv1DTranspose 4 3 -Strides 2 -OutputPadding 1')
    )
    Conv2D                 = @(
        , @('32 filters of 5 by 5 pixels', '32, 32, 1', 'Conv2D 32 5 -Activation ReLU', 'MaxPooling2D 2', 'Flatten', 'Dense 2')
        , @('A kernel of 3 rows and 7 columns that halves the width', '16, 64, 3', 'Conv2D 8 3, 7 -Strides 1, 2 -Padding Same -KernelInitializer HeNormal', 'GlobalAveragePooling2D', 'Dense 2')
    )
    Conv2DTranspose        = @(
        , @('An image of twice the sides', '8, 8, 4', 'Conv2DTranspose 4 4 -Strides 2 -Padding Same -Activation ReLU', 'Conv2D 1 3 -Padding Same')
        , @('Sides of their own', '8, 8, 2', 'Conv2DTranspose 2 3, 5 -Strides 1, 2')
    )
    Conv3D                 = @(
        , @('A convolution over volumes', '8, 8, 8, 1', 'Conv3D 4 3 -Activation ReLU', 'GlobalMaxPooling3D', 'Dense 2')
        , @('A kernel of three sizes', '4, 8, 8, 2', 'Conv3D 4 1, 3, 3 -Padding Same', 'Flatten', 'Dense 1')
    )
    Cropping1D             = @(
        , @('Without the first and the last step', '16, 2', 'Cropping1D 1', 'Flatten', 'Dense 1')
        , @('Without the first four steps', '16, 2', 'Cropping1D 4, 0', 'Flatten', 'Dense 1')
    )
    Cropping2D             = @(
        , @('Without the edge of an image', '10, 10, 1', 'Cropping2D 1', 'Flatten', 'Dense 1')
        , @('Above, below, left and right by themselves', '12, 12, 1', 'Cropping2D 0, 2, 1, 3', 'Flatten', 'Dense 1')
    )
    Cropping3D             = @(
        , @('Without the faces of a volume', '6, 6, 6, 1', 'Cropping3D 1', 'Flatten', 'Dense 1')
        , @('Opposite faces together', '6, 8, 10, 1', 'Cropping3D 0, 1, 2', 'Flatten', 'Dense 1')
    )
    Dense                  = @(
        , @('Two hidden layers and one value', '8', 'Dense 32 -Activation ReLU', 'Dense 16 -Activation ReLU', 'Dense 1')
        , @('Weights that are held small', '8', 'Dense 16 Tanh -KernelRegularizerL2 1e-4 -KernelMaxNorm 3', 'Dense 1 -UseBias $false')
    )
    DepthwiseConv1D        = @(
        , @('Each channel of a waveform by itself', '64, 3', 'DepthwiseConv1D 5 -Activation ReLU', 'Flatten', 'Dense 1')
        , @('Two outputs a channel', '64, 3', 'DepthwiseConv1D 5 -DepthMultiplier 2 -Padding Same', 'GlobalAveragePooling1D', 'Dense 1')
    )
    DepthwiseConv2D        = @(
        , @('Each channel of an image by itself', '16, 16, 3', 'DepthwiseConv2D 3 -Activation ReLU', 'GlobalAveragePooling2D', 'Dense 1')
        , @('Two outputs a channel, and every second pixel', '16, 16, 3', 'DepthwiseConv2D 3 -DepthMultiplier 2 -Strides 2', 'Flatten', 'Dense 1')
    )
    Dropout                = @(
        , @('Half of the values are lost in training', '32', 'Dense 64 -Activation ReLU', 'Dropout 0.5', 'Dense 1')
        , @('More is lost the deeper it gets', '32', 'foreach ($rate in 0.1, 0.2) {', '    Dense 16 -Activation ReLU', '    Dropout $rate', '}', 'Dense 1')
    )
    ELU                    = @(
        , @('Behind a layer', '8', 'Dense 16', 'ELU', 'Dense 1')
        , @('A factor of its own', '8', 'Dense 16', 'ELU -Alpha 0.5', 'Dense 1')
    )
    Embedding              = @(
        , @('A trained vector of four values for each of 100 numbers', '12', 'Embedding 100 4', 'GlobalAveragePooling1D', 'Dense 1')
        , @('Vectors for a recurrent layer', '12', 'Embedding 100 8 -EmbeddingsInitializer GlorotUniform', 'LSTM 8', 'Dense 1')
    )
    Flatten                = @(
        , @('From an image to a row', '8, 8, 1', 'Conv2D 4 3', 'Flatten', 'Dense 1')
        , @('A row that another layer takes by name', '8, 8, 1', 'Flatten -Name pixels', 'Dense 8 -Activation ReLU', 'Concatenate pixels', 'Dense 1')
    )
    GELU                   = @(
        , @('Behind a layer', '8', 'Dense 16', 'GELU', 'Dense 1')
        , @('The approximation by a hyperbolic tangent', '8', 'Dense 16', 'GELU -Approximate $true', 'Dense 1')
    )
    GRU                    = @(
        , @('What a sequence ends with', '20, 3', 'GRU 16', 'Dense 1')
        , @('Each step in both directions', '20, 3', 'GRU 8 -ReturnSequences $true -Bidirectional $true', 'Dense 1')
    )
    GaussianDropout        = @(
        , @('Values are multiplied by noise in training', '8', 'Dense 32 -Activation ReLU', 'GaussianDropout 0.3', 'Dense 1')
        , @('The rate by name', '8', 'Dense 32 -Activation ReLU', 'GaussianDropout -Rate 0.1', 'Dense 1')
    )
    GaussianNoise          = @(
        , @('Noise on what a network is given in training', '8', 'GaussianNoise 0.05', 'Dense 16 -Activation ReLU', 'Dense 1')
        , @('Noise between layers', '8', 'Dense 16 -Activation ReLU', 'GaussianNoise -Stddev 0.1', 'Dense 1')
    )
    GlobalAveragePooling1D = @(
        , @('The mean of a waveform, channel by channel', '64, 2', 'Conv1D 8 5 -Activation ReLU', 'GlobalAveragePooling1D', 'Dense 1')
        , @('With the dimension of the steps', '64, 2', 'GlobalAveragePooling1D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalAveragePooling2D = @(
        , @('The mean of an image, channel by channel', '16, 16, 1', 'Conv2D 8 3 -Activation ReLU', 'GlobalAveragePooling2D', 'Dense 2')
        , @('With the dimensions of the image', '16, 16, 3', 'GlobalAveragePooling2D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalAveragePooling3D = @(
        , @('The mean of a volume, channel by channel', '6, 6, 6, 1', 'Conv3D 4 3 -Activation ReLU', 'GlobalAveragePooling3D', 'Dense 2')
        , @('With the dimensions of the volume', '6, 6, 6, 2', 'GlobalAveragePooling3D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalMaxPooling1D     = @(
        , @('Whether a pattern is anywhere in a waveform', '64, 1', 'Conv1D 8 7 -Activation ReLU', 'GlobalMaxPooling1D', 'Dense 1')
        , @('With the dimension of the steps', '64, 2', 'GlobalMaxPooling1D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalMaxPooling2D     = @(
        , @('Whether a pattern is anywhere in an image', '16, 16, 1', 'Conv2D 8 5 -Activation ReLU', 'GlobalMaxPooling2D', 'Dense 1')
        , @('With the dimensions of the image', '16, 16, 3', 'GlobalMaxPooling2D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalMaxPooling3D     = @(
        , @('Whether a pattern is anywhere in a volume', '6, 6, 6, 1', 'Conv3D 4 3 -Activation ReLU', 'GlobalMaxPooling3D', 'Dense 1')
        , @('With the dimensions of the volume', '6, 6, 6, 2', 'GlobalMaxPooling3D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalMinPooling1D     = @(
        , @('The lowest value of each channel', '64, 1', 'Conv1D 8 7', 'GlobalMinPooling1D', 'Dense 1')
        , @('With the dimension of the steps', '64, 2', 'GlobalMinPooling1D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalMinPooling2D     = @(
        , @('The lowest value of each channel', '16, 16, 1', 'Conv2D 8 5', 'GlobalMinPooling2D', 'Dense 1')
        , @('With the dimensions of the image', '16, 16, 3', 'GlobalMinPooling2D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    GlobalMinPooling3D     = @(
        , @('The lowest value of each channel', '6, 6, 6, 1', 'Conv3D 4 3', 'GlobalMinPooling3D', 'Dense 1')
        , @('With the dimensions of the volume', '6, 6, 6, 2', 'GlobalMinPooling3D -KeepDims $true', 'Flatten', 'Dense 1')
    )
    Input                  = @(
        , @('The one input of a network', '', 'Input 8', 'Dense 1', 'Output MeanSquaredError')
        , @('An image and what is known besides', '', 'Input 8, 8, 1 -Name image', 'Input 3 -Name event', 'Flatten -From image', 'Concatenate event', 'Dense 1', 'Output MeanSquaredError')
    )
    LSTM                   = @(
        , @('What a sequence ends with', '20, 3', 'LSTM 16', 'Dense 1')
        , @('Two layers, of which the first gives each step', '20, 3', 'LSTM 8 -ReturnSequences $true', 'LSTM 8', 'Dense 1')
    )
    LayerNormalization     = @(
        , @('Behind a layer', '8', 'Dense 16', 'LayerNormalization', 'Activation ReLU', 'Dense 1')
        , @('Without a shift', '8', 'Dense 16', 'LayerNormalization -Epsilon 1e-5 -Center $false', 'Dense 1')
    )
    LeakyReLU              = @(
        , @('Behind a layer', '8', 'Dense 16', 'LeakyReLU', 'Dense 1')
        , @('A slope of its own', '8', 'Dense 16', 'LeakyReLU -NegativeSlope 0.05', 'Dense 1')
    )
    MaxPooling1D           = @(
        , @('A waveform of a quarter of the steps', '128, 1', 'Conv1D 8 5 -Activation ReLU', 'MaxPooling1D 4', 'Flatten', 'Dense 1')
        , @('Overlapping windows', '64, 2', 'MaxPooling1D 3 -Strides 2', 'Flatten', 'Dense 1')
    )
    MaxPooling2D           = @(
        , @('An image of half the sides', '16, 16, 1', 'Conv2D 4 3 -Activation ReLU', 'MaxPooling2D 2', 'Flatten', 'Dense 1')
        , @('Windows of 3 by 3 at every second pixel', '16, 16, 1', 'MaxPooling2D 3 -Strides 2 -Padding Same', 'Flatten', 'Dense 1')
    )
    MaxPooling3D           = @(
        , @('A volume of half the sides', '8, 8, 8, 1', 'MaxPooling3D 2', 'Flatten', 'Dense 1')
        , @('A window of three sizes', '8, 6, 4, 1', 'MaxPooling3D 4, 3, 2', 'Flatten', 'Dense 1')
    )
    Maximum                = @(
        , @('The larger of two branches at each place', '8', 'Dense 4 -Name left', 'Dense 4 -From input_0 -Name right', 'Maximum left, right', 'Dense 1')
        , @('A layer and what it was made of', '8', 'Dense 8 -Name first', 'Dense 8', 'Maximum first', 'Dense 1')
    )
    MinPooling1D           = @(
        , @('The lowest values of a waveform', '128, 1', 'MinPooling1D 4', 'Flatten', 'Dense 1')
        , @('Overlapping windows', '64, 2', 'MinPooling1D 3 -Strides 2', 'Flatten', 'Dense 1')
    )
    MinPooling2D           = @(
        , @('The lowest values of an image', '16, 16, 1', 'MinPooling2D 2', 'Flatten', 'Dense 1')
        , @('A window that is wider than high', '12, 24, 1', 'MinPooling2D 2, 4', 'Flatten', 'Dense 1')
    )
    MinPooling3D           = @(
        , @('The lowest values of a volume', '8, 8, 8, 1', 'MinPooling3D 2', 'Flatten', 'Dense 1')
        , @('A window of three sizes', '8, 6, 4, 1', 'MinPooling3D 4, 3, 2', 'Flatten', 'Dense 1')
    )
    Minimum                = @(
        , @('The smaller of two branches at each place', '8', 'Dense 4 -Name left', 'Dense 4 -From input_0 -Name right', 'Minimum left, right', 'Dense 1')
        , @('A layer and what it was made of', '8', 'Dense 8 -Name first', 'Dense 8', 'Minimum first', 'Dense 1')
    )
    Multiply               = @(
        , @('One branch opens and closes the other', '8', 'Dense 4 -Name value', 'Dense 4 -Activation Sigmoid -From input_0 -Name gate', 'Multiply value, gate', 'Dense 1')
        , @('A layer and what it was made of', '8', 'Dense 8 -Name first', 'Dense 8 -Activation Sigmoid', 'Multiply first', 'Dense 1')
    )
    Normalization          = @(
        , @('Raw features, whose means and variances the first training learns', '8', 'Normalization', 'Dense 16 -Activation ReLU', 'Dense 1')
        , @('Means and variances that are known', '2', 'Normalization -Mean 100, 0 -Variance 25, 1', 'Dense 1')
    )
    Output                 = @(
        , @('A loss with a setting of its own', '', 'Input 8', 'Dense 3 -Activation Softmax', 'Output CategoricalCrossentropy -LabelSmoothing 0.1')
        , @('A value and a class', '', 'Input 8', 'Dense 16 -Activation ReLU -Name shared', 'Dense 1', 'Output MeanSquaredError -Weight 0.3', 'Dense 2 -Activation Softmax -From shared', 'Output CategoricalCrossentropy')
    )
    PReLU                  = @(
        , @('A trained slope for each value', '8', 'Dense 16', 'PReLU', 'Dense 1')
        , @('A trained slope for each channel of an image', '8, 8, 1', 'Conv2D 4 3', 'PReLU 1, 2', 'Flatten', 'Dense 1')
    )
    Permute                = @(
        , @('Steps and channels change places', '16, 2', 'Permute 2, 1', 'Flatten', 'Dense 1')
        , @('Channels first', '8, 8, 3', 'Permute 3, 1, 2', 'Flatten', 'Dense 1')
    )
    ReLU                   = @(
        , @('Behind a layer', '8', 'Dense 16', 'ReLU', 'Dense 1')
        , @('Not above 6', '8', 'Dense 16', 'ReLU -MaxValue 6 -NegativeSlope 0.1', 'Dense 1')
    )
    RepeatVector           = @(
        , @('A sequence from one row', '8', 'Dense 4', 'RepeatVector 10', 'GRU 8 -ReturnSequences $true', 'Dense 1')
        , @('The same row for each step', '3', 'RepeatVector -N 5', 'Flatten', 'Dense 1')
    )
    Reshape                = @(
        , @('An image from a row', '64', 'Reshape 8, 8, 1', 'Conv2D 4 3', 'Flatten', 'Dense 1')
        , @('What is left for one extent', '32, 2', 'Reshape 8, -1', 'Flatten', 'Dense 1')
    )
    SeparableConv1D        = @(
        , @('Fewer weights than a convolution has', '64, 4', 'SeparableConv1D 8 5 -Activation ReLU', 'GlobalMaxPooling1D', 'Dense 1')
        , @('Two values of each channel, then the filters', '64, 4', 'SeparableConv1D 8 3 -DepthMultiplier 2 -Padding Same', 'Flatten', 'Dense 1')
    )
    SeparableConv2D        = @(
        , @('Fewer weights than a convolution has', '16, 16, 3', 'SeparableConv2D 8 3 -Activation ReLU', 'GlobalMaxPooling2D', 'Dense 1')
        , @('Every second pixel', '16, 16, 3', 'SeparableConv2D 8 3, 5 -Strides 2 -Padding Same', 'Flatten', 'Dense 1')
    )
    SimpleRNN              = @(
        , @('What a sequence ends with', '20, 3', 'SimpleRNN 16', 'Dense 1')
        , @('From the last step to the first', '20, 3', 'SimpleRNN 8 -Activation ReLU -GoBackwards $true', 'Dense 1')
    )
    Softmax                = @(
        , @('Probabilities of three classes', '', 'Input 8', 'Dense 3', 'Softmax', 'Output CategoricalCrossentropy')
        , @('Weights that sum to 1', '8', 'Dense 8 -Name value', 'Dense 8', 'Softmax', 'Multiply value', 'Dense 1')
    )
    SpatialDropout1D       = @(
        , @('Whole channels of a waveform are lost in training', '64, 2', 'Conv1D 8 5 -Activation ReLU', 'SpatialDropout1D 0.2', 'Flatten', 'Dense 1')
        , @('The rate by name', '64, 4', 'SpatialDropout1D -Rate 0.1', 'Flatten', 'Dense 1')
    )
    SpatialDropout2D       = @(
        , @('Whole channels of an image are lost in training', '16, 16, 1', 'Conv2D 8 3 -Activation ReLU', 'SpatialDropout2D 0.2', 'Flatten', 'Dense 1')
        , @('The rate by name', '16, 16, 3', 'SpatialDropout2D -Rate 0.1', 'Flatten', 'Dense 1')
    )
    SpatialDropout3D       = @(
        , @('Whole channels of a volume are lost in training', '6, 6, 6, 1', 'Conv3D 4 3 -Activation ReLU', 'SpatialDropout3D 0.2', 'Flatten', 'Dense 1')
        , @('The rate by name', '6, 6, 6, 2', 'SpatialDropout3D -Rate 0.1', 'Flatten', 'Dense 1')
    )
    Subtract               = @(
        , @('What differs between two branches', '8', 'Dense 4 -Name left', 'Dense 4 -From input_0 -Name right', 'Subtract left, right', 'Dense 1')
        , @('Two events through the same weights', '', 'Input 4 -Name first', 'Input 4 -Name second', 'Dense 8 -From first -Name left', 'Dense 8 -From second -WeightsFrom left -Name right', 'Subtract left, right', 'Dense 1', 'Output MeanSquaredError')
    )
    UpSampling1D           = @(
        , @('Each step twice', '16, 2', 'UpSampling1D 2', 'Conv1D 1 3 -Padding Same')
        , @('Each step three times', '16, 2', 'UpSampling1D -Size 3', 'Flatten', 'Dense 1')
    )
    UpSampling2D           = @(
        , @('An image of twice the sides', '8, 8, 2', 'UpSampling2D 2', 'Conv2D 1 3 -Padding Same')
        , @('On straight lines between the pixels, wider than high', '8, 8, 1', 'UpSampling2D 1, 2 -Interpolation Bilinear', 'Flatten', 'Dense 1')
    )
    UpSampling3D           = @(
        , @('A volume of twice the sides', '4, 4, 4, 1', 'UpSampling3D 2', 'Conv3D 1 3 -Padding Same')
        , @('A factor for each direction', '4, 4, 4, 1', 'UpSampling3D 1, 2, 3', 'Flatten', 'Dense 1')
    )
    ZeroPadding1D          = @(
        , @('Two zeros on each side', '16, 2', 'ZeroPadding1D 2', 'Conv1D 4 5', 'Flatten', 'Dense 1')
        , @('Before the first step alone, so that no output sees the future', '16, 2', 'ZeroPadding1D 4, 0', 'Conv1D 4 5', 'Flatten', 'Dense 1')
    )
    ZeroPadding2D          = @(
        , @('An edge of zeros around an image', '8, 8, 1', 'ZeroPadding2D 1', 'Conv2D 4 3', 'Flatten', 'Dense 1')
        , @('Above, below, left and right by themselves', '8, 8, 1', 'ZeroPadding2D 0, 1, 0, 1', 'Conv2D 4 2', 'Flatten', 'Dense 1')
    )
    ZeroPadding3D          = @(
        , @('Zeros around a volume', '4, 4, 4, 1', 'ZeroPadding3D 1', 'Conv3D 2 3', 'Flatten', 'Dense 1')
        , @('Opposite faces together', '4, 4, 4, 1', 'ZeroPadding3D 0, 1, 2', 'Flatten', 'Dense 1')
    )
}
