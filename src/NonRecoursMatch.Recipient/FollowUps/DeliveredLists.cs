using System.Text;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>The lists of a result, as they were delivered: which person and benefit each body was told of.</summary>
sealed class DeliveredLists(Func<string, string> pathOf, Agreement agreement, FollowUpVocabulary vocabulary)
{
    readonly Dictionary<string, DeliveredList> _lists = new(StringComparer.Ordinal);

    /// <summary>The body of a source, or null.</summary>
    public string? BodyOf(string source) => agreement.Sources.FirstOrDefault(candidate => candidate.Id == source)?.Body;

    /// <summary>The list of a body; empty when it was given none.</summary>
    public DeliveredList Of(string body)
    {
        if (!_lists.TryGetValue(body, out var list))
            _lists[body] = list = Read(pathOf(body));
        return list;
    }

    DeliveredList Read(string path)
    {
        if (!File.Exists(path))
            return new DeliveredList([], [], false);
        using var reader = new DelimitedReader(path, ';');
        var columns = reader.Header.ToList();
        var (source, handle, benefit) = (columns.IndexOf("source"), columns.IndexOf("poignee"), columns.IndexOf("prestation"));
        var rows = new HashSet<UnansweredRow>();
        while (reader.Read())
            rows.Add(new UnansweredRow(Cell(reader, source), Cell(reader, handle), benefit < 0 ? "" : vocabulary.Benefit(Cell(reader, benefit)) ?? ""));
        return new DeliveredList(rows, [.. rows.Select(row => (row.Source, row.Poignee))], benefit >= 0);
    }

    static string Cell(DelimitedReader reader, int column) => Encoding.UTF8.GetString(reader.Field(column));
}

/// <summary>The rows of one delivered list, its persons, and whether it names benefits.</summary>
sealed record DeliveredList(HashSet<UnansweredRow> Rows, HashSet<(string Source, string Poignee)> Persons, bool NamesBenefits);
