namespace NonRecoursMatch.EndToEnd;

/// <summary>The steps of the operator shared among tasks: the same result whatever their number, and no partition taken for what it is not.</summary>
[Collection(SharedTerritory.Name)]
public class PartitionsTests(GeneratedTerritory territory)
{
    static readonly string[] s_shared = ["candidates", "records", "persons", "rights"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Any_number_of_tasks_gives_the_lists_and_report_of_run_byte_for_byte(int count)
    {
        using var month = new SharedMonth(territory);
        month.Ok("oppositions");
        foreach (var step in new[] { "candidates", "resolution", "records", "persons", "rights" })
        {
            if (s_shared.Contains(step))
                Parallel.For(1, count + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number => month.Ok(step, $"{number}/{count}"));
            else
                month.Ok(step);
        }

        month.Ok("lists");
        SameBytes.Expect(Path.Combine(territory.Output, "lists"), month["sortie", "lists"]);
        foreach (var report in new[] { "rapport.json", "rapport.html", "synthese.html" })
            SameBytes.ExpectFile(Path.Combine(territory.Output, report), month["sortie", report]);
        Directory.Exists(month["sortie", "travail"]).ShouldBeFalse();
        NonRecours.Ok("audit", "verify", month["sortie"]);
    }

    [Fact]
    public void A_lost_partition_stops_the_next_step_which_names_it_and_is_made_again_alone()
    {
        using var month = new SharedMonth(territory);
        month.Ok("oppositions");
        month.Refused(66, "resolution", null, "candidates");
        month.Ok("candidates", "1/3");
        month.Ok("candidates", "3/3");
        month.Refused(66, "resolution", null, "2/3", "candidates", "--partition 2/3");
        month.Ok("candidates", "2/3");
        month.Ok("resolution");
        month.Ok("records", "1/2");
        month.Refused(66, "persons", "1/2", "2/2", "records");
        month.Refused(66, "lists", null, "persons");
    }

    [Fact]
    public void An_incomplete_or_altered_partition_is_refused_and_made_again()
    {
        using var month = new SharedMonth(territory);
        month.Ok("oppositions");
        month.Ok("candidates", "1/1");
        month.Ok("resolution");
        month.Ok("records", "1/2");
        month.Ok("records", "2/2");

        // Spilled rows are checked where they are read, a chunk at a time.
        var spool = month.Work("records", "2-2", "fiches.spool");
        Flip(spool, 100);
        var refused = new[] { "1/2", "2/2" }.Select(partition => month.Run("persons", partition)).Where(answer => answer.ExitCode != 0).ShouldHaveSingleItem();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("partition 2/2 of step records");
        refused.Error.ShouldContain("fiches.spool");
        Directory.GetFileSystemEntries(month.Work("persons")).ShouldHaveSingleItem();
        month.Ok("records", "2/2").ShouldContain("faite");
        month.Ok("records", "2/2").ShouldContain("déjà là");
        Directory.Delete(month.Work("persons"), recursive: true);
        month.Ok("persons", "1/2");

        using (var file = File.OpenWrite(spool))
            file.SetLength(file.Length - 1);
        month.Refused(1, "persons", "2/2", "2/2", "records", "fiches.spool");
        File.Delete(spool);
        month.Refused(1, "persons", "2/2", "2/2", "records", "fiches.spool");
        month.Ok("records", "2/2");
        month.Ok("persons", "2/2");

        Directory.Delete(month.Work("records", "1-2"), recursive: true);
        Flip(month.Work("resolution", "1-1", "liens-caf-35.col"), 2_000);
        month.Refused(1, "records", "1/2", "resolution", "liens-caf-35.col");
        File.Delete(month.Work("persons", "1-2", "partition.json"));
        month.Refused(66, "rights", "1/2", "1/2", "persons");
    }

    [Fact]
    public void Partitions_of_another_number_or_of_other_inputs_are_refused()
    {
        using var month = new SharedMonth(territory);
        month.Ok("oppositions");
        month.Ok("candidates", "1/2");
        month.Ok("candidates", "2/2");
        month.Ok("candidates", "1/3");
        month.Refused(78, "resolution", null, "2", "3", "candidates");
        Directory.Delete(month.Work("candidates", "1-3"), recursive: true);
        month.Ok("resolution");
        month.Ok("records", "1/2");
        month.Ok("records", "2/2");
        month.Refused(78, "persons", "1/3", "2", "3", "records");

        month.Without("ccas-plesse");
        month.Refused(78, "records", "1/2", "resolution");
        month.Refused(2, "resolution", "1/2", "--partition");
        month.Refused(2, "records", "3/2", "--partition");
        month.Refused(2, "lists", "1/1", "--partition");
    }

    [Fact]
    public void Two_tasks_that_write_the_same_partition_leave_one_of_the_same_bytes()
    {
        using var month = new SharedMonth(territory);
        month.Ok("oppositions");
        month.Ok("candidates", "1/2");
        var alone = month["seule"];
        TemporaryFolder.Copy(month.Work("candidates", "1-2"), alone);
        Directory.Delete(month.Work("candidates"), recursive: true);

        Parallel.For(0, 3, _ => month.Ok("candidates", "1/2"));
        SameBytes.Expect(alone, month.Work("candidates", "1-2"));
        Directory.GetFileSystemEntries(month.Work("candidates")).ShouldBe([month.Work("candidates", "1-2")]);
    }

    static void Flip(string path, int at)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
