using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>Whatever happens to the bytes of a file, the answer is a report or a refusal: never a crash, never half a package.</summary>
public class MutationTests
{
    [Fact]
    public void Damaged_files_are_reported_or_refused_and_never_crash_the_reader()
    {
        var damages = from place in Gen.Choose(0, 100_000)
                      from octet in Gen.Frequency((3, Gen.Elements((int)'"', ';', '\r', '\n', 0, 0xC3, 0xFF, ',', '/')), (1, Gen.Choose(0, 255)))
                      from kind in Gen.Choose(0, 2)
                      select (place, octet, kind);
        using var caf = new HolderFixture().Tolerant();
        for (var i = 0; i < 4; i++)
            caf.Row("personnes", ("matricule", $"000000{i}"), ("nom_usage", "L'Épreuve")).Row("ressources", ("matricule", $"000000{i}")).Row("prestations", ("matricule", $"000000{i}"));
        caf.Oppositions("0000001|1;;;;;;C2S;01/09/2026;COURRIER").Write();
        var originals = new[] { "personnes", "ressources", "prestations", "oppositions" }.ToDictionary(table => table, table => File.ReadAllBytes(caf.PathOf(table)));
        Prop.ForAll(damages.NonEmptyListOf().ToArbitrary(), Gen.Elements(originals.Keys.ToArray()).ToArbitrary(), (list, table) =>
        {
            var bytes = originals[table].ToList();
            foreach (var (place, octet, kind) in list.Take(5).Where(_ => bytes.Count > 0))
                Damage(bytes, place % bytes.Count, (byte)octet, kind);
            File.WriteAllBytes(caf.PathOf(table), [.. bytes]);
            var answered = Answers(caf);
            File.WriteAllBytes(caf.PathOf(table), originals[table]);
            return answered;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    static bool Answers(HolderFixture caf)
    {
        var report = caf.Validate();
        try
        {
            return caf.Pseudonymise().Manifest.Bilan.Values.All(balance => balance.Closes) && !report.Blocked;
        }
        catch (ExtractRefusedException)
        {
            return report.Blocked;
        }
    }

    static void Damage(List<byte> bytes, int place, byte octet, int kind)
    {
        if (kind == 0)
            bytes[place] = octet;
        else if (kind == 1)
            bytes.Insert(place, octet);
        else
            bytes.RemoveRange(place, Math.Min(bytes.Count - place, octet));
    }
}
