using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Optimisers with the settings that the vectors of optimizers.py were made with, and their formulas for one value.</summary>
internal static class OptimizerKinds
{
    /// <summary>One of each formula.</summary>
    public static IReadOnlyList<string> Formulas { get; } =
    [
        "sgd", "momentum", "nesterov", "adam", "amsgrad", "adamw_strong", "nadam", "adamax", "adagrad", "adadelta", "rmsprop", "rmsprop_momentum",
        "rmsprop_centered", "rmsprop_centered_momentum", "clip_value", "weight_decay",
    ];

    /// <summary>The optimiser of a key of optimizers.json.</summary>
    public static Optimizer Of(string kind) => kind switch
    {
        "sgd" => new SGD(),
        "momentum" => new SGD { LearningRate = 0.05, Momentum = 0.9 },
        "nesterov" => new SGD { LearningRate = 0.05, Momentum = 0.9, Nesterov = true },
        "adam" => new Adam(),
        "adam_fast" => new Adam { LearningRate = 0.1, Beta1 = 0.8, Beta2 = 0.95 },
        "amsgrad" => new Adam { LearningRate = 0.3, Beta1 = 0.5, Beta2 = 0.8, AmsGrad = true },
        "adamw" => new AdamW(),
        "adamw_strong" => new AdamW { LearningRate = 0.1, WeightDecay = 0.5 },
        "nadam" => new Nadam(),
        "nadam_fast" => new Nadam { LearningRate = 0.1, Beta1 = 0.8, Beta2 = 0.95 },
        "adamax" => new Adamax(),
        "adamax_torch" => new Adamax { LearningRate = 0.2, Beta1 = 0.7, Beta2 = 0.8, Epsilon = 1e-37 },
        "adagrad" => new Adagrad(),
        "adagrad_torch" => new Adagrad { LearningRate = 0.1, Epsilon = 1e-37 },
        "adadelta" => new Adadelta(),
        "adadelta_torch" => new Adadelta { LearningRate = 1, Rho = 0.9, Epsilon = 1e-6 },
        "rmsprop" => new RMSprop(),
        "rmsprop_momentum" => new RMSprop { LearningRate = 0.01, Momentum = 0.9 },
        "rmsprop_centered" => new RMSprop { LearningRate = 0.01, Centered = true },
        "rmsprop_centered_momentum" => new RMSprop { LearningRate = 0.01, Rho = 0.8, Momentum = 0.5, Centered = true },
        "rmsprop_torch" => new RMSprop { LearningRate = 0.01, Rho = 0.95, Momentum = 0.9, Centered = true, Epsilon = 1e-37 },
        "clip_value" => new SGD { LearningRate = 0.1, ClipValue = 0.3 },
        "clip_norm" => new SGD { LearningRate = 0.1, ClipNorm = 0.7 },
        "global_clip_norm" => new SGD { LearningRate = 0.1, GlobalClipNorm = 0.7 },
        "weight_decay" => new SGD { LearningRate = 0.1, WeightDecay = 0.2 },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What the slots begin with.</summary>
    public static float InitialSlot(string kind) => kind == "adagrad" ? 0.1f : 0;

    /// <summary>Keras's update_step of each optimiser, one value at a time, every operation rounded to single precision.</summary>
    public static float PlainStep(string kind, int step, float w, float g, Span<float> slots)
    {
        switch (kind)
        {
            case "sgd":
                return w - (g * 0.01f);
            case "momentum":
                slots[0] = (slots[0] * 0.9f) - (g * 0.05f);
                return w + slots[0];
            case "nesterov":
                slots[0] = (slots[0] * 0.9f) - (g * 0.05f);
                return w + ((slots[0] * 0.9f) - (g * 0.05f));
            case "clip_value":
                return w - (Math.Clamp(g, -0.3f, 0.3f) * 0.1f);
            case "weight_decay":
                return w - (w * (float)(0.1 * 0.2)) - (g * 0.1f);
            case "adadelta":
                slots[0] += ((g * g) - slots[0]) * (float)(1 - 0.95);
                float delta = g * MathF.Sqrt((slots[1] + 1e-7f) / (slots[0] + 1e-7f));
                slots[1] += ((delta * delta) - slots[1]) * (float)(1 - 0.95);
                return w - (delta * 0.001f);
            case "adagrad":
                slots[0] += g * g;
                return w - (g * 0.001f / MathF.Sqrt(slots[0] + 1e-7f));
            case "adamax":
                slots[0] += (g - slots[0]) * (float)(1 - 0.9);
                slots[1] = MathF.Max(slots[1] * 0.999f, MathF.Abs(g));
                return w - (slots[0] * (float)(0.001 / (1 - Math.Pow(0.9, step))) / (slots[1] + 1e-7f));
            case "amsgrad":
                Moments(g, slots, 0.5, 0.8);
                slots[2] = MathF.Max(slots[2], slots[1]);
                return w - (slots[0] * StepSize(step, 0.3, 0.5, 0.8) / (MathF.Sqrt(slots[2]) + 1e-7f));
            case "adamw_strong":
                Moments(g, slots, 0.9, 0.999);
                return w - (w * (float)(0.1 * 0.5)) - (slots[0] * StepSize(step, 0.1, 0.9, 0.999) / (MathF.Sqrt(slots[1]) + 1e-7f));
            case "adam":
                Moments(g, slots, 0.9, 0.999);
                return w - (slots[0] * StepSize(step, 0.001, 0.9, 0.999) / (MathF.Sqrt(slots[1]) + 1e-7f));
            case "nadam":
                return PlainNadam(step, w, g, slots);
            default:
                return PlainRmsprop(kind, w, g, slots);
        }
    }

    private static float PlainRmsprop(string kind, float w, float g, Span<float> slots)
    {
        double rho = kind == "rmsprop_centered_momentum" ? 0.8 : 0.9;
        float momentum = kind switch { "rmsprop_momentum" => 0.9f, "rmsprop_centered_momentum" => 0.5f, _ => 0 };
        bool centered = kind.Contains("centered", StringComparison.Ordinal);
        slots[0] += ((g * g) - slots[0]) * (float)(1 - rho);
        float variance = slots[0];
        if (centered)
        {
            slots[1] += (g - slots[1]) * (float)(1 - rho);
            variance = MathF.Max(variance - (slots[1] * slots[1]), 0);
        }

        float change = g * (kind == "rmsprop" ? 0.001f : 0.01f) / MathF.Sqrt(variance + 1e-7f);
        if (momentum == 0)
        {
            return w - change;
        }

        ref float sum = ref slots[centered ? 2 : 1];
        sum = (sum * momentum) + change;
        return w - sum;
    }

    private static float PlainNadam(int step, float w, float g, Span<float> slots)
    {
        static double Momentum(int t) => 0.9 * (1 - (0.5 * Math.Pow(0.96, t)));
        double product = 1;
        for (int t = 1; t <= step; t++)
        {
            product *= Momentum(t);
        }

        Moments(g, slots, 0.9, 0.999);
        double root = Math.Sqrt(1 - Math.Pow(0.999, step));
        float ofMean = (float)(0.001 * root * Momentum(step + 1) / (1 - (product * Momentum(step + 1))));
        float ofGradient = (float)(0.001 * root * (1 - Momentum(step)) / (1 - product));
        return w - (((slots[0] * ofMean) + (g * ofGradient)) / (MathF.Sqrt(slots[1]) + (float)(1e-7 * root)));
    }

    private static float StepSize(int step, double rate, double beta1, double beta2) =>
        (float)(rate * Math.Sqrt(1 - Math.Pow(beta2, step)) / (1 - Math.Pow(beta1, step)));

    private static void Moments(float g, Span<float> slots, double beta1, double beta2)
    {
        slots[0] += (g - slots[0]) * (float)(1 - beta1);
        slots[1] += ((g * g) - slots[1]) * (float)(1 - beta2);
    }
}
