using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the loss of a tiny network out output by output, one sample in each lane of a vector.</summary>
internal sealed class UnrolledLossEmitter(SourceWriter writer, UnrolledStep step, VectorSyntax syntax)
{
    private readonly SourceWriter writer = writer;
    private readonly UnrolledStep step = step;
    private readonly VectorSyntax syntax = syntax;

    /// <summary>The loss of each sample, and the gradient with respect to the last weighted sums.</summary>
    public void Emit()
    {
        int last = this.step.Layers.Count - 1;
        int outputs = this.step.Outputs;
        string activation = this.step.Layers[last].Activation;
        this.writer.Line();
        this.writer.Line($"// {this.step.Loss}");
        this.Set("loss", this.syntax.Zero);
        this.Set("weights", this.syntax.Load("pass.SampleWeightAt(first)", "0"));
        this.Set("share", $"{this.syntax.InFirstLanes("scale", "count")} * weights");
        bool fused = (activation, this.step.Loss) is ("Sigmoid", "BinaryCrossentropy") or ("Softmax", "CategoricalCrossentropy");
        bool isMean = this.step.Loss != "CategoricalCrossentropy";
        for (int unit = 0; unit < outputs; unit++)
        {
            this.EmitLossOf(unit, activation, fused);
        }

        if (isMean && outputs > 1)
        {
            this.writer.Line($"loss *= {this.syntax.Constant(1.0 / outputs)};");
            this.writer.Line($"share *= {this.syntax.Constant(1.0 / outputs)};");
        }

        this.writer.Line("loss *= weights;");
        if (fused && activation == "Softmax")
        {
            this.Set("weight", string.Join(" + ", Enumerable.Range(0, outputs).Select(unit => $"t_{Text(unit)}")));
        }

        if (!fused && activation == "Softmax")
        {
            this.Set("mean", string.Join(" + ", Enumerable.Range(0, outputs).Select(unit => $"(e_{Text(unit)} * {UnrolledEmitter.Unit(last, unit)})")));
        }

        for (int unit = 0; unit < outputs; unit++)
        {
            string y = UnrolledEmitter.Unit(last, unit);
            string gradient = (fused, activation) switch
            {
                (true, "Softmax") => $"(({y} * weight) - t_{Text(unit)})",
                (true, _) => $"({y} - t_{Text(unit)})",
                (false, "Softmax") => $"{y} * (e_{Text(unit)} - mean)",
                _ => $"e_{Text(unit)}",
            };
            this.Set(UnrolledEmitter.Delta(last, unit), $"{gradient} * share");
            if (!fused && activation is not ("Softmax" or "Linear"))
            {
                this.writer.Line($"{UnrolledEmitter.Delta(last, unit)} = {this.syntax.Derive(activation, UnrolledEmitter.Delta(last, unit), y)};");
            }
        }
    }

    /// <summary>One output's part of the loss, and its derivative with respect to the output where that is not known in simpler terms.</summary>
    private void EmitLossOf(int unit, string activation, bool fused)
    {
        string y = UnrolledEmitter.Unit(this.step.Layers.Count - 1, unit);
        string t = "t_" + Text(unit);
        string z = "z_" + Text(unit);
        string one = this.syntax.Constant(1);
        if (fused)
        {
            // The same sums as for larger networks: see OutputLayer.
            this.writer.Line(activation == "Sigmoid"
                ? $"loss += {this.syntax.Maximum(z, this.syntax.Zero)} - ({z} * {t}) + {this.syntax.Log($"{one} + {this.syntax.Exp($"-{this.syntax.Abs(z)}")}")};"
                : $"loss += {t} * ({this.syntax.Log("total")} + largest - {z});");
            return;
        }

        if (this.step.Loss is not ("BinaryCrossentropy" or "CategoricalCrossentropy"))
        {
            this.EmitValueLossOf(unit, y, t);
            return;
        }

        const double Epsilon = 1e-7;
        string p = "p_" + Text(unit);
        this.Set(p, this.syntax.Clamp(y, this.syntax.Constant(Epsilon), this.syntax.Constant(1 - Epsilon)));
        bool isBinary = this.step.Loss == "BinaryCrossentropy";
        this.writer.Line(isBinary
            ? $"loss -= ({t} * {this.syntax.Log(p)}) + (({one} - {t}) * {this.syntax.Log($"{one} - {p}")});"
            : $"loss -= {t} * {this.syntax.Log(p)};");
        this.Set("e_" + Text(unit), isBinary ? $"({p} - {t}) / ({p} * ({one} - {p}))" : $"-{t} / {p}");
        this.writer.Line($"e_{Text(unit)} = {this.syntax.WhereEqual(p, y, "e_" + Text(unit))};");
    }

    /// <summary>The losses that are a line or two: see the kernels ErrorLosses and MarginLosses.</summary>
    private void EmitValueLossOf(int unit, string y, string t)
    {
        string e = "e_" + Text(unit);
        if (this.step.Loss == "MeanSquaredError")
        {
            this.Set(e, $"{y} - {t}");
            this.writer.Line($"loss += {e} * {e};");
            this.writer.Line($"{e} += {e};");
            return;
        }

        if (this.step.Loss == "MeanAbsoluteError")
        {
            this.Set(e, $"{y} - {t}");
            this.writer.Line($"loss += {this.syntax.Abs(e)};");
            this.writer.Line($"{e} = {this.syntax.Activate("Sign", e)};");
            return;
        }

        // The labels -1 and 1, of which 0 is another name for the first.
        string label = "s_" + Text(unit);
        string margin = "m_" + Text(unit);
        this.Set(label, this.syntax.WhereEqualOr(t, this.syntax.Zero, this.syntax.Constant(-1), t));
        if (this.step.Loss == "Perceptron")
        {
            this.Set(margin, $"-{label} * {y}");
            this.Set(e, this.syntax.WhereNotBelow(margin, this.syntax.Zero, "-" + label));
            this.writer.Line($"loss += {this.syntax.Maximum(margin, this.syntax.Zero)};");
            return;
        }

        this.Set(margin, this.syntax.Maximum($"{this.syntax.Constant(1)} - ({label} * {y})", this.syntax.Zero));
        bool isSquared = this.step.Loss == "SquaredHinge";
        this.writer.Line(isSquared ? $"loss += {margin} * {margin};" : $"loss += {margin};");
        this.Set(e, isSquared
            ? $"-{label} * ({margin} + {margin})"
            : this.syntax.WhereNotEqual(margin, this.syntax.Zero, "-" + label));
    }

    private void Set(string name, string value) => this.writer.Line($"{this.syntax.Type} {name} = {value};");
}
