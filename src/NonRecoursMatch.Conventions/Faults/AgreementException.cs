namespace NonRecoursMatch.Conventions.Faults;

/// <summary>The agreement cannot be used: invalid, expired, or not for this month. Exit code 78.</summary>
public sealed class AgreementException(string path, IReadOnlyList<Fault> faults)
    : Exception($"{path}: {faults.Count} fault(s); first: {faults[0]}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Everything wrong with it, at least one.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;

    /// <summary>Throws when there is a fault.</summary>
    public static void ThrowIfAny(string path, IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
            throw new AgreementException(path, faults);
    }
}
