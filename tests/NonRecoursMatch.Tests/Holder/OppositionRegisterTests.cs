using System.Globalization;
using System.Text;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Holder;

public sealed class OppositionRegisterTests : IDisposable
{
    const string ValidNir = "255081416802538";
    const int Months = 24;

    static readonly DateOnly s_today = new(2026, 11, 24);

    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    [Fact]
    public void What_is_registered_is_applied_and_counted_once_with_the_file_of_the_month()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Row("personnes", ("matricule", "0000002"), ("prenom1", "AUTRE")).Oppositions("0012345|1;;;;;;toutes;01/09/2026;COURRIER").Write();
        Register(Named() with { Reference = "0012345|1" });
        _caf.Registered = Opened().InForce(Months, s_today);
        var result = _caf.Pseudonymise();
        _caf.Persons().Keys.ShouldBe([_caf.Handle("0000002|1")]);
        result.Manifest.Oppositions.ShouldBe(1);
    }

    [Fact]
    public void A_person_whose_row_has_left_the_extract_is_still_opposed_everywhere()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Write();
        Register(ByReference("0012345|1"));
        using var later = new HolderFixture();
        later.Row("personnes", ("matricule", "0000002"), ("prenom1", "AUTRE")).Write();
        later.Registered = Opened().InForce(Months, s_today);
        later.Pseudonymise().Manifest.Oppositions.ShouldBe(1);
        later.Read(PackageTables.OppositionsFile).Select(row => row["genre"]).ShouldBe(["identite", "nir"]);
        later.Persons().Count.ShouldBe(1);
    }

    [Fact]
    public void An_opposition_counts_until_its_last_day_whatever_the_months_of_the_agreement() => ForAnySeed.Check(50, seed =>
    {
        var random = new System.Random(seed);
        var (received, months) = (new DateOnly(2026, 1, 1).AddDays(random.Next(300)), random.Next(12, 25));
        var opposition = Named() with { RecueLe = received.ToString(RegisteredOpposition.Day, CultureInfo.InvariantCulture) };
        opposition.EndOf(months).ShouldBe(received.AddMonths(months));
        using var folder = new TemporaryFolder();
        using var secret = _caf.Secret();
        var path = folder["registre.bin"];
        OppositionRegister.Change(path, secret, "caf", received, register => register.Add([opposition]).Added == 1);
        var day = received.AddDays(random.Next(800));
        var register = OppositionRegister.Open(path, secret, "caf", day);
        register.InForce(months, day).Count.ShouldBe(day < received.AddMonths(months) ? 1 : 0);
        register.Expire(months, day).ShouldBe(day < received.AddMonths(months) ? 0 : 1);
    });

    [Fact]
    public void The_same_opposition_again_changes_nothing_and_a_later_one_renews()
    {
        Register(Named()).ShouldBe(new RegistrationCounts(1, 0, 0));
        var before = File.ReadAllBytes(_caf.Register);
        Register(Named()).ShouldBe(new RegistrationCounts(0, 0, 1));
        File.ReadAllBytes(_caf.Register).ShouldBe(before);
        Register(Named() with { RecueLe = "2026-10-01" }).ShouldBe(new RegistrationCounts(0, 1, 0));
        Register(Named() with { Portee = "C2S" }).ShouldBe(new RegistrationCounts(1, 0, 0));
        Opened().Entries.Select(entry => (entry.Portee, entry.RecueLe)).ShouldBe([("toutes", "2026-10-01"), ("C2S", "2026-09-01")]);
    }

    [Fact]
    public void A_person_takes_an_opposition_back_by_reference_or_by_identity()
    {
        Register(Named() with { Reference = "0012345|1" });
        Change(register => register.Withdraw([RegisteredOpposition.ByReference("0099999|1", "toutes", s_today)]) > 0).Entries.Count.ShouldBe(1);
        Change(register => register.Withdraw([RegisteredOpposition.ByReference("0012345|1", "toutes", s_today)]) > 0).Entries.ShouldBeEmpty();
        Opened().Withdrawn.ShouldBe(1);
    }

    [Fact]
    public void The_next_tenant_of_a_reference_is_another_person()
    {
        Register(Named() with { Reference = "L1|1" });
        Register(Named() with { Reference = "L1|1", NomNaissance = "SUIVANT" }).ShouldBe(new RegistrationCounts(1, 0, 0));
    }

    [Fact]
    public void No_identity_reference_or_day_is_in_the_bytes_of_a_register_nor_in_what_is_said_of_it()
    {
        Register(Named() with { Reference = "0012345|1" });
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(_caf.Register));
        foreach (var canary in new[] { "EXEMPLE", "CAMILLE", ValidNir, "0012345", "09/08/1955", "2026-09-01", "toutes" })
            text.ShouldNotContain(canary, Case.Insensitive);
        Opened().ToString().ShouldBe("•••");
        Opened().Entries[0].ToString().ShouldBe("•••");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_caf.Register).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Every_change_of_one_byte_is_refused_and_nothing_is_lost()
    {
        Register(Named());
        var bytes = File.ReadAllBytes(_caf.Register);
        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = (byte[])bytes.Clone();
            altered[i] ^= 1;
            Broken(altered);
        }

        Broken(bytes[..^1]);
        Broken([.. bytes, 0]);
        Broken([]);

        void Broken(byte[] content)
        {
            File.WriteAllBytes(_caf.Register, content);
            var refused = Should.Throw<Exception>(() => Register(Named() with { Portee = "C2S" }));
            (refused is RegisterException { Refusal: RegisterRefusal.Altered } or KeyRefusedException { Reason: KeyRefusal.WrongKey }).ShouldBeTrue(refused.ToString());
            refused.Message.ShouldContain(_caf.Register);
            File.ReadAllBytes(_caf.Register).ShouldBe(content);
            Directory.GetFiles(Path.GetDirectoryName(_caf.Register)!).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void A_wrong_secret_opens_nothing_and_writes_nothing()
    {
        Register(Named());
        var bytes = File.ReadAllBytes(_caf.Register);
        using var other = _caf.Secret("autre");
        Should.Throw<KeyRefusedException>(() => OppositionRegister.Change(_caf.Register, other, _caf.Source.Id, s_today, _ => true)).Reason.ShouldBe(KeyRefusal.WrongKey);
        using var own = _caf.Secret();
        Should.Throw<KeyRefusedException>(() => OppositionRegister.Open(_caf.Register, own, "caf-autre", s_today)).Reason.ShouldBe(KeyRefusal.WrongKey);
        File.ReadAllBytes(_caf.Register).ShouldBe(bytes);
    }

    [Fact]
    public void A_clock_behind_the_last_entry_is_refused()
    {
        Register(Named());
        using var secret = _caf.Secret();
        Should.Throw<RegisterException>(() => OppositionRegister.Open(_caf.Register, secret, _caf.Source.Id, s_today.AddDays(-1))).Refusal.ShouldBe(RegisterRefusal.ClockSetBack);
        OppositionRegister.Open(_caf.Register, secret, _caf.Source.Id, s_today.AddDays(1)).Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void A_file_of_oppositions_becomes_entries_that_name_the_person()
    {
        _caf.Row("personnes", ("nir", ValidNir), ("nom_usage", "MODELE")).Oppositions("0012345|1;;;;;;C2S;01/09/2026;COURRIER", $";{ValidNir};;;;;toutes;02/09/2026;").Write();
        var entries = Forms().Name(Forms().Read(_caf.PathOf("oppositions")));
        (entries[0] == new RegisteredOpposition("0012345|1", ValidNir, "EXEMPLE", "MODELE", "CAMILLE", "09/08/1955", "C2S", "2026-09-01", "COURRIER")).ShouldBeTrue();
        (entries[1] == new RegisteredOpposition("", ValidNir, "", "", "", "", "toutes", "2026-09-02", "")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(";;EXEMPLE;;;;toutes;01/09/2026;COURRIER", "lot.opposition.inapplicable")]
    [InlineData("0012345|1;;;;;;tout;01/09/2026;COURRIER", "lot.opposition.illisible")]
    [InlineData("0012345|1;;;;;;toutes;25/11/2026;COURRIER", "lot.opposition.illisible")]
    public void A_row_that_names_nobody_or_says_a_day_to_come_is_refused(string row, string code)
    {
        _caf.Row("personnes").Oppositions(row).Write();
        Should.Throw<ExtractRefusedException>(() => Forms().Read(_caf.PathOf("oppositions"))).Report.Groups.ShouldContain(group => group.Code.Code == code);
    }

    [Fact]
    public void A_reference_of_nobody_in_the_extract_is_refused_without_being_repeated()
    {
        _caf.Row("personnes").Write();
        var refused = Should.Throw<RegisterException>(() => Forms().Name([RegisteredOpposition.ByReference("0099999|1", "toutes", s_today)]));
        refused.Refusal.ShouldBe(RegisterRefusal.NamesNobody);
        refused.Message.ShouldNotContain("0099999");
    }

    static RegisteredOpposition Named() => new("", ValidNir, "EXEMPLE", "", "CAMILLE", "09/08/1955", "toutes", "2026-09-01", "COURRIER");

    RegisteredOpposition ByReference(string reference) => Forms().Name([RegisteredOpposition.ByReference(reference, "toutes", s_today)])[0];

    OppositionForms Forms() => new(_caf.Agreement, _caf.Source, HolderFixture.Library, s_today);

    RegistrationCounts Register(RegisteredOpposition opposition)
    {
        RegistrationCounts? counts = null;
        Change(register => (counts = register.Add([opposition])) is not { Added: 0, Renewed: 0 });
        return counts!;
    }

    OppositionRegister Change(Func<OppositionRegister, bool> change)
    {
        using var secret = _caf.Secret();
        return OppositionRegister.Change(_caf.Register, secret, _caf.Source.Id, s_today, change);
    }

    OppositionRegister Opened()
    {
        using var secret = _caf.Secret();
        return OppositionRegister.Open(_caf.Register, secret, _caf.Source.Id, s_today);
    }
}
