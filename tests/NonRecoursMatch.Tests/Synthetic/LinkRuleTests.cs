using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Synthetic.Names;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;
using NonRecoursMatch.Synthetic.Truth;

namespace NonRecoursMatch.Tests.Synthetic;

/// <summary>The stated rule of linkage on small worlds made by hand.</summary>
public class LinkRuleTests
{
    const string Inside = "35236";
    static readonly HashSet<string> _perimeter = [Inside];
    static readonly PlannedSource _caf = new(0, "caf-35", SourceKind.Caf, "caf-35", "", "caf/allocataires@1");
    static readonly PlannedSource _cpam = new(1, "cpam-35", SourceKind.Cpam, "cpam-35", "", "cpam/assures@1");
    static readonly PlannedSource _ccas = new(3, "ccas-redon", SourceKind.Ccas, "ccas-redon", "", "ccas/usagers@1");
    static readonly PlannedSource _landlord = new(2, "bailleur-1", SourceKind.Bailleur, "bailleur-1", "", "bailleur/locataires@1");

    [Fact]
    public void ATenantWithoutNirJoinsTheOnlyPersonWhoBearsTheIdentity()
    {
        var person = Somebody(1, "EXEMPLE");
        var linked = LinkRule.Apply([World(Record(_cpam, person, "a"), Record(_landlord, person, "b"))], _perimeter).ShouldHaveSingleItem();
        linked.Records.Select(held => (held.Record.Source.Id, held.Weak)).ShouldBe([("cpam-35", false), ("bailleur-1", false)]);
    }

    [Fact]
    public void ATenantWhoLivesInAnotherCommuneJoinsWeakly()
    {
        var (person, tenant) = (Somebody(1, "EXEMPLE"), Record(_landlord, Somebody(1, "EXEMPLE"), "b"));
        tenant.Commune = "35001";
        var perimeter = _perimeter.Append("35001").ToHashSet();
        var linked = LinkRule.Apply([World(Record(_cpam, person, "a"), tenant)], perimeter).ShouldHaveSingleItem();
        linked.Records.Select(held => (held.Record.Source.Id, held.Weak)).ShouldBe([("cpam-35", false), ("bailleur-1", true)]);
    }

    [Fact]
    public void AHomonymMakesTheIdentityAmbiguousAndItLinksNothing()
    {
        var (first, second) = (Somebody(1, "EXEMPLE"), Somebody(2, "EXEMPLE"));
        var linked = LinkRule.Apply([World(Record(_cpam, first, "a"), Record(_landlord, first, "b")), World(Record(_cpam, second, "c"))], _perimeter);
        linked.Select(person => person.Records.Count).ShouldBe([1, 1, 1]);
        linked.ShouldAllBe(person => !person.KnownToNoCaisse);
    }

    [Fact]
    public void TenantAndUserOfACcasWhomNoCaisseKnowsAreOnePersonKnownToNoCaisse()
    {
        var person = Somebody(1, "EXEMPLE");
        var linked = LinkRule.Apply([World(Record(_landlord, person, "b"), Record(_ccas, person, "d"))], _perimeter).ShouldHaveSingleItem();
        linked.Records.Count.ShouldBe(2);
        linked.KnownToNoCaisse.ShouldBeTrue();
    }

    [Fact]
    public void ATenantWhomNoCcasHoldsIsNotTheBusinessOfACcas()
        => LinkRule.Apply([World(Record(_landlord, Somebody(1, "EXEMPLE"), "b"))], _perimeter).ShouldHaveSingleItem().KnownToNoCaisse.ShouldBeFalse();

    [Fact]
    public void AUsageNameOfOnesOwnStillLinksAHomonym()
    {
        var (first, second) = (Somebody(1, "EXEMPLE", "MODELE"), Somebody(2, "EXEMPLE"));
        var linked = LinkRule.Apply([World(Record(_cpam, first, "a"), Record(_landlord, first, "b")), World(Record(_caf, second, "c"))], _perimeter);
        linked.Select(person => person.Records.Count).ShouldBe([2, 1]);
    }

    [Fact]
    public void AnOppositionToldToALandlordRemovesThePersonFromTheCaisses()
    {
        var person = Somebody(1, "EXEMPLE");
        var tenant = Record(_landlord, person, "b");
        var world = World(Record(_caf, person, "a"), Record(_cpam, person, "c"), tenant);
        world.Oppositions.Add(new Opposition(_landlord, person, tenant, "toutes", Opposition.Everything, default, "COURRIER"));
        LinkRule.Apply([world], _perimeter).ShouldBeEmpty();
    }

    [Fact]
    public void AScopedOppositionKeepsThePersonAndMarksTheBenefit()
    {
        var person = Somebody(1, "EXEMPLE");
        var world = World(Record(_caf, person, "a"), Record(_cpam, person, "c"));
        world.Oppositions.Add(new Opposition(_cpam, person, null, "C2S", 1, default, "COURRIER"));
        LinkRule.Apply([world], _perimeter).ShouldHaveSingleItem().Mask.ShouldBe(1);
    }

    [Fact]
    public void AMemberOutsideThePerimeterWithholdsTheCompositionOfTheOthers()
    {
        var (head, partner) = (Somebody(1, "EXEMPLE"), Somebody(2, "MODELE"));
        var gone = Record(_caf, partner, "a|2", "a");
        gone.Commune = "44109";
        var linked = LinkRule.Apply([World(Record(_caf, head, "a|1", "a"), gone)], _perimeter).ShouldHaveSingleItem();
        linked.Records[0].CompositionWithheld.ShouldBeTrue();
    }

    static HouseholdCase World(params SourceRecord[] records)
    {
        var household = new Household
        {
            Number = 1,
            Shape = HouseholdShape.Single,
            Home = new Commune(Inside, "Redon", "35", null, 9542, []),
            Farm = false,
            Level = 0.5,
            SocialTenant = false,
            Situation = "CEL",
        };
        household.Members.AddRange(records.Select(record => record.Person).Distinct());
        var world = new HouseholdCase(household);
        world.Records.AddRange(records);
        return world;
    }

    static SourceRecord Record(PlannedSource source, Person person, string reference, string group = "")
        => new() { Source = source, Person = person, Reference = reference, Group = group, Commune = Inside };

    static Person Somebody(long number, string name, string? usage = null) => new()
    {
        Number = number,
        Man = false,
        Place = Place.Head,
        BirthName = name,
        UsageName = usage,
        First = new FirstName("Camille", "CAMILLE"),
        Birth = new DateOnly(1955, 8, 17),
        BirthPlace = "14168",
        Nationality = 'F',
        Age = 71,
        Nir = $"25508141680{number:00}00",
    };
}
