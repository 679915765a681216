using NetDsl.Generators.Planning;
using NetDsl.Generators.Shapes;
using NetDsl.Training;

namespace NetDsl.Generators.Tests.Planning;

public sealed class ParameterPlanTests
{
    [Fact]
    public void A_plan_and_the_library_agree_on_where_an_element_lies()
    {
        Random random = new(5);
        for (int i = 0; i < 100; i++)
        {
            ElementType element = i % 2 == 0 ? ElementType.Single : ElementType.Double;
            int rows = random.Next(1, 20);
            int columns = random.Next(1, 100);
            int padded = element.Padded(columns);
            ParameterPlan plan = new("layer", new ParameterNode("kernel", new Shape(rows, columns), "Zeros", 1, 1), 64 * random.Next(5), rows, padded);
            ParameterLayout layout = new(plan.Offset, rows, columns, padded, element.PanelWidth);

            int row = random.Next(rows);
            int column = random.Next(columns);
            Assert.Equal(layout.IndexOf(row, column), plan.IndexOf(row, column, element));
            Assert.Equal(layout.Length, plan.Length);
        }
    }
}
