using System.Globalization;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Tests.Conventions;
using NonRecoursMatch.Tests.Formats.Probes;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>The workbook of one body of a tiny territory, made as the command makes it and read with the Open XML SDK.</summary>
sealed class Reopened : IDisposable
{
    readonly TemporaryFolder _folder = new(inMemory: true);

    Reopened()
    {
    }

    /// <summary>What was counted.</summary>
    public ContactCounts Counts { get; private set; } = new();

    /// <summary>The text that goes with the workbook.</summary>
    /// <summary>Whom the revision takes back.</summary>
    public RecalledPersons Recalled { get; private set; } = new([], 0);

    public string HandOverText { get; private set; } = "";

    public string Workbook => _folder["liste.xlsx"];

    /// <summary>Titles of the contacts.</summary>
    public IReadOnlyList<string> Titles => XlsxProbe.Rows(Workbook)[0];

    /// <summary>The contacts, cells by title.</summary>
    public IReadOnlyList<Dictionary<string, string>> Contacts => Sheet(0);

    public IReadOnlyList<Dictionary<string, string>> MailMerge => Sheet(1);

    public IReadOnlyList<Dictionary<string, string>> Waiting => Sheet(3);

    /// <summary>Every cell of every sheet.</summary>
    public IEnumerable<string> Cells => Enumerable.Range(0, 5).SelectMany(sheet => XlsxProbe.Rows(Workbook, sheet)).SelectMany(row => row);

    /// <summary>The last day of the month after the reference month, as for every test agreement.</summary>
    public static DateOnly Today { get; } = TinyAgreement.Month.AddMonths(1).LastDay;

    /// <summary>Reopens the list of a body.</summary>
    public static Reopened Of(
        TinyTerritory territory, MatchOutcome outcome, string body, IReadOnlyList<string>? history = null, bool household = false, DateOnly? today = null, HolderSecret? secret = null, string? table = null, int capacity = int.MaxValue)
    {
        var reopened = new Reopened();
        using var own = secret ?? TinyTerritory.SecretOf(body);
        var folder = territory.Agreement.Sources.First(source => source.Id == body).Folder;
        var files = new OwnFiles(
            [Path.GetDirectoryName(outcome.PathOf(body))!], [$"{body}={folder}"], [table ?? TableOf(territory, body)], [own], history ?? [], "utf-8", household);
        var words = Words();
        using var list = OwnList.Open(files, OwnList.Manifests(files.Lists), ConventionFixture.Library, words, today ?? Today, CancellationToken.None);
        var texts = new ContactTexts(list.About.Language);
        reopened.Recalled = list.Recalled;
        reopened.Counts = new ContactWorkbook(list, texts, words, household, capacity).Write(reopened.Workbook, CancellationToken.None);
        reopened.HandOverText = HandOver.Text(list.About, texts, reopened.Counts, reopened.Workbook);
        return reopened;
    }

    public static string TableOf(TinyTerritory territory, string body) => Path.Combine(territory.Holders, body, HandleTableLayout.FileName);

    public static ContactWords Words()
    {
        var outcomes = ListWords.OutcomesIn(CultureInfo.GetCultureInfo("fr"));
        return new ContactWords(
            new FollowUpVocabulary(ListWords.Outcomes, ListWords.AllBenefits), [.. outcomes.Select(outcome => outcome.Value)], outcomes.ToDictionary(StringComparer.Ordinal), ListWords.NoLetter);
    }

    public void Dispose() => _folder.Dispose();

    List<Dictionary<string, string>> Sheet(int number)
    {
        var rows = XlsxProbe.Rows(Workbook, number);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }
}
