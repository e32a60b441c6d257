using System.Text.Json.Nodes;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The samples for clusters: a real Slurm runs one, the schema of Kubernetes judges the other, shellcheck both.</summary>
[Collection(SharedTerritory.Name)]
public class ClusterSamplesTests(GeneratedTerritory territory)
{
    [OutsideJudge("slurmctld", reader: "munged")]
    public void A_Slurm_on_loopback_makes_the_lists_of_a_single_run_byte_for_byte()
    {
        var path = $"PATH={AppContext.BaseDirectory}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        OutsideJudge.Ask("env", [path, "bash", Repository.Path("samples", "slurm", "loopback.sh"), territory.Folder, GeneratedTerritory.Month, "3"], [])
            .ShouldContain("the same, byte for byte, in 3 partitions and in a single run");
    }

    [OutsideJudge("shellcheck")]
    public void Shellcheck_has_nothing_to_say_of_the_scripts()
    {
        var scripts = Directory.GetFiles(Repository.Path("samples"), "*.sh", SearchOption.AllDirectories);
        scripts.Length.ShouldBeGreaterThan(3);
        OutsideJudge.Ask("shellcheck", scripts, []).ShouldBeEmpty();
    }

    [OutsideJudge("node", "kubernetes-models")]
    public void The_schema_of_Kubernetes_knows_every_field_of_the_jobs_and_refuses_a_broken_one()
    {
        foreach (var name in new[] { "holders.yaml", "step.yaml" })
        {
            var job = Judge(Repository.Path("samples", "kubernetes", name));
            (job["kind"]!.GetValue<string>(), job["mode"]!.GetValue<string>()).ShouldBe(("batch/v1/Job", "Indexed"));
            job["faults"]!.AsArray().ShouldBeEmpty(name);
            job["unread"]!.AsArray().ShouldBeEmpty(name);
        }

        using var folder = new TemporaryFolder();
        var broken = File.ReadAllText(Repository.Path("samples", "kubernetes", "step.yaml"));
        File.WriteAllText(folder["casse.yaml"], broken.Replace("completions: 8", "completions: huit", StringComparison.Ordinal).Replace("parallelism", "parallelisme", StringComparison.Ordinal));
        var refused = Judge(folder["casse.yaml"]);
        refused["faults"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("completions");
        refused["unread"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("/spec/parallelisme");
    }

    static JsonNode Judge(string manifest) => JsonNode.Parse(OutsideJudge.Ask("node", [OutsideJudge.Script("kubernetes.mjs"), manifest], []))!;
}
