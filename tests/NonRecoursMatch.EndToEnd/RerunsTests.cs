namespace NonRecoursMatch.EndToEnd;

/// <summary>Reruns: another place, another machine's language, time zone and calendar, and over an earlier result.</summary>
[Collection(SharedTerritory.Name)]
public class RerunsTests(GeneratedTerritory territory)
{
    [Theory]
    [InlineData("tr_TR.UTF-8", "Asia/Tokyo")]
    [InlineData("fr_FR.UTF-8", "America/Los_Angeles")]
    [InlineData("ar_SA.UTF-8", "Pacific/Kiritimati")]
    public void Another_folder_locale_and_time_zone_give_the_same_bytes(string locale, string zone)
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["LANG"] = locale, ["LC_ALL"] = locale, ["TZ"] = zone, ["DOTNET_CLI_UI_LANGUAGE"] = "tr" };
        var answer = NonRecours.Run(["run", territory.Folder, "--month", GeneratedTerritory.Month, "--out", folder["sortie"]], environment, folder.Path);
        answer.ExitCode.ShouldBe(0, answer.Error);
        foreach (var part in new[] { "packages", "lists" })
            SameBytes.Expect(Path.Combine(territory.Output, part), folder["sortie", part]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.json"), folder["sortie", "rapport.json"]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.html"), folder["sortie", "rapport.html"]);
    }

    [Fact]
    public void A_second_run_over_a_result_of_the_same_inputs_writes_nothing_and_says_so()
    {
        using var folder = new TemporaryFolder();
        TemporaryFolder.Copy(territory.Output, folder["sortie"]);
        Directory.CreateDirectory(folder["sortie-r2.partial"]);
        var answer = NonRecours.Ok("run", territory.Folder, "--month", GeneratedTerritory.Month, "--out", folder["sortie"]);
        answer.Error.ShouldContain("rien n'a changé depuis r1");
        answer.Output.ShouldBe(territory.Run.Output.Replace(territory.Output, folder["sortie"], StringComparison.Ordinal));
        SameBytes.Expect(territory.Output, folder["sortie"]);
        Directory.GetFileSystemEntries(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_same_seed_generates_the_same_territory_in_any_locale()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Pacific/Kiritimati" };
        var answer = NonRecours.Run(["generate", "243500741", "--persons", "1500", "--seed", "11", "--out", folder["territoire"]], environment);
        answer.ExitCode.ShouldBe(0, answer.Error);
        SameBytes.Expect(territory.Folder, folder["territoire"]);
    }
}
