using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Reopening;
using NonRecoursMatch.Tests.Holder;

namespace NonRecoursMatch.Tests.Recipient;

public sealed class ReopenedListTests : IDisposable
{
    readonly HolderFixture _caf = new();
    readonly string _table;

    public ReopenedListTests()
    {
        // Enough rows for several chunks.
        for (var i = 0; i < 6000; i++)
            _caf.Row("personnes", ("matricule", $"{i:0000000}"));
        _caf.Write();
        _table = _caf.Pseudonymise().HandleTable;
    }

    public void Dispose() => _caf.Dispose();

    [Fact]
    public void Handles_of_a_list_lead_back_to_the_references_of_the_body()
    {
        using var secret = _caf.Secret();
        var stranger = new Key128(1, 2);
        var list = ReopenedList.Open([_caf.Handle("0000007|1"), _caf.Handle("0005999|1"), stranger], [(_table, secret, _caf.Source.Id)], HolderFixture.Month);
        list.ReferenceOf(_caf.Handle("0000007|1")).ShouldBe("0000007|1");
        list.ReferenceOf(_caf.Handle("0005999|1")).ShouldBe("0005999|1");
        list.Count.ShouldBe(2);
        list.Unknown.ShouldBe([stranger]);
        list.ToString().ShouldBe("•••");
    }

    [Fact]
    public void Every_person_of_the_package_is_in_the_table()
    {
        using var secret = _caf.Secret();
        HandleTable.Read(_table, secret, _caf.Source.Id, HolderFixture.Month).Select(entry => entry.Handle).ShouldBe(_caf.Persons().Keys, ignoreOrder: true);
    }

    [Fact]
    public void Another_secret_source_or_month_opens_nothing()
    {
        using var secret = _caf.Secret();
        using var other = _caf.Secret("autre");
        Refused(() => HandleTable.Read(_table, other, _caf.Source.Id, HolderFixture.Month));
        Refused(() => HandleTable.Read(_table, secret, "caf-autre", HolderFixture.Month));
        Refused(() => HandleTable.Read(_table, secret, _caf.Source.Id, HolderFixture.Month.AddMonths(1)));
    }

    [Fact]
    public void An_altered_cut_or_extended_table_is_seen()
    {
        var bytes = File.ReadAllBytes(_table);
        using var secret = _caf.Secret();
        for (var i = 0; i < bytes.Length; i += 1999)
        {
            var altered = (byte[])bytes.Clone();
            altered[i] ^= 1;
            Broken(altered);
        }

        Broken(bytes[..^1]);
        Broken([.. bytes, 0]);

        void Broken(byte[] content)
        {
            File.WriteAllBytes(_table, content);
            Should.Throw<Exception>(() => HandleTable.Read(_table, secret, _caf.Source.Id, HolderFixture.Month).Count()).GetType()
                .ShouldBeOneOf(typeof(KeyRefusedException), typeof(InvalidDataException));
        }
    }

    [Fact]
    public void The_table_is_readable_by_its_owner_only()
    {
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_table).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    static void Refused(Func<IEnumerable<(Key128, string)>> read) => Should.Throw<KeyRefusedException>(() => read().Count()).Reason.ShouldBe(KeyRefusal.WrongKey);
}
