using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Keys;

public sealed class TokeniserTests : IDisposable
{
    readonly CampaignKey _campaign;
    readonly Tokeniser _tokeniser;

    public TokeniserTests()
    {
        using var root = new RootKey(SHA256.HashData("a test key"u8), test: true);
        _campaign = CampaignKey.Derive(root, new CampaignDomain("essai-2026", YearMonth.Of(2026, 10), "243500741"));
        _tokeniser = _campaign.Tokeniser(PseudonymProfile.Ancre);
    }

    public void Dispose()
    {
        _tokeniser.Dispose();
        _campaign.Dispose();
    }

    [Fact]
    public void Many_texts_at_once_give_what_each_gives_alone() => ForAnySeed.Check(100, seed =>
    {
        var random = new System.Random(seed);
        var buffer = new byte[1000];
        random.NextBytes(buffer);
        var places = Enumerable.Range(0, random.Next(41)).Select(_ => random.Next(700)).Select(start => start..(start + random.Next(300))).ToArray();
        var many = new byte[places.Length * HMACSHA256.HashSizeInBytes];
        _tokeniser.ExpandMany(buffer, places, many);

        var alone = new byte[HMACSHA256.HashSizeInBytes];
        for (var i = 0; i < places.Length; i++)
        {
            _tokeniser.Expand(buffer.AsSpan(places[i]), alone);
            many.AsSpan(i * alone.Length, alone.Length).ToArray().ShouldBe(alone);
            Key128.Read(alone).ShouldBe(_tokeniser.Token(buffer.AsSpan(places[i])));
        }
    });

    [Fact]
    public void Nothing_is_allocated()
    {
        var full = new byte[2 * HMACSHA256.HashSizeInBytes];
        Range[] places = [0..40, 40..200];
        var buffer = new byte[200];
        _tokeniser.ExpandMany(buffer, places, full);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            _tokeniser.ExpandMany(buffer, places, full);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Nothing_of_the_key_is_printed() => _tokeniser.ToString().ShouldBe("•••");
}
