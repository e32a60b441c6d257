using NonRecoursMatch.Columns;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>One answer of a person who was met and told of the evaluation. It has no trait of the person: those only make the pseudonym.</summary>
/// <param name="Person">The pseudonym.</param>
/// <param name="Commune">Commune code; empty for a protected address.</param>
/// <param name="Body">Kind of the body that met the person.</param>
/// <param name="Benefit">Code of the benefit; empty where the list named none.</param>
/// <param name="Listed">Month of the list.</param>
/// <param name="Outcome">Code of what came of it.</param>
/// <param name="Contact">Month of the contact.</param>
public sealed record EvaluationRow(Key128 Person, string Commune, string Body, string Benefit, YearMonth Listed, string Outcome, YearMonth Contact)
{
    /// <summary>Whether an outcome says that the person was met.</summary>
    public static bool IsMeeting(string outcome) => outcome is not (FollowUpVocabulary.NotReached or FollowUpVocabulary.WrongPerson);
}

/// <summary>What became of the answers: answers = rows + drops by cause.</summary>
public sealed class EvaluationBalance
{
    readonly SortedDictionary<EvaluationDrop, long> _drops = [];

    /// <summary>Answers of the follow-up.</summary>
    public long Answers { get; private set; }

    /// <summary>Rows of the feed.</summary>
    public long Rows => Answers - _drops.Values.Sum();

    /// <summary>Answers left out, by cause.</summary>
    public IReadOnlyDictionary<EvaluationDrop, long> Drops => _drops;

    /// <summary>Counts an answer.</summary>
    internal void Add() => Answers++;

    /// <summary>Counts answers as left out.</summary>
    internal void Drop(EvaluationDrop cause, long answers = 1)
    {
        if (answers > 0)
            _drops[cause] = _drops.GetValueOrDefault(cause) + answers;
    }
}

/// <summary>Why an answer is not in the feed.</summary>
public enum EvaluationDrop
{
    /// <summary>Nobody, or somebody else, was met.</summary>
    NonRencontree,

    /// <summary>The person was not told of the evaluation.</summary>
    NonInformee,

    /// <summary>The person objected, to the evaluation or to the processing.</summary>
    Opposition,

    /// <summary>The body's extract does not hold the person any more.</summary>
    AbsenteDeLExtrait,

    /// <summary>Name, given name or birth date is not complete.</summary>
    TraitsIncomplets,

    /// <summary>Two persons of one body would have one pseudonym.</summary>
    Homonymes,

    /// <summary>Too few persons alike (k-anonymity).</summary>
    TropPeuNombreuses,
}
