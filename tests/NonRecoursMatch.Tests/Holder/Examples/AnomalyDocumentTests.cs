namespace NonRecoursMatch.Tests.Holder.Examples;

public class AnomalyDocumentTests
{
    [Fact]
    public void The_published_list_of_anomalies_is_that_of_the_catalogue()
    {
        var path = Repository.Path("docs", "anomalies.md");
        if (Environment.GetEnvironmentVariable("NONRECOURS_UPDATE") == "1")
            File.WriteAllText(path, AnomalyDocument.Text());
        File.ReadAllText(path).ShouldBe(AnomalyDocument.Text(), "run the tests with NONRECOURS_UPDATE=1 to write the document again");
    }
}
