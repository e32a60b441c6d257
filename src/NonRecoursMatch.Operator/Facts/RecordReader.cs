using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Turns the rows of one package into <see cref="RecordFacts"/> with the person that each was linked to.</summary>
sealed class RecordReader(ReceivedPackage package, string workFolder, YearMonth month)
{
    /// <summary>Visits every record that was not removed.</summary>
    public void Read(Action<Key128, RecordFacts> visit, CancellationToken stop)
    {
        var family = package.Source.Format.Tables.Any(table => table.Role == TableRole.ParGroupe);
        using var dossiers = family ? new DossierFacts(package, month) : null;
        using var persons = package.Open(PackageTables.PersonnesFile);
        using var links = new Formats.ColumnFiles.ColumnFileReader(Path.Combine(workFolder, LinkFile.NameFor(package.Source.Id)));
        var link = 0;
        Key128? current = null;
        while (persons.Read())
        {
            stop.ThrowIfCancellationRequested();
            var columns = new RecordColumns(persons.Batch);
            for (var row = 0; row < persons.Batch.Length; row++, link++)
            {
                if (link >= links.Batch.Length)
                {
                    links.Read();
                    link = 0;
                }

                var groupe = columns.Groupe.Keys[row];
                if (dossiers is not null && current != groupe)
                    dossiers.MoveTo(groupe);
                current = groupe;
                if (links.Batch[LinkFile.Personne].KeyOrNull(link) is not { } person)
                    continue;
                var facts = Facts(columns, row, family);
                facts.Weak = links.Batch[LinkFile.Lien].Int32[link] == (int)LinkKind.Weak;
                facts.OpposedScope = links.Batch[LinkFile.Oppose].Int32[link];
                dossiers?.Fill(ref facts);
                visit(person, facts);
            }
        }
    }

    RecordFacts Facts(RecordColumns columns, int row, bool family)
    {
        var facts = RecordFacts.Unknown;
        facts.Source = package.Index;
        facts.Groupe = columns.Groupe.Keys[row];
        facts.Poignee = columns.Poignee.Keys[row];
        facts.BirthMonth = columns.Birth.Int32OrNull(row) ?? -1;
        facts.Left = Known(columns.Death, row) || Known(columns.Exit, row);
        if (family)
            FillFamily(ref facts, columns, row);
        if (columns.C2s is not null)
            FillC2s(ref facts, columns, row);
        if (columns.Pension is not null)
            FillPension(ref facts, columns, row);
        return facts;
    }

    static void FillFamily(ref RecordFacts facts, RecordColumns columns, int row)
    {
        facts.IsFamily = true;
        facts.Role = Codes.Role(columns.Role?.TextOrNull(row));
        facts.DossierSituation = Codes.Situation(columns.Situation?.TextOrNull(row));
        facts.Nationality = Codes.Nationality(columns.Nationality?.TextOrNull(row));
        facts.PermitDay = columns.Permit?.Int32OrNull(row) ?? -1;
    }

    static void FillC2s(ref RecordFacts facts, RecordColumns columns, int row)
    {
        facts.C2s = Codes.C2s(columns.C2s?.TextOrNull(row));
        facts.IsC2sPayer = facts.C2s != C2sState.Unknown;
        facts.C2sEnd = columns.C2sEnd?.Int32OrNull(row) ?? -1;
        facts.Claim = columns.Claim?.Int32OrNull(row) ?? -1;
        facts.Refusal = columns.Refusal?.Int32OrNull(row) ?? -1;
        facts.UnpaidUntil = columns.Unpaid?.Int32OrNull(row) ?? -1;
    }

    static void FillPension(ref RecordFacts facts, RecordColumns columns, int row)
    {
        facts.PensionOwn = columns.Pension?.Int64OrNull(row) ?? RecordFacts.UnknownAmount;
        facts.PensionTotal = columns.PensionTotal?.Int64OrNull(row) ?? RecordFacts.UnknownAmount;
        facts.IsPension = facts.PensionOwn != RecordFacts.UnknownAmount || facts.PensionTotal != RecordFacts.UnknownAmount;
        facts.CompleteTotal = columns.InterRegimes?.TextOrNull(row) == "COMPLET" && facts.PensionTotal != RecordFacts.UnknownAmount;
        facts.PensionSituation = Codes.Situation(columns.Situation?.TextOrNull(row));
        facts.Aspa = Codes.Aspa(columns.Aspa?.TextOrNull(row));
        facts.FullRate = Codes.YesNo(columns.FullRate?.TextOrNull(row));
        facts.ForeignCareer = Codes.YesNo(columns.ForeignCareer?.TextOrNull(row));
        facts.InFrance = Codes.InFrance(columns.Country?.TextOrNull(row));
        facts.Mayotte = columns.Commune is { } commune && !commune.IsNull(row) && commune.Text(row).StartsWith("976"u8);
    }

    static bool Known(Column? column, int row) => column is not null && !column.IsNull(row);
}
