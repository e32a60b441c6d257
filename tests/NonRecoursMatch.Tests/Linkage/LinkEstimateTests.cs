using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Pairs;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>Pairs drawn from a law that is known: the estimate must find it again.</summary>
public class LinkEstimateTests
{
    const int Matches = 20_000;
    const int Others = 200_000;

    static readonly double[][] s_m =
    [
        [0, 0.78, 0.08, 0.05, 0.05, 0.02, 0.02],
        [0, 0.80, 0.06, 0.05, 0.05, 0.03, 0.01],
        [0, 0.90, 0.03, 0.02, 0.03, 0.01, 0.005, 0.005],
        [0, 0.85, 0.10, 0.05],
        [0, 0.70, 0, 0.30],
        [0, 0.98, 0, 0.02],
    ];

    /// <summary>Two sources whose every pair is drawn.</summary>
    static readonly SourcePair s_all = new(Matches + Others, 25_000, 0.02, 0.05, Prior: 0);

    /// <summary>Two sources of which nearly every pair shares no anchor.</summary>
    static readonly SourcePair s_sources = s_all with { Pairs = 25_000d * 50_000d };

    /// <summary>The class whose names two persons share as often as u says.</summary>
    const int NameClass = 6;

    [Fact]
    public void The_probabilities_of_one_person_are_found_again()
    {
        var model = LinkEstimate.Run(Draw(1), One(s_all));
        for (var field = 0; field < LinkParameters.Fields; field++)
        {
            for (var level = 1; level < s_m[field].Length; level++)
                model.M[field][level].ShouldBe(s_m[field][level], tolerance: 0.01, $"field {field}, level {level}");
        }
    }

    [Fact]
    public void The_share_of_pairs_that_are_one_person_is_found_within_a_tenth()
    {
        var model = LinkEstimate.Run(Draw(2), One(s_sources));
        (model.Sources[(0, 1)].Prior * s_sources.Pairs).ShouldBe(Matches, tolerance: Matches / 10d);
    }

    [Fact]
    public void Each_two_sources_have_their_own_share()
    {
        var counts = Draw(3);
        foreach (var (key, count) in Draw(4, matches: Matches / 4))
            counts[(0, 2, key.Code)] = count;
        var model = LinkEstimate.Run(counts, new Dictionary<(int, int), SourcePair> { [(0, 1)] = s_sources, [(0, 2)] = s_sources });
        (model.Sources[(0, 1)].Prior / model.Sources[(0, 2)].Prior).ShouldBe(4, tolerance: 0.2);
    }

    [Fact]
    public void The_order_in_which_pairs_are_counted_changes_no_bit()
    {
        var counts = Draw(5);
        var entries = counts.ToArray();
        new System.Random(5).Shuffle(entries);
        var shuffled = new SortedDictionary<(int Left, int Right, int Code), long>();
        foreach (var (key, count) in entries)
            shuffled.Add(key, count);
        var (one, other) = (LinkEstimate.Run(counts, One(s_sources)), LinkEstimate.Run(shuffled, One(s_sources)));
        other.M.SelectMany(levels => levels).ShouldBe(one.M.SelectMany(levels => levels));
        other.Sources[(0, 1)].ShouldBe(one.Sources[(0, 1)]);
    }

    [Fact]
    public void Without_any_pair_the_start_remains()
    {
        var model = LinkEstimate.Run([], One(s_sources));
        foreach (var (found, start) in model.M.SelectMany(levels => levels).Zip(LinkParameters.StartOfM().SelectMany(levels => levels)))
            found.ShouldBe(start, tolerance: 1e-9);
    }

    [Fact]
    public void Pairs_of_two_persons_alone_make_no_person()
        => (LinkEstimate.Run(Draw(6, matches: 0), One(s_sources)).Sources[(0, 1)].Prior * s_sources.Pairs).ShouldBeLessThan(Others / 100d);

    [Fact]
    public void Probabilities_add_up_to_one_and_are_never_nought_where_the_start_is_not()
    {
        var model = LinkEstimate.Run(Draw(7), One(s_sources));
        foreach (var (levels, start) in model.M.Zip(LinkParameters.StartOfM()))
        {
            levels.Sum().ShouldBe(1, tolerance: 1e-9);
            levels.Zip(start).ShouldAllBe(level => level.First > 0 == level.Second > 0);
        }
    }

    [Fact]
    public void Probabilities_of_two_persons_add_up_to_one()
    {
        foreach (var levels in LinkParameters.U(s_sources))
            levels.Sum().ShouldBe(1, tolerance: 0.02);
    }

    static Dictionary<(int, int), SourcePair> One(SourcePair sources) => new() { [(0, 1)] = sources };

    static SortedDictionary<(int Left, int Right, int Code), long> Draw(int seed, int matches = Matches)
    {
        var random = new System.Random(seed);
        var counts = new SortedDictionary<(int Left, int Right, int Code), long>();
        var u = LinkParameters.U(s_sources);
        for (var i = 0; i < matches + Others; i++)
        {
            var law = i < matches ? s_m : u;
            var levels = law.Select((shares, field) => field > 2 && random.NextDouble() < 0.1 ? 0 : Level(random, shares)).ToArray();
            var sameName = levels[0] == (int)FamilyNameLevel.Exact && levels[1] == (int)FirstNameLevel.Exact;
            var pair = new Agreement(
                (FamilyNameLevel)levels[0], (FirstNameLevel)levels[1], (BirthLevel)levels[2], (PlaceLevel)levels[3], (PlaceLevel)levels[4], (PlaceLevel)levels[5], sameName ? NameClass : 0);
            counts[(0, 1, pair.Code)] = counts.GetValueOrDefault((0, 1, pair.Code)) + 1;
        }

        return counts;
    }

    static int Level(System.Random random, double[] shares)
    {
        var left = random.NextDouble() * shares.Sum();
        for (var level = 1; level < shares.Length; level++)
        {
            left -= shares[level];
            if (left < 0)
                return level;
        }

        return 1;
    }
}
