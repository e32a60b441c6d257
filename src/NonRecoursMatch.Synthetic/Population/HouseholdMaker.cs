using NonRecoursMatch.Synthetic.Names;
using NonRecoursMatch.Synthetic.Places;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>Draws households one after the other: shape, home, members with their identities.</summary>
internal sealed class HouseholdMaker(TerritoryMap map, IdentityMaker identities, NameTables names)
{
    /// <summary>Largest household that is drawn.</summary>
    public const int MostMembers = 8;

    const double UsageNameOfWives = 0.5;
    readonly HomonymSlots _homonyms = new();
    long _persons;

    /// <summary>Whether a later household may share this head's name and birth date.</summary>
    public bool IsLender(Household household) => _homonyms.IsWaiting(household.Head);

    /// <summary>Number of persons drawn so far.</summary>
    public long Persons => _persons;

    /// <summary>Draws a household.</summary>
    /// <param name="alone">Only a person living alone fits in what remains to be drawn.</param>
    public Household Make(Xoshiro random, long number, bool alone)
    {
        var shape = alone ? random.Pick(HouseholdShape.Single, HouseholdShape.PensionerSingle) : ShapeTable.Draw(random);
        var level = random.Unit();
        var household = new Household
        {
            Number = number,
            Shape = shape,
            Home = shape == HouseholdShape.Domiciled ? map.Largest : map.Home(random),
            Farm = random.Chance(ShapeTable.FarmShare(shape, map.RuralShare)),
            Level = level,
            SocialTenant = random.Chance(ShapeTable.SocialTenants(shape, level)),
            Situation = DrawSituation(random, shape),
        };
        AddAdults(random, household);
        if (shape is HouseholdShape.CoupleWithChildren or HouseholdShape.SingleParent)
            AddChildren(random, household);
        ActivityTable.Assign(random, household);
        return household;
    }

    void AddAdults(Xoshiro random, Household household)
    {
        var age = DrawAge(random, household.Shape);
        var man = household.Shape switch
        {
            HouseholdShape.SingleParent => random.Chance(0.17),
            HouseholdShape.PensionerSingle => random.Chance(0.28),
            HouseholdShape.Domiciled or HouseholdShape.UnknownToCaisses => random.Chance(0.7),
            _ => random.Chance(0.5),
        };
        var lender = _homonyms.Take(household.Shape, man);
        var departement = household.Home.Departement;
        var usage = !man && household.Situation is ("VEU" or "DIV" or "SEF") && random.Chance(UsageNameOfWives) ? names.Surname(random) : null;
        var head = lender is null
            ? identities.Make(random, ++_persons, Place.Head, man, age, departement, null, usage)
            : identities.Make(random, ++_persons, Place.Head, man, lender.Age, departement, lender.BirthName, usage, lender.Birth, lender.First);
        head.HomonymOf = lender?.Number ?? 0;
        household.Members.Add(head);
        _homonyms.Offer(random, household.Shape, head);
        if (IsCouple(household.Shape))
            household.Members.Add(MakePartner(random, household, head));
    }

    Person MakePartner(Xoshiro random, Household household, Person head)
    {
        var man = random.Chance(0.02) ? head.Man : !head.Man;
        var age = household.Shape switch
        {
            HouseholdShape.MixedCouple => random.Between(50, 61),
            HouseholdShape.PensionerCouple => Math.Clamp(head.Age + random.Between(-7, 7), 62, 97),
            _ => Math.Clamp(head.Age + random.Between(-6, 6), 20, 61),
        };
        var married = household.Situation == "MAR";
        var takesName = random.Chance(UsageNameOfWives);
        var usage = married && !man && takesName ? head.BirthName : null;
        var partner = identities.Make(random, ++_persons, Place.Partner, man, age, household.Home.Departement, null, usage);
        if (married && man && !head.Man && takesName)
            identities.GiveUsageName(head, partner.BirthName);
        return partner;
    }

    void AddChildren(Xoshiro random, Household household)
    {
        var parents = household.Members.Where(member => member.Place is Place.Head or Place.Partner).ToList();
        var mother = parents.Find(parent => !parent.Man) ?? parents[0];
        var surname = (parents.Find(parent => parent.Man) ?? parents[0]).BirthName;
        var count = household.Shape == HouseholdShape.SingleParent
            ? 1 + random.PickWeighted([58, 30, 9, 3])
            : 1 + random.PickWeighted([36, 43, 15, 4, 1.5, 0.5]);
        var oldest = Math.Clamp(mother.Age - random.Between(19, 36), 0, 24);
        for (var age = oldest; count > 0 && age >= 0 && household.Members.Count < MostMembers; count--)
        {
            AddChild(random, household, age, surname, null);
            if (count > 1 && household.Members.Count < MostMembers && random.Chance(0.016))
            {
                AddChild(random, household, age, surname, household.Members[^1].Birth);
                count--;
            }

            age -= random.Between(1, 5);
        }
    }

    void AddChild(Xoshiro random, Household household, int age, string surname, DateOnly? twinBirth)
    {
        var place = age >= 20 && random.Chance(0.7) ? Place.OtherAdult : Place.Child;
        household.Members.Add(identities.Make(random, ++_persons, place, random.Chance(0.51), age, household.Home.Departement, surname, birth: twinBirth));
    }

    static bool IsCouple(HouseholdShape shape)
        => shape is HouseholdShape.Couple or HouseholdShape.CoupleWithChildren or HouseholdShape.PensionerCouple or HouseholdShape.MixedCouple;

    static string DrawSituation(Xoshiro random, HouseholdShape shape) => shape switch
    {
        HouseholdShape.PensionerCouple => random.Chance(0.93) ? "MAR" : "VIM",
        HouseholdShape.MixedCouple => random.Chance(0.8) ? "MAR" : "VIM",
        HouseholdShape.Couple or HouseholdShape.CoupleWithChildren => random.PickWeighted([55, 20, 25]) switch { 0 => "MAR", 1 => "PAC", _ => "VIM" },
        HouseholdShape.PensionerSingle => random.PickWeighted([55, 22, 20, 3]) switch { 0 => "VEU", 1 => "DIV", 2 => "CEL", _ => "SEF" },
        HouseholdShape.SingleParent => random.PickWeighted([25, 45, 20, 8, 2]) switch { 0 => "CEL", 1 => "DIV", 2 => "SEF", 3 => "VEU", _ => "ISO" },
        HouseholdShape.Single => random.PickWeighted([70, 22, 4, 3, 1]) switch { 0 => "CEL", 1 => "DIV", 2 => "SEF", 3 => "ISO", _ => "VEU" },
        _ => "CEL",
    };

    static int DrawAge(Xoshiro random, HouseholdShape shape) => shape switch
    {
        HouseholdShape.Student => random.Between(18, 26),
        HouseholdShape.PensionerSingle => 62 + Math.Min(random.Between(0, 33), random.Between(4, 38)),
        HouseholdShape.PensionerCouple => 62 + Math.Min(random.Between(0, 28), random.Between(0, 33)),
        HouseholdShape.MixedCouple => random.Between(62, 70),
        HouseholdShape.CoupleWithChildren => random.Between(24, 56),
        HouseholdShape.SingleParent => random.Between(21, 55),
        HouseholdShape.Domiciled => random.Between(19, 60),
        HouseholdShape.UnknownToCaisses => random.Between(19, 75),
        _ => random.Between(21, 61),
    };
}
