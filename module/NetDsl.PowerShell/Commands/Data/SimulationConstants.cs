using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace NetDsl.PowerShell;

/// <summary>Makes the parameters of a simulation from a table of constants by name.</summary>
internal static class SimulationConstants
{
    /// <summary>The constants that were given, and the usual values of the others.</summary>
    /// <typeparam name="T">The parameters.</typeparam>
    /// <param name="simulator">What is simulated.</param>
    /// <param name="constants">Values by name, in any case of the letters.</param>
    /// <exception cref="CommandErrorException">A name is unknown, or a value does not fit it.</exception>
    public static T Of<T>(Simulator simulator, IDictionary constants)
        where T : class, new()
    {
        PropertyInfo[] known = [.. typeof(T).GetProperties().Where(property => property.CanWrite)];
        T parameters = new();
        foreach (DictionaryEntry constant in constants)
        {
            string name = Convert.ToString(constant.Key, CultureInfo.InvariantCulture) ?? string.Empty;
            PropertyInfo property = Array.Find(known, property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw Unfit(simulator, $"{simulator} has no constant '{name}'. Give some of {string.Join(", ", known.Select(p => p.Name))}.");
            try
            {
                property.SetValue(parameters, LanguagePrimitives.ConvertTo(constant.Value, Plain(property.PropertyType), CultureInfo.InvariantCulture));
            }
            catch (PSInvalidCastException error)
            {
                throw Unfit(simulator, $"{simulator} cannot have this constant {property.Name}: {error.Message}");
            }
        }

        return parameters;
    }

    /// <summary>Where a list is wanted, an array is what values convert to.</summary>
    private static Type Plain(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0].MakeArrayType() : type;

    private static CommandErrorException Unfit(Simulator simulator, string message) =>
        new("UnfitConstant", ErrorCategory.InvalidArgument, simulator, message);
}
