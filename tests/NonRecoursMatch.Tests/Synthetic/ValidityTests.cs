using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Synthetic;

namespace NonRecoursMatch.Tests.Synthetic;

/// <summary>Noise is plausible, never format-invalid: a generated extract always validates, without even a warning unless the noise makes ages odd.</summary>
public class ValidityTests
{
    [Theory]
    [InlineData(Generated.Redon, 0)]
    [InlineData(Generated.Redon, 1)]
    [InlineData(Generated.Redon, 10)]
    [InlineData("2B033", 5)]
    [InlineData("97414", 5)]
    [InlineData("75056", 5)]
    public void EveryExtractPassesTheValidator(string territory, double noise)
    {
        using var made = new Generated(3000, 21, noise, territory);
        var agreement = AgreementLoader.Load(Path.Combine(made.Path, "convention.yaml"), Generated.Library);
        foreach (var source in agreement.Sources)
        {
            var files = Directory.EnumerateFiles(source.Folder, "*.csv").Order(StringComparer.Ordinal).ToList();
            var report = new ExtractValidator(agreement, Generated.Library).Validate(source, files, GenerationOptions.DefaultMonth, null, CancellationToken.None);
            report.Groups.Where(group => noise <= 5 || group.Code.Severity != Severity.Alerte).Select(group => $"{source.Id} {group.Code.Code} {group.Table} {group.Column} {group.Count}").ShouldBeEmpty();
            report.Rows.ShouldBe(made.Result.Rows.Where(table => table.Key.StartsWith(source.Id + "/", StringComparison.Ordinal)).Sum(table => table.Value));
        }
    }
}
