using System.Collections.Concurrent;

namespace NetDsl.Data;

/// <summary>
/// A step of your own. It is fitted to the training rows, which gives numbers by name, and makes of such numbers what prepares a row; whatever options it
/// has must be among the numbers, since they are what is saved with a model. Before one is loaded the step is registered under its name.
/// </summary>
public abstract class CustomStep : PreparationStep
{
    private static readonly ConcurrentDictionary<string, Func<CustomStep>> Registered = new(StringComparer.Ordinal);

    /// <summary>The name that the step is saved and registered under.</summary>
    public abstract string Name { get; }

    /// <summary>Makes a step known, so that models that were prepared by it can be loaded.</summary>
    /// <param name="create">Makes a step, whose options are not used.</param>
    /// <exception cref="ArgumentException">The name is empty or that of another step.</exception>
    public static void Register(Func<CustomStep> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        string name = create().Name;
        CheckName(name);
        Registered[name] = create;
    }

    /// <summary>The step that was registered under a name, or null.</summary>
    internal static CustomStep? Find(string name) => Registered.TryGetValue(name, out Func<CustomStep>? create) ? create() : null;

    /// <summary>The layout of rows behind the step, which may have other features but no other targets.</summary>
    /// <param name="layout">What rows are made of before it.</param>
    /// <param name="numbers">What fitting gave.</param>
    internal RowLayout LayoutBehind(RowLayout layout, IReadOnlyDictionary<string, double[]> numbers)
    {
        RowLayout after = this.LayoutAfter(layout, numbers);
        after.Check();
        return layout with
        {
            FeatureShape = after.FeatureShape,
            FeatureNames = after.FeatureNames,
            Categories = after.Categories,
            MayMissFeatures = after.MayMissFeatures,
        };
    }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        CheckName(this.Name);
        StepState state = new(this.Name);
        foreach ((string name, double[] numbers) in this.Fit(rows))
        {
            state.Numbers[name] = Array.TrueForAll(numbers, double.IsFinite)
                ? [.. numbers]
                : throw new ArgumentException($"The step '{this.Name}' has numbers '{name}' that are not finite; they could not be saved.");
        }

        return state;
    }

    /// <summary>Finds the numbers of the step in the training rows, which may be more than memory holds: read them in batches.</summary>
    /// <param name="rows">The rows, as the steps before have prepared them.</param>
    protected internal abstract IReadOnlyDictionary<string, double[]> Fit(RowSource rows);

    /// <summary>Makes of the numbers, just found or loaded from a file, what prepares a row.</summary>
    /// <param name="layout">What rows are made of.</param>
    /// <param name="numbers">What <see cref="Fit"/> gave; those from a file may be wrong, so look at their lengths.</param>
    /// <exception cref="FormatException">The numbers do not fit the layout or each other.</exception>
    protected internal abstract RowTransform Create(RowLayout layout, IReadOnlyDictionary<string, double[]> numbers);

    /// <summary>What rows are made of behind the step: as before, unless a step that changes the features says otherwise.</summary>
    /// <param name="layout">What rows are made of before it.</param>
    /// <param name="numbers">What <see cref="Fit"/> gave.</param>
    protected virtual RowLayout LayoutAfter(RowLayout layout, IReadOnlyDictionary<string, double[]> numbers) => layout;

    private static void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || FittedSteps.IsBuiltIn(name))
        {
            throw new ArgumentException($"A step cannot be called '{name}': the name is empty, or that of a step that every program has.", nameof(name));
        }
    }
}
