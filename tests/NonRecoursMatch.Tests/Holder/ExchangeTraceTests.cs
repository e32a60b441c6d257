using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>What a body can answer to a person: who left, when, with which columns; and nothing that anybody else could read.</summary>
public sealed class ExchangeTraceTests : IDisposable
{
    const string ValidNir = "255081416802538";

    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    string Trace => Path.Combine(_caf.HolderFolder(), TraceFile.SentName);

    [Fact]
    public void Who_left_is_traced_with_the_columns_and_who_did_not_leave_is_not()
    {
        _caf.Row("personnes").Row("personnes", ("matricule", "0000002"), ("prenom1", "AUTRE")).Oppositions("0012345|1;;;;;;toutes;01/09/2026;COURRIER").Write();
        _caf.Pseudonymise();
        using var secret = _caf.Secret();
        Found(secret, "0000002|1").Count.ShouldBe(1);
        Found(secret, "0012345|1").ShouldBeEmpty();
        var header = TraceFile.Find(Trace, secret, _caf.Source.Id, _ => new HashSet<Key128>()).Header;
        (header.Sens, header.Convention, header.Mois).ShouldBe((TraceHeader.Sent, _caf.Agreement.Id, "2026-10"));
        header.Colonnes["personnes"].ShouldBe(["jeton_nir", "jeton", "ancre", "traits", "naissance_mois", .. _caf.Plans[0].Shipped.Select(field => field.Name)]);
    }

    [Fact]
    public void A_trace_of_many_persons_is_read_whole()
    {
        for (var i = 0; i < 6000; i++)
            _caf.Row("personnes", ("matricule", $"{i:0000000}"), ("prenom1", "AUTRE" + (char)('A' + (i % 26)) + (char)('A' + (i / 26 % 26)) + (char)('A' + (i / 676))));
        _caf.Write();
        _caf.Pseudonymise();
        using var secret = _caf.Secret();
        foreach (var one in new[] { "0000000|1", "0003000|1", "0005999|1" })
            Found(secret, one).Count.ShouldBe(1, one);
    }

    [Fact]
    public void The_bytes_hold_no_identity_reference_or_handle_and_every_change_of_one_is_refused()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Write();
        _caf.Pseudonymise();
        var bytes = File.ReadAllBytes(Trace);
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var canary in new[] { "EXEMPLE", "CAMILLE", ValidNir, "0012345", "personnes", "2026-10" })
            text.ShouldNotContain(canary);
        Span<byte> handle = stackalloc byte[Key128.Size];
        _caf.Handle("0012345|1").Write(handle);
        bytes.AsSpan().IndexOf(handle).ShouldBe(-1);
        using var secret = _caf.Secret();
        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = (byte[])bytes.Clone();
            altered[i] ^= 1;
            Refused(altered);
        }

        Refused(bytes[..^1]);
        Refused([.. bytes, 0]);

        void Refused(byte[] content)
        {
            File.WriteAllBytes(Trace, content);
            var refused = Should.Throw<Exception>(() => Found(secret, "0012345|1"));
            (refused is RegisterException { Refusal: RegisterRefusal.Altered } or KeyRefusedException { Reason: KeyRefusal.WrongKey }).ShouldBeTrue(refused.ToString());
        }
    }

    [Fact]
    public void Another_secret_or_source_does_not_open_it()
    {
        _caf.Row("personnes").Write();
        _caf.Pseudonymise();
        using var own = _caf.Secret();
        using var other = _caf.Secret("autre");
        TraceFile.IsOf(Trace, own, _caf.Source.Id).ShouldBeTrue();
        TraceFile.IsOf(Trace, other, _caf.Source.Id).ShouldBeFalse();
        TraceFile.IsOf(Trace, own, "caf-autre").ShouldBeFalse();
        Should.Throw<KeyRefusedException>(() => Found(other, "0012345|1")).Reason.ShouldBe(KeyRefusal.WrongKey);
    }

    [Fact]
    public void A_person_is_found_in_the_extract_by_number_or_by_name_whatever_case_and_accents()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Row("personnes", ("matricule", "0000002"), ("prenom1", "AUTRE")).Write();
        var forms = new OppositionForms(_caf.Agreement, _caf.Source, HolderFixture.Library, new DateOnly(2026, 11, 24));
        forms.ReferencesOf(Asked("", ValidNir, "")).ShouldBe(["0012345|1"]);
        forms.ReferencesOf(Asked("", "", "exemplé")).ShouldBe(["0012345|1"]);
        forms.ReferencesOf(Asked("0099999|1", "", "")).ShouldBe(["0099999|1"]);
        forms.ReferencesOf(Asked("", "186022A21532523", "EXEMPLE")).ShouldBeEmpty("another number is another person");
    }

    static RegisteredOpposition Asked(string reference, string nir, string name)
        => new(reference, nir, name, "", name.Length > 0 ? "Camille" : "", name.Length > 0 ? "09/08/1955" : "", "toutes", "2026-11-24", "");

    IReadOnlyList<string> Found(HolderSecret secret, string reference)
        => TraceFile.Find(Trace, secret, _caf.Source.Id, _ => new HashSet<Key128> { _caf.Handle(reference) }).Found;
}
