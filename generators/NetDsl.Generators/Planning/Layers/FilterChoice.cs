using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Decides whether a convolution is taken by a minimal filter, and by which.</summary>
internal static class FilterChoice
{
    /// <summary>Places of one sample and point below which its rows do not fill a tile.</summary>
    private const int LeastPlaces = 4;

    /// <summary>
    /// What an operation of a transform costs in multiply-adds of a tile: its values come from and go to memory. The threshold and this were
    /// set by timing the convolutions of the reference networks both ways.
    /// </summary>
    private const double TransformCost = 2.0;

    /// <summary>How much cheaper the filter must look.</summary>
    private const double LeastGain = 1.15;

    /// <summary>The best filter for a convolution; null where the direct sum is as fast.</summary>
    public static MinimalFilter? Of(ConvolutionNode node)
    {
        Window window = node.Windows[node.Windows.Count - 1];
        int leading = node.InputShape.Rank - 1 - node.Windows.Count;
        int rows = node.InputShape.Extents.Take(leading)
            .Concat(node.Windows.Take(node.Windows.Count - 1).Select(w => w.Output))
            .Aggregate(1, (n, extent) => n * extent);
        if (node.Windows.Any(w => w.Stride != 1 || w.Dilation != 1))
        {
            return null;
        }

        double direct = (double)window.Output * window.Size * Terms(node) * node.Filters;
        MinimalFilter? best = MinimalFilter.ProductCounts
            .Select(products => new MinimalFilter(products - window.Size + 1, window.Size))
            .Where(f => f.Outputs >= 2 && f.Outputs >= f.Taps - 1 && f.Taps > 1 && (long)rows * Pieces(window, f) >= LeastPlaces)
            .OrderBy(f => Cost(node, f))
            .FirstOrDefault();
        return best is null || Cost(node, best) * LeastGain > direct ? null : best;
    }

    private static int Terms(ConvolutionNode node) => node.Windows.Take(node.Windows.Count - 1).Aggregate(node.InputShape.Last, (n, w) => n * w.Size);

    /// <summary>The pieces that the outputs of a window fall into.</summary>
    public static int Pieces(Window window, MinimalFilter filter) => (window.Output + filter.Outputs - 1) / filter.Outputs;

    /// <summary>Multiply-adds for each row, and what the transforms cost in their measure: some half of a matrix is zero.</summary>
    private static double Cost(ConvolutionNode node, MinimalFilter filter)
    {
        int products = filter.Products;
        double tile = (double)products * Terms(node) * node.Filters;
        double transforms = (node.InputShape.Last * ((products * products / 2) + (2 * products)))
            + (node.Filters * ((products * filter.Outputs / 2) + (2 * products) + filter.Outputs));
        return Pieces(node.Windows[node.Windows.Count - 1], filter) * (tile + (TransformCost * transforms));
    }
}
