namespace NonRecoursMatch.Holder.Validation;

/// <summary>Lines that bear the NIR or the reference of another line, each kind in order.</summary>
/// <param name="Duplicates">A person already there above: left out.</param>
/// <param name="Withheld">One of several persons under one NIR: leave without it.</param>
/// <param name="Indistinct">One of several persons under one NIR and one reference: left out.</param>
sealed record RepeatedLines(IReadOnlyCollection<long> Duplicates, IReadOnlyCollection<long> Withheld, IReadOnlyCollection<long> Indistinct)
{
    /// <summary>Lines that are left out.</summary>
    public int Rejected => Duplicates.Count + Indistinct.Count;

    public void Report(string table, AnomalyCollector anomalies)
    {
        Report(AnomalyCodes.Doublon, Duplicates, table, anomalies);
        Report(AnomalyCodes.NirCollision, Withheld, table, anomalies);
        Report(AnomalyCodes.NirCollisionReference, Indistinct, table, anomalies);
    }

    static void Report(AnomalyCode code, IReadOnlyCollection<long> lines, string table, AnomalyCollector anomalies)
    {
        foreach (var line in lines)
            anomalies.AddFile(code, table, line: line);
    }
}
