using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>What is known of one returned file.</summary>
/// <param name="Nom">Name, without folder.</param>
/// <param name="Sha256">Digest.</param>
/// <param name="Organisme">Body whose list it is; empty when no row says so.</param>
/// <param name="Lignes">Rows read.</param>
/// <param name="Reponses">Rows with an answer that can be kept.</param>
/// <param name="Vides">Rows without an answer.</param>
public sealed record ReturnedFile(string Nom, string Sha256, string Organisme, long Lignes, long Reponses, long Vides);

/// <summary>What came back: the answers, what is still unanswered, what cannot be taken over. Every row read is in one of them.</summary>
/// <param name="Answers">In order of source, handle and benefit.</param>
/// <param name="Unanswered">Rows of the lists concerned without an answer, in the same order.</param>
/// <param name="Faults">In the order of the files.</param>
/// <param name="Files">The files.</param>
/// <param name="Repeated">Rows that repeat an answer.</param>
public sealed record FollowUpResult(
    IReadOnlyList<FollowUpRow> Answers, IReadOnlyList<UnansweredRow> Unanswered, IReadOnlyList<FollowUpFault> Faults, IReadOnlyList<ReturnedFile> Files, long Repeated)
{
    /// <summary>The answers that say that the wrong person was found.</summary>
    public IEnumerable<FollowUpRow> Incidents => Answers.Where(answer => answer.Suivi == FollowUpVocabulary.WrongPerson);
}

/// <summary>
/// Takes over returned lists: each row must be one of the list that its body was given. Good rows are kept whatever the others are; of other
/// columns, where a recipient may have put names, nothing is read.
/// </summary>
public sealed class FollowUpImport
{
    /// <summary>Most rights of one person: a list has no more subjects.</summary>
    const int MostRights = 7;

    readonly DeliveredLists _lists;
    readonly FollowUpVocabulary _vocabulary;
    readonly DateOnly _today;
    readonly Dictionary<UnansweredRow, (string Outcome, Said Said, FollowUpFault Place)> _answers = [];
    readonly HashSet<UnansweredRow> _contradicted = [];
    readonly List<FollowUpFault> _faults = [];
    readonly List<ReturnedFile> _files = [];
    long _repeated;

    /// <summary>Prepares an import.</summary>
    /// <param name="listOf">Path of the list of a body; it may not be there.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="vocabulary">The words.</param>
    /// <param name="today">Last day on which a contact may have been.</param>
    public FollowUpImport(Func<string, string> listOf, Agreement agreement, FollowUpVocabulary vocabulary, DateOnly today)
        => (_lists, _vocabulary, _today) = (new DeliveredLists(listOf, agreement, vocabulary), vocabulary, today);

    /// <summary>The column of the answer about the n-th right of a row, from 1.</summary>
    public static string ColumnOf(int place) => place == 1 ? "suivi" : FormattableString.Invariant($"suivi_{place}");

    /// <summary>Reads the files.</summary>
    /// <exception cref="FileNotFoundException">One is missing.</exception>
    public FollowUpResult Read(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            ReadFile(path);
        var answers = _answers.Where(answer => !_contradicted.Contains(answer.Key))
            .Select(answer => new FollowUpRow(answer.Key.Source, answer.Key.Poignee, answer.Key.Prestation, answer.Value.Outcome, answer.Value.Said.Day, answer.Value.Said.Evaluation));
        var unanswered = _files.Select(file => file.Organisme).Where(body => body.Length > 0).Distinct(StringComparer.Ordinal).SelectMany(body => _lists.Of(body).Rows)
            .Where(row => !_answers.ContainsKey(row) || _contradicted.Contains(row));
        return new FollowUpResult(
            [.. answers.OrderBy(row => (row.Source, row.Poignee, row.Prestation))], [.. unanswered.OrderBy(row => (row.Source, row.Poignee, row.Prestation))], _faults, _files, _repeated);
    }

    void ReadFile(string path)
    {
        var entry = FileEntry.Of(path, Path.GetFileName(path), 0);
        var file = new FileReading(this, entry.Name);
        try
        {
            file.Read(ReturnedTable.Parts(path));
        }
        catch (InvalidDataException)
        {
            file.Refuse(0, "", FollowUpFaults.Unreadable);
        }

        _files.Add(new ReturnedFile(entry.Name, entry.Sha256, file.Body ?? "", file.Rows, file.Answers, file.Empty));
    }

    void Answer(UnansweredRow row, string outcome, Said said, FollowUpFault place)
    {
        if (_answers.TryAdd(row, (outcome, said, place)))
            return;
        if (_answers[row] is var known && known.Outcome == outcome)
        {
            // The later day: nobody is contacted too soon after it.
            var day = string.CompareOrdinal(said.Day, known.Said.Day) > 0 ? said.Day : known.Said.Day;
            _answers[row] = known with { Said = new Said(day, EvaluationWords.Stronger(known.Said.Evaluation, said.Evaluation)) };
            _repeated++;
            return;
        }

        // Both places are named: only the recipient knows which one is right.
        if (_contradicted.Add(row))
            _faults.Add(_answers[row].Place);
        _faults.Add(place);
    }

    /// <summary>What a row says of its person, whatever the right.</summary>
    sealed record Said(string Day, string Evaluation);

    /// <summary>One file, whose rows all belong to one body.</summary>
    sealed class FileReading(FollowUpImport import, string name)
    {
        static readonly string[] s_required = ["source", "poignee", "suivi"];

        public string? Body { get; private set; }

        public long Rows { get; private set; }

        public long Answers { get; private set; }

        public long Empty { get; private set; }

        public void Refuse(long line, string column, string fault) => import._faults.Add(new FollowUpFault(name, line, column, fault));

        public void Read(IEnumerable<IEnumerable<ReturnedRow>> parts)
        {
            var found = false;
            IReadOnlyList<string> missing = s_required;
            foreach (var part in parts)
            {
                using var row = part.GetEnumerator();
                var columns = row.MoveNext() ? row.Current.Cells.Select(cell => cell.Trim()).ToList() : [];
                var absent = s_required.Except(columns).ToList();
                if (absent.Count > 0)
                {
                    // A workbook also has a sheet of explanations; a file in which no part is a list is a fault.
                    missing = absent.Count < missing.Count ? absent : missing;
                    continue;
                }

                found = true;
                while (row.MoveNext())
                    ReadRow(columns, row.Current);
            }

            foreach (var column in found ? [] : missing)
                Refuse(1, column, FollowUpFaults.ColumnMissing);
        }

        void ReadRow(List<string> columns, ReturnedRow row)
        {
            string Cell(string column) => columns.IndexOf(column) is >= 0 and var index && index < row.Cells.Count ? row.Cells[index].Trim() : "";
            if (row.Cells.All(string.IsNullOrWhiteSpace))
                return;
            Rows++;
            var (source, handle) = (Cell("source"), Cell("poignee").ToLowerInvariant());
            if (import._lists.BodyOf(source) is not { } body)
            {
                Refuse(row.Line, "source", FollowUpFaults.UnknownSource);
                return;
            }

            Body ??= body;
            var list = import._lists.Of(body);
            if (body != Body)
                Refuse(row.Line, "source", FollowUpFaults.OtherBody);
            else if (list.NamesBenefits && !columns.Contains("prestation"))
                Refuse(row.Line, "prestation", FollowUpFaults.ColumnMissing);
            else if (!IsHandle(handle))
                Refuse(row.Line, "poignee", FollowUpFaults.MangledHandle);
            else if (!list.Persons.Contains((source, handle)))
                Refuse(row.Line, "poignee", FollowUpFaults.UnknownHandle);
            else if (import._vocabulary.Evaluation(Cell(EvaluationWords.Column)) is not { } evaluation)
                Refuse(row.Line, EvaluationWords.Column, FollowUpFaults.UnknownWord);
            else if (DayOf(Cell("contacte_le"), row.Line, out var day))
                ReadAnswers(list, new UnansweredRow(source, handle, ""), Cell("prestation"), Cell, new Said(day, evaluation), row.Line);
        }

        /// <summary>A row of a reopened list has one line for each of the person's rights, and a column of answers for each: suivi, suivi_2…</summary>
        void ReadAnswers(DeliveredList list, UnansweredRow person, string benefits, Func<string, string> cell, Said said, long line)
        {
            string[] rights = list.NamesBenefits ? benefits.Split('\n') : [""];
            string[] words = [.. Enumerable.Range(1, MostRights).Select(place => cell(ColumnOf(place)))];
            if (words.All(word => word.Length == 0))
            {
                Empty++;
                if (said.Day.Length > 0)
                    Refuse(line, "contacte_le", FollowUpFaults.Alone);
                if (said.Evaluation.Length > 0)
                    Refuse(line, EvaluationWords.Column, FollowUpFaults.Alone);
            }
            else
            {
                Answers++;
            }

            for (var i = 0; i < MostRights; i++)
            {
                var row = i < rights.Length ? person with { Prestation = import._vocabulary.Benefit(rights[i]) ?? "" } : null;
                if (row is null && words[i].Length > 0)
                    Refuse(line, ColumnOf(i + 1), FollowUpFaults.Alone);
                else if (row is not null && !list.Rows.Contains(row))
                    Refuse(line, "prestation", FollowUpFaults.UnknownBenefit);
                else if (words[i].Length == 0)
                    continue;
                else if (import._vocabulary.Outcome(words[i]) is not { } outcome)
                    Refuse(line, ColumnOf(i + 1), FollowUpFaults.UnknownWord);
                else
                    import.Answer(row!, outcome, said, new FollowUpFault(name, line, ColumnOf(i + 1), FollowUpFaults.TwoAnswers));
            }
        }

        bool DayOf(string text, long line, out string day)
        {
            day = "";
            if (text.Length == 0)
                return true;
            if (FollowUpDay.Read(text, import._today) is { } read)
                day = read.ToString(FollowUpDay.Written, CultureInfo.InvariantCulture);
            else
                Refuse(line, "contacte_le", FollowUpFaults.UnknownDay);
            return day.Length > 0;
        }

        static bool IsHandle(string text) => text.Length == 2 * Key128.Size && text.All(char.IsAsciiHexDigit);
    }
}
