using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Training;

/// <summary>
/// What <see cref="LBFGS"/> remembers: in a ring of slots, how parameters (change_i) and gradients (gradient_change_i) changed in the last
/// steps; zeros where a step told nothing of the curvature.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class LbfgsState<T> : OptimizerState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// The least cosine between the two changes of a step: one below it is rounding, and would make the next direction immensely long.
    /// </summary>
    private const double LeastCosine = 1e-10;

    private readonly ParameterSet<T>[] changes;
    private readonly ParameterSet<T>[] gradientChanges;
    private readonly double[] weights;
    private readonly ParameterSet<T> start;
    private readonly ParameterSet<T> startGradients;
    private readonly ParameterSet<T> direction;
    private readonly WolfeLineSearch search;
    private IObjective<T>? objective;
    private double evaluatedAt;

    /// <summary>The state before the first step.</summary>
    public LbfgsState(LBFGS optimizer, ParameterSet<T> parameters)
        : base(optimizer, parameters, SlotNames("change", optimizer).Concat(SlotNames("gradient_change", optimizer)))
    {
        this.changes = [.. SlotNames("change", optimizer).Select(name => this.Slots[name])];
        this.gradientChanges = [.. SlotNames("gradient_change", optimizer).Select(name => this.Slots[name])];
        this.weights = new double[optimizer.HistorySize];
        this.start = parameters.CreateLike();
        this.startGradients = parameters.CreateLike();
        this.direction = parameters.CreateLike();
        this.search = new WolfeLineSearch(this.EvaluateAt, optimizer.MaxEvaluations);
    }

    /// <inheritdoc/>
    protected override void Change(ParameterSet<T> gradients) => throw new InvalidOperationException(
        "A step of LBFGS needs the loss at several points, not only a gradient: give it an objective, or train with a Trainer.");

    /// <inheritdoc/>
    protected override void Change(IObjective<T> objective, double loss)
    {
        this.objective = objective;
        this.start.CopyFrom(this.Parameters);
        this.startGradients.CopyFrom(objective.Gradients);
        bool hasHistory = this.FindDirection();
        double slope = this.Dot(this.startGradients, this.direction);
        if (slope < 0)
        {
            // The first step knows nothing of the scale: the parameters change by 1 in all at most.
            double first = hasHistory ? 1 : Math.Min(1, 1 / BlockSums.Magnitudes<T>(this.Trainable(this.startGradients)));
            LineSearchPoint found = this.search.Search(new LineSearchPoint(0, loss, slope), first * this.LearningRate);
            if (found.Length != this.evaluatedAt)
            {
                this.EvaluateAt(found.Length);
            }
        }

        this.Remember();
        this.objective = null;
    }

    private static IEnumerable<string> SlotNames(string kind, LBFGS optimizer) =>
        Enumerable.Range(0, optimizer.HistorySize).Select(i => string.Create(CultureInfo.InvariantCulture, $"{kind}_{i}"));

    private Span<T> Trainable(ParameterSet<T> set) => set.Values[..this.TrainableLength];

    private double Dot(ParameterSet<T> left, ParameterSet<T> right) => BlockSums.Dot<T>(this.Trainable(left), this.Trainable(right));

    private void Add(ParameterSet<T> set, double factor, ParameterSet<T> summand) => TensorPrimitives.MultiplyAdd(
        this.Trainable(summand), T.CreateTruncating(factor), this.Trainable(set), this.Trainable(set));

    private LineSearchPoint EvaluateAt(double length)
    {
        this.evaluatedAt = length;
        TensorPrimitives.MultiplyAdd(
            this.Trainable(this.direction), T.CreateTruncating(length), this.Trainable(this.start), this.Trainable(this.Parameters));
        double loss = this.objective!.Evaluate();
        return new LineSearchPoint(length, loss, this.Dot(this.objective.Gradients, this.direction));
    }

    /// <summary>
    /// The two-loop recursion: minus the gradient times the approximate inverse of the Hessian. Minus the gradient where that does not lead
    /// down.
    /// </summary>
    /// <returns>Whether anything was remembered to approximate it with.</returns>
    private bool FindDirection()
    {
        TensorPrimitives.Negate(this.startGradients.Values, this.direction.Values);
        int size = this.changes.Length;
        int count = (int)Math.Min(size, this.Steps);
        double scale = 0;
        for (int back = 1; back <= count; back++)
        {
            int i = (int)((this.Steps - back) % size);
            double product = this.Dot(this.changes[i], this.gradientChanges[i]);
            if (product == 0)
            {
                continue;
            }

            this.weights[i] = this.Dot(this.changes[i], this.direction) / product;
            this.Add(this.direction, -this.weights[i], this.gradientChanges[i]);
            scale = scale == 0 ? product / this.Dot(this.gradientChanges[i], this.gradientChanges[i]) : scale;
        }

        if (scale == 0)
        {
            return false;
        }

        // Equation 7.20: the scale of the last step's curvature stands for the Hessian that the recursion begins with.
        TensorPrimitives.Multiply(this.Trainable(this.direction), T.CreateTruncating(scale), this.Trainable(this.direction));
        for (int back = count; back >= 1; back--)
        {
            int i = (int)((this.Steps - back) % size);
            double product = this.Dot(this.changes[i], this.gradientChanges[i]);
            if (product != 0)
            {
                double correction = this.Dot(this.gradientChanges[i], this.direction) / product;
                this.Add(this.direction, this.weights[i] - correction, this.changes[i]);
            }
        }

        if (this.Dot(this.startGradients, this.direction) < 0)
        {
            return true;
        }

        TensorPrimitives.Negate(this.startGradients.Values, this.direction.Values);
        return false;
    }

    private void Remember()
    {
        int i = (int)(this.Steps % this.changes.Length);
        TensorPrimitives.Subtract(this.Trainable(this.Parameters), this.Trainable(this.start), this.Trainable(this.changes[i]));
        TensorPrimitives.Subtract(
            this.Trainable(this.objective!.Gradients), this.Trainable(this.startGradients), this.Trainable(this.gradientChanges[i]));
        double product = this.Dot(this.changes[i], this.gradientChanges[i]);
        double lengths = Math.Sqrt(this.Dot(this.changes[i], this.changes[i]) * this.Dot(this.gradientChanges[i], this.gradientChanges[i]));
        if (!(product > LeastCosine * lengths))
        {
            this.changes[i].Values.Clear();
            this.gradientChanges[i].Values.Clear();
        }
    }
}
