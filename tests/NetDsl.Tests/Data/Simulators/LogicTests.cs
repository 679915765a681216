using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.Tests.Data.Simulators;

public class LogicTests
{
    [Fact]
    public void The_answer_is_the_first_input()
    {
        Dataset table = Logic.Table();

        Assert.Equal(4, table.Count);
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.Equal((int)table.Features(row)[0], table.ClassOf(row)));
    }
}
