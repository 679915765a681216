using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// Adam (Kingma and Ba 2015) in the efficient order of the end of its section 2, as Keras has it: epsilon is added to the square root
/// of the uncorrected second moment ("epsilon hat"), and the corrections of both moments go into the step size
/// rate sqrt(1 - beta2^t) / (1 - beta1^t). With <see cref="AmsGrad"/> the largest second moment so far takes the place of the last one
/// (Reddi et al. 2018).
/// </summary>
public class Adam : Optimizer
{
    /// <summary>Adam with a learning rate of 0.001.</summary>
    public Adam()
        : this(weightDecay: 0)
    {
    }

    private protected Adam(double weightDecay)
        : base(learningRate: 0.001, weightDecay)
    {
    }

    /// <summary>The part of the mean gradient that is kept at each step, from 0 to below 1; 0.9 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Beta1
    {
        get;
        init => field = Part(value);
    }
    = 0.9;

    /// <summary>The part of the mean squared gradient that is kept at each step, from 0 to below 1; 0.999 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in this range.</exception>
    public double Beta2
    {
        get;
        init => field = Part(value);
    }
    = 0.999;

    /// <summary>What keeps the step finite where gradients vanish, at least 1e-37; 1e-7 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-37 or not finite.</exception>
    public double Epsilon
    {
        get;
        init => field = Small(value);
    }
    = 1e-7;

    /// <summary>Whether steps are divided by the root of the largest mean squared gradient so far; false unless told.</summary>
    public bool AmsGrad { get; init; }

    /// <inheritdoc/>
    public override OptimizerState<T> CreateState<T>(ParameterSet<T> parameters, int threads = 1) => this.AmsGrad
        ? this.StateOf(parameters, threads, (rate, step) => new AmsGradRule<T>(this.RuleOf<T>(rate, step)))
        : this.StateOf(parameters, threads, this.RuleOf<T>);

    private Rule<T> RuleOf<T>(double rate, long step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double stepSize = rate * Math.Sqrt(1 - Math.Pow(this.Beta2, step)) / (1 - Math.Pow(this.Beta1, step));
        return new Rule<T>(
            T.CreateTruncating(stepSize),
            T.CreateTruncating(1 - this.Beta1),
            T.CreateTruncating(1 - this.Beta2),
            T.CreateTruncating(this.Epsilon));
    }

    private readonly struct Rule<T>(T stepSize, T newInFirst, T newInSecond, T epsilon) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Vector<T> stepSize = new(stepSize);
        private readonly Vector<T> newInFirst = new(newInFirst);
        private readonly Vector<T> newInSecond = new(newInSecond);
        private readonly Vector<T> epsilon = new(epsilon);

        public static IReadOnlyList<string> SlotNames => ["momentum", "velocity"];

        public static int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            this.Remember(gradient, ref first, ref second);
            return this.Move(parameter, first, second);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Remember(Vector<T> gradient, ref Vector<T> first, ref Vector<T> second)
        {
            first += (gradient - first) * this.newInFirst;
            second += ((gradient * gradient) - second) * this.newInSecond;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Move(Vector<T> parameter, Vector<T> first, Vector<T> second) =>
            parameter - (first * this.stepSize / (Vector.SquareRoot(second) + this.epsilon));
    }

    private readonly struct AmsGradRule<T>(Rule<T> adam) : IUpdateRule<T>
        where T : unmanaged
    {
        private readonly Rule<T> adam = adam;

        public static IReadOnlyList<string> SlotNames => ["momentum", "velocity", "velocity_hat"];

        public static int SlotCount => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            this.adam.Remember(gradient, ref first, ref second);
            third = Vector.Max(third, second);
            return this.adam.Move(parameter, first, third);
        }
    }
}
