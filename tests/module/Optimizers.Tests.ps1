BeforeAll {
    . $PSScriptRoot/Import-TestModule.ps1
    $names = [NetDsl.Training.Optimizer].Assembly.GetExportedTypes().Where{ $_.IsSubclassOf([NetDsl.Training.Optimizer]) -and -not $_.IsAbstract }.Name
}

Describe 'The optimisers' {
    It 'have the defaults of the library' {
        foreach ($name in $names) {
            $optimizer = & $name
            $own = New-Object "NetDsl.Training.$name"
            $optimizer.GetType() | Should -Be $own.GetType()
            foreach ($property in $own.PSObject.Properties) {
                $optimizer.($property.Name) | Should -Be $property.Value -Because "$($property.Name) of $name has one default"
            }
        }
    }

    It 'take every setting of the library' {
        foreach ($name in $names) {
            $settings = [NetDsl.Training.Optimizer].Assembly.GetType("NetDsl.Training.$name").GetProperties().Name
            $settings | Should -BeIn (Get-Command $name).Parameters.Keys
        }
    }

    It 'have the settings they are given' {
        $optimizer = SGD -LearningRate .1 -Momentum .9 -Nesterov
        $optimizer.LearningRate, $optimizer.Momentum, $optimizer.Nesterov | Should -Be 0.1, 0.9, $true
        (Adam -Beta1 0.8 -Epsilon 1e-3).Beta1 | Should -Be 0.8
    }

    It 'refuse settings out of range: <_>' -ForEach 'Adam -LearningRate -1', 'Adam -Beta1 1', 'Adam -Epsilon 0', 'SGD -Momentum 1.1', 'SGD -LearningRate x' {
        [scriptblock]::Create($_) | Should -Throw
    }
}
