namespace NonRecoursMatch.Trust.Manifests;

/// <summary>The closing balance of a table or stage: rows in = rows out + drops by cause.</summary>
public sealed record Balance(long RowsIn, long RowsOut, IReadOnlyDictionary<string, long> Drops)
{
    /// <summary>Whether the balance closes.</summary>
    public bool Closes => RowsIn == RowsOut + Drops.Values.Sum();
}
