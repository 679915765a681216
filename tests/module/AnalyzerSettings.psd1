@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # A variable that BeforeAll sets is used by the tests; the analyser sees only a block that ends.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
}
