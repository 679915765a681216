using NetDsl.Data;

namespace NetDsl.Tests.Data;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Files_that_belong_together_are_written_together_or_not_at_all()
    {
        string first = this.folder.File("first");
        string second = this.folder.File("second");
        File.WriteAllText(first, "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(
            [(first, stream => stream.WriteByte(1)), (second, _ => throw new InvalidOperationException("the disk is full"))]));

        Assert.Equal("old", File.ReadAllText(first));
        Assert.Equal(["first"], this.folder.FileNames);

        AtomicFile.Write([(first, stream => stream.WriteByte(1)), (second, stream => stream.WriteByte(2))]);

        Assert.Equal([1], File.ReadAllBytes(first));
        Assert.Equal([2], File.ReadAllBytes(second));
        Assert.Equal(["first", "second"], this.folder.FileNames);
    }
}
