namespace NonRecoursMatch.Cli.Comparing;

/// <summary>Pairs against the truth.</summary>
/// <param name="Links">Pairs that are links.</param>
/// <param name="TrueLinks">Of these, true ones.</param>
/// <param name="Missed">True pairs that are no link.</param>
/// <param name="Review">Pairs left to a human.</param>
/// <param name="TrueReview">Of these, true ones.</param>
/// <param name="PerClass">Links by class.</param>
/// <param name="PerPass">Links by pass.</param>
sealed record Evaluation(
    long Links, long TrueLinks, long Missed, long Review, long TrueReview, SortedDictionary<string, Evaluation.Count> PerClass, SortedDictionary<string, Evaluation.Count> PerPass)
{
    /// <summary>Compares.</summary>
    public static Evaluation Of(string pairs, string truth)
    {
        var expected = PairFile.Read(truth).Select(pair => (pair.Left, pair.Right)).ToHashSet();
        var (links, right, review, rightReview) = (new HashSet<(string, string)>(), 0L, 0L, 0L);
        var (perClass, perPass) = (new SortedDictionary<string, Count>(StringComparer.Ordinal), new SortedDictionary<string, Count>(StringComparer.Ordinal));
        foreach (var pair in PairFile.Read(pairs))
        {
            var isTrue = expected.Contains((pair.Left, pair.Right));
            if (pair.Class == PairFile.Review)
            {
                review++;
                rightReview += isTrue ? 1 : 0;
                continue;
            }

            if (!links.Add((pair.Left, pair.Right)))
                continue;
            right += isTrue ? 1 : 0;
            Add(perClass, pair.Class, isTrue);
            Add(perPass, pair.Pass, isTrue);
        }

        return new Evaluation(links.Count, right, expected.Count - right, review, rightReview, perClass, perPass);
    }

    /// <summary>The document that <c>linkage evaluate</c> prints.</summary>
    public object Document() => new
    {
        links = Links,
        true_links = TrueLinks,
        false_links = Links - TrueLinks,
        missed = Missed,
        precision = Share(TrueLinks, Links),
        recall = Share(TrueLinks, TrueLinks + Missed),
        f1 = Share(2 * TrueLinks, Links + TrueLinks + Missed),
        per_class = PerClass.ToDictionary(pair => pair.Key, pair => pair.Value.Document()),
        per_pass = PerPass.ToDictionary(pair => pair.Key, pair => pair.Value.Document()),
        review = new { pairs = Review, true_pairs = TrueReview },
    };

    static void Add(SortedDictionary<string, Count> counts, string name, bool isTrue)
    {
        var count = counts.GetValueOrDefault(name);
        counts[name] = new Count(count.Links + 1, count.True + (isTrue ? 1 : 0));
    }

    /// <summary>A share to six decimals; 1 of nothing: no link, no false link.</summary>
    static double Share(long part, long whole) => whole == 0 ? 1 : Math.Round(part / (double)whole, 6);

    /// <summary>Links of one class or pass.</summary>
    internal readonly record struct Count(long Links, long True)
    {
        public object Document() => new { links = Links, true_links = True, false_links = Links - True, precision = Share(True, Links) };
    }
}
