using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Verdicts;
using NonRecoursMatch.Synthetic.Agreements;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>A conclusion about one person and one benefit, from true facts.</summary>
/// <param name="Prestation"><c>c2s</c> or <c>aspa</c>.</param>
/// <param name="Bit">Its bit in an opposition mask.</param>
/// <param name="Amount">€ a month, 0 for C2S.</param>
internal sealed record Conclusion(LinkedPerson Person, string Prestation, int Bit, Outcome Outcome, double Amount);

/// <summary>Gathers persons and applies the rules of the law to many at a time, as these want columns.</summary>
internal sealed class Examination(YearMonth month, RightsParameters parameters, Action<IReadOnlyList<Conclusion>> concluded)
{
    const int BatchSize = 4096;
    readonly List<(LinkedPerson Person, LinkedPerson? Partner, IReadOnlyList<FamilyDossier> Dossiers)> _waiting = new(BatchSize);

    /// <summary>Takes the persons of one or two households.</summary>
    public void Add(IReadOnlyList<LinkedPerson> persons, IReadOnlyList<FamilyDossier> dossiers)
    {
        foreach (var person in persons)
            _waiting.Add((person, PartnerOf(person, persons), dossiers));
        if (_waiting.Count >= BatchSize)
            Conclude();
    }

    /// <summary>Examines what remains.</summary>
    public void Conclude()
    {
        var conclusions = _waiting.Select(_ => new List<Conclusion>(2)).ToList();
        ConcludeC2s(conclusions);
        ConcludeAspa(conclusions);
        foreach (var person in conclusions)
        {
            if (person.Count > 0)
                concluded(person);
        }

        _waiting.Clear();
    }

    void ConcludeC2s(List<List<Conclusion>> conclusions)
    {
        var rows = _waiting.Select((waiting, index) => (waiting.Person, Index: index, Rsa: TrueC2s.Rsa(waiting.Person, waiting.Dossiers))).Where(row => row.Rsa is not null).ToList();
        var columns = new C2sParRsaColumns(rows.Count);
        for (var at = 0; at < rows.Count; at++)
            TrueC2s.Fill(columns, at, rows[at].Person, rows[at].Rsa!.Value.Held, rows[at].Rsa!.Value.Rsa, month);
        C2sParRsa.Compute(columns, month, parameters);
        for (var at = 0; at < rows.Count; at++)
            conclusions[rows[at].Index].Add(new Conclusion(rows[at].Person, "c2s", 1, columns.Outcome[at], 0));
    }

    void ConcludeAspa(List<List<Conclusion>> conclusions)
    {
        var rows = _waiting.Select((waiting, index) => (waiting.Person, waiting.Partner, waiting.Dossiers, Index: index)).Where(row => row.Person.Pensions.Any()).ToList();
        var columns = new AspaColumns(rows.Count);
        for (var at = 0; at < rows.Count; at++)
            TrueAspa.Fill(columns, at, rows[at].Person, rows[at].Partner, rows[at].Dossiers, month);
        AspaRule.Compute(columns, month, parameters, AgreementText.AspaMargin);
        for (var at = 0; at < rows.Count; at++)
            conclusions[rows[at].Index].Add(new Conclusion(rows[at].Person, "aspa", 2, columns.Outcome[at], columns.Amount[at]));
    }

    static LinkedPerson? PartnerOf(LinkedPerson person, IReadOnlyList<LinkedPerson> persons)
        => person.AdultRecord is { } adult
            ? persons.FirstOrDefault(other => other != person
                && other.AdultRecord is { } theirs
                && theirs.Record.Source.Index == adult.Record.Source.Index
                && theirs.Record.Group == adult.Record.Group
                && theirs.Record.Family!.Role != adult.Record.Family!.Role)
            : null;
}
