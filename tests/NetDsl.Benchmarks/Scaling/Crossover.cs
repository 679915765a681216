using System.Globalization;

namespace NetDsl.Benchmarks.Scaling;

/// <summary>Says where one curve passes below another.</summary>
internal static class Crossover
{
    /// <summary>Describes where a peer is faster.</summary>
    /// <param name="variable">What is changed: width or batch.</param>
    /// <param name="own">This project's curve.</param>
    /// <param name="peer">The peer's, at the same values.</param>
    /// <returns>A sentence.</returns>
    public static string Describe(string variable, Curve own, Curve peer)
    {
        bool[] loses = [.. own.Points.Zip(peer.Points, (ours, theirs) => theirs.Seconds < ours.Seconds)];
        int lost = loses.Count(loss => loss);
        if (lost == 0 || lost == loses.Length)
        {
            return $"No crossover: {(lost == 0 ? own : peer).Name} is faster than {(lost == 0 ? peer : own).Name} at every {variable}.";
        }

        int changes = Enumerable.Range(1, loses.Length - 1).Count(i => loses[i] != loses[i - 1]);
        if (changes > 1)
        {
            IEnumerable<string> values = own.Points.Where((_, i) => loses[i]).Select(point => point.Value.ToString("0", CultureInfo.InvariantCulture));
            return $"{peer.Name} is faster at {variable} {string.Join(", ", values)}, {own.Name} at all others.";
        }

        int first = Array.IndexOf(loses, !loses[0]);
        string crossing = Crossing(own, peer, first).ToString("0", CultureInfo.InvariantCulture);
        return $"{(loses[first] ? peer : own).Name} is faster than {(loses[first] ? own : peer).Name} above {variable} {crossing}.";
    }

    // Where straight lines between the points, on logarithmic axes, meet.
    private static double Crossing(Curve own, Curve peer, int after)
    {
        double Gap(int i) => Math.Log(own.Points[i].Seconds / peer.Points[i].Seconds);
        double part = Gap(after - 1) / (Gap(after - 1) - Gap(after));
        double from = own.Points[after - 1].Value;
        return from * Math.Pow(own.Points[after].Value / from, part);
    }
}
