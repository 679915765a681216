using NetDsl.Benchmarks;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Tests.Benchmarks;

/// <summary>Programs that take turns: what they are asked, what they answer, and what happens where one is missing.</summary>
public sealed class PeerTests
{
    private static readonly string[] Truth = ["truth"];

    [Fact]
    public void A_request_is_read_as_it_was_written()
    {
        MeasurementRequest request = new(Figure.Training, "jet-latency", 128, 0.25);
        Assert.Equal("training jet-latency 128 0.25", request.ToString());
        Assert.Equal(request, MeasurementRequest.Parse(request.ToString()));
    }

    [Theory]
    [InlineData("Training", "truth", 4)]
    [InlineData("Prediction", "mlp-8", 3)]
    [InlineData("Single", "truth", 1)]
    [InlineData("Peak", "truth", 1)]
    public void This_project_answers_every_figure_from_one_process(string figure, string workload, int batch)
    {
        using PeerProcess process = new NetDslPeer().Start(threads: 2, Truth);
        Assert.StartsWith("NetDsl ", process.Version);
        MeasurementRequest request = new(Enum.Parse<Figure>(figure), workload, batch, 0.01);
        Assert.True(process.Measure(request) > 0);
        Assert.True(process.Measure(request) > 0);
    }

    [Fact]
    public void A_program_that_ends_is_reported_with_its_last_words()
    {
        using PeerProcess process = new NetDslPeer().Start(threads: 1, Truth);
        MeasurementException error = Assert.Throws<MeasurementException>(
            () => process.Measure(new MeasurementRequest(Figure.Training, "nothing", 1, 0.01)));
        Assert.EndsWith("There is no workload nothing.", error.Message);
    }

    [Fact]
    public void A_peer_that_is_missing_gives_no_figure_and_leaves_the_others_theirs()
    {
        using PeerSet peers = new(python: "no-such-interpreter", onnxRuntime: null);
        using PeerTeam team = new(peers, Truth);
        MeasurementRequest request = new(Figure.Training, "truth", 4, 0.01);
        Assert.Null(team.Measure(peers.PyTorch, 1, request));
        Assert.Contains(PeerNames.PyTorch, peers.Missing);
        Assert.NotNull(team.Measure(peers.Own, 1, request));
    }
}
