using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

/// <summary>
/// Which elements of each buffer the steps of a forward pass read and write for a sample; of channels that are read in vectors the first only, since what
/// lies in the padding after the last is of no consequence.
/// </summary>
internal sealed class ForwardTouch
{
    private readonly Dictionary<string, HashSet<int>> read = [];
    private readonly Dictionary<string, HashSet<int>> written = [];

    public ForwardTouch(ExecutionPlan plan)
    {
        foreach (Step step in plan.Forward)
        {
            this.Add(step);
        }
    }

    /// <summary>Whether something is read of a buffer that no step writes: zeros that were there from the beginning.</summary>
    public bool ReadsWhatNobodyWrites(string buffer) =>
        this.read.TryGetValue(buffer, out HashSet<int>? places) && !places.IsSubsetOf(this.written.GetValueOrDefault(buffer) ?? []);

    private void Add(Step step)
    {
        switch (step)
        {
            case Contraction c:
                int[] terms = [.. TileWalk.Turns(c.Terms, loop => loop.A)];
                Touch(this.read, c.A, TileWalk.Turns(c.Rows, loop => loop.A).SelectMany(row => terms.Select(term => row + term)));
                Touch(this.written, c.C, TileWalk.Turns(c.Rows, loop => loop.C).SelectMany(row => Enumerable.Range(row, c.Columns.Count)));
                break;
            case AxisTransform transform:
                AxisTransformReach reach = new(transform);
                Touch(this.read, transform.Source with { Offset = 0 }, reach.Read);
                Touch(this.written, transform.Destination with { Offset = 0 }, reach.Written.SelectMany(run => Enumerable.Range(run, transform.Run)));
                break;
            case DepthwiseStep depthwise:
                int[] taps = [.. TileWalk.Turns(depthwise.Taps, loop => loop.A)];
                Touch(this.read, depthwise.Source, TileWalk.Turns(depthwise.Places, loop => loop.A).SelectMany(place => taps.Select(tap => place + tap)));
                Touch(this.written, depthwise.Result, TileWalk.Turns(depthwise.Places, loop => loop.C)
                    .SelectMany(place => Enumerable.Range(place, depthwise.Columns.Padded)));
                break;
            case RepeatChannelsStep repeat:
                Touch(this.written, repeat.Destination.Base, Places(repeat.Destination));
                break;
            case CopyStep copy:
                Touch(this.read, copy.Source.Base, Places(copy.Source));
                Touch(this.written, copy.Destination.Base, Places(copy.Destination));
                break;
            case NoiseStep noise:
                Touch(this.read, noise.Source.Base, Places(noise.Source));
                Touch(this.written, noise.Destination.Base, Places(noise.Destination));
                break;
            case JoinStep join:
                Touch(this.written, join.Destination.Base, Places(join.Destination));
                break;
            case ChannelNormalizationStep normalization:
                Touch(this.written, normalization.Destination.Base, Places(normalization.Destination));
                break;
            case RowNormalizationStep normalization:
                Touch(this.written, normalization.Destination.Base, Places(normalization.Destination));
                Touch(this.written, normalization.Statistics.Base, Places(normalization.Statistics));
                break;
            case PoolingStep pooling:
                if (pooling.Windows.Clipped.Count == 0)
                {
                    int[] values = [.. TileWalk.Turns(pooling.Windows.Values, loop => loop.A)];
                    Touch(this.read, pooling.Source, TileWalk.Turns(pooling.Windows.Places, loop => loop.A)
                        .SelectMany(place => values.SelectMany(value => Enumerable.Range(place + value, pooling.Channels.Count))));
                }

                Touch(this.written, pooling.Destination, TileWalk.Turns(pooling.Windows.Places, loop => loop.B)
                    .SelectMany(place => Enumerable.Range(place, pooling.Channels.Count)));
                break;
        }
    }

    private static void Touch(Dictionary<string, HashSet<int>> touched, Operand operand, IEnumerable<int> places)
    {
        if (operand.Memory == Memory.Batch)
        {
            if (!touched.TryGetValue(operand.Buffer, out HashSet<int>? all))
            {
                touched.Add(operand.Buffer, all = []);
            }

            all.UnionWith(places.Select(place => operand.Offset + place));
        }
    }

    private static IEnumerable<int> Places(TensorView view) =>
        TileWalk.Turns(view.Dimensions.Select(d => new Loop("place", d.Extent, A: d.Stride)), loop => loop.A);
}
