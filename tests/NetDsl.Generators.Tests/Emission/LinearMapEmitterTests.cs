using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generators.Emission;
using NetDsl.Generators.Planning;

namespace NetDsl.Generators.Tests.Emission;

/// <summary>The code for a product with a constant matrix, taken line by line as the compiler would.</summary>
public sealed class LinearMapEmitterTests
{
    private static readonly VectorSyntax[] Syntaxes =
    [
        new(ElementType.Double, 1), new(ElementType.Double, 8), new(ElementType.Single, 1), new(ElementType.Single, 8),
    ];

    [Fact]
    public void The_matrices_of_every_filter_are_multiplied_as_they_are()
    {
        foreach (Matrix matrix in FilterMatrices())
        {
            AssertProduct(matrix, [.. Enumerable.Range(0, matrix.Rows.Count)], [.. Enumerable.Range(0, matrix.Columns)]);
        }
    }

    [Fact]
    public void So_are_some_rows_and_columns_of_them_in_any_order()
    {
        Random random = new(5);
        foreach (Matrix matrix in FilterMatrices())
        {
            AssertProduct(matrix, Some(random, matrix.Rows.Count), Some(random, matrix.Columns));
        }
    }

    [Fact]
    public void So_are_matrices_in_which_rows_and_columns_are_equal_opposite_or_zero()
    {
        Random random = new(6);
        for (int trial = 0; trial < 500; trial++)
        {
            Matrix matrix = new(random.Next(1, 9), random.Next(1, 9), (_, _) => random.Next(-2, 3) / 2.0);
            AssertProduct(matrix, [.. Enumerable.Range(0, matrix.Rows.Count)], [.. Enumerable.Range(0, matrix.Columns)]);
        }
    }

    [Fact]
    public void Points_in_pairs_of_both_signs_share_their_sums()
    {
        MinimalFilter filter = new(4, 5);
        foreach (Matrix matrix in new[] { filter.Input, filter.Input.Transposed, filter.Output, filter.Output.Transposed, filter.Filter, filter.Filter.Transposed })
        {
            int shared = Operations(matrix);
            int apart = matrix.Rows.Sum(row => row.Count(value => value != 0) - 1);
            Assert.True(shared * 4 <= apart * 3, $"{shared} additions instead of {apart}");
        }
    }

    [Fact]
    public void A_row_that_is_one_column_is_not_copied()
    {
        SourceWriter writer = new();

        string[] rows = LinearMapEmitter.Emit(writer, Syntaxes[0], new(1, 2, (_, column) => column), [0], [(0, "x0"), (1, "x1")]);

        Assert.Equal(["x1"], rows);
        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void A_row_without_columns_is_zero() => AssertProduct(new(2, 2, (row, _) => row), [0, 1], [0]);

    private static IEnumerable<Matrix> FilterMatrices() =>
        from products in MinimalFilter.ProductCounts
        from taps in Enumerable.Range(2, products - 2)
        let filter = new MinimalFilter(products - taps + 1, taps)
        from matrix in new[] { filter.Input, filter.Filter, filter.Output }
        from either in new[] { matrix, matrix.Transposed }
        select either;

    private static int[] Some(Random random, int count) =>
        [.. Enumerable.Range(0, count).OrderBy(_ => random.Next()).Take(random.Next(1, count + 1))];

    private static void AssertProduct(Matrix matrix, int[] rows, int[] columns)
    {
        Random random = new(7);
        double[] values = [.. columns.Select(_ => (2 * random.NextDouble()) - 1)];
        double[] expected = [.. rows.Select(row => columns.Select((column, i) => matrix[row, column] * values[i]).Sum())];
        double scale = rows.Max(row => columns.Sum(column => Math.Abs(matrix[row, column])));
        foreach (VectorSyntax syntax in Syntaxes)
        {
            SourceWriter writer = new();
            string[] names = LinearMapEmitter.Emit(writer, syntax, matrix, rows, columns.Select(column => (column, $"x{column}")));
            Dictionary<string, double> variables = columns.Select((column, i) => ($"x{column}", values[i])).ToDictionary();
            foreach (LocalDeclarationStatementSyntax line in Lines(writer))
            {
                VariableDeclaratorSyntax variable = line.Declaration.Variables.Single();
                Assert.Equal(syntax.Type, line.Declaration.Type.ToString());
                variables.Add(variable.Identifier.Text, Value(variable.Initializer!.Value, variables));
            }

            double tolerance = (syntax.Element.Size == 4 ? 1e-6 : 1e-14) * scale;
            Assert.All(expected.Zip(names), pair => Assert.InRange(variables[pair.Second], pair.First - tolerance, pair.First + tolerance));
        }
    }

    private static int Operations(Matrix matrix)
    {
        SourceWriter writer = new();
        LinearMapEmitter.Emit(
            writer, Syntaxes[1], matrix, [.. Enumerable.Range(0, matrix.Rows.Count)], Enumerable.Range(0, matrix.Columns).Select(column => (column, $"x{column}")));
        return Lines(writer).SelectMany(line => line.DescendantNodes())
            .Count(node => node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 3 }
                || node.IsKind(SyntaxKind.AddExpression) || node.IsKind(SyntaxKind.SubtractExpression));
    }

    private static LocalDeclarationStatementSyntax[] Lines(SourceWriter writer) =>
        [.. ((BlockSyntax)SyntaxFactory.ParseStatement($"{{\n{writer}}}")).Statements.Cast<LocalDeclarationStatementSyntax>()];

    private static double Value(ExpressionSyntax expression, Dictionary<string, double> variables)
    {
        double Of(SyntaxNode part) => Value((ExpressionSyntax)part, variables);
        double Argument(InvocationExpressionSyntax call, int place) => Of(call.ArgumentList.Arguments[place].Expression);
        return expression switch
        {
            IdentifierNameSyntax name => variables[name.Identifier.Text],
            LiteralExpressionSyntax literal => Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture),
            PrefixUnaryExpressionSyntax minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => -Of(minus.Operand),
            ParenthesizedExpressionSyntax inner => Of(inner.Expression),
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Zero" } => 0,
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Of(sum.Left) + Of(sum.Right),
            BinaryExpressionSyntax difference when difference.IsKind(SyntaxKind.SubtractExpression) => Of(difference.Left) - Of(difference.Right),
            BinaryExpressionSyntax product when product.IsKind(SyntaxKind.MultiplyExpression) => Of(product.Left) * Of(product.Right),
            InvocationExpressionSyntax call when call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Create" } => Argument(call, 0),
            InvocationExpressionSyntax call when call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "MultiplyAddEstimate" } =>
                (Argument(call, 0) * Argument(call, 1)) + Argument(call, 2),
            _ => throw new InvalidOperationException($"'{expression}' is not understood."),
        };
    }
}
