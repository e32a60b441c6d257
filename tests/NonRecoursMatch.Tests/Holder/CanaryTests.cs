using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Holder.Identity.Names;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>Invariant I1: identities planted in an extract are nowhere in what leaves the holder's step, in no report and in no message.</summary>
public class CanaryTests
{
    static readonly string[] s_letters = ["QUARTZ", "JYXOB", "WHISKY", "FJORD", "ZÉPHYR", "KŸMRIC", "VEXŒIL", "BUXQA"];

    [Fact]
    public void No_planted_identity_is_in_a_package_report_or_message()
    {
        var persons = from name in Gen.Elements(s_letters)
                      from other in Gen.Elements(s_letters)
                      from given in Gen.Elements(s_letters)
                      from number in Gen.Choose(0, 999_999_999)
                      from year in Gen.Choose(30, 99)
                      from fault in Gen.Choose(0, 9)
                      select new Canary(name + other, given, number, year, fault);
        Prop.ForAll(persons.NonEmptyListOf().ToArbitrary(), list => Leaks([.. list.Take(8)]).Count == 0).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    static List<string> Leaks(IReadOnlyList<Canary> canaries)
    {
        using var caf = new HolderFixture().Tolerant();
        for (var i = 0; i < canaries.Count; i++)
            caf.Row("personnes", [.. canaries[i].Cells(i)]);
        caf.Write();
        var outputs = new List<byte[]>();
        try
        {
            Report(caf.Pseudonymise().Report, outputs);
            outputs.AddRange(Directory.GetFiles(caf.Out(), "*", SearchOption.AllDirectories).Select(File.ReadAllBytes));
            outputs.AddRange(Directory.GetFiles(caf.HolderFolder(), "*", SearchOption.AllDirectories).Select(File.ReadAllBytes));
        }
        catch (ExtractRefusedException refusal)
        {
            outputs.Add(Encoding.UTF8.GetBytes(refusal.ToString()));
            Report(refusal.Report, outputs);
        }

        Report(caf.Validate(), outputs);
        return [.. canaries.SelectMany(canary => canary.Secrets).Where(secret => outputs.Any(bytes => Contains(bytes, secret)))];
    }

    static void Report(ValidationReport report, List<byte[]> outputs)
    {
        var culture = CultureInfo.GetCultureInfo("fr");
        outputs.Add(Encoding.UTF8.GetBytes(TextReport.Render(report, culture) + report + HtmlReport.Render(report, culture)));
        outputs.Add(JsonReport.Render(report, culture));
        outputs.Add(Certificate.Of(report).Render());
    }

    static bool Contains(byte[] bytes, string secret)
        => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(secret)) >= 0;

    /// <summary>An invented person with one of several faults: none, wrong key, impossible date, NIR in a name, too many fields, unknown code, another sex or birth place than the NIR says, a sentence, a word of health.</summary>
    sealed record Canary(string Name, string Given, int Number, int Year, int Fault)
    {
        string Thirteen => $"1{Year:00}07{Number:00000000}"[..13];

        string Nir => Thirteen + (Fault == 1 ? "98" : $"{NonRecoursMatch.Holder.Identity.Nir.Key(Encoding.ASCII.GetBytes(Thirteen)):00}");

        string Birth => Fault == 2 ? $"31/02/19{Year:00}" : $"17/07/19{Year:00}";

        public IEnumerable<string> Secrets => [Name, NameOf(Name), Given, Thirteen, Birth, $"19{Year:00}0717"];

        public (string, string)[] Cells(int row) =>
        [
            ("matricule", $"{row:0000000}"), ("nir", Nir), ("nom_naissance", Name), ("nom_usage", Fault == 3 ? Nir : Fault == 4 ? Name + ";" + Given : ""),
            ("prenom1", Fault == 9 ? Given + " diabète" : Given), ("date_naissance", Birth), ("role", Fault == 5 ? Name : Fault == 8 ? $"{Given} ne vit plus chez {Name}" : "DEM"),
            ("sexe", Fault == 6 ? "F" : "M"), ("commune_naissance", Fault == 7 ? "98735" : ""),
        ];

        static string NameOf(string name)
        {
            var forms = new SurnameForms();
            forms.Read(Encoding.UTF8.GetBytes(name), default);
            return Encoding.UTF8.GetString(forms.Full(0));
        }
    }
}
