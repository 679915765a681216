# Calls that cannot be, and the error that each ends in: id, category, and the beginning of the message, with wildcards. The files and variables are
# those that BadCalls.Tests.ps1 makes.
@{
    Calls = @(
        # Import-NetData
        @{
            Call     = 'Import-NetData missing.csv'
            Id       = 'FileNotFound'
            Category = 'ObjectNotFound'
            Text     = 'Cannot find path ''*missing.csv'' because it does not exist.*'
        }
        @{
            Call     = 'Import-NetData none*.csv'
            Id       = 'FileNotFound'
            Category = 'ObjectNotFound'
            Text     = 'No file matches none?.csv. Give the path of a file that is there.*'
        }
        @{
            Call     = 'Import-NetData -LiteralPath ''*.csv'''
            Id       = 'FileNotFound'
            Category = 'ObjectNotFound'
            Text     = 'Could not find file ''*?.csv''.*'
        }
        @{
            Call     = 'Import-NetData env:PATH'
            Id       = 'NotAFile'
            Category = 'InvalidArgument'
            Text     = 'env:PATH is a place of the provider Environment; give a path of the file system.*'
        }
        @{
            Call     = 'Import-NetData folder'
            Id       = 'PathIsFolder'
            Category = 'InvalidArgument'
            Text     = '*folder is a folder. Give the path of a file, *folder/? say.*'
        }
        @{
            Call     = 'Import-NetData empty.csv -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*empty.csv: the file is empty; a table of numbers was expected.*'
        }
        @{
            Call     = 'Import-NetData header.csv -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*header.csv: the file has a header and no rows.*'
        }
        @{
            Call     = 'Import-NetData ragged.csv -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*ragged.csv, line 3: the row has 3 cells; the header has 2.*'
        }
        @{
            Call     = 'Import-NetData nan.csv -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*nan.csv, line 3, column ''x'': ''NaN'' is no finite number of single precision. Remove the row or replace the value*'
        }
        @{
            Call     = 'Import-NetData infinite.csv -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*infinite.csv, line 2, column ''x'': ''Infinity'' is no finite number of single precision. Remove the row or replace the value.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label colour'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*kinds.csv: there is no column ''colour''. There are: x, y, kind.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Target kind'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*kinds.csv, line 2, column ''kind'': ''red'' is no number; a number with a decimal point was expected. Correct it or remove the row.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Feature z'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*kinds.csv: there is no column ''z''. There are: x, y, kind.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Feature ''q*'''
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*kinds.csv: there is no column ''q?''. There are: x, y, kind.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Target x'
            Id       = 'LabelAndTarget'
            Category = 'InvalidArgument'
            Text     = 'Give -Label for a column of classes or -Target for columns of values, not both.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Class red'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*kinds.csv, line 3, column ''kind'': the label ''blue'' is out of range; the classes are red.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Class red, red'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'The class ''red'' is listed twice.*'
        }
        @{
            Call     = 'Import-NetData three.csv -Label kind -LabelEncoding Binary'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*three.csv: column ''kind'' has the labels blue, green, red; exactly two classes are needed.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Weight kind'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'Column ''kind'' is chosen twice; a column is one feature, one target, the weights, the groups or the times.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Delimiter '';'''
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*kinds.csv: there is no column ''kind''. There are: x,y,kind.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -FeatureShape 3, 3'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'The feature shape (3, 3) has 9 values; the rows have 2, in the columns x, y.*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -ClassCount 3'
            Id       = 'UnfitParameter'
            Category = 'InvalidArgument'
            Text     = '-ClassCount cannot be used here: *kinds.csv begins like no other format, so that it is taken for a table of text. Leave it out.*'
        }
        @{
            Call     = 'Import-NetData locked.csv -Target y'
            Id       = 'FileLocked'
            Category = 'ResourceBusy'
            Text     = 'The process cannot access the file ''*locked.csv'' because it is being used by another process. Close it in the program that uses it, or choose another*'
        }
        @{
            Call     = 'Import-NetData images.idx -LabelPath missing.idx'
            Id       = 'FileNotFound'
            Category = 'ObjectNotFound'
            Text     = 'Could not find file ''*missing.idx''.*'
        }
        @{
            Call     = 'Import-NetData images.idx -LabelPath few.idx'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*few.idx: there are 2 labels for the 3 images of *images.idx.*'
        }
        @{
            Call     = 'Import-NetData images.idx -LabelPath images.idx'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*images.idx: labels have one dimension; these have 3 (3, 1, 1). Are the files swapped?*'
        }
        @{
            Call     = 'Import-NetData cut.idx -LabelPath labels.idx'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*cut.idx: the header promises 3 x 1 x 1 values of 1 bytes; the file has 1 bytes for them. It is cut off or broken.*'
        }
        @{
            Call     = 'Import-NetData images.idx -LabelPath labels.idx -ClassCount 2'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*labels.idx, row 2: the label 2 is out of range; whole numbers from 0 to 1 were expected.*'
        }
        @{
            Call     = 'Import-NetData broken.npy'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*broken.npy: the file has a header and no rows.*'
        }
        @{
            Call     = 'Import-NetData model.safetensors'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*model.safetensors, line 1: a cell that begins with a quotation mark does not end with one. A quotation mark in a quoted cell is written twice.*'
        }
        # ConvertTo-NetData
        @{
            Call     = '@() | ConvertTo-NetData -Target y'
            Id       = 'NoObjects'
            Category = 'InvalidData'
            Text     = 'No object came from the pipeline; data need at least one. Check the command before ConvertTo-NetData.*'
        }
        @{
            Call     = '[pscustomobject]@{ x = 1 } | ConvertTo-NetData -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'Object 1, column ''y'': there is no column ''y''. There are: x.*'
        }
        @{
            Call     = '[pscustomobject]@{ x = 1; y = ''one'' } | ConvertTo-NetData -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'Object 1, column ''y'': ''one'' is no number; a number with a decimal point was expected. Correct it or remove the row.*'
        }
        @{
            Call     = '[pscustomobject]@{ x = 1; y = 2 }, [pscustomobject]@{ x = 1 } | ConvertTo-NetData -Target y'
            Id       = 'MissingProperty'
            Category = 'InvalidData'
            Text     = 'Object 2: there is no property ''y'', which the first object has. There are: x. Remove the object, give it the property, or choose other columns with*'
        }
        @{
            Call     = '@{ x = 1; y = 2 }, @{ x = [double]::NaN; y = 2 } | ConvertTo-NetData -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'Object 2, column ''x'': ''NaN'' is no finite number of single precision. Remove the row or replace the value*'
        }
        @{
            Call     = '[pscustomobject]@{ x = 1; y = 2 } | ConvertTo-NetData -Label y -Target x'
            Id       = 'LabelAndTarget'
            Category = 'InvalidArgument'
            Text     = 'Give -Label for a column of classes or -Target for columns of values, not both.*'
        }
        @{
            Call     = '[pscustomobject]@{ x = $null; y = 2 } | ConvertTo-NetData -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'The data: no column but the targets holds numbers. There are: x, y.*'
        }
        @{
            Call     = '[pscustomobject]@{ x = ''a''; y = 2 } | ConvertTo-NetData -Target y'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'The data: no column but the targets holds numbers. There are: x, y.*'
        }
        @{
            Call     = '1, 2, 3 | ConvertTo-NetData -Target y'
            Id       = 'NoProperties'
            Category = 'InvalidData'
            Text     = 'Object 1: it is of type Int32 and has no properties to make columns of. Give objects, such as the rows of Import-Csv, or arrays with -FeatureArray.*'
        }
        @{
            Call     = 'ConvertTo-NetData -FeatureArray @((1, 2), (3, 4)) -TargetArray 1, 2, 3'
            Id       = 'RowsDiffer'
            Category = 'InvalidData'
            Text     = 'The features have 2 rows, the array of targets 3. Give one for each row.*'
        }
        @{
            Call     = 'ConvertTo-NetData -FeatureArray @((1, 2), (3, 4, 5)) -TargetArray 1, 2'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'Object 2, column ''feature'': the cell holds an array of shape (3); the first row has an array of shape (2). All rows need the same shape.*'
        }
        # New-NetData, Split-NetData, Export-NetData
        @{
            Call     = 'New-NetData Sunshine'
            Id       = 'CannotConvertArgumentNoMessage'
            Category = 'InvalidArgument'
            Text     = 'Cannot bind parameter ''Simulator''. Cannot convert value "Sunshine" to type "NetDsl.PowerShell.Simulator". Error: "Unable to match the identifier name*'
        }
        @{
            Call     = 'New-NetData ShowerTrack -Count 0'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''Count''. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or*'
        }
        @{
            Call     = 'New-NetData ShowerTrack -Count 2.5'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Count''. 2.5 is no whole number.*'
        }
        @{
            Call     = 'New-NetData Sine -Raw'
            Id       = 'UnfitParameter'
            Category = 'InvalidArgument'
            Text     = '-Raw cannot be used here: Sine has -Count, -Seed and -Noise. Leave it out.*'
        }
        @{
            Call     = 'Split-NetData $data -Test 1'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'The fraction is 1; it must be at least 0 and below 1.*'
        }
        @{
            Call     = 'Split-NetData $data -Test -0.5'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'The fraction is -0.5; it must be at least 0 and below 1.*'
        }
        @{
            Call     = 'Split-NetData $data -Test 0.6 -Validation 0.6'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'Of 20 rows, 0.6 for validation and 0.6 for the test leave none to train with.*'
        }
        @{
            Call     = 'Split-NetData $split -Test 0.2'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Data''. These data are split; choose a part: .Train, .Validation or .Test.*'
        }
        @{
            Call     = 'Split-NetData $numbers -Test 0.2 -Stratify'
            Id       = 'InvalidOperation'
            Category = 'InvalidOperation'
            Text     = 'Only data with classes can be stratified: the targets here are values, not labels.*'
        }
        @{
            Call     = 'Export-NetData $data existing.csv'
            Id       = 'FileExists'
            Category = 'ResourceExists'
            Text     = '*existing.csv is there already. Give -Force to replace it, or another path.*'
        }
        @{
            Call     = 'Export-NetData $data no/where.csv'
            Id       = 'FolderNotFound'
            Category = 'ObjectNotFound'
            Text     = '*no/where.csv cannot be written: the folder *no does not exist. Make it with New-Item -ItemType Directory, or give another path.*'
        }
        @{
            Call     = 'Export-NetData $data out.pdf'
            Id       = 'UnknownFormat'
            Category = 'InvalidArgument'
            Text     = '*out.pdf ends in ''.PDF'', which is no format of data. Give a path that ends in .csv, .tsv, .npy, .npz or .h5, or say with -Format what it is.*'
        }
        @{
            Call     = 'Export-NetData $data folder -Force'
            Id       = 'PathIsFolder'
            Category = 'InvalidArgument'
            Text     = '*folder is a folder. Give the path of a file, *folder/? say.*'
        }
        @{
            Call     = 'Export-NetData $data env:out'
            Id       = 'NotAFile'
            Category = 'InvalidArgument'
            Text     = 'env:out is a place of the provider Environment; give a path of the file system.*'
        }
        @{
            Call     = 'Export-NetData $data small/out.csv'
            Id       = 'DiskFull'
            Category = 'ResourceUnavailable'
            Text     = 'No space left on device : *. Nothing was left behind. Make room, or choose a path on another disk.*'
        }
        @{
            Call     = 'Export-NetData $split out.csv'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Data''. These data are split; choose a part: .Train, .Validation or .Test.*'
        }
        # New-NetModel
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dens 1 }'
            Id       = 'UnknownLayer'
            Category = 'ObjectNotFound'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dens 1 }): there is no layer ''Dens''. Did you mean Dense? Layers are: Activation, Add,*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense }'
            Id       = 'InvalidLayer'
            Category = 'InvalidArgument'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense }): Dense needs -Units. It is written: Dense Units ?Activation? ...*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 2.5 }'
            Id       = 'InvalidLayer'
            Category = 'InvalidArgument'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 2.5 }): Cannot process argument transformation on parameter ''Units''. 2.5 is no*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 0 }'
            Id       = 'NETDSL017'
            Category = 'ParserError'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 0 }): NETDSL017: Dense needs Units to be at least 1; it is 0*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 1 -Activation Relou }'
            Id       = 'InvalidLayer'
            Category = 'InvalidArgument'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 1 -Activation Relou }): Cannot process argument transformation on parameter*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 1 -Colour 2 }'
            Id       = 'InvalidLayer'
            Category = 'InvalidArgument'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 1 -Colour 2 }): A parameter cannot be found that matches parameter name*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Conv2D 4 3 }'
            Id       = 'NETDSL012'
            Category = 'ParserError'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Conv2D 4 3 }): NETDSL012: Conv2D needs an input of rank 3 (height, width, channels);*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 8, 8, 1 -Loss MeanSquaredError { Conv2D 4 9 }'
            Id       = 'NETDSL016'
            Category = 'ParserError'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 8, 8, 1 -Loss MeanSquaredError { Conv2D 4 9 }): NETDSL016: Conv2D has a kernel of (9, 9), larger than its input;*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 8, 8, 1 -Loss MeanSquaredError { Conv2D 4 3, 3, 3 }'
            Id       = 'InvalidLayer'
            Category = 'InvalidArgument'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 8, 8, 1 -Loss MeanSquaredError { Conv2D 4 3, 3, 3 }): Conv2D takes no 3 values for -KernelSize. It is written:*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss CategoricalCrossentropy { Dense 3 -Activation Softmax -Name ''a b'' }'
            Id       = 'NETDSL015'
            Category = 'ParserError'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss CategoricalCrossentropy { Dense 3 -Activation Softmax -Name ''a b'' }): NETDSL015: The name ''a b'' cannot*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 1 -From elsewhere }'
            Id       = 'NETDSL011'
            Category = 'ParserError'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dense 1 -From elsewhere }): NETDSL011: Nothing above this layer is named ''elsewhere'';*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Add a b }'
            Id       = 'InvalidLayer'
            Category = 'InvalidArgument'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Add a b }): A positional parameter cannot be found that accepts argument ''b''.*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dropout 1.5; Dense 1 }'
            Id       = 'NETDSL020'
            Category = 'ParserError'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Dropout 1.5; Dense 1 }): NETDSL020: Dropout needs a rate of at least 0 and below 1;*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Reshape 3; Dense 1 }'
            Id       = 'NETDSL040'
            Category = 'ParserError'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Reshape 3; Dense 1 }): NETDSL040: Reshape to (3) needs 3 values; the input gives (2),*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { }'
            Id       = 'NETDSL009'
            Category = 'ParserError'
            Text     = 'NETDSL009: ''Bad'' has no layers; write at least one below ?Input?, for example ?Dense(1)?*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { ''Dense 1'' }'
            Id       = 'InvalidLayer'
            Category = 'InvalidType'
            Text     = 'The script block gave ''Dense 1'' of type String, where only layers can stand. Layers are: Activation, Add, AlphaDropout, Average, AveragePooling1D,*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { throw ''no'' }'
            Id       = 'ScriptBlockFailed'
            Category = 'InvalidArgument'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { throw ''no'' }): no*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Get-Nothing; Dense 1 }'
            Id       = 'UnknownLayer'
            Category = 'ObjectNotFound'
            Text     = 'Line 1 (New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { Get-Nothing; Dense 1 }): there is no layer ''Get-Nothing''. Layers are: Activation,*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { $global:x = 1; Dense 1 }'
            Id       = 'AssignmentToOuterScope'
            Category = 'InvalidOperation'
            Text     = 'Line 1 ($global:x = 1): the script block would change what is outside of it. It only declares layers; do the rest before or after New-NetModel.*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss MeanSquaredError { New-NetModel Inner -InputShape 1 -Loss MeanSquaredError { Dense 1 } }'
            Id       = 'NestedModel'
            Category = 'InvalidOperation'
            Text     = 'A model cannot be made within the script block of another.*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 0 -Loss MeanSquaredError { Dense 1 }'
            Id       = 'NETDSL017'
            Category = 'ParserError'
            Text     = '-InputShape: NETDSL017: Input needs each extent to be at least 1; it is 0*'
        }
        @{
            Call     = 'New-NetModel Bad -InputShape 2 -Loss Meanness { Dense 1 }'
            Id       = 'CannotConvertArgumentNoMessage'
            Category = 'InvalidArgument'
            Text     = 'Cannot bind parameter ''Loss''. Cannot convert value "Meanness" to type "NetDsl.Loss". Error: "Unable to match the identifier name Meanness to a valid*'
        }
        @{
            Call     = 'New-NetModel ''not a name'' -InputShape 2 -Loss MeanSquaredError { Dense 1 }'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = '''not a name'' cannot be the name of a network: it becomes a class, so it is made of letters, digits and ''_'', and begins with no digit.*'
        }
        @{
            Call     = 'New-NetModel class -InputShape 2 -Loss MeanSquaredError { Dense 1 }'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = '''class'' cannot be the name of a network: it becomes a class, and this is a word of C#*'
        }
        @{
            Call     = 'New-NetModel Loss -InputShape 2 -Loss MeanSquaredError { Dense 1 }'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = '''Loss'' cannot be the name of a network: declarations use it for something else.*'
        }
        @{
            Call     = 'New-NetModel -Path missing.cs'
            Id       = 'FileNotFound'
            Category = 'ObjectNotFound'
            Text     = 'Cannot find path ''*missing.cs'' because it does not exist.*'
        }
        @{
            Call     = 'New-NetModel -Path none.cs'
            Id       = 'InvalidDeclaration'
            Category = 'ParserError'
            Text     = '*none.cs: The source has no class with ?Network?.*'
        }
        @{
            Call     = 'New-NetModel -Path wrong.cs'
            Id       = 'NETDSL017'
            Category = 'ParserError'
            Text     = '*wrong.cs, line 3: NETDSL017: Dense needs Units to be at least 1; it is 0*'
        }
        @{
            Call     = 'New-NetModel -Path text.cs'
            Id       = 'CS1040'
            Category = 'ParserError'
            Text     = '*text.cs, line 1: CS1040: Preprocessor directives must appear as the first non-whitespace character on a line*'
        }
        @{
            Call     = 'New-NetModel -Path two.cs'
            Id       = 'NetworkNotFound'
            Category = 'ObjectNotFound'
            Text     = '*two.cs declares One, Two; choose one of them with -Name, or all with -Name ?.*'
        }
        @{
            Call     = 'New-NetModel -Path two.cs -Name Three'
            Id       = 'NetworkNotFound'
            Category = 'ObjectNotFound'
            Text     = '*two.cs declares One, Two; choose one of them with -Name, or all with -Name ?.*'
        }
        @{
            Call     = 'New-NetModel -Path kinds.csv'
            Id       = 'UnknownSource'
            Category = 'InvalidArgument'
            Text     = '*kinds.csv declares no network: a network comes from C# (.cs), from an assembly (.dll) or from JSON (.json).*'
        }
        @{
            Call     = 'New-NetModel -Path text.dll'
            Id       = 'InvalidAssembly'
            Category = 'InvalidData'
            Text     = '*text.dll is no assembly of .NET. Give the .dll that dotnet build makes of a project.*'
        }
        @{
            Call     = 'New-NetModel -Path model.safetensors'
            Id       = 'UnknownSource'
            Category = 'InvalidArgument'
            Text     = '*model.safetensors declares no network: it is a saved model, which Import-NetModel reads.*'
        }
        @{
            Call     = 'New-NetModel -Path broken.json'
            Id       = 'InvalidJson'
            Category = 'ParserError'
            Text     = '*broken.json: Line 2 of the JSON text: Expected start of a property name or value, but instead reached end of data.*'
        }
        @{
            Call     = 'New-NetModel -Type ([string])'
            Id       = 'NotANetwork'
            Category = 'InvalidType'
            Text     = 'The type System.String is no network. A network is a class with ?Network? and its layers as attributes, compiled with NetDsl''s generator.*'
        }
        @{
            Call     = 'New-NetModel -Declaration @{ name = ''Bad''; inputShape = 2; loss = ''MeanSquaredError''; layers = @{ kind = ''Dens''; units = 1 } }'
            Id       = 'InvalidDeclaration'
            Category = 'InvalidData'
            Text     = 'layers.kind: there is no layer ''Dens''. Did you mean Dense? Layers are: Activation, Add, AlphaDropout,*'
        }
        @{
            Call     = 'New-NetModel -Declaration @{ name = ''Bad''; inputShape = 2; loss = ''MeanSquaredError''; layers = @{ kind = ''Dense''; units = ''many'' } }'
            Id       = 'InvalidDeclaration'
            Category = 'InvalidData'
            Text     = 'layers.units: there is the text ''many'', where a whole number is expected.*'
        }
        @{
            Call     = 'New-NetModel -Declaration @{ name = ''Bad''; inputShape = 2; loss = ''MeanSquaredError''; layers = @{ kind = ''Dense''; unit = 1 } }'
            Id       = 'InvalidDeclaration'
            Category = 'InvalidData'
            Text     = 'layers.unit: there is no such key. Dense has: kind, units, activation, useBias, kernelInitializer, biasInitializer, kernelInitializerScale,*'
        }
        @{
            Call     = 'New-NetModel -Declaration ''{ "name": "Bad", '''
            Id       = 'InvalidJson'
            Category = 'ParserError'
            Text     = 'Line 1 of the JSON text: Expected start of a property name or value, but instead reached end of data.*'
        }
        # Get-, Import-, Export-NetModel
        @{
            Call     = 'Get-NetModel missing.safetensors'
            Id       = 'FileNotFound'
            Category = 'ObjectNotFound'
            Text     = 'Cannot find path ''*missing.safetensors'' because it does not exist.*'
        }
        @{
            Call     = 'Get-NetModel kinds.csv'
            Id       = 'InvalidModelFile'
            Category = 'InvalidData'
            Text     = '*kinds.csv: the header would have 7236837560259521656 bytes, more than 100000000: this is no safetensors file.*'
        }
        @{
            Call     = 'Import-NetModel missing.safetensors'
            Id       = 'FileNotFound'
            Category = 'ObjectNotFound'
            Text     = 'Cannot find path ''*missing.safetensors'' because it does not exist.*'
        }
        @{
            Call     = 'Import-NetModel folder'
            Id       = 'PathIsFolder'
            Category = 'InvalidArgument'
            Text     = '*folder is a folder. Give the path of a file, *folder/? say.*'
        }
        @{
            Call     = 'Import-NetModel kinds.csv'
            Id       = 'InvalidModelFile'
            Category = 'InvalidData'
            Text     = '*kinds.csv: the header would have 7236837560259521656 bytes, more than 100000000: this is no safetensors file.*'
        }
        @{
            Call     = 'Import-NetModel cut.safetensors'
            Id       = 'InvalidModelFile'
            Category = 'InvalidData'
            Text     = '*cut.safetensors: the header should have 22624 bytes, the file has only 15409 more: it was cut off.*'
        }
        @{
            Call     = 'Import-NetModel changed.safetensors'
            Id       = 'InvalidModelFile'
            Category = 'InvalidData'
            Text     = '*changed.safetensors: the values were changed since the file was saved: their SHA-256 is *, the file says *. Where that was meant, remove*'
        }
        @{
            Call     = 'Import-NetModel bare.safetensors'
            Id       = 'NoDeclaration'
            Category = 'InvalidData'
            Text     = '*bare.safetensors holds parameters but no declaration of their network, as files of other programs do. Make the network with New-NetModel and load*'
        }
        @{
            Call     = 'Import-NetModel hostile.safetensors'
            Id       = 'CodeInDeclaration'
            Category = 'SecurityError'
            Text     = 'The source is more than a declaration of networks: line 8 has a member of the class Shower. Only using directives, namespaces and partial classes*'
        }
        @{
            Call     = 'Import-NetModel model.safetensors -Model $tabular'
            Id       = 'InvalidModelFile'
            Category = 'InvalidData'
            Text     = '*model.safetensors: the parameters of ''Shower'' are not those of the network Tabular: ''dense_0/kernel'' has shape (1024, 2), not (1, 1); ''dense_0/bias''*'
        }
        @{
            Call     = 'Import-NetModel locked.safetensors'
            Id       = 'FileLocked'
            Category = 'ResourceBusy'
            Text     = 'The process cannot access the file ''*locked.safetensors'' because it is being used by another process. Close it in the program that uses it, or choose*'
        }
        @{
            Call     = 'Export-NetModel $model model.safetensors'
            Id       = 'FileExists'
            Category = 'ResourceExists'
            Text     = '*model.safetensors is there already. Give -Force to replace it, or another path.*'
        }
        @{
            Call     = 'Export-NetModel $model no/where.safetensors'
            Id       = 'FolderNotFound'
            Category = 'ObjectNotFound'
            Text     = '*no/where.safetensors cannot be written: the folder *no does not exist. Make it with New-Item -ItemType Directory, or give another path.*'
        }
        @{
            Call     = 'Export-NetModel $model folder -Force'
            Id       = 'PathIsFolder'
            Category = 'InvalidArgument'
            Text     = '*folder is a folder. Give the path of a file, *folder/? say.*'
        }
        @{
            Call     = 'Export-NetModel $model env:model'
            Id       = 'NotAFile'
            Category = 'InvalidArgument'
            Text     = 'env:model is a place of the provider Environment; give a path of the file system.*'
        }
        @{
            Call     = 'Export-NetModel $model small/model.safetensors'
            Id       = 'DiskFull'
            Category = 'ResourceUnavailable'
            Text     = 'No space left on device : *. Nothing was left behind. Make room, or choose a path on another disk.*'
        }
        @{
            Call     = 'Export-NetModel -Model $data out.safetensors'
            Id       = 'CannotConvertArgumentNoMessage'
            Category = 'InvalidArgument'
            Text     = 'Cannot bind parameter ''Model''. Cannot convert the "NetDsl.Data.Dataset" value of type*'
        }
        # Invoke-NetTraining
        @{
            Call     = 'Invoke-NetTraining $model $numbers'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'Shower takes samples of shape (32, 32, 1); the data''s features have shape (1).*'
        }
        @{
            Call     = 'Invoke-NetTraining $tabular $data'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'Tabular takes samples of shape (1); the data''s features have shape (32, 32, 1).*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $three'
            Id       = 'ClassesDoNotFit'
            Category = 'InvalidData'
            Text     = 'Shower has learnt the classes shower, track; the data have blue, green, red. Import the data with the same columns and classes in that order, or*'
        }
        @{
            Call     = 'Invoke-NetTraining $null $data'
            Id       = 'ParameterArgumentValidationErrorNullNotAllowed'
            Category = 'InvalidData'
            Text     = 'Cannot bind argument to parameter ''Model'' because it is null.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $null'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Data''. There are no data here. A split has the parts that were asked for: Split-NetData -Test*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -Epochs 0'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''Epochs''. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -BatchSize 1000'
            Id       = 'BatchSizeTooLarge'
            Category = 'InvalidArgument'
            Text     = 'The batch size is 1000, and there are 20 rows to train with; give a -BatchSize of at most 20.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -BatchSize 1.5'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''BatchSize''. 1.5 is no whole number.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -LearningRate -1'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''LearningRate''. The -1 argument is less than the minimum allowed range of 0. Supply an argument that is greater*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -Threads 0'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''Threads''. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -Optimizer Adamant'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Optimizer''. There is no optimiser ''Adamant''. There are: Adadelta, Adagrad, Adam, AdamW, Adamax,*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -Optimizer (SGD -Momentum 2)'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''Momentum''. The 2 argument is greater than the maximum allowed range of 1. Supply an argument that is less than*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -ValidationSplit 1.5'
            Id       = 'InvalidValidationSplit'
            Category = 'InvalidArgument'
            Text     = '-ValidationSplit 1.5 of 20 rows does not leave rows both to train and to validate with; give a part above 0 and below 1.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $split -ValidationSplit 0.5'
            Id       = 'ValidationGivenTwice'
            Category = 'InvalidArgument'
            Text     = '-ValidationSplit takes rows to validate with from those to train with, and the data have a part Validation already; give one of the two.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -ValidationData $numbers'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'The validation data have features (1) and targets (1); the training data have (32, 32, 1) and (2).*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -ClassWeight @{ muon = 2 }'
            Id       = 'UnknownClass'
            Category = 'ObjectNotFound'
            Text     = '-ClassWeight names the class ''muon'', which the data do not have. There are: shower, track.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -ClassWeight @{ shower = ''much'' }'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''ClassWeight''. The weight of the class ''shower'' is ''much''; a weight is a finite number of at*'
        }
        @{
            Call     = 'Invoke-NetTraining $tabular $numbers -ClassWeight @{ 0 = 2 }'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'Row 0: the targets name no single class; class weights need labels, one class a row.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -EarlyStopping 2 -Monitor val_loss'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'EarlyStopping monitors ''val_loss'', which this training does not have. It has: loss, accuracy, learning_rate. Give validation data, or monitor a value*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -RestoreBestWeights'
            Id       = 'ParameterAlone'
            Category = 'InvalidArgument'
            Text     = '-RestoreBestWeights does nothing without -EarlyStopping; give both, or neither.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -Callback Nothing'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Callback''. There is no callback ''Nothing'' that needs no arguments. There are: EarlyStopping,*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -OnEpochEnd { throw ''enough'' }'
            Id       = 'CallbackFailed'
            Category = 'InvalidOperation'
            Text     = 'The script block of -OnEpochEnd, line 1, ended training in epoch 1. Line 1 (Invoke-NetTraining $model $data -OnEpochEnd { throw ''enough'' }): enough*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -OnEpochEnd { param($e) $e.Loss = 1 }'
            Id       = 'CallbackFailed'
            Category = 'InvalidOperation'
            Text     = 'The script block of -OnEpochEnd, line 1, ended training in epoch 1. Line 1 (Invoke-NetTraining $model $data -OnEpochEnd { param($e) $e.Loss = 1 }):*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -Resume'
            Id       = 'ParameterAlone'
            Category = 'InvalidArgument'
            Text     = '-Resume does nothing without -CheckpointPath; give both, or neither.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -CheckpointPath run'
            Id       = 'CheckpointExists'
            Category = 'ResourceExists'
            Text     = '*run.safetensors is there already. Give -Resume to go on from it, -Force to begin anew and replace it, or another -CheckpointPath.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -CheckpointPath run -Resume -Force'
            Id       = 'ResumeAndForce'
            Category = 'InvalidArgument'
            Text     = '-Resume goes on from the checkpoint, -Force begins anew and replaces it; give one of the two.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -CheckpointPath run -Resume -Seed 77'
            Id       = 'CheckpointMismatch'
            Category = 'InvalidData'
            Text     = '*run.safetensors: the checkpoint belongs to another training. Seed is 77 here and 0 in the checkpoint. Train with the same data and settings to go on*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $more -CheckpointPath run -Resume'
            Id       = 'CheckpointMismatch'
            Category = 'InvalidData'
            Text     = '*run.safetensors: the checkpoint belongs to another training. BatchSize is 30 here and 20 in the checkpoint; TrainingData.Rows is 30 here and 20 in*'
        }
        @{
            Call     = 'Invoke-NetTraining $tabular $numbers -CheckpointPath run -Resume'
            Id       = 'InvalidModelFile'
            Category = 'InvalidData'
            Text     = '*run.safetensors: the parameters of ''Shower'' are not those of the network Tabular: ''dense_0/kernel'' has shape (1024, 2), not (1, 1); ''dense_0/bias''*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -CheckpointPath kinds.csv -Resume'
            Id       = 'InvalidModelFile'
            Category = 'InvalidData'
            Text     = '*kinds.csv: the header would have 7236837560259521656 bytes, more than 100000000: this is no safetensors file.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -CheckpointPath folder.safetensors'
            Id       = 'NotAFile'
            Category = 'InvalidArgument'
            Text     = '*folder.safetensors is a folder; -CheckpointPath takes the path of a file.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -CheckpointPath env:run'
            Id       = 'NotAFile'
            Category = 'InvalidArgument'
            Text     = 'env:run is a place of the provider Environment; give a path of the file system.*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $data -CheckpointPath small/run'
            Id       = 'DiskFull'
            Category = 'ResourceUnavailable'
            Text     = 'No space left on device : *. Nothing was left behind. Make room, or choose a path on another disk.*'
        }
        @{
            Call     = 'Invoke-NetTraining $tabular $numbers -Optimizer (SGD -LearningRate 1e30) -Epochs 50'
            Id       = 'TrainingDiverged'
            Category = 'InvalidResult'
            Text     = 'The loss became Infinity in epoch 2, batch 1: lower the learning rate, or bring the features to a range near -1 to 1. -LearningRate gives another*'
        }
        @{
            Call     = 'Invoke-NetTraining $model $odd'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'Row 0, column ''0'': the target is -1; CategoricalCrossentropy needs targets from 0 to 1.*'
        }
        # Measure-NetModel, Invoke-NetPrediction
        @{
            Call     = 'Measure-NetModel $model $numbers'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'Shower takes samples of shape (32, 32, 1); the data''s features have shape (1).*'
        }
        @{
            Call     = 'Measure-NetModel $model $bare'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'Shower takes samples of shape (32, 32, 1); the data''s features have shape (1).*'
        }
        @{
            Call     = 'Measure-NetModel $model $data -Metric Beauty'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Metric''. There is no metric ''Beauty''. There are: Accuracy, BinaryAccuracy, CategoricalAccuracy,*'
        }
        @{
            Call     = 'Measure-NetModel $model $data -Metric BinaryAccuracy'
            Id       = 'MetricNotApplicable'
            Category = 'InvalidArgument'
            Text     = 'BinaryAccuracy does not apply to ''dense_0'', whose activation is Softmax and loss CategoricalCrossentropy. Give one of Accuracy, CategoricalAccuracy,*'
        }
        @{
            Call     = 'Measure-NetModel $tabular $numbers -Metric Accuracy'
            Id       = 'MetricNotApplicable'
            Category = 'InvalidArgument'
            Text     = 'Accuracy does not apply to ''dense_0'', whose activation is Linear and loss MeanSquaredError. Give one of RocAuc, AveragePrecision, SignalEfficiency,*'
        }
        @{
            Call     = 'Measure-NetModel $tabular $numbers -Curve RocCurve'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'The label at 0 is 2; labels are 0 and 1, or -1 and 1, 1 being positive.*'
        }
        @{
            Call     = 'Measure-NetModel $model $data -PositiveClass muon'
            Id       = 'ClassNotFound'
            Category = 'ObjectNotFound'
            Text     = '''dense_0'' has no class ''muon''; give one of shower, track, or a number from 0 to 1.*'
        }
        @{
            Call     = 'Measure-NetModel $model $data -Output other'
            Id       = 'OutputNotFound'
            Category = 'ObjectNotFound'
            Text     = 'Shower has no output ''other''; give -Output one of dense_0.*'
        }
        @{
            Call     = 'Measure-NetModel $model $split'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Data''. These data are split; choose a part: .Train, .Validation or .Test.*'
        }
        @{
            Call     = 'Measure-NetModel $model $data -TopK 0'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''TopK''. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or*'
        }
        @{
            Call     = 'Invoke-NetPrediction $model $numbers'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'Shower takes samples of shape (32, 32, 1); the data''s features have shape (1).*'
        }
        @{
            Call     = 'Invoke-NetPrediction $model $null'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = 'Cannot process argument transformation on parameter ''Data''. There are no data here. A split has the parts that were asked for: Split-NetData -Test*'
        }
        @{
            Call     = '[pscustomobject]@{ y = 1 } | Invoke-NetPrediction $tabular'
            Id       = 'MissingProperty'
            Category = 'InvalidData'
            Text     = 'Object 1: there is no property ''x'', which the model takes. There are: y. Give the object the property, or say with -Feature which ones the model*'
        }
        @{
            Call     = '[pscustomobject]@{ x = ''wide'' } | Invoke-NetPrediction $tabular'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = 'Object 1: the property ''x'' is ''wide''; a finite number is needed. Mend the object, or leave it out with Where-Object.*'
        }
        @{
            Call     = '[pscustomobject]@{ x = 1; Prediction = 2 } | Invoke-NetPrediction $tabular'
            Id       = 'PropertyExists'
            Category = 'ResourceExists'
            Text     = 'Object 1 has a property ''Prediction'' already, which the answer would add. Give -Prefix, such as -Prefix Net, or take it out with Select-Object*'
        }
        @{
            Call     = '[pscustomobject]@{ x = 1 } | Invoke-NetPrediction $model'
            Id       = 'NoFeatureNames'
            Category = 'InvalidArgument'
            Text     = 'Shower does not know what its 1024 features are called, since it was not trained on data with names. Say which properties they are with -Feature.*'
        }
        @{
            Call     = 'Invoke-NetPrediction $model $reversed'
            Id       = 'OtherClasses'
            Category = 'InvalidData'
            Text     = 'Shower has learnt the classes shower, track; the data have track, shower. Import them with -Class in the order that was learnt.*'
        }
        # Test-NetGradient, Measure-NetPerformance
        @{
            Call     = 'Test-NetGradient $model $numbers'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'Shower takes samples of shape (32, 32, 1); the data''s features have shape (1).*'
        }
        @{
            Call     = 'Test-NetGradient $model $data -Samples 1000'
            Id       = 'TooFewRows'
            Category = 'InvalidArgument'
            Text     = '1000 samples are asked for, and the data have 20 rows; give -Samples of at most 20, or no data.*'
        }
        @{
            Call     = 'Measure-NetPerformance $model $numbers'
            Id       = 'DataDoNotFit'
            Category = 'InvalidData'
            Text     = 'Shower takes samples of shape (32, 32, 1); the data''s features have shape (1).*'
        }
        @{
            Call     = 'Measure-NetPerformance $model -Seconds -1'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''Seconds''. The -1 argument is less than the minimum allowed range of 0.001. Supply an argument that is greater*'
        }
        @{
            Call     = 'Measure-NetPerformance $model -BatchSize 0'
            Id       = 'ParameterArgumentValidationError'
            Category = 'InvalidData'
            Text     = 'Cannot validate argument on parameter ''BatchSize''. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater*'
        }
        @{
            Call     = 'Measure-NetPerformance $model $data -BatchSize 1000'
            Id       = 'BatchSizeTooLarge'
            Category = 'InvalidArgument'
            Text     = 'The batch size is 1000, and the data have 20 rows; give a -BatchSize of at most 20, or no data.*'
        }
        # Files of other formats, streams, preparations
        @{
            Call     = 'Import-NetData broken.h5'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*broken.h5*'
        }
        @{
            Call     = 'Import-NetData broken.npz'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*broken.npz*'
        }
        @{
            Call     = 'Import-NetData broken.fits'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*broken.fits*'
        }
        @{
            Call     = 'Get-NetDataFile broken.h5'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*broken.h5*'
        }
        @{
            Call     = 'Import-NetData shower.npz -Feature pixels'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*shower.npz*pixels*features*'
        }
        @{
            Call     = 'Import-NetData packed.npz -Stream'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*packed.npz*packed*'
        }
        @{
            Call     = 'Import-NetData zeros.npz'
            Id       = 'InvalidData'
            Category = 'InvalidData'
            Text     = '*zeros.npz*'
        }
        @{
            Call     = 'Import-NetData shower.npz, kinds.csv -Stream'
            Id       = 'FormatsDiffer'
            Category = 'InvalidData'
            Text     = '*shower.npz holds NPZ arrays*kinds.csv begins like no other format*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Stream -BatchSize 2'
            Id       = 'UnfitParameter'
            Category = 'InvalidArgument'
            Text     = '-BatchSize cannot be used here: -Stream gives the rows in no batches*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -OtherClass Drop'
            Id       = 'UnfitParameter'
            Category = 'InvalidArgument'
            Text     = '-OtherClass cannot be used here: it is about classes that are listed*'
        }
        @{
            Call     = 'Import-NetData kinds.csv -Label kind -Class @{}'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = '*The table of classes is empty*'
        }
        @{
            Call     = 'Invoke-NetTraining $model ([NetDsl.Data.RowSource]::Of($data).Slice(0, 20)) -StreamMemory 100'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = '100 bytes are too few to read*'
        }
        @{
            Call     = 'Test-NetGradient $model ([NetDsl.Data.RowSource]::Of($data).Slice(0, 20))'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = '*is a stream, and here all rows must be in memory*'
        }
        @{
            Call     = 'Split-NetData ([NetDsl.Data.RowSource]::Of($data).Slice(0, 20)) -Fold 2'
            Id       = 'DataNotInMemory'
            Category = 'InvalidArgument'
            Text     = 'Folds and balanced classes need all rows in memory*'
        }
        @{
            Call     = 'Split-NetData $numbers -By Group -Test 0.5'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = 'The rows have no groups*'
        }
        @{
            Call     = 'New-NetPreparation $numbers -Step Scaler'
            Id       = 'ParameterArgumentTransformationError'
            Category = 'InvalidData'
            Text     = '*There is no step ''Scaler''*'
        }
        @{
            Call     = 'New-NetPreparation $numbers -Step (StandardScaler energy)'
            Id       = 'InvalidArgument'
            Category = 'InvalidArgument'
            Text     = '*energy*'
        }
        @{
            Call     = 'Export-NetData $data out.csv -CompressionLevel 3'
            Id       = 'UnfitParameter'
            Category = 'InvalidArgument'
            Text     = '-CompressionLevel cannot be used here: a table of text is not packed*'
        }
        @{
            Call     = 'New-NetData Sine -Path kinds.csv'
            Id       = 'FileExists'
            Category = 'ResourceExists'
            Text     = '*kinds.csv is there already. Give -Force*'
        }
    )
}
