using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Training;

/// <summary>
/// Shortens the weights of units whose norm a step made larger than declared (Srivastava et al. 2014, section 5.1). Weights within the
/// bound are left as they are; Keras multiplies them by norm / (norm + 1e-7).
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class MaxNormConstraints<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterSet<T> parameters;
    private readonly ParameterDefinition[] bounded;
    private readonly T[] factors;

    private MaxNormConstraints(ParameterSet<T> parameters, ParameterDefinition[] bounded)
    {
        this.parameters = parameters;
        this.bounded = bounded;
        this.factors = new T[bounded.Max(definition => definition.Layout.PanelWidth)];
    }

    /// <summary>The bounds that a network declares, or null where it declares none.</summary>
    /// <param name="parameters">Its parameters.</param>
    public static MaxNormConstraints<T>? Of(ParameterSet<T> parameters)
    {
        ParameterDefinition[] bounded = [.. parameters.Definitions.Where(definition => double.IsFinite(definition.MaxNorm))];
        return bounded.Length == 0 ? null : new MaxNormConstraints<T>(parameters, bounded);
    }

    /// <summary>Shortens what is too long.</summary>
    public void Apply()
    {
        foreach (ParameterDefinition definition in this.bounded)
        {
            Span<T> values = this.parameters.Values.Slice(definition.Layout.Offset, definition.Layout.Length);
            T most = T.CreateTruncating(definition.MaxNorm);
            if (definition.Shape.Count == 1)
            {
                T norm = TensorPrimitives.Norm<T>(values);
                if (norm > most)
                {
                    TensorPrimitives.Multiply(values, most / norm, values);
                }

                continue;
            }

            ParameterLayout layout = definition.Layout;
            for (int panel = 0; panel < layout.PaddedColumns; panel += layout.PanelWidth)
            {
                int width = Math.Min(layout.PanelWidth, layout.PaddedColumns - panel);
                this.ApplyToColumns(values.Slice(panel * layout.Rows, width * layout.Rows), width, most);
            }
        }
    }

    private void ApplyToColumns(Span<T> panel, int width, T most)
    {
        Span<T> sums = this.factors.AsSpan(0, width);
        sums.Clear();
        for (int row = 0; row < panel.Length; row += width)
        {
            Span<T> values = panel.Slice(row, width);
            TensorPrimitives.MultiplyAdd(values, values, sums, sums);
        }

        bool anyTooLong = false;
        foreach (ref T sum in sums)
        {
            T norm = T.Sqrt(sum);
            anyTooLong |= norm > most;
            sum = norm > most ? most / norm : T.One;
        }

        for (int row = 0; anyTooLong && row < panel.Length; row += width)
        {
            Span<T> values = panel.Slice(row, width);
            TensorPrimitives.Multiply(values, sums, values);
        }
    }
}
